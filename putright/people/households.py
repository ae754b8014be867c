"""The people of one address, asked once which language they want (Welsh language standard 3)."""

import hashlib
import re

from .models import Household, Person
from .rules import fold, postcode_key

BOTH = "cy+en"
LANGUAGES = ("cy", "en", BOTH)


def place(person: Person) -> str:
    """What tells one address from another however it is typed: the postcode with the first line, else the whole address.
    Empty for somebody whose address is not known. A digest, so that a preference does not become a list of addresses."""
    lines = [words for line in re.split(r"[,\n]", person.address) if (words := fold(line))]
    alone = bool(lines) and any(sign.isdigit() for sign in lines[0]) and " " not in lines[0]  # “4, Heol y Bont”
    first = " ".join(lines[: 2 if alone else 1])
    known = f"{postcode_key(person.postcode)} {first}" if person.postcode.strip() and first else " ".join(lines)
    return hashlib.sha256(known.encode()).hexdigest() if known else ""


def household(person: Person) -> Household | None:
    """What was last said for everybody at this person's address; None when nobody was asked. At most one query.

    Never drawn from what somebody else living there chose for themselves: many share the address of a hostel or a prison."""
    where = place(person)
    return Household.objects.filter(place=where).order_by("-pk").first() if where else None
