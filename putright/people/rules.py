"""How names, numbers and postcodes are folded so that the same person is found however they are typed."""

import re
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


GREETED = frozenset("dear annwyl hi hello helo".split())  # said before the name of whom somebody writes to
NUMBERED = RANKS | frozenset("collar shoulder number no num badge warrant rhif coler ysgwydd bathodyn".split())


def stands_in(text: str, name: str, number: str = "", *, greetings: bool = True, bare: bool = False) -> bool:
    """Whether a colleague's full name or collar number stands in what somebody said. `text` as `fold` gives it.

    First and last name in either order, with one word between at most; the number after a rank or the word for one, or
    with its letters. Without `greetings` a name after “Dear” is whom they write to; with `bare` any such number counts."""
    return _name_in(text, name, greetings) or _number_in(text, number, bare)


def _name_in(text: str, name: str, greetings: bool) -> bool:
    theirs = [word for word in fold(name).split() if word not in RANKS]
    if not theirs or theirs[-1] not in text:
        return False
    first, last = (re.escape(theirs[place]) for place in (0, -1))
    wanted = rf"{first}(?: \w+)? {last}|{last} {first}" if len(theirs) > 1 else first
    found = re.finditer(rf"(?:(\w+) )?\b(?:{wanted})\b", text)
    return any(greetings or one[1] not in GREETED for one in found)


def _number_in(text: str, number: str, bare: bool) -> bool:
    figures = "".join(sign for sign in number if sign.isdecimal()).lstrip("0")
    if len(figures) < 2 or figures not in text:
        return False
    if fold(number) != figures and f" {fold(number)} " in f" {text} ":
        return True
    words = text.split()
    for place, word in enumerate(words):
        said = re.fullmatch(r"([a-z]{0,4})0*([0-9]+)", word)
        if said and said[2] == figures and (bare or said[1] in RANKS or NUMBERED & set(words[max(0, place - 2) : place])):
            return True
    return False


LARGE = re.compile(
    r"\b(large|larger|big|bigger) (print|type|font|text)\b|\b(print|teip) (bras|mawr)\b|\b(1[6-9]|2\d) ?-?(pt|point)",
    re.IGNORECASE,
)


def wants_large_print(adjustments: str) -> bool:
    """Whether what was written down of somebody's needs, in either language, asks for large print."""
    return bool(LARGE.search(adjustments))
