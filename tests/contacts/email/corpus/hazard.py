"""One hazard: a message that is hard to read in one way, and what must become of it."""

from dataclasses import dataclass

from tests.make.raw_mail import WORDS, message


@dataclass(frozen=True)
class Hazard:
    """`becomes`: `new` (a contact of its own), `land`, `note`, `copy`, or `tray:` and why (words.WHY). The rest is looked
    for where it is given: words that must be there and that must not, and what is written down of the head."""

    name: str
    raw: bytes
    becomes: str = "new"
    says: str = ""
    hides: str = ""
    exactly: str | None = None
    sender: str | None = None
    sender_name: str | None = None
    subject: str | None = None
    files: tuple[str, ...] | None = None
    flags: tuple[str, ...] | None = None
    language: str | None = None
    sender_path: str | None = None  # the envelope's


def by_table(begins: str, rows: dict[str, tuple[bytes, dict]]) -> list[Hazard]:
    """Hazards of one kind: name -> (message, what is expected)."""
    return [Hazard(f"{begins}: {name}", raw, **expected) for name, (raw, expected) in rows.items()]


def plain(body: str | bytes = WORDS, **headers: str | None) -> bytes:
    return message(body, **headers)
