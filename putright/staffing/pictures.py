"""The drawings of the two answers and of the forecast."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from putright.charts import draw
from putright.charts.shapes import Bar, Bars, Drawn, Heat, Multiples, Point, Series, Target

from .answers import Effect, Many, Month
from .rules.rota import Half
from .words import hours


def by_hour(found: Mapping[Half, float], most: bool) -> dict[tuple[int, int], float]:
    """Half-hours gathered into hours: the larger of two, or both together."""
    made: dict[tuple[int, int], float] = {}
    for (day, half), value in found.items():
        key = (half // 2, day)
        made[key] = max(made.get(key, 0), value) if most else made.get(key, 0) + value
    return made


def desks(many: Many) -> Drawn:
    span = many.open.hours
    return draw.heat(Heat(
        _("People needed at the telephone"), _("How many people must answer at once, by hour and day."),
        _("people needed in the busier half-hour"), by_hour(dict(many.open.desks), True),
        range(span.opens // 2, -(-span.closes // 2)),
    ))  # fmt: skip


def around(many: Many, lost: float) -> Drawn:
    bars = [Bar(_("Answering: %(people)s") % {"people": people}, share * 100) for people, share in many.peak.around]
    return draw.bars(Bars(
        _("Callers who give up in the busiest half-hour"), _("The fewer people answer, the more callers give up."),
        _("People"), _("callers in 100 who give up"), bars, Target(lost, _("the most that may give up")), 1,
    ))  # fmt: skip


def compared(many: Many) -> Drawn:
    bars = [Bar(hours(one.hours.opens, one.hours.closes), one.people) for one in many.compared]
    return draw.bars(Bars(
        _("People in post for the telephone, by opening hours"), _("Longer hours take more people."),
        _("Hours"), _("people in post"), bars, decimals=1,
    ))  # fmt: skip


def given_up(effect: Effect, lost: float) -> Drawn:
    panels = [
        (_("As planned"), lambda month: month.planned),
        (_("With the posts empty"), lambda month: month.empty),
        (_("Empty, with what helps"), lambda month: month.helped),
    ]
    made = [
        Series(title, title, _("callers in 100 who give up"), [_point(month, of(month)[1], lost) for month in effect.months],
               decimals=1)
        for title, of in panels
    ]  # fmt: skip
    about = _("How many of 100 callers give up, month by month, in three cases.")
    return draw.multiples(Multiples(_("Callers who give up, month by month"), about, made))


def _point(month: Month, share: float, lost: float) -> Point:
    return Point(month.on, share * 100, note=_("More than may give up") if share * 100 > lost else "")


def calls(week: Mapping[Half, float]) -> Drawn:
    seen = [half // 2 for (_day, half), number in week.items() if number >= 0.05] or [9, 17]
    return draw.heat(Heat(
        _("Calls expected in an ordinary week"), _("How many calls are expected, by hour and day."), _("calls expected"),
        by_hour(week, False), range(min(seen), max(seen) + 1), 1,
    ))  # fmt: skip
