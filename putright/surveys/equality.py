"""What we ask people about themselves, in wide bands, and how it is counted. Answers are never kept (docs/decisions).

The bands are our own choice, wide on purpose; headings as in the census. Editing them is a change of this file."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import connection
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from putright.law.calendar import day_of
from putright.questionnaires import rules
from putright.questionnaires.models import Version

from .models import Tally

SILENT = "silent"  # would rather not say: nothing is counted
GROUPS: Mapping[str, tuple[object, Mapping[str, object]]] = {
    "age": (_("How old are you?"), {"under_25": _("Under 25"), "25_to_64": _("25 to 64"), "65_over": _("65 or over")}),
    "ethnic": (
        _("What is your ethnic group?"),
        {"white": _("White"), "other": _("Asian, Black, mixed or another ethnic group")},
    ),
    "disabled": (_("Are you disabled, or have you been ill for long?"), {
        "yes": pgettext_lazy("are you", "Yes"), "no": pgettext_lazy("are you", "No"),
    }),  # fmt: skip
}
ONE_MORE = """
INSERT INTO surveys_tally (version_id, quarter, "group", band, question, value, number) VALUES (%s, %s, %s, %s, %s, %s, 1)
ON CONFLICT (version_id, quarter, "group", band, question, value) DO UPDATE SET number = surveys_tally.number + 1
"""


def quarter_of(at: datetime) -> date:
    on = day_of(at)
    return date(on.year, 3 * ((on.month - 1) // 3) + 1, 1)


def count(version: Version, given: rules.Given, *, at: datetime) -> None:
    """One more of each band they named; and, where they agreed, of how that band answered. Writes no row of theirs."""
    named = {group: band for group, band in given.themselves.items() if group in GROUPS and band in GROUPS[group][1]}
    answers = [("", "")]
    if given.beside:
        scales = {one.code for one in rules.read(version.content).of(*rules.SCALES)}
        answers += [(code, value) for code, value in given.scores.items() if code in scales and rules.mark(value)]
    with connection.cursor() as cursor:
        for group, band in named.items():
            for question, value in answers:
                cursor.execute(ONE_MORE, [version.pk, quarter_of(at), group, band, question, value])


def counted(versions: list[int]) -> list[Tally]:
    """Everything counted of these versions. One query."""
    return list(Tally.objects.filter(version__in=versions).order_by("group", "band", "question", "value", "quarter"))
