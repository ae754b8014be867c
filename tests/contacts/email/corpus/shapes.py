"""How the parts of a message are put together, rightly and wrongly."""

from tests.make.raw_mail import message, part, parts

from .hazard import Hazard, by_table, plain


def of(*inside: bytes, kind: str = "mixed", **headers: str | None) -> bytes:
    body, told = parts(*inside, kind=kind)
    return message(body, **{"content_type": told, "content_transfer_encoding": None, **headers})


def broken(body: bytes, kind: str, **headers: str | None) -> bytes:
    return message(body, **{"content_type": kind, "content_transfer_encoding": None, **headers})


def inside(depth: int, innermost: bytes, kind: str = "mixed") -> bytes:
    body = innermost
    for level in range(depth):
        made, told = parts(body, kind=kind, boundary=f"b{level}")
        body = f"Content-Type: {told}\r\n\r\n".encode() + made
    return message(body.partition(b"\r\n\r\n")[2], content_type=told, content_transfer_encoding=None)


def letter_in(depth: int) -> bytes:
    raw = message("the innermost words")
    for _ in range(depth):
        raw = message(raw, content_type="message/rfc822", content_transfer_encoding=None)
    return raw


HTML = part("<p>Laid <b>out</b></p>", "text/html; charset=utf-8")
SAID = part("In plain words")
MIXED = 'multipart/mixed; boundary="b"'
RIGHT = {
    "plain and laid out": (of(SAID, HTML, kind="alternative"), {"exactly": "In plain words"}),
    "laid out first": (of(HTML, SAID, kind="alternative"), {"exactly": "In plain words"}),
    "only laid out": (of(HTML, kind="alternative"), {"says": "Laid out"}),
    "an empty plain part beside the laid out": (of(part(""), HTML, kind="alternative"), {"says": "Laid out"}),
    "plain parts one after the other": (of(part("First"), part("Second")), {"says": "First\n\nSecond"}),
    "related": (
        of(HTML, part(b"GIF89a", "image/gif; name=a.gif"), kind="related"),
        {"says": "Laid out", "files": ("a.gif",)},
    ),
    "signed with PGP": (
        of(SAID, part("-----BEGIN PGP SIGNATURE-----", "application/pgp-signature; name=s.asc"), kind="signed"),
        {"says": "In plain words", "files": ("s.asc",)},
    ),
    "signed with S/MIME": (
        of(SAID, part(b"0\x82", "application/pkcs7-signature; name=smime.p7s"), kind="signed"),
        {"says": "In plain words"},
    ),
    "a message inside": (of(SAID, part(message("Forwarded words"), "message/rfc822")), {"says": "In plain words"}),
    "nothing but a message inside": (letter_in(1), {"hides": "innermost", "files": ("",)}),
    "parallel": (of(SAID, kind="parallel"), {"says": "In plain words"}),
    "a digest": (of(part(message("one"), "message/rfc822"), kind="digest"), {}),
    "five deep": (inside(5, SAID), {"says": "In plain words"}),
    "a preamble and an epilogue": (
        broken(b"Before\r\n--b\r\n\r\nInside\r\n--b--\r\nAfter", MIXED),
        {"says": "Inside", "hides": "Before"},
    ),
    "parts without a type": (broken(b"--b\r\n\r\nInside\r\n--b--\r\n", MIXED), {"says": "Inside"}),
}
WRONG = {
    "no boundary told": (broken(b"--b\r\n\r\nInside\r\n--b--", "multipart/mixed"), {"says": "Inside"}),
    "an empty boundary": (broken(b"--\r\n\r\nInside\r\n----", 'multipart/mixed; boundary=""'), {"says": "Inside"}),
    "a boundary that never comes": (broken(b"Only words", MIXED), {"says": ""}),
    "never closed": (broken(b"--b\r\n\r\nInside", MIXED), {"says": "Inside"}),
    "closed and then another part": (broken(b"--b\r\n\r\nIn\r\n--b--\r\n--b\r\n\r\nLate", MIXED), {"says": "In"}),
    "closed at once": (broken(b"--b--\r\n", MIXED), {"subject": "My burglary"}),
    "a boundary with spaces after it": (broken(b"--b  \r\n\r\nInside\r\n--b-- \r\n", MIXED), {"says": "Inside"}),
    "a boundary of a thousand letters": (
        broken(b"--" + b"b" * 1000 + b"\r\n\r\nInside", f"multipart/mixed; boundary={'b' * 1000}"),
        {},
    ),
    "a boundary that is a pattern": (
        broken(b"--.*(\r\n\r\nInside\r\n--.*(--", 'multipart/mixed; boundary=".*("'),
        {"says": "Inside"},
    ),
    "the same boundary within itself": (
        broken(b'--b\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n\r\nInside\r\n--b--\r\n--b--', MIXED),
        {},
    ),
    "a boundary that begins another": (
        broken(
            b'--b\r\nContent-Type: multipart/mixed; boundary="bb"\r\n\r\n--bb\r\n\r\nInside\r\n--bb--\r\n--b--', MIXED
        ),
        {"says": "Inside"},
    ),
    "two content types": (
        plain("Words", content_type="text/plain\r\nContent-Type: multipart/mixed; boundary=b"),
        {"says": "Words"},
    ),
    "a content type that is none": (plain("Words", content_type="nonsense"), {"says": "Words"}),
    "a content type of slashes": (plain("Words", content_type="////"), {"says": "Words"}),
    "an empty content type": (plain("Words", content_type=""), {"says": "Words"}),
    "text of no kind": (plain("Words", content_type="text"), {"says": "Words"}),
    "a content type with a NUL": (plain("Words", content_type="text/\0plain"), {}),
    "a content type with colours": (plain("Words", content_type='text/plain;;;; =;a;b=;"c'), {"says": "Words"}),
    "plain that says it has parts inside": (
        broken(b"--b\r\nContent-Type: text/plain; boundary=b\r\n\r\nInside\r\n--b--", MIXED),
        {"says": "Inside"},
    ),
    "parts that say they are base64": (
        broken(b"--b\r\n\r\nInside\r\n--b--", MIXED, content_transfer_encoding="base64"),
        {"says": "Inside"},
    ),
    "no MIME version": (of(SAID, mime_version=None), {"says": "In plain words"}),
    "a message that is only a partial one": (
        plain("Piece", content_type='message/partial; id="a"; number=1; total=2'),
        {},
    ),
    "a body kept elsewhere": (
        plain("", content_type='message/external-body; access-type=URL; URL="http://evil.example"'),
        {},
    ),
    "a delivery report without a report": (plain("Words", content_type="message/delivery-status"), {"becomes": "new"}),
    "a part whose head never ends": (broken(b"--b\r\nX: " + b"y" * 5000, MIXED), {}),
    "no empty line after the head": (message("")[:-4], {"subject": "My burglary"}),
    "an empty line in the middle of the head": (
        b"From: a@b.example\r\n\r\nSubject: x\r\n\r\nWords",
        {"says": "Words", "sender": "a@b.example"},
    ),
    "a line of the head that is none": (
        b"From: a@b.example\r\nNot a header\r\nSubject: x\r\n\r\nWords",
        {"says": "Words"},
    ),
    "a head that begins with a space": (b" folded\r\nFrom: a@b.example\r\n\r\nWords", {"sender": "a@b.example"}),
    "a mailbox's first line": (b"From a@b.example Fri Mar 27\r\nFrom: a@b.example\r\n\r\nWords", {"says": "Words"}),
    "forty deep": (inside(40, SAID), {"says": ""}),
}
HAZARDS: list[Hazard] = [*by_table("parts", RIGHT), *by_table("parts put together wrongly", WRONG)]
