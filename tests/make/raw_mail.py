"""Makers of e-mail as bytes: a readable table of headers, and a body. Needs nothing of the product."""

import hashlib

OFFICE = "complaints@hertfordshire.example"
REPLY = "reply@hertfordshire.example"
WORDS = "The officer was curt with me and nobody has told me what happened about my burglary."


def message(body: str | bytes = WORDS, **headers: str | None) -> bytes:
    """One message. A header given as None is left out; `_` in a name stands for a hyphen. Each body gives another number."""
    content = body.encode() if isinstance(body, str) else body
    told: dict[str, str | None] = {
        "from": "Ffion Rees <ffion@complainant.example>", "to": OFFICE, "subject": "My burglary",
        "date": "Fri, 27 Mar 2026 16:45:00 +0000",
        "message_id": f"<{hashlib.sha256(content + repr(headers).encode()).hexdigest()[:20]}@complainant.example>",
        "mime_version": "1.0", "content_type": "text/plain; charset=utf-8", "content_transfer_encoding": "8bit",
    }  # fmt: skip
    told |= headers
    lines = [f"{name.replace('_', '-').title()}: {value}" for name, value in told.items() if value is not None]
    return "\r\n".join(lines).encode("utf-8", "surrogateescape") + b"\r\n\r\n" + content


def parts(*inside: bytes, kind: str = "mixed", boundary: str = "=-=") -> tuple[bytes, str]:
    """(the body of a message of several parts, its Content-Type). Each part is its own headers, an empty line, content."""
    mark = f"--{boundary}".encode()
    body = b"".join(mark + b"\r\n" + part + b"\r\n" for part in inside) + mark + b"--\r\n"
    return body, f'multipart/{kind}; boundary="{boundary}"'


def part(content: str | bytes, kind: str = "text/plain; charset=utf-8", **headers: str) -> bytes:
    lines = [f"Content-Type: {kind}", *[f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + (content.encode() if isinstance(content, str) else content)
