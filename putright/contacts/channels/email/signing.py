"""Our reply addresses and message numbers: each names a case and carries a signature nobody else can make. No Django.

`reply+abcdefghjk.0dx3.SIGNATURE@office.example` is good for a year and some weeks from the day in it; `<abcdefghjk.NONCE.
SIGNATURE@office.example>` names a letter for as long as the letter exists. All in small letters: mail servers change case."""

import base64
import hashlib
import hmac
import re
from dataclasses import dataclass
from datetime import date

GOOD_FOR = 400  # days: longer than a case that was never answered is looked at again
LONGEST = 320
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
REPLY = re.compile(r"([0-9a-z]{10})\.([0-9a-z]{4})\.([a-z2-7]{16})")
NUMBER = re.compile(r"<?([0-9a-z]{10})\.([0-9a-z]{12})\.([a-z2-7]{16})@")
HOUSE = "PR-OURME-SSAGE"  # stands for no case: a message of the house. No reference has an O or a U
GOOD, EXPIRED, FORGED = "good", "expired", "forged"


@dataclass(frozen=True)
class Claim:
    """What an address says: which case, and whether we said so ourselves. A forged one names a case we do not believe."""

    state: str
    reference: str


def plain(reference: str) -> str:
    """PR-ABCDE-FGHJK as it stands in an address."""
    return reference.replace("-", "").removeprefix("PR").lower()


def dressed(letters: str) -> str:
    return f"PR-{letters[:5]}-{letters[5:]}".upper()


def signature(secret: bytes, *words: str) -> str:
    """80 bits, as sixteen small letters and digits."""
    made = hmac.new(secret, "\n".join(words).encode(), hashlib.sha256).digest()[:10]
    return base64.b32encode(made).decode().lower()


def reply_address(home: str, reference: str, *, on: date, secret: bytes) -> str:
    """The address that lands on that case. `home` is where replies come, as reply@office.example."""
    local, _, domain = home.partition("@")
    letters, day = plain(reference), _day(on)
    return f"{local}+{letters}.{day}.{signature(secret, 'reply', letters, day)}@{domain}"


def claim_of(address: str, home: str, *, on: date, secret: bytes) -> Claim | None:
    """What a recipient's address claims; None when it is no reply address of ours at all."""
    local, _, domain = address[:LONGEST].strip().lower().rpartition("@")
    mine, _, our_domain = home.lower().partition("@")
    if not mine or domain != our_domain or not local.startswith(f"{mine}+"):
        return None
    found = REPLY.fullmatch(local.removeprefix(f"{mine}+"))
    if found is None:
        return Claim(FORGED, "")
    letters, day, signed = found.groups()
    if not hmac.compare_digest(signed, signature(secret, "reply", letters, day)):
        return Claim(FORGED, dressed(letters))
    return Claim(GOOD if _number(_day(on)) - _number(day) <= GOOD_FOR else EXPIRED, dressed(letters))


def message_id(reference: str, nonce: str, domain: str, *, secret: bytes) -> str:
    """The Message-ID of a letter about that case. `nonce` is twelve letters or digits, new for each letter."""
    letters = plain(reference)
    return f"<{letters}.{nonce}.{signature(secret, 'letter', letters, nonce)}@{domain}>"


def threads(text: str, *, secret: bytes) -> list[tuple[str, str]]:
    """(reference, message number) of every letter of ours that a text names. What we did not sign is passed over."""
    found = []
    for match in NUMBER.finditer(text.lower()):
        letters, nonce, signed = match.groups()
        if hmac.compare_digest(signed, signature(secret, "letter", letters, nonce)):
            found.append((dressed(letters), f"{letters}.{nonce}.{signed}"))
    return found


def _day(on: date) -> str:
    number, letters = on.toordinal() - date(2020, 1, 1).toordinal(), ""
    for _ in range(4):
        number, digit = divmod(max(number, 0), 36)
        letters = DIGITS[digit] + letters
    return letters


def _number(day: str) -> int:
    return int(day, 36)
