"""References a person can read out over the telephone and nobody can guess the next of."""

import secrets

# No I, L, O, U or Z: they are misheard and misread. 31 is a prime, so that the check finds every single slip.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXY"
MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0", "U": "V", "Z": "2"})


def make() -> str:
    """Nine random characters and a check character, as PR-ABCDE-FGHJK: one in 26 million million to guess."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(9))
    return _dressed(body + _check(body))


def tidy(text: str) -> str:
    """What somebody typed, as a reference; empty when it cannot be one (wrong length, or a slip the check finds)."""
    letters = "".join(c for c in text.upper() if c.isalnum())
    letters = (letters.removeprefix("PR") if len(letters) == 12 else letters).translate(MISREAD)
    if len(letters) != 10 or not set(letters) <= set(ALPHABET) or _check(letters[:9]) != letters[9]:
        return ""
    return _dressed(letters)


def _check(body: str) -> str:
    return ALPHABET[sum((i + 1) * ALPHABET.index(c) for i, c in enumerate(body)) % len(ALPHABET)]


def _dressed(letters: str) -> str:
    return f"PR-{letters[:5]}-{letters[5:]}"
