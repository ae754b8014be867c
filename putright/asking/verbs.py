"""Who may ask, read and meet. Whoever has a link may answer it."""

from django.utils.translation import gettext_lazy as _

from putright.people.gates import PUBLIC
from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "asking.ask": FRONT,
    "asking.read": FRONT,
    "asking.meet": FRONT,
    "asking.steps": FRONT,
    "asking.set_steps": frozenset({Role.SUPERVISOR}),
}
PAGES: dict[str, str] = {
    "asking:ask": "asking.ask",
    "asking:let_go": "asking.ask",
    "asking:take_over": "asking.ask",
    "asking:read": "asking.read",
    "asking:waiting": "asking.read",
    "asking:meeting": "asking.meet",
    "asking:arrange": "asking.meet",
    "asking:became": "asking.meet",
    "asking:steps": "asking.steps",
    "asking:add_step": "asking.set_steps",
    "asking:end_step": "asking.set_steps",
    "asking:answer": PUBLIC,
    "asking:thanks": PUBLIC,
}
EVENTS = {
    "question_sent": _("Sent a question with a link"),
    "question_reminded": _("Reminded them of the question"),
    "question_answered": _("The question was answered"),
    "question_let_go": _("The question was let go"),
    "question_taken": _("Took their answer over"),
    "reply_read": _("Read what they sent"),
    "meeting_considered": _("Thought about a meeting"),
    "meeting_arranged": _("Arranged a meeting"),
    "meeting_ended": _("Wrote down what became of the meeting"),
}
