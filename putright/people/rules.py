"""How names, numbers and postcodes are folded so that the same person is found however they are typed."""

import unicodedata

import phonenumbers


def fold(text: str) -> str:
    """Lower case, no accents, single spaces: “Siân  Gruffydd” and “sian gruffydd” are equal."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(letters.split())


def phone_key(text: str) -> str:
    """The number in international digits (“07700 900123” is 447700900123); empty when it cannot be a number.

    `is_possible`, not `is_valid`: Ofcom's numbers for drama, which demonstrations use, are never valid."""
    try:
        number = phonenumbers.parse(text, "GB")
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number):
        return ""
    return f"{number.country_code}{number.national_number}"


def postcode_key(text: str) -> str:
    return "".join(text.split()).upper()[:10]


# Said before a name and no part of it, in both languages.
RANKS = frozenset(
    "pc pcso dc ds di dci dcc acc cc wpc sc ps sgt sergeant insp inspector cpt constable det detective supt superintendent "
    "chief special officer mr mrs ms miss mx dr sir cwnstabl heddwas rhingyll arolygydd ditectif uwch prif swyddog".split()
)


def may_be(said: str, known: str) -> bool:
    """Whether the officer somebody named may be the colleague of that name. Both as `fold` gives them.

    Leans to yes, because a wall too many is put right and one too few is not: ranks aside, every word of the colleague's
    name in any order, or their surname alone or with an initial (“Sgt Price”, “D. Price”)."""
    words, theirs = [word for word in said.split() if word not in RANKS], known.split()
    if not words or not theirs:
        return False
    if set(theirs) <= set(words):
        return True
    *before, surname = words
    return surname == theirs[-1] and all(len(word) == 1 and word == first[0] for word, first in zip(before, theirs, strict=False))


def same_number(one: str, other: str) -> bool:
    """Whether two collar numbers are one, whatever is written around the figures: “PC 2417”, “2417”, “c/02417”."""
    figures = ["".join(sign for sign in number if sign.isdecimal()).lstrip("0") for number in (one, other)]
    if any(figures):
        return figures[0] == figures[1]
    return bool(fold(one)) and fold(one) == fold(other)
