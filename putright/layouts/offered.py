"""What can stand in a part: figures, tables and drawings, with their names."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from putright.facts.measures import CATALOGUE
from putright.measures.derived import BY_KEY

from . import rules

NOT_ALONE = frozenset({"kept", "missed", "excused", "reason-groups", "topics"})  # shown with others
PROMISES = "promises"


def names(language: str) -> dict[str, str]:
    """Every figure there is, by its key."""
    counted = {key: one.name.said(language) for key, one in CATALOGUE.items()}
    return counted | {key: one.name.said(language) for key, one in BY_KEY.items()}


def items(language: str) -> Mapping[str, Mapping[str, str]]:
    """Kind -> key -> what it is called."""
    named = names(language)
    counted = {key: named[key] for key in CATALOGUE}
    tables = {key: words for key, words in counted.items() if key not in NOT_ALONE} | {PROMISES: _("Promises that fell due")}
    charts = {f"{rules.SERIES}:{key}": _("%(figure)s, month by month") % {"figure": words} for key, words in counted.items()}
    charts |= {
        f"{rules.MULTIPLES}:{key}": _("%(figure)s, each by itself") % {"figure": words}
        for key, words in counted.items()
        if key not in NOT_ALONE
    }
    charts[rules.ARRIVALS] = _("When people come, by hour and weekday")
    return {rules.FIGURE: named, rules.TABLE: tables, rules.CHART: charts}
