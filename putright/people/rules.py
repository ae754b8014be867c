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
