"""How long a sitting and a link last, and what a chosen word must be. No Django."""

from collections.abc import Mapping
from datetime import datetime, timedelta

IDLE = timedelta(minutes=15)
LONGEST = timedelta(hours=2)
NOTICED = timedelta(minutes=1)  # a sitting is written no more often than this
LINK_LASTS = timedelta(minutes=30)
LINKS_A_DAY = 6  # sent to one address for one case; the reference and the code always open
GUESSES = 5  # wrong words on one link, and wrong codes for one new address
CODE_LASTS = timedelta(days=2)
LETTER_LASTS = timedelta(days=28)  # a code on paper: it must be printed, posted and found [our own choice]
SHORTEST_WORD = 8
NEVER = ("no_email", "no_phone", "no_post", "no_voicemail")


def is_over(began_at: datetime, used_at: datetime, *, at: datetime) -> bool:
    return at - used_at > IDLE or at - began_at > LONGEST


def too_easy(word: str, known: tuple[str, ...]) -> bool:
    """Short, or one of the things that everybody near them knows: their name, number, postcode or reference."""
    plain = folded(word)
    return len(plain) < SHORTEST_WORD or any(
        len(one) > 3 and (one in plain or plain in one) for one in map(folded, known)
    )


def folded(text: str) -> str:
    """As somebody remembers it: no spaces, signs or capitals."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def stricter(now: Mapping[str, object], asked: Mapping[str, object]) -> dict[str, object]:
    """A safe-contact rule with more in it. Nothing is ever taken out or made wider by it: that is asked of a handler, who
    makes sure that it is them."""
    kept = dict(now) | {name: True for name in NEVER if asked.get(name)}
    begins = [str(rule["not_before"]) for rule in (now, asked) if rule.get("not_before")]
    ends = [str(rule["not_after"]) for rule in (now, asked) if rule.get("not_after")]
    kept |= {"not_before": max(begins)} if begins else {}
    kept |= {"not_after": min(ends)} if ends else {}
    known, added = str(now.get("note", "")), str(asked.get("note", ""))
    return kept | ({"note": " / ".join(filter(None, (known, added)))} if added and added not in known else {})
