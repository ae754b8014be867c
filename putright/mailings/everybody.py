"""Which letters may go to everybody on a case, and to whom. Reads; writes nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from putright.cases.models import Case
from putright.interested.rules import languages as languages_of
from putright.law.calendar import day_of
from putright.letterkinds.asking_ours import TYPED
from putright.letterkinds.catalogue import template
from putright.letterkinds.kinds import KINDS
from putright.letterkinds.parts import COMPLAINANT
from putright.letters import addressee, making, rules
from putright.people.models import Person
from putright.words import queries as worded

ANOTHERS = frozenset({"told", "record", "adjustments", "points"})  # what one person wrote, or needs: no other reads it


def kinds() -> list[str]:
    """The kinds whose words are all ours and the handler's own."""
    return [
        kind.name
        for kind in KINDS.values()
        if kind.listed and (kind.asks or kind.once) and {*kind.once} <= TYPED.keys()
        and not kind.by_point and COMPLAINANT in kind.to
        and not any(ANOTHERS & template(kind.name, language).places for language in ("en", "cy"))
    ]  # fmt: skip


@dataclass(frozen=True)
class Reader:
    """Somebody on the case, and how a letter of that kind would go to them."""

    person: Person
    language: str
    medium: str

    @property
    def given(self) -> dict[str, str]:
        return {"to": f"{addressee.PERSON}:{self.person.pk}"}


def readers(case: Case, kind: str, at: datetime) -> list[Reader]:
    """Everybody of the public who is on the case, the complainant first."""
    found, book = [], worded.book(day_of(at))
    for person in addressee.people_of(case):
        to = addressee.to(case, {"to": f"{addressee.PERSON}:{person.pk}"})
        found.append(Reader(person, making.code_of(book, kind, to.language), rules.medium(to.reach)))
    return found


def languages(read: Iterable[Reader]) -> tuple[str, ...]:
    """Every language somebody is written to in, Welsh first: the handler's words are asked for in each."""
    wanted = {language for one in read for language in languages_of(one.language)}
    return tuple(language for language in ("cy", "en") if language in wanted)


def given_to(case: Case, one: Reader, values: Mapping[str, str]) -> dict[str, str]:
    """What their letter is made from. The complainant's is an ordinary letter of the case."""
    return dict(values) | ({} if one.person.pk == case.complainant_id else one.given)
