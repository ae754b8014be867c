"""What a list may hold, which way is safe for whom, and when a campaign does what. No Django."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from putright.invited.rules import TYPED_FOR

GENERAL, DOMESTIC, CHILD = "general", "domestic", "child"
KINDS = (GENERAL, DOMESTIC, CHILD)
EMAIL, POST, HAND = "email", "post", "hand"
WAYS = (EMAIL, POST, HAND)
NO_WAY, NO_SAFE_WAY, NO_WORKER, TWICE, UNREADABLE = "no_way", "no_safe_way", "no_worker", "twice", "unreadable"
MOST_ROWS = 20_000
COLUMNS = ("name", "email", "address", "language", "district", "group", "safe_way", "worker", "worker_agrees", "reference")
KEPT = {"name": 200, "district": 40, "group": 40, "worker": 200, "reference": 80}  # so much of each, in characters
# What a heading may be called, folded, in either language.
GUESSES: Mapping[str, Sequence[str]] = {
    "name": ("name", "full name", "enw"),
    "email": ("email", "e-mail", "email address", "ebost", "e-bost"),
    "address": ("address", "postal address", "cyfeiriad"),
    "language": ("language", "preferred language", "iaith"),
    "district": ("district", "area", "ardal", "dosbarth"),
    "group": ("group", "survey group", "grŵp", "grwp"),
    "safe_way": ("safe way", "safe contact", "safe method", "ffordd ddiogel"),
    "worker": ("worker", "support worker", "social worker", "gweithiwr"),
    "worker_agrees": ("worker agrees", "worker says so", "gweithiwr yn cytuno"),
    "reference": ("reference", "worker's reference", "worker’s reference", "cyfeirnod"),
}
SAFE = {
    EMAIL: ("email", "e-mail", "ebost", "e-bost"), POST: ("post", "letter", "llythyr"),
    HAND: ("hand", "by hand", "worker", "llaw", "â llaw"),
}  # fmt: skip
YES = frozenset({"yes", "y", "true", "1", "ie", "ydy", "ydw"})
WELSH, ENGLISH = frozenset({"cy", "welsh", "cymraeg"}), frozenset({"en", "english", "saesneg"})


@dataclass(frozen=True)
class Row:
    """One line of a list, as it is kept. `why`: why nothing goes to them; then there is no `way`."""

    name: str = ""
    email: str = ""
    address: str = ""
    language: str = ""
    district: str = ""
    group: str = ""
    worker: str = ""
    reference: str = ""
    way: str = ""
    why: str = ""


def guessed(names: Sequence[str]) -> dict[str, str]:
    """Column -> heading, for the headings that say what they are. The rest of a file is never kept."""
    folded = {" ".join(name.casefold().replace("_", " ").split()): name for name in reversed(names)}
    found = {}
    for column, words in GUESSES.items():
        if heading := next((folded[word] for word in words if word in folded), None):
            found[column] = heading
    return found


def mapped(cells: Mapping[str, str], columns: Mapping[str, str], kind: str) -> Row:
    """A line of the file. What is not clearly safe is not used."""
    said = {column: cells.get(columns.get(column, ""), "").strip() for column in COLUMNS}
    kept = {column: said[column][:most] for column, most in KEPT.items()}
    tongue = said["language"].casefold()
    language = "cy" if tongue in WELSH else "en" if tongue in ENGLISH else ""
    email = said["email"] if _is_address(said["email"]) else ""
    address = said["address"][:500] if any(map(str.isalnum, said["address"])) else ""  # a comma alone is nowhere
    way, why = way_of(kind, email, address, said)
    return Row(**kept, email=email, address=address, language=language, way=way, why=why)


def way_of(kind: str, email: str, address: str, said: Mapping[str, str]) -> tuple[str, str]:
    """By which way, and else why by none. General: the way that is marked, else what address there is. Domestic abuse: the way
    that is marked, or none. A child: by the worker's hand; by an address only where the worker says so and it is marked."""
    marked, worker = _marked(said.get("safe_way", "")), said.get("worker", "")
    there = {EMAIL: bool(email), POST: bool(address), HAND: bool(worker) or kind != CHILD}
    if kind == CHILD:
        return _of_a_child(marked, worker, said.get("worker_agrees", "").casefold() in YES, there)
    if said.get("safe_way", "").strip():
        return (marked, "") if marked and there[marked] else ("", NO_SAFE_WAY)
    if kind == DOMESTIC:
        return "", NO_SAFE_WAY
    return next(((way, "") for way in (EMAIL, POST) if there[way]), ("", NO_WAY))


def _of_a_child(marked: str, worker: str, agrees: bool, there: Mapping[str, bool]) -> tuple[str, str]:
    if not worker:
        return "", NO_WORKER
    return (marked, "") if agrees and marked in (EMAIL, POST) and there[marked] else (HAND, "")


def _marked(text: str) -> str:
    return next((way for way, words in SAFE.items() if text.strip().casefold() in words), "")


def _is_address(text: str) -> bool:
    """Good enough to be tried; what cannot be delivered comes back."""
    name, at, domain = text.partition("@")
    return bool(name and at and "." in domain.strip(".") and len(text) <= 254 and not set(text) & set(" ,;<>\"\r\n\t"))


@dataclass(frozen=True)
class Days:
    """The days of a campaign. `remind` and `delete`: how many days after it began, and after it ended; `remind` 0 for never."""

    starts: date
    ends: date
    remind: int
    delete: int

    @property
    def reminds_on(self) -> date | None:
        """Nobody is reminded of what has ended."""
        on = self.starts + timedelta(days=self.remind)
        return on if self.remind and on < self.ends else None

    @property
    def tells_from(self) -> date:
        """The first day on which what was said is shown: nothing more can come, so that no figure of today can be taken from
        one of tomorrow."""
        return self.ends + TYPED_FOR + timedelta(days=1)

    @property
    def deletes_on(self) -> date:
        return self.ends + timedelta(days=self.delete)
