"""What a person can be found by, as numbers: two people with a number in common are worth comparing. No Django.

Each is made from something that does not change when it is spelt, spaced or dialled another way. A number of 64 bits and
not the words themselves: it is small, both databases look it up alike, and it tells a reader of the table nothing."""

import hashlib
import re
from collections.abc import Iterator

from offices import Text

from .alike import Known
from .naming import Name, groups, name, sound

SAID = {
    "phone": Text("their telephone number", "eu rhif ffôn"),
    "email": Text("their email address", "eu cyfeiriad e-bost"),
    "born": Text("their date of birth", "eu dyddiad geni"),
    "door": Text("house number and street", "rhif y tŷ a’r stryd"),
    "postcode": Text("their postcode", "eu cod post"),
    "name": Text("both names, as they sound or in another form", "y ddau enw, fel y maent yn swnio neu mewn ffurf arall"),
    "name-door": Text("one name and the house number", "un enw a rhif y tŷ"),
}  # the Welsh is machine-written; awaiting a translator
WEIGHTS = {"phone": 4, "email": 4, "born": 3, "door": 3, "postcode": 2, "name": 2, "name-door": 2}
HOUSE = re.compile(r"\b(\d+)[a-z]?\b\s*([a-z]*)")


def number(rule: str, *parts: str) -> int:
    """The same words give the same number in every process and on every machine."""
    digest = hashlib.blake2b("\n".join((rule, *parts)).encode(), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)


def keys(known: Known, *, asked: bool = False) -> dict[int, str]:
    """Number -> the rule it comes from. At most a dozen; none for somebody of whom nothing is known.

    `asked`: of somebody looked for, whose first name may have been taken for the last. Those written down need not be kept
    the other way round too."""
    return {number(rule, *parts): rule for rule, *parts in _found(known, asked)}


def _found(known: Known, asked: bool) -> Iterator[tuple[str, ...]]:
    for rule, value in (("phone", known.phone), ("email", known.email), ("postcode", known.postcode)):
        if value:
            yield rule, value
    if known.born_on:
        yield "born", known.born_on.isoformat()
    said, house = name(known.name), HOUSE.search(known.address)
    yield from _pairs(said)
    if asked and said.first:
        yield from _pairs(Name(said.last, said.first))
    if house:
        if house[2]:
            yield "door", house[1], house[2][:4]
        for part in said.parts:
            yield "name-door", sound(part), house[1]


def _pairs(said: Name) -> Iterator[tuple[str, ...]]:
    """First and last part in either order: as they sound, and by the lists of forms they stand in."""
    if not said.first:
        return
    yield "name", *sorted((sound(said.first), sound(said.last)))
    firsts = sorted(groups("first").get(said.first, ()))
    lasts = sorted(groups("last").get(said.last, ()))
    for first in firsts or [sound(said.first)]:
        for last in lasts or [sound(said.last)]:
            if firsts or lasts:
                yield "name", *sorted((first, last))
