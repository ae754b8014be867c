"""Whether two people may be one: rules with points, each with its sentence and the words it found. No Django.

The machine only suggests. A person decides, and can take it back. Points are about the logarithm (to base 2) of how much
more often a thing holds for one person written down twice than for two people, rounded by hand; points add up.
The Welsh is machine-written; awaiting a translator."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA, JaroWinkler

from offices import Text

from .naming import name, shared, sound

SUGGESTED = 12  # points from which two people are suggested as one
FIGURES = re.compile(r"\d+")


@dataclass(frozen=True)
class Known:
    """What is compared of a person. `phone` and `postcode` as their keys, `email` and `address` folded."""

    name: str = ""
    phone: str = ""
    email: str = ""
    postcode: str = ""
    address: str = ""
    born_on: date | None = None


@dataclass(frozen=True)
class Rule:
    """One reason for or against. `id` is kept with a merge; `words` says it to the reader."""

    id: str
    points: int
    words: Text


RULES = (
    Rule("phone-same", 12, Text("The same telephone number, however it is written",
                                "Yr un rhif ffôn, sut bynnag y’i hysgrifennir")),
    Rule("email-same", 12, Text("The same email address", "Yr un cyfeiriad e-bost")),
    Rule("born-same", 9, Text("The same date of birth", "Yr un dyddiad geni")),
    Rule("born-slip", 6, Text("Dates of birth that differ by a slip: one figure, or two figures the other way round",
                              "Dyddiadau geni sy’n wahanol o drwch blewyn: un ffigur, neu ddau ffigur o chwith")),
    Rule("born-other", -5, Text("Different dates of birth", "Dyddiadau geni gwahanol")),
    Rule("last-same", 6, Text("The same last name", "Yr un cyfenw")),
    Rule("last-form", 5, Text("Welsh and English forms of one last name", "Ffurfiau Cymraeg a Saesneg ar yr un cyfenw")),
    Rule("last-spelt", 4, Text("Last names spelt almost alike", "Cyfenwau wedi’u sillafu bron yr un fath")),
    Rule("last-other", -4, Text("Different last names", "Cyfenwau gwahanol")),
    Rule("first-same", 4, Text("The same first name", "Yr un enw cyntaf")),
    Rule("first-form", 4, Text("Welsh and English forms of one first name", "Ffurfiau Cymraeg a Saesneg ar yr un enw cyntaf")),
    Rule("first-short", 3, Text("A first name and its short form", "Enw cyntaf a’i ffurf fer")),
    Rule("first-spelt", 3, Text("First names spelt almost alike", "Enwau cyntaf wedi’u sillafu bron yr un fath")),
    Rule("first-initial", 1, Text("A first name and its first letter", "Enw cyntaf a’i lythyren gyntaf")),
    Rule("first-other", -9, Text("Different first names", "Enwau cyntaf gwahanol")),
    Rule("swapped", -1, Text("First and last name the other way round", "Enw cyntaf a chyfenw o chwith")),
    Rule("postcode-same", 5, Text("The same postcode", "Yr un cod post")),
    Rule("postcode-slip", 3, Text("Postcodes that differ by one letter or figure, or by two the other way round",
                                  "Codau post sy’n wahanol o un llythyren neu ffigur, neu o ddau o chwith")),
    Rule("address-same", 7, Text("The same address", "Yr un cyfeiriad")),
    Rule("address-alike", 4, Text("Addresses that are alike", "Cyfeiriadau tebyg")),
    Rule("address-other", -3, Text("Different addresses", "Cyfeiriadau gwahanol")),
    Rule("house-same", 2, Text("The same house number", "Yr un rhif tŷ")),
)  # fmt: skip
BY_ID = {rule.id: rule for rule in RULES}


@dataclass(frozen=True)
class Found:
    """A rule that held, and the words it held for: of the one and of the other."""

    rule: Rule
    ours: str
    theirs: str


@dataclass(frozen=True)
class Likeness:
    """Everything that was found for and against."""

    found: tuple[Found, ...]

    @property
    def points(self) -> int:
        return sum(one.rule.points for one in self.found)

    @property
    def suggested(self) -> bool:
        return self.points >= SUGGESTED

    @property
    def reasons(self) -> tuple[Found, ...]:
        """What speaks for it, the strongest first."""
        return tuple(sorted((one for one in self.found if one.rule.points > 0), key=lambda one: -one.rule.points))

    @property
    def doubts(self) -> tuple[Found, ...]:
        return tuple(one for one in self.found if one.rule.points <= 0)


def compare(one: Known, other: Known) -> Likeness:
    """Every rule that holds for the two. What is missing on either side says nothing."""
    found = [*_names(one.name, other.name), *_born(one.born_on, other.born_on)]
    for field, rule in (("phone", "phone-same"), ("email", "email-same")):
        ours, theirs = getattr(one, field), getattr(other, field)
        if ours and ours == theirs:
            found.append((rule, ours, theirs))
    found += [*_postcodes(one.postcode, other.postcode), *_addresses(one.address, other.address)]
    return Likeness(tuple(Found(BY_ID[rule], ours, theirs) for rule, ours, theirs in found))


Held = tuple[str, str, str]


def spelt_alike(one: str, other: str) -> bool:
    """One slip of the key in a short word, two in a long one; or nearly the same from its beginning."""
    slips = OSA.distance(one, other)
    if min(len(one), len(other)) < 3:
        return False
    return slips <= (1 if max(len(one), len(other)) < 7 else 2) or JaroWinkler.similarity(one, other) >= 0.92


def _part(one: str, other: str, which: str) -> str:
    """Which rule holds between two first or two last parts."""
    if one == other:
        return f"{which}-same"
    if kind := shared(one, other, which):
        return f"{which}-short" if kind == "short" else f"{which}-form"
    if spelt_alike(one, other) or (sound(one) == sound(other) and len(sound(one)) > 1):
        return f"{which}-spelt"
    if which == "first" and min(len(one), len(other)) == 1 and one[:1] == other[:1]:
        return "first-initial"
    return f"{which}-other"


def _names(one: str, other: str) -> list[Held]:
    """The names as they stand or the other way round, whichever speaks more for it."""
    ours, theirs = name(one), name(other)
    if not (ours.last and theirs.last):
        return []
    straight = _both((ours.first, ours.last), (theirs.first, theirs.last))
    if not (ours.first and theirs.first):  # one word: it may be either part
        firsts = [held for held in _lone(ours.parts, theirs.parts) if held[0] != "first-other"]
        return firsts[:1] if firsts and straight[0][0] == "last-other" else straight
    swapped = ("swapped", one, other)
    ours_wrong = [*_both((ours.last, ours.first), (theirs.first, theirs.last)), swapped]
    theirs_wrong = [*_both((ours.first, ours.last), (theirs.last, theirs.first)), swapped]
    return max(straight, ours_wrong, theirs_wrong, key=lambda held: sum(BY_ID[rule].points for rule, _, _ in held))


def _lone(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Iterator[Held]:
    """One side is a single word: whether it is the other's first name."""
    for mine in ours:
        for yours in theirs:
            yield _part(mine, yours, "first"), mine, yours


def _both(ours: tuple[str, str], theirs: tuple[str, str]) -> list[Held]:
    pairs = zip(("first", "last"), ours, theirs, strict=True)
    return [(_part(one, other, which), one, other) for which, one, other in pairs if one and other]


def _born(one: date | None, other: date | None) -> Iterator[Held]:
    if not one or not other:
        return
    ours, theirs = one.isoformat(), other.isoformat()
    if ours == theirs:
        yield "born-same", ours, theirs
    elif OSA.distance(ours, theirs) <= 1 or (one.year, one.month, one.day) == (other.year, other.day, other.month):
        yield "born-slip", ours, theirs
    else:
        yield "born-other", ours, theirs


def _postcodes(one: str, other: str) -> Iterator[Held]:
    if one and one == other:
        yield "postcode-same", one, other
    elif one and other and OSA.distance(one, other) <= 1:
        yield "postcode-slip", one, other


def _addresses(one: str, other: str) -> Iterator[Held]:
    if not one or not other:
        return
    alike = max(fuzz.token_sort_ratio(one, other), fuzz.token_set_ratio(one, other) - 5,
                fuzz.ratio(one.replace(" ", ""), other.replace(" ", "")))  # fmt: skip
    yield ("address-same" if alike >= 88 else "address-alike" if alike >= 70 else "address-other"), one, other
    ours, theirs = FIGURES.search(one), FIGURES.search(other)
    if ours and theirs and ours[0] == theirs[0]:
        yield "house-same", ours[0], theirs[0]
