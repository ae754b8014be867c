"""The scale, when a standard is passed, and what keeps an item out of a pack. No Django."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from .shape import Standard

NONE, PARTIAL, FULL, PLUS = "none", "partial", "full", "plus"
SCALE = (NONE, PARTIAL, FULL, PLUS)  # non-compliance < partial < compliance < compliance plus
PROGRESS = ("not_begun", "gathering", "ready", "checked")
KINDS = (
    "thanks", "survey", "report", "meeting", "lesson", "improvement", "board", "email", "presentation", "workshop", "sample",
    "training", "policy", "other",
)  # fmt: skip
NOT_NEEDED, NEEDED, DONE = "not_needed", "needed", "done"  # redaction
NOT_ASKED, GIVEN, REFUSED = "not_asked", "given", "refused"  # consent; or NOT_NEEDED
REACHES = re.compile(
    r"[\w.+-]+@[\w-]+\.[\w.-]+|(?<!\d)(?:\+44|0)(?:[ -]?\d){9,10}(?!\d)|\bPR-[0-9A-Z]{5}-[0-9A-Z]{5}\b"
)
SHORTEST = 3  # letters of a name worth looking for


@dataclass(frozen=True)
class Allowed:
    """How many partials a criterion may have, by body and from a day. Without a row nobody says when it is passed."""

    body: str
    since: date
    partials: Mapping[str, int]
    recalled: bool = False


@dataclass(frozen=True)
class Why:
    """One reason why it is not yet passed: `code` is none, partial or unscored; `refs` the elements; `allowed` how many."""

    code: str
    criterion: str
    refs: tuple[str, ...]
    allowed: int = 0


@dataclass(frozen=True)
class Finding:
    """`answer`: yes, no, or not_known while anything is unscored or no rule says. A finding, and the assessor decides."""

    answer: str
    why: tuple[Why, ...]
    rule: Allowed | None


def passed(standard: Standard, scores: Mapping[str, str], rule: Allowed | None) -> Finding:
    """No non-compliance, and no more partials in a criterion than the body allows."""
    why: list[Why] = []
    for criterion in standard.criteria:
        refs = [one.ref for one in standard.of(criterion.ref)]
        allowed = rule.partials.get(criterion.ref, 0) if rule else 0
        by = {score: tuple(ref for ref in refs if scores.get(ref, "") == score) for score in (NONE, PARTIAL, "")}
        why += [Why("none", criterion.ref, by[NONE])] if by[NONE] else []
        why += [Why("partial", criterion.ref, by[PARTIAL], allowed)] if rule and len(by[PARTIAL]) > allowed else []
        why += [Why("unscored", criterion.ref, by[""])] if by[""] else []
    fails = any(one.code != "unscored" for one in why)
    answer = "no" if fails and rule else "not_known" if why or rule is None else "yes"
    return Finding(answer, tuple(why), rule)


def in_force(rules: Iterable[Allowed], body: str, on: date) -> Allowed | None:
    """The newest row of a body that holds that day."""
    held = [one for one in rules if one.body == body and one.since <= on]
    return max(held, key=lambda one: one.since, default=None)


@dataclass(frozen=True)
class Held:
    """What of an item decides whether an assessor may see it. `names`: of the person whose words they are."""

    title: str
    words: str
    redaction: str
    consent: str
    expires_on: date | None
    has_something: bool
    shows: bool  # its file, if it has one, can be drawn
    names: tuple[str, ...] = ()


def unfit(item: Held, on: date) -> list[str]:
    """Every reason why it may not go into a pack that day: codes of words.UNFIT, none when it may."""
    text = f"{item.title}\n{item.words}"
    unnamed = item.consent == GIVEN
    tests = {
        "redact": item.redaction == NEEDED,
        "consent": item.consent in (NOT_ASKED, REFUSED) and item.redaction != DONE,
        "reaches": bool(REACHES.search(text)),
        "names": not unnamed and names_anybody(text, item.names),
        "expired": item.expires_on is not None and item.expires_on < on,
        "empty": not item.has_something,
        "file": not item.shows,
    }
    return [code for code, holds in tests.items() if holds]


def names_anybody(text: str, names: Iterable[str]) -> bool:
    parts = {part for name in names for part in re.split(r"[\s\-’']+", name) if len(part) >= SHORTEST}
    return any(re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text, re.IGNORECASE) for part in parts)
