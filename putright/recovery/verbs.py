"""Who may put things right."""

from django.utils.translation import gettext_lazy as _

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {"recovery.offer": FRONT, "recovery.answer": FRONT, "recovery.ask_to_record": FRONT}
PAGES: dict[str, str] = {
    "recovery:offer": "recovery.offer",
    "recovery:answer": "recovery.answer",
    "recovery:ask_to_record": "recovery.ask_to_record",
}
EVENTS = {
    "offered": _("Offered to put it right"),
    "answered": _("They told us whether they are content"),
    "put_right": _("Put right"),
    "asked_to_record": _("They asked for it to be recorded"),
}
