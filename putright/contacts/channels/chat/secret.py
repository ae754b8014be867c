"""The visitor's secret: made from the ticket in the form they sent, so that sending it twice gives the same chat and code."""

import hashlib
import hmac
from uuid import NAMESPACE_URL, UUID, uuid5

from django.conf import settings

from putright.contacts.channels.web import codes


def key_of(ticket: str) -> UUID:
    """The chat's key. Handlers see it; nobody can find the ticket, and so the code, from it."""
    return uuid5(NAMESPACE_URL, f"putright:chat:{ticket}")


def code_of(ticket: str) -> str:
    """The code that opens the chat again; only this server can make it from the ticket."""
    made = _keyed("code", ticket)
    return codes.read("".join(codes.ALPHABET[byte % len(codes.ALPHABET)] for byte in made[: codes.LETTERS]))


def address_digest(address: str) -> str:
    """Tells chats from one address, and not the address."""
    return _keyed("address", address).hex()


def _keyed(what: str, told: str) -> bytes:
    return hmac.new(settings.SECRET_KEY.encode(), f"putright:chat:{what}:{told}".encode(), hashlib.sha256).digest()
