"""Messages built to break what reads them, and messages that are hardly there at all."""

from tests.make.raw_mail import message, part, parts

from .hazard import Hazard, by_table, plain
from .shapes import inside, letter_in, of

UNREADABLE = {"becomes": "tray:unreadable"}
HEAD = b"From: f@a.example\r\nSubject: x\r\n"


def nested(depth: int) -> bytes:
    heads = b"".join(
        b'--b%d\r\nContent-Type: multipart/mixed; boundary="b%d"\r\n\r\n' % (n, n + 1) for n in range(depth)
    )
    return HEAD + b'Content-Type: multipart/mixed; boundary="b0"\r\n\r\n' + heads


def many(count: int) -> bytes:
    body, kind = parts(*(part("x", "application/octet-stream; name=a") for _ in range(count)))
    return message(body, content_type=kind, content_transfer_encoding=None)


ROWS = {
    "10,000 parts one inside the other": (nested(10_000), UNREADABLE),
    "50,000 files of one letter": (many(50_000), UNREADABLE),
    "500 files": (many(500), {"flags": ("cut",)}),
    "100,000 headers": (HEAD + b"X: y\r\n" * 100_000 + b"\r\nWords", {"says": "Words", "flags": ("cut",)}),
    "a header line of 10 MB": (HEAD + b"X: " + b"y" * 10_000_000 + b"\r\n\r\nWords", {"says": "Words", "flags": ("cut",)}),
    "a head of 10 MB and nothing else": (b"y" * 10_000_000, {"becomes": "tray:no_sender", "says": "yyyy"}),
    "a body of one line of 10 MB": (plain("y" * 10_000_000), {"flags": ("cut",)}),
    "a body of 2,000,000 lines": (plain("y\r\n" * 2_000_000), {"flags": ("cut",)}),
    "a body of 500,000 empty lines": (plain("\r\n" * 500_000, subject=""), {"becomes": "tray:empty"}),
    "a body of signs of quoting": (plain("> " * 300_000), {}),
    "lines of quoting that never end": (plain(">\n" * 50_000 + "x"), {}),
    "a body of dashes": (plain("--\r\n" * 100_000), {}),
    "a body of lines that could be boundaries": (plain("--x\r\n" * 10_000), UNREADABLE),
    "a body of hyphens in one line": (plain("-" * 1_000_000), {"flags": ("cut",)}),
    "“On … wrote” a thousand times": (plain("On a\n" * 10_000), {}),
    "100 messages one inside the other": (letter_in(100), UNREADABLE),
    "15 messages one inside the other": (letter_in(15), {}),
    "80 layers": (inside(80, part("Words")), {}),
    "a thousand layers": (inside(1_000, part("Words")), UNREADABLE),
    "parts in a circle": (of(part("Words"), kind='mixed; boundary="other"'), {}),
    "references without an end": (HEAD + b"References: " + b"<a@b> " * 100_000 + b"\r\n\r\nWords", {"says": "Words"}),
    "To without an end": (HEAD + b"To: " + b"a@b.example," * 100_000 + b"\r\n\r\nWords", {"says": "Words"}),
    "From without an end": (b"From: " + b"<" * 1_000_000 + b"\r\n\r\nWords", {"becomes": "tray:no_sender"}),
    "From of signs of address": (b"From: " + b"a@" * 100_000 + b"\r\n\r\nWords", {"becomes": "tray:no_sender"}),
    "addresses that backtrack": (b"From: " + b"a" * 20_000 + b"@\r\n\r\nWords", {"becomes": "tray:no_sender"}),
    "reference after reference": (plain(subject="PR-00000-0000 " * 1_000), {}),
    "nothing": (b"", {"becomes": "tray:empty"}),
    "one letter": (b"x", {"becomes": "tray:no_sender", "says": "x"}),
    "an empty line": (b"\r\n\r\n", {"becomes": "tray:empty"}),
    "a thousand NULs": (b"\0" * 1_000, {"becomes": "tray:empty"}),
    "a program": (b"\x7fELF" + bytes(range(256)) * 20, {"becomes": "tray:no_sender"}),
    "a page of the web": (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Words", {"becomes": "tray:no_sender"}),
    "only a head": (HEAD, {"says": "x"}),
    "only a body": (b"\r\n\r\nWords with no head", {"becomes": "tray:no_sender"}),
    "ends in the middle of a letter": (plain("tŷ")[:-1], {}),
    "ends in the middle of the head": (b"From: f@a.exa", {"becomes": "tray:empty"}),
}  # fmt: skip
HAZARDS: list[Hazard] = by_table("a bomb", ROWS)
