"""What people answered, by one thing at a time, with nobody to be picked out. No writes; counted in the database (`counting`).

Three ways to pick somebody out are closed. A small part is not shown, nor one that could be worked out from the whole (the room
`hiding`). Two things at once are never crossed. And answers come out with their month only when enough new ones are among
them (`rules.released`), so that no figure of yesterday can be taken from one of today."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Q

from putright.hiding import rules as hiding
from putright.invited import queries as invites
from putright.invited import rules as settings
from putright.invited.models import Invite
from putright.law.calendar import day_of, end_of_day
from putright.questionnaires import rules
from putright.questionnaires.models import Survey, Version

from . import counting, equality
from .counting import Counted, Marks
from .models import Tally

COLUMNS = {
    "version": "v.number", "month": "r.month", "channel": "r.channel", "area": "t.slug", "language": "r.language",
    "how": "r.how",
}  # fmt: skip
BY = (*COLUMNS, "group")


@dataclass(frozen=True)
class Cell:
    """The answers to one question in one part: how many marked it and the mean mark. None: not shown."""

    number: int | None
    mean: float | None


@dataclass(frozen=True)
class Part:
    """One part of the table, such as a month: how many answered (None: not shown) and a cell for each question."""

    key: str
    number: int | None
    cells: Mapping[str, Cell]


@dataclass(frozen=True)
class Rate:
    """How many were asked, looked and answered, by how it went to them. None: not shown."""

    how: str
    sent: int | None
    opened: int | None
    answered: int | None

    @property
    def share(self) -> int | None:
        return round(100 * self.answered / self.sent) if self.sent and self.answered is not None else None


@dataclass(frozen=True)
class Results:
    """Everything the page shows of one survey. `until`: the last month that is in it, as (year, month)."""

    smallest: int
    until: tuple[int, int] | None
    whole: Part | None
    parts: list[Part]
    rates: list[Rate]


def of(survey: Survey, by: str, *, at: datetime) -> Results:
    """At most five queries, however many answers; memory for the counts alone."""
    smallest = invites.settings_at(at)[settings.SMALLEST]
    column = COLUMNS.get(by, "r.month")
    people = counting.people(counting.of_survey(survey.pk), column)
    until = released(counting.summed(people, 1), at, smallest)
    if until is None:
        return Results(smallest, None, None, [], [])
    rates = _rates(survey, smallest, until)
    versions = list(Version.objects.filter(survey=survey).order_by("number"))
    questions = asked(versions)
    if by == "group":
        return Results(smallest, until, None, list(_groups(versions, questions, smallest, at)), rates)
    last = "{:04}-{:02}".format(*until)
    found = counting.counted(counting.of_survey(survey.pk, last), column, counting.summed(people, 0, last))
    return Results(smallest, until, whole(found, questions, smallest), split(found, questions, smallest), rates)


def asked(versions: Iterable[Version]) -> list[str]:
    """The scales of every version, in the order of the newest."""
    newest_first = sorted(versions, key=lambda one: -one.number)
    return list(dict.fromkeys(one.code for version in newest_first for one in rules.read(version.content).of(*rules.SCALES)))


def released(by_month: Mapping[str, int], at: datetime, smallest: int) -> tuple[int, int] | None:
    """The last month whose answers may be shown by now."""
    now = day_of(at)
    return rules.released({_month(month): number for month, number in by_month.items()}, (now.year, now.month), smallest)


def _month(text: str) -> tuple[int, int]:
    year, month = text.split("-")
    return int(year), int(month)


def split(found: Counted, questions: list[str], smallest: int) -> list[Part]:
    """The answers by one thing. Parts that are hidden have no figures; a question few marked is hidden in its part. No parts
    at all where the whole would give them away."""
    if hiding.total_hidden(found.people, smallest):
        return []
    away = hiding.hidden(found.people, smallest)
    columns = {code: column({name: found.marks[name][code] for name in found.people}, smallest, away) for code in questions}
    return [
        Part(name, None if name in away else found.people[name], {code: columns[code][name] for code in questions})
        for name in sorted(found.people, key=_in_order)
    ]


def _in_order(name: str) -> tuple[int, str]:
    """Version 10 stands after version 9."""
    return (int(name) if name.isdigit() else 0, name)


def column(marks: Mapping[str, Counter[int]], smallest: int, also: Iterable[str]) -> dict[str, Cell]:
    """One question through all parts, by the number who marked it; parts in `also` are hidden whatever it is."""
    numbers = {name: sum(counted.values()) for name, counted in marks.items()}
    away = hiding.hidden(numbers, smallest, frozenset(also))
    return {name: Cell(None, None) if name in away else cell(counted) for name, counted in marks.items()}


def cell(marks: Counter[int]) -> Cell:
    number = sum(marks.values())
    return Cell(number, round(sum(mark * n for mark, n in marks.items()) / number, 1) if number else None)


def whole(found: Counted, questions: list[str], smallest: int) -> Part:
    """All together. A question too few marked has no figures."""
    marks = found.together()
    return Part("", sum(found.people.values()), {code: not_few(marks, code, smallest) for code in questions})


def not_few(marks: Marks, code: str, smallest: int) -> Cell:
    counted = marks.get(code, Counter())
    return Cell(None, None) if hiding.small(sum(counted.values()), smallest) else cell(counted)


def _groups(versions: list[Version], questions: list[str], smallest: int, at: datetime) -> Iterable[Part]:
    """By what people said about themselves, where they agreed to it: from the tallies alone. One query."""
    people: dict[str, Counter[str]] = defaultdict(Counter)
    marks: dict[tuple[str, str, str], Counter[int]] = defaultdict(Counter)
    for row in _told(equality.counted([one.pk for one in versions]), at, smallest):
        if row.question:
            marks[row.group, row.band, row.question][int(row.value)] += row.number
        else:
            people[row.group][row.band] += row.number
    for group in (group for group in equality.GROUPS if group in people):
        bands = {band: people[group][band] for band in equality.GROUPS[group][1] if band in people[group]}
        away = hiding.hidden(bands, smallest)
        columns = {code: column({band: marks[group, band, code] for band in bands}, smallest, away) for code in questions}
        for band in bands:
            cells = {code: columns[code][band] for code in questions}
            yield Part(f"{group}.{band}", None if band in away else bands[band], cells)


def _told(tallies: list[Tally], at: datetime, smallest: int) -> list[Tally]:
    """The tallies of quarters that are out, as months are: never the one that is going on, nor one with too few in it."""
    quarters: dict[str, Counter[tuple[int, int]]] = defaultdict(Counter)
    for row in tallies:
        if not row.question:
            quarters[row.group][row.quarter.year, row.quarter.month] += row.number
    now = equality.quarter_of(at)
    until = {group: rules.released(counted, (now.year, now.month), smallest) for group, counted in quarters.items()}
    out = {group: date(*last, 1) for group, last in until.items() if last}
    return [row for row in tallies if row.group in out and row.quarter <= out[row.group]]


def _rates(survey: Survey, smallest: int, until: tuple[int, int] | None) -> list[Rate]:
    """Asked, looked and answered, by how it went to them, of those asked by the end of the last month shown. One query."""
    if until is None:
        return []
    after = end_of_day(date(until[0] + until[1] // 12, until[1] % 12 + 1, 1) - timedelta(days=1))
    found = Invite.objects.filter(survey=survey.slug, made_at__lt=after).order_by().values_list("how")
    counted = found.annotate(
        sent=Count("pk"), opened=Count("pk", filter=Q(opened_at__lt=after)), answered=Count("pk", filter=Q(answered_at__lt=after))
    )
    rows = sorted(counted)
    away = hiding.hidden({how: answered for how, _s, _o, answered in rows}, smallest)
    return [Rate(how, None, None, None) if how in away or sent < smallest else Rate(how, sent, opened, answered)
            for how, sent, opened, answered in rows]  # fmt: skip


@dataclass(frozen=True)
class Told:
    """How many answers of a survey are out, and the mean mark of the whole. 0: too few yet."""

    number: int
    overall: Cell


def listed(*, at: datetime) -> dict[str, Told]:
    """Every survey with what is out of it: the slug -> its answers. What is out is never few. Two queries."""
    smallest = invites.settings_at(at)[settings.SMALLEST]
    held: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for slug, month, mark, number in counting.wholes():
        held[slug].append((month, mark, number))
    return {slug: _out(rows, at, smallest) for slug, rows in held.items()}


def _out(rows: list[tuple[str, int, int]], at: datetime, smallest: int) -> Told:
    """Of one survey: (month, mark, how many)."""
    months: Counter[str] = Counter()
    for month, _mark, number in rows:
        months[month] += number
    until = released(months, at, smallest)
    marks: Marks = {rules.OVERALL: Counter()}
    for month, mark, number in rows:
        if until and mark and _month(month) <= until:
            marks[rules.OVERALL][mark] += number
    out = sum(number for month, number in months.items() if until and _month(month) <= until)
    return Told(out, not_few(marks, rules.OVERALL, smallest))
