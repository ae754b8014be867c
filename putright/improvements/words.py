"""What statuses, sources and findings are called."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from design.dates import month_name
from putright.charts.figures import number

from . import rules

STATUS = {
    rules.PLANNED: gettext_lazy("Planned"),
    rules.DOING: gettext_lazy("Being done"),
    rules.MADE: gettext_lazy("The change is made"),
    rules.CLOSED: gettext_lazy("Closed"),
    rules.DROPPED: gettext_lazy("Dropped"),
}
FROM = {
    "warning": gettext_lazy("An early warning"),
    "lesson": gettext_lazy("A lesson"),
    "recommendation": gettext_lazy("A recommendation"),
    "board": gettext_lazy("An action of a board"),
}


def percent(value: float) -> str:
    """Fewer or more, never a minus sign."""
    given = {"percent": number(abs(value))}
    return _("%(percent)s%% fewer") % given if round(value) < 0 else _("%(percent)s%% more") % given


def verdict(found: rules.Measured) -> str:
    """One short sentence: what can be said of it today."""
    if found.verdict == rules.EARLY:
        given = {"needed": rules.FEWEST, "months": found.after.months}
        return _("Too early: %(needed)s whole months after the change are needed. So far there are %(months)s.") % given
    if found.verdict == rules.UNKNOWN:
        return _("Cannot be told: too little is known from before the change.")
    if found.verdict == rules.CHANCE:
        return _("Cannot be told from chance.")
    return _("%(change)s than before: more than chance alone would do.") % {"change": percent(found.change or 0)}


def limits(found: rules.Measured) -> str:
    if found.low is None or found.high is None:
        return ""
    given = {"change": percent(found.change or 0), "low": percent(found.low), "high": percent(found.high)}
    return _("Counted: %(change)s. In 95 of 100 such comparisons the truth lies between %(low)s and %(high)s.") % given


def hope(found: rules.Measured | None, hoped: int | None) -> str:
    """What was hoped for, and whether it came."""
    if not hoped:
        return ""
    said = _("Hoped for: %(change)s.") % {"change": percent(hoped)}
    reached = rules.reached(found, hoped) if found else None
    if reached is None:
        return said
    return f"{said} {_('It was reached.') if reached else _('It was not reached.')}"


def side(one: rules.Side) -> str:
    """How many on how many working days, in which months."""
    if not one.months:
        return _("No whole month")
    given = {
        "count": number(one.count), "days": number(one.days), "rate": number(one.rate, 2),
        "first": month(one.first), "last": month(one.last),
    }  # fmt: skip
    return _("%(count)s on %(days)s working days: %(rate)s a day (%(first)s to %(last)s)") % given


def month(day: date | None) -> str:
    return f"{month_name(day.month)} {day.year}" if day else ""
