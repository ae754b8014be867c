"""How times and outcomes of calls are said."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

OUTCOMES = {
    "waiting": gettext_lazy("Waiting"),
    "talking": gettext_lazy("Being answered"),
    "answered": gettext_lazy("Answered"),
    "abandoned": gettext_lazy("The caller gave up"),
    "passed_on": gettext_lazy("Passed on unanswered"),
    "menu": gettext_lazy("Ended in the menu"),
    "unknown": gettext_lazy("Not known"),
}


def duration(seconds: float | None) -> str:
    """4 min 05 s; a dash for what is not known."""
    if seconds is None:
        return "–"
    whole = round(seconds)
    if whole < 60:
        return (_("%(seconds)s s") % {"seconds": whole}).replace(" ", "\N{NO-BREAK SPACE}")
    said = _("%(minutes)s min %(seconds)s s") % {"minutes": whole // 60, "seconds": f"{whole % 60:02}"}
    return said.replace(" ", "\N{NO-BREAK SPACE}")


def percent(part: float | None) -> str:
    return "–" if part is None else f"{part:.1f}%"
