"""What people answered, by one thing at a time, with nobody to be picked out. No writes.

Three ways to pick somebody out are closed. A small part is not shown, nor one that could be worked out from the whole
(`hiding`). Two things at once are never crossed. And answers come out with their month only when enough new ones are among
them (`rules.released`), so that no figure of yesterday can be taken from one of today."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Q

from putright.invited import queries as invites
from putright.invited import rules as settings
from putright.invited.models import Invite
from putright.law.calendar import day_of, end_of_day
from putright.questionnaires import rules
from putright.questionnaires.models import Survey, Version

from . import equality, hiding
from .models import Response, Tally

BY = ("version", "month", "channel", "area", "language", "how", "group")


@dataclass(frozen=True)
class One:
    """One answer as far as results need it."""

    version: int
    month: str
    channel: str
    area: str
    language: str
    how: str
    scores: Mapping[str, str]


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
    """At most five queries, however many answers."""
    smallest = invites.settings_at(at)[settings.SMALLEST]
    versions = list(Version.objects.filter(survey=survey).order_by("number"))
    answers, until = released(_answers(survey), at, smallest)
    rates = _rates(survey, smallest, until)
    if len(answers) < smallest:
        return Results(smallest, None, None, [], [])
    questions = asked(versions)
    if by == "group":
        return Results(smallest, until, None, list(_groups(versions, questions, smallest, at)), rates)
    parts = split(answers, lambda one: str(getattr(one, by)), questions, smallest)
    return Results(smallest, until, whole(answers, questions, smallest), parts, rates)


def asked(versions: Iterable[Version]) -> list[str]:
    """The scales of every version, in the order of the newest."""
    newest_first = sorted(versions, key=lambda one: -one.number)
    return list(dict.fromkeys(one.code for version in newest_first for one in rules.read(version.content).of(*rules.SCALES)))


def _answers(survey: Survey) -> list[One]:
    columns = ("version__number", "at", "channel", "area__name_en", "language", "how", "scores")
    found = Response.objects.filter(version__survey=survey).order_by("pk").values_list(*columns)
    return [One(version, f"{day_of(at):%Y-%m}", channel, area or "", language, how, scores)
            for version, at, channel, area, language, how, scores in found.iterator()]  # fmt: skip


def released(answers: list[One], at: datetime, smallest: int) -> tuple[list[One], tuple[int, int] | None]:
    """The answers that may be shown by now, and the last month among them."""
    now = day_of(at)
    months = Counter(_month(one.month) for one in answers)
    until = rules.released(months, (now.year, now.month), smallest)
    return ([one for one in answers if _month(one.month) <= until] if until else []), until


def _month(text: str) -> tuple[int, int]:
    year, month = text.split("-")
    return int(year), int(month)


def split(answers: list[One], key: Callable[[One], str], questions: list[str], smallest: int) -> list[Part]:
    """The answers by one thing. Parts that are hidden have no figures; a question few marked is hidden in its part."""
    held: dict[str, list[One]] = defaultdict(list)
    for one in answers:
        held[key(one)].append(one)
    away = hiding.hidden({name: len(ones) for name, ones in held.items()}, smallest)
    marks = {name: {code: _marks(ones, code) for code in questions} for name, ones in held.items()}
    columns = {code: column({name: marks[name][code] for name in held}, smallest, away) for code in questions}
    return [
        Part(name, None if name in away else len(held[name]), {code: columns[code][name] for code in questions})
        for name in sorted(held)
    ]


def column(marks: Mapping[str, Counter[int]], smallest: int, also: Iterable[str]) -> dict[str, Cell]:
    """One question through all parts, by the number who marked it; parts in `also` are hidden whatever it is."""
    numbers = {name: sum(counted.values()) for name, counted in marks.items()}
    away = hiding.hidden(numbers, smallest, frozenset(also))
    return {name: Cell(None, None) if name in away else cell(counted) for name, counted in marks.items()}


def cell(marks: Counter[int]) -> Cell:
    number = sum(marks.values())
    return Cell(number, round(sum(mark * n for mark, n in marks.items()) / number, 1) if number else None)


def _marks(ones: Iterable[One], code: str) -> Counter[int]:
    return Counter(mark for one in ones if (mark := rules.mark(str(one.scores.get(code, "")))))


def whole(answers: list[One], questions: list[str], smallest: int) -> Part:
    """All together. A question too few marked has no figures."""
    counted = {code: _marks(answers, code) for code in questions}
    cells = {code: Cell(None, None) if 0 < sum(marks.values()) < smallest else cell(marks) for code, marks in counted.items()}
    return Part("", len(answers), cells)


def _groups(versions: list[Version], questions: list[str], smallest: int, at: datetime) -> Iterable[Part]:
    """By what people said about themselves, where they agreed to it: from the tallies alone. One query."""
    people: dict[str, Counter[str]] = defaultdict(Counter)
    marks: dict[tuple[str, str, str], Counter[int]] = defaultdict(Counter)
    for row in _told(equality.counted([one.pk for one in versions]), at, smallest):
        if row.question:
            marks[row.group, row.band, row.question][int(row.value)] += row.number
        else:
            people[row.group][row.band] += row.number
    for group, bands in people.items():
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
    held: dict[str, list[One]] = defaultdict(list)
    found = Response.objects.order_by("pk").values_list("version__survey__slug", "at", "scores")
    for slug, moment, scores in found.iterator():
        held[slug].append(One(0, f"{day_of(moment):%Y-%m}", "", "", "", "", scores))
    out = {slug: released(ones, at, smallest)[0] for slug, ones in held.items()}
    return {slug: Told(len(ones), whole(ones, [rules.OVERALL], smallest).cells[rules.OVERALL]) for slug, ones in out.items()}
