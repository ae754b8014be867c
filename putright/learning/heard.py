"""What other rooms heard that somebody may learn from: themes of the month's sample, suggestions in answers to surveys. Each is
taken up once, as a lesson or as an answered suggestion; until then it waits here, or is set aside for a while."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet

from putright.cases.models import Case
from putright.law.calendar import day_of
from putright.quality import lists
from putright.quality import queries as quality
from putright.surveys import queries as surveys

from . import queries
from .models import Aside, Lesson, Suggestion

LOOKS_BACK = timedelta(days=365)
SAMPLE, ANSWER = "sample", "answer"


@dataclass(frozen=True)
class Heard:
    """`kind` and `pk` name it in an address. The sample says nothing of its case."""

    kind: str
    pk: int
    words: str
    on: date
    case: Case | None = None

    @property
    def source(self) -> str:
        return f"{self.kind}:{self.pk}"


def untaken(cases: QuerySet[Case], language: str, at: datetime) -> list[Heard]:
    """What nobody took up yet, the newest first. As many queries however much was heard."""
    made = Lesson.objects.exclude(source="").values_list("source")
    taken = {source for (source,) in made.union(Suggestion.objects.exclude(source="").values_list("source"))}
    found = [*_answers(cases, at), *_samples(language, at)]
    return sorted((one for one in found if one.source not in taken), key=lambda one: (one.on, one.pk), reverse=True)


def waiting(cases: QuerySet[Case], language: str, at: datetime) -> list[Heard]:
    """What nobody took up and nobody set aside. Six queries."""
    return parted(untaken(cases, language, at), at)[0]


def parted(rows: list[Heard], at: datetime) -> tuple[list[Heard], list[tuple[Heard, Aside]]]:
    """What waits, and what is set aside with why. One query."""
    held = queries.asides(day_of(at), (SAMPLE, ANSWER))
    return [one for one in rows if one.source not in held], [(one, held[one.source]) for one in rows if one.source in held]


def one(cases: QuerySet[Case], kind: str, pk: int, language: str, at: datetime) -> Heard | None:
    return next((found for found in untaken(cases, language, at) if (found.kind, found.pk) == (kind, pk)), None)


def _answers(cases: QuerySet[Case], at: datetime) -> Iterator[Heard]:
    looks = list(surveys.suggestions(at - LOOKS_BACK, at + timedelta(seconds=1)))
    about = {look.response.invite.case_id for look in looks if look.response.invite.case_id}
    mine = set(cases.filter(pk__in=about).values_list("pk", flat=True))
    for look in looks:
        case = look.response.invite.case
        words = "\n".join(str(said) for said in look.response.words.values() if str(said).strip())
        if words and (case is None or case.pk in mine):
            yield Heard(ANSWER, look.pk, words, day_of(look.response.at), case)


def _samples(language: str, at: datetime) -> Iterator[Heard]:
    names = lists.named("dip", language)
    for theme in quality.themes(at - LOOKS_BACK):
        points = "; ".join(names.get(code, code) for code in theme.points)
        yield Heard(SAMPLE, theme.look, theme.words or points, day_of(theme.at))
