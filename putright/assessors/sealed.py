"""Words sealed so that only the assessor reads them. The server keeps the public half; the private half is made again from
the code the assessor alone has. Every seal has the same size, and nothing sealed looks like something sealed. No Django."""

import json
import os
from collections.abc import Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

ROOM, KEY, NONCE = 4_000, 32, 12  # bytes of words, of a key, of a nonce


class NotTheirs(ValueError):
    """That code does not open this seal."""


def _key(secret: bytes, info: bytes) -> bytes:
    return HKDF(hashes.SHA256(), KEY, None, info).derive(secret)


def private(code: str) -> X25519PrivateKey:
    """From a code with 120 bits of chance (passes.codes)."""
    return X25519PrivateKey.from_private_bytes(_key(code.encode(), b"putright assessor"))


def public(code: str) -> str:
    return private(code).public_key().public_bytes_raw().hex()


def check_words(public_key: str) -> str:
    """A short form of a public key, for two people to compare on the telephone."""
    digest = hashes.Hash(hashes.SHA256())
    digest.update(bytes.fromhex(public_key))
    figures = str(int.from_bytes(digest.finalize()[:8]) % 10**12).zfill(12)
    return " ".join(figures[i : i + 4] for i in range(0, 12, 4))


def seal(public_key: str, words: Mapping[str, str] | None) -> bytes:
    """None is nobody's answer. Raises ValueError for more words than there is room."""
    body = json.dumps(dict(words)).encode() if words else b""
    if len(body) > ROOM:
        raise ValueError("too long")
    once = X25519PrivateKey.generate()
    mine, nonce = once.public_key().public_bytes_raw(), os.urandom(NONCE)
    shared = once.exchange(X25519PublicKey.from_public_bytes(bytes.fromhex(public_key)))
    padded = len(body).to_bytes(2) + body.ljust(ROOM, b"\0")
    return mine + nonce + ChaCha20Poly1305(_key(shared, b"putright answer" + mine)).encrypt(nonce, padded, mine)


def unseal(code: str, sealed: bytes) -> dict[str, str] | None:
    """The answer, or None where nobody answered. Raises NotTheirs."""
    mine, nonce, body = sealed[:KEY], sealed[KEY : KEY + NONCE], sealed[KEY + NONCE :]
    shared = private(code).exchange(X25519PublicKey.from_public_bytes(mine))
    try:
        padded = ChaCha20Poly1305(_key(shared, b"putright answer" + mine)).decrypt(nonce, body, mine)
    except InvalidTag:
        raise NotTheirs from None
    size = int.from_bytes(padded[:2])
    return json.loads(padded[2 : 2 + size]) if size else None
