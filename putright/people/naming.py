"""A name as its first and last part, how each part sounds, and which other forms of it there are. No Django.

`names.txt` holds the Welsh and English forms and the short forms. A patronymic is one part: “Ieuan ap Rhys” is ieuan, aprhys."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .rules import RANKS, fold

PATRONYMIC = frozenset({"ap", "ab", "ferch", "verch", "merch"})
# Welsh and English letters that stand for one sound, the longest first; then vowels fall away.
SOUNDS = (
    ("ff", "f"), ("ph", "f"), ("ll", "l"), ("dd", "t"), ("th", "t"), ("rh", "r"), ("ch", "c"), ("ck", "c"), ("gh", "g"),
    ("si", "s"), ("sh", "s"), ("v", "f"), ("d", "t"), ("k", "c"), ("q", "c"), ("x", "cs"), ("z", "s"), ("b", "p"),
)  # fmt: skip
SILENT = re.compile(r"[aeiouwyh]")
TWICE = re.compile(r"(.)\1+")


@dataclass(frozen=True)
class Name:
    """First and last part, folded. One word alone is the last part; nothing is two empty parts."""

    first: str = ""
    last: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(filter(None, (self.first, self.last)))


@cache
def name(text: str) -> Name:
    """“Dr Siân ap Rhys” is (sian, aprhys). What stands between is left out: people give it on one day only."""
    words = [word for word in fold(text).split() if word not in RANKS]
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] in PATRONYMIC:
            joined[-1] += word
        else:
            joined.append(word)
    if not joined:
        return Name()
    return Name(joined[0] if len(joined) > 1 else "", joined[-1])


@cache
def sound(part: str) -> str:
    """The consonants of a part as they sound, the first letter kept: gruffydd is grft, griffith is grft."""
    for letters, one in SOUNDS:
        part = part.replace(letters, one)
    return TWICE.sub(r"\1", part[:1] + SILENT.sub("", part[1:]))


@cache
def lines() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(kind, forms) for each line of the list."""
    read = Path(__file__).with_name("names.txt").read_text(encoding="utf-8").splitlines()
    rows = [row.partition(":") for row in read if row.strip() and not row.startswith("#")]
    return tuple((kind.strip(), tuple(dict.fromkeys(forms.split()))) for kind, _, forms in rows)


@cache
def groups(which: str) -> Mapping[str, frozenset[str]]:
    """Form -> the lines it stands in, for a first ("first", short forms too) or a last part ("last")."""
    kinds = {"first", "short"} if which == "first" else {"last"}
    found: dict[str, set[str]] = defaultdict(set)
    for number, (kind, forms) in enumerate(lines()):
        if kind in kinds:
            for form in forms:
                found[form].add(f"{kind}{number}")
    return {form: frozenset(numbers) for form, numbers in found.items()}


def shared(one: str, other: str, which: str) -> str:
    """Which kind of line has both forms: first, last, short; empty when none has."""
    both = groups(which).get(one, frozenset()) & groups(which).get(other, frozenset())
    kinds = sorted({group.rstrip("0123456789") for group in both})
    return kinds[0] if kinds else ""
