"""What a handler typed in the one box for who it is: a name, a telephone number, a postcode, or all three. No Django."""

import re
from dataclasses import dataclass
from datetime import datetime

import phonenumbers

POSTCODE = re.compile(r"\b([A-Z]{1,2}[0-9][0-9A-Z]?) ?([0-9][A-Z]{2})\b", re.IGNORECASE)

WHOLE = 9  # figures of a number that can be rung from anywhere; a collar or house number has fewer


@dataclass(frozen=True)
class Typed:
    name: str = ""
    phone: str = ""
    postcode: str = ""


def read_who(text: str) -> Typed:
    """“Ffion Rees 07700 900123 SG1 1AA” as its three parts. Whatever is neither number nor postcode is the name."""
    rest, phone, postcode = " ".join(text.split()), "", ""
    if found := POSTCODE.search(rest):
        postcode = f"{found[1]} {found[2]}".upper()
        rest = rest[: found.start()] + " " + rest[found.end() :]
    possible = phonenumbers.PhoneNumberMatcher(rest, "GB", leniency=phonenumbers.Leniency.POSSIBLE)
    if number := next((found for found in possible if len(figures(found.raw_string)) >= WHOLE), None):
        phone = number.raw_string
        rest = rest[: number.start] + " " + rest[number.end :]
    return Typed(" ".join(rest.split()).strip(" ,;"), phone, postcode)


def figures(text: str) -> str:
    """The figures of part of a telephone number as it is being typed, as our look-up keys have them: no first nought."""
    only = "".join(letter for letter in text if letter.isdecimal() and letter.isascii())
    return only.removeprefix("00").lstrip("0")


def seconds_since(began: str, at: datetime) -> int | None:
    """How long the handler was busy; None when the page does not say, or says what cannot be."""
    try:
        seconds = int((at - datetime.fromisoformat(began)).total_seconds())
    except (TypeError, ValueError):
        return None
    return seconds if 0 <= seconds < 24 * 60 * 60 else None
