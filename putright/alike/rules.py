"""Whether two contacts may be about one thing, and by which words. No Django.

The same matter told twice by one person, or one incident seen by several. Only a suggestion, with the words that match.
The Welsh is machine-written; awaiting a translator."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from offices import Text
from putright.people.rules import fold

WITHIN = timedelta(days=30)  # contacts further apart are not compared
SOON = timedelta(days=14)  # one person's second telling
SHORTEST = 4  # letters of a word that says something
WORDS, SHARE = 4, 0.5  # of the shorter one's words, at least so many and such a part
# Said of every place and every officer, in both languages.
EVERYWHERE = frozenset(
    "street road lane avenue close drive station police officer officers centre town city near outside heddlu heddwas swyddog "
    "stryd ffordd heol gorsaf tref dinas ganol wrth ymyl number their there they them with from that this were have been said "
    "what when which would about after before could didn told asked wedi oedd roedd gyda bod nhw dweud doedd hefyd felly".split()
)


@dataclass(frozen=True)
class Rule:
    """A reason to think that two contacts are about one thing. `same` is what they then are: a matter or an incident."""

    id: str
    same: str
    words: Text


REFERENCE = Rule("same-reference", "incident", Text("The same crime or incident number", "Yr un rhif trosedd neu ddigwyddiad"))
AGAIN = Rule("told-again", "matter", Text("The same person in similar words, within two weeks",
                                          "Yr un person mewn geiriau tebyg, o fewn pythefnos"))  # fmt: skip
PLACE = Rule("same-day-place", "incident", Text("The same day and place", "Yr un diwrnod a lle"))
OFFICER = Rule("same-day-officer", "incident", Text("The same day, about the same officer", "Yr un diwrnod, am yr un swyddog"))
RULES = (REFERENCE, AGAIN, PLACE, OFFICER)


@dataclass(frozen=True)
class Told:
    """What is compared of a contact. `person` is anything that is equal for one person; None: not known."""

    received_at: datetime
    words: str = ""
    person: object = None
    happened_on: date | None = None
    place: str = ""
    about: str = ""
    reference: str = ""
    officers: frozenset[str] = field(default_factory=frozenset)  # collar numbers or names of officers named on the case


@dataclass(frozen=True)
class Held:
    """A rule that held, and the words both have in common."""

    rule: Rule
    words: tuple[str, ...]


def significant(text: str) -> frozenset[str]:
    """The words that say something: long enough, or a number, and not said everywhere."""
    return frozenset(word for word in fold(text).split() if len(word) >= SHORTEST or word.isdecimal()) - EVERYWHERE


def alike(one: Told, other: Told) -> tuple[Held, ...]:
    """Every rule that holds between two contacts."""
    if abs(one.received_at - other.received_at) > WITHIN:
        return ()
    return tuple(_held(one, other))


def _held(one: Told, other: Told) -> Iterator[Held]:
    ours, theirs = (_plain(each.reference) for each in (one, other))
    if len(ours) >= SHORTEST and ours == theirs:
        yield Held(REFERENCE, (one.reference,))
    if one.person is not None and one.person == other.person and abs(one.received_at - other.received_at) <= SOON:
        if again := _again(significant(one.words), significant(other.words)):
            yield Held(AGAIN, again)
    if one.happened_on and one.happened_on == other.happened_on:
        if shared := significant(one.place) & significant(other.place):
            yield Held(PLACE, tuple(sorted(shared)))
        if shared := _officers(one) & _officers(other):
            yield Held(OFFICER, tuple(sorted(shared)))


def _again(ours: frozenset[str], theirs: frozenset[str]) -> tuple[str, ...]:
    shared = ours & theirs
    enough = len(shared) >= WORDS and len(shared) >= SHARE * min(len(ours), len(theirs))
    return tuple(sorted(shared)) if enough else ()


def _officers(one: Told) -> frozenset[str]:
    return significant(one.about).union(*(significant(officer) for officer in one.officers))


def _plain(reference: str) -> str:
    return fold(reference).replace(" ", "")


def kind_of(held: Iterable[Held]) -> str:
    """What the two are, if the rules are right: a matter told again before an incident shared."""
    return "matter" if any(one.rule.same == "matter" for one in held) else "incident"
