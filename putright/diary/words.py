"""What periods, states and the parts of the statement are called."""

from django.utils.translation import gettext_lazy as _

from putright.national import words as national

from . import rules
from .rules import quarter_said

STATES = {
    rules.LATE: _("Late"), rules.DUE: _("Not due yet"), rules.DONE: _("Published in time"), rules.DONE_LATE: _("Published late"),
}  # fmt: skip
COLOURS = {rules.LATE: "red", rules.DUE: "yellow", rules.DONE: "green", rules.DONE_LATE: "orange"}
PARTS = {
    "held": _("How the chief constable was held to account for the way complaints are handled"),
    "reviews": _("How well we do reviews, as we see it ourselves"),
    "functions": _("How well we do what we took over from the force, as we see it ourselves"),
}
LANGUAGES = {"en": _("English"), "cy": _("Welsh")}


def period(said: str) -> str:
    """2026/3 and 2026 as words; anything else as somebody wrote it."""
    if found := quarter_said(said):
        return national.quarter(found)
    return f"{said}/{(int(said) + 1) % 100:02}" if said.isdecimal() and len(said) == 4 else said
