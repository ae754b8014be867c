"""What anybody outside may read points at nobody: no person or officer of ours, no case, and no address or number of somebody's.

It finds what it knows. A person it does not know is found by the colleague who reads before it is public."""

import re
from collections.abc import Iterable

from putright.people.models import Officer, Person
from putright.people.rules import RANKS, fold

from .refusals import PointsAtSomebody

REFERENCE = re.compile(r"\bPR[- ]?[0-9A-Z]{5}[- ]?[0-9A-Z]{5}\b", re.IGNORECASE)
REACH = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+|(?<![\d,.])(?:\+44|0)(?:[ ()-]?\d){9,10}(?!\d)")
SAID_OF_MANY = frozenset("special chief officer heddwas uwch prif swyddog".split())  # “Chief Constable”, “Swyddog Cymorth”
RANK = "|".join(sorted(RANKS - SAID_OF_MANY))
RANKED = re.compile(rf"\b(?i:{RANK})\.? (?:\d{{2,6}}\b|[A-ZÂÊÎÔÛŴŶ][a-zâêîôûŵŷ'’-]+)")
NAME = (2, 3, 4)  # words of a full name


def check_names_nobody(*texts: str, reach: Iterable[str] = ()) -> None:
    """Refuses PointsAtSomebody with the first words found. `reach` is where others may ask: a team's own number may stand there.
    Two queries."""
    telling = " \n ".join(texts)
    everything = " \n ".join([telling, *reach])
    for pattern, words in ((REFERENCE, everything), (REACH, telling), (RANKED, everything)):
        if found := pattern.search(words):
            raise PointsAtSomebody(found[0].strip())
    if name := known_name(everything):
        raise PointsAtSomebody(name)


def known_name(words: str) -> str:
    """The full name of an officer or a person in our cases that stands in the words; empty when none does."""
    said = fold(words).split()
    names = {" ".join(said[place : place + long]) for long in NAME for place in range(len(said) - long + 1)}
    officer = Officer.objects.filter(name_key__in=names, organisational=False).values_list("name", flat=True).first()
    return officer or Person.objects.filter(name_key__in=names).values_list("name", flat=True).first() or ""
