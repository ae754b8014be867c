"""One in so many, which column is which, and when somebody may be rung. No Django."""

from collections.abc import Mapping, Sequence
from datetime import time

RESULTS = ("answered", "no_answer", "later", "refused", "wrong_number")
KEPT = 90  # days that a drawn name is kept; our own beginning, no source sets it
LONGEST = 730
UNFINISHED = 7  # days that a file nobody drew from is kept: it names everybody
OVER = frozenset({"refused", "wrong_number"})  # after these nobody rings again
MOST = 3  # attempts; recalled: our own choice, no source sets it
# Why somebody of our own cases is not drawn from, in the order in which it is asked.
TWICE, NOT_ASKED, ASKED_LATELY, NOT_THEMSELVES, NOT_RUNG, TOO_FAR = WHY_NOT = (
    "twice", "no_wish", "recent", "no_consent", "not_rung", "too_far")  # fmt: skip
FIELDS = ("name", "phone", "language", "crime_reference", "department", "dealt_with_by", "safe_to_ring", "not_before",
          "not_after")  # fmt: skip
# What a heading may be called, folded, in either language.
GUESSES = {
    "name": ("name", "victim", "victim name", "enw"),
    "phone": ("phone", "telephone", "mobile", "contact number", "ffon", "ffôn"),
    "language": ("language", "preferred language", "iaith"),
    "crime_reference": ("crime reference", "crime number", "crime ref", "reference", "cyfeirnod trosedd", "cyfeirnod"),
    "department": ("department", "unit", "team", "adran"),
    "dealt_with_by": ("dealt with by", "officer", "oic", "swyddog"),
    "safe_to_ring": ("safe to ring", "safe to call", "safe contact", "diogel ffonio"),
    "not_before": ("not before", "dim cyn"),
    "not_after": ("not after", "dim ar ol", "dim ar ôl"),
}
NO = frozenset({"no", "n", "false", "0", "na", "nac ydy", "do not ring"})
WELSH = frozenset({"cy", "welsh", "cymraeg"})


def every_nth(count: int, every: int, start: int) -> list[int]:
    """The rows drawn, from 1: `start`, then each nth after it. Refuses (ValueError) a start that is not within the first n."""
    if every < 1 or not 1 <= start <= every:
        raise ValueError(f"no row {start} among the first {every}")
    return list(range(start, count + 1, every))


def guessed(names: Sequence[str]) -> dict[str, str]:
    """Field -> heading, for the headings that say what they are."""
    folded = {" ".join(name.casefold().replace("_", " ").split()): name for name in reversed(names)}
    found = {}
    for field, words in GUESSES.items():
        if heading := next((folded[word] for word in words if word in folded), None):
            found[field] = heading
    return found


def mapped(row: Mapping[str, str], columns: Mapping[str, str]) -> dict[str, object]:
    """A row as it is kept. What is not clearly safe in the list is not rung: an unreadable hour counts as never."""
    said = {field: row.get(columns[field], "").strip() if columns.get(field) else "" for field in FIELDS}
    safe: dict[str, object] = {}
    if said["safe_to_ring"].casefold() in NO:
        safe["no_phone"] = True
    for field in ("not_before", "not_after"):
        if said[field]:
            hour = clock(said[field])
            safe |= {field: hour} if hour else {"no_phone": True}
    language = "cy" if said["language"].casefold() in WELSH else "en" if said["language"] else ""
    kept = {"name": 200, "phone": 40, "crime_reference": 60, "department": 100, "dealt_with_by": 200}
    return {field: said[field][:most] for field, most in kept.items()} | {"language": language, "safe": safe}


def clock(text: str) -> str:
    """“9:00” as 09:00; empty where it is no time of day."""
    hours, _colon, minutes = text.strip().replace(".", ":").partition(":")
    try:
        return time(int(hours), int(minutes[:2] or 0)).strftime("%H:%M")
    except ValueError:
        return ""


def may_ring(safe: Mapping[str, object], now: time) -> bool:
    """Whether somebody may be rung at that time of day, London time."""
    said = now.strftime("%H:%M")
    early = bool(safe.get("not_before")) and said < str(safe["not_before"])
    late = bool(safe.get("not_after")) and said > str(safe["not_after"])
    return not (safe.get("no_phone") or early or late)
