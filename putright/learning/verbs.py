"""Who learns and tells: the front team. Whoever reads the public pages is anybody."""

from django.utils.translation import gettext_lazy as _

from putright.people.gates import PUBLIC
from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {"learning.note": FRONT, "learning.lead": frozenset({Role.SUPERVISOR})}
NOTES = (
    "lessons", "lesson", "on_case", "recommendations", "recommend", "recommendation", "hear", "actions", "action", "finish",
    "suggestions", "suggestion", "answer", "said_list", "say", "sign", "end_said", "practices", "practice", "publish",
    "enquiry", "themes", "theme_cases", "heard", "learn", "answer_heard", "rendering", "read", "aside",
    "back",
)  # fmt: skip
PAGES: dict[str, str] = {f"learning:{name}": "learning.note" for name in NOTES} | {
    "learning:wait": "learning.lead",
    "learning:said": PUBLIC,
    "learning:works": PUBLIC,
}
EVENTS = {
    "lesson_noted": _("Wrote down what was learned"),
    "force_recommended": _("Made a recommendation to the force"),
    "force_answered": _("The force answered our recommendation"),
    "suggestion_noted": _("Wrote down a suggestion"),
    "suggestion_answered": _("Answered a suggestion"),
    "board_asked": _("A board asked for something to be done"),
    "board_done": _("What a board asked for was done"),
}
