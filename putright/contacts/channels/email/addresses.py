"""Where replies to a case come, for letters to say so; and what the addresses on a message claim."""

import secrets
from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.utils.crypto import salted_hmac

from putright.cases.models import Case
from putright.law.calendar import day_of

from . import signing


def _secret() -> bytes:
    return bytes(salted_hmac("putright.email.reply", "reply", algorithm="sha256").digest())


def address_for(case: Case, *, at: datetime) -> str:
    """The reply address of a case, to stand in the Reply-To of a letter about it. Empty where the office reads no replies
    (settings.EMAIL_REPLY is not set): then none is promised."""
    if not settings.EMAIL_REPLY:
        return ""
    return signing.reply_address(settings.EMAIL_REPLY, case.reference, on=day_of(at), secret=_secret())


def message_id_for(case: Case) -> str:
    """A new Message-ID for a letter about a case: what answers it, or comes back undelivered, names the case by it."""
    domain = settings.EMAIL_FROM.rpartition("@")[2]
    return signing.message_id(case.reference, secrets.token_hex(6), domain, secret=_secret())


def message_number(nonce: str = "") -> str:
    """A number for a message of the house that is about no case: what comes back undelivered is known by it. New each time,
    unless twelve letters or digits are given: the same give the same."""
    nonce = nonce or "".join(secrets.choice(signing.DIGITS) for _ in range(12))
    return key_of(signing.message_id(signing.HOUSE, nonce, "", secret=_secret()))


def claims(addresses: Iterable[str], *, at: datetime) -> list[signing.Claim]:
    """What the recipients' addresses claim about a case, each claim once."""
    found = (signing.claim_of(one, settings.EMAIL_REPLY, on=day_of(at), secret=_secret()) for one in addresses)
    return list(dict.fromkeys(claim for claim in found if claim))


def threads(text: str) -> list[tuple[str, str]]:
    return signing.threads(text, secret=_secret())


def is_ours(address: str) -> bool:
    """Whether a sender's address is one we write from: a message from ourselves is a loop, whoever sent it."""
    local, _, domain = address.casefold().rpartition("@")
    ours = {one.casefold() for one in (settings.EMAIL_FROM, settings.EMAIL_REPLY) if one}
    return f"{local.partition('+')[0]}@{domain}" in ours


def key_of(message_id: str) -> str:
    """A Message-ID as bounces are kept under, whatever brackets and letters it came back in."""
    return message_id.strip("<> ").partition("@")[0].lower()
