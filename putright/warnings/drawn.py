"""A warning in words, and its series as it is drawn."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from design.dates import day, month_name
from putright.charts.figures import number
from putright.charts.shapes import Mark, Point, Series

from . import rules
from .queries import Warning

DRAWN = 36  # periods in a drawing: more would touch on a telephone


def month(judged: rules.Judged) -> str:
    return f"{month_name(judged.period.begins.month)} {judged.period.begins.year}"


def when(judged: rules.Judged, step: str) -> str:
    return month(judged) if step == "month" else _("Week beginning %(day)s") % {"day": day(judged.period.begins)}


def sentence(judged: rules.Judged) -> str:
    """How many, and what was to be expected."""
    given = {"count": number(judged.period.count), "expected": number(judged.expected, 1)}
    if judged.away > 0:
        return _("%(count)s, more than the %(expected)s to be expected.") % given
    return _("%(count)s, fewer than the %(expected)s to be expected.") % given


def working(judged: rules.Judged) -> str:
    """How it was worked out, and which rule fired."""
    given = {
        "past": judged.past, "days": judged.period.days, "factor": number(judged.factor, 2), "spread": number(judged.spread, 2),
        "low": number(judged.low, 1), "high": number(judged.high, 1), "away": number(judged.away, 1),
        "together": number(judged.together, 1), "far": number(rules.FAR + judged.wider, 1),
        "twice": number(rules.TWICE + judged.wider, 1),
    }  # fmt: skip
    worked = _(
        "Judged by %(past)s periods before it. %(days)s working days; time of year %(factor)s; spread %(spread)s. Chance alone"
        " would leave it between %(low)s and %(high)s. It lies %(away)s steps away."
    )
    if judged.fired == rules.ALONE:
        return f"{worked % given} {_('Rule: one alone, more than %(far)s steps away.') % given}"
    rule = _("Rule: two together, %(together)s steps away, more than %(twice)s.")
    return f"{worked % given} {rule % given}"


def chart(found: Sequence[Warning], name: str, step: str, changes: Sequence[Mark] = ()) -> Series:
    shown = found[-DRAWN:]
    points = [
        Point(
            one.judged.period.begins, one.judged.period.count, one.judged.expected, one.judged.low, one.judged.high,
            sentence(one.judged) if one.judged.fired else "",
        )
        for one in shown
    ]  # fmt: skip
    out = sum(bool(one.judged.fired) for one in shown)
    about = _("%(out)s of %(all)s stand out.") % {"out": out, "all": len(shown)}
    return Series(name, about, _("counted"), points, changes, step=step)
