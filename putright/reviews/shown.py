"""A review as a page shows it: every finding in words, what may be done, which letters go with it, a row of the register."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.http import HttpRequest
from django.utils.translation import gettext as _

from design.dates import day
from putright.codes.queries import asked_once
from putright.law.calendar import day_of
from putright.people.models import Team

from . import queries, rules, words
from .forms import language
from .models import Review


@dataclass(frozen=True)
class Line:
    asks: str
    answer: str
    source: str
    recalled: bool
    met: bool


@dataclass(frozen=True)
class Finding:
    """One question with its answer, what follows from it, and each row with its source."""

    question: str
    answer: str
    says: str
    lines: tuple[Line, ...]
    open: bool


@dataclass(frozen=True)
class Sheet:
    """Everything the page of one review shows that is worked out."""

    stage: str
    findings: tuple[Finding, ...]
    suggested: str
    deeds: tuple[tuple[str, object], ...]
    letters: tuple[tuple[str, object], ...]
    left: tuple[object, ...]
    late: bool
    remind: bool
    application: rules.Application
    last_day: date | None


def sheet(review: Review, at: datetime) -> Sheet:
    found, stage, on = queries.findings(review), queries.stage(review), day_of(at)
    waiting = stage == rules.WAITING and review.answer_by is not None
    asked = queries.application(review)
    return Sheet(
        stage=str(words.STAGES[stage]), findings=tuple(finding(one) for one in found.values()),
        suggested=str(words.ADMITTED.get(rules.suggested(found), "")) if stage == rules.ASKED else "",
        deeds=tuple((name, words.DEEDS[name][0]) for name in open_deeds(review, stage, found)),
        letters=tuple((kind, words.LETTER_NAMES[kind]) for kind in words.letters(stage, review.admitted)),
        left=tuple(words.LEFT[one] for one in queries.left(review)) if stage in (rules.DECIDED, rules.ANSWERED) else (),
        late=bool(waiting and review.answer_by and rules.is_late(review.answer_by, on)),
        remind=bool(waiting and review.answer_by and on >= rules.reminder_on(review.answer_by)),
        application=asked, last_day=rules.last_day(asked),
    )  # fmt: skip


def open_deeds(review: Review, stage: str, found: Mapping[str, rules.Found]) -> Iterable[str]:
    """What may be done now, without what has nothing to do: time that is not late, faults there are not, nothing asked."""
    idle = {
        "extend": found["time"].conclusion != "late", "waive": not found["form"].missing,
        "came": all(one.came_at for one in review.requests.all()), "recommend": review.outcome != rules.UPHELD,
        "decide": not review.points.all(),
    }  # fmt: skip
    return (name for name in rules.DEEDS[stage] if not idle.get(name))


def finding(one: rules.Found) -> Finding:
    lines = tuple(
        Line(said(line), str(words.ANSWERS[line.answer]), line.source, line.recalled, line.answer == rules.YES)
        for line in one.lines
    )
    says = words.conclusion(one.conclusion)
    return Finding(str(words.QUESTIONS[one.question]), str(words.ANSWERS[one.answer]), says, lines, one.answer != rules.YES)


def said(line: rules.Line) -> str:
    asks = words.line(line.code, language())
    return f"{asks} {day(line.day)}" if line.day else asks


def ways(request: HttpRequest, review: Review) -> dict[str, str]:
    """What each way was called on the day it was recommended."""
    items = review.recommendations.all() if review.recommended_at else ()
    listed = asked_once(request, queries.WAYS) if items else None
    on = day_of(review.recommended_at) if review.recommended_at else date.min
    return {one.way: listed.name(one.way, on, language()) for one in items} if listed else {}


def notes(name: str, review: Review) -> tuple[str, ...]:
    """What a person should read before that deed."""
    found = queries.findings(review)
    if name == "admit":
        pointed = words.ADMITTED.get(rules.suggested(found))
        if pointed is None:
            return (_("The findings do not point to one answer yet. Something is not known, or is missing."),)
        why = words.conclusion(found[{"no_right": "right", "late": "time"}.get(rules.ground(found), "body")].conclusion)
        return (_("The findings point to this: %(answer)s.") % {"answer": str(pointed)}, why)
    return tuple(str(one) for one in words.NOTES.get(name, ()))


@dataclass(frozen=True)
class Row:
    """A review in the register."""

    review: Review
    who: str
    stage: str
    came_of: str
    late: bool


def row(review: Review, on: date) -> Row:
    stage, person = queries.stage(review), review.case.complainant
    came_of = words.CAME_OF.get(review.outcome or review.admitted, "")
    late = stage == rules.WAITING and review.answer_by is not None and rules.is_late(review.answer_by, on)
    return Row(review, person.name if person else "", str(words.STAGES[stage]), str(came_of), late)


def categories(request: HttpRequest, found: Iterable[queries.Theme]) -> list[tuple[str, queries.Theme]]:
    listed, on = asked_once(request, "categories"), day_of(request.at)
    return [(f"{one.of} {listed.name(one.of, on, language())}" if one.of else _("Not said"), one) for one in found]


def areas(found: Iterable[queries.Theme], teams: Mapping[int, Team]) -> list[tuple[str, queries.Theme]]:
    return [(teams[one.of].name(language()) if one.of in teams else _("Not said"), one) for one in found]
