"""Files that come with a message: by name, by kind and by what is in them."""

import base64
import io
import zipfile

from tests.make.raw_mail import message, part

from .hazard import Hazard, by_table
from .shapes import of

SAID = part("In plain words")


def file(content: bytes, kind: str = "application/octet-stream", disposition: str = "attachment") -> bytes:
    """One part in base64, under a plain part."""
    return of(
        SAID,
        part(base64.encodebytes(content), kind, Content_Transfer_Encoding="base64", Content_Disposition=disposition),
    )


def named(name: str, **headers: str) -> bytes:
    return file(b"content", disposition=f"attachment; {name}")


def zipped(name: str, content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return made.getvalue()


NAMES = {
    "plain": (named('filename="scan.pdf"'), {"files": ("scan.pdf",)}),
    "none": (named("x=y"), {"files": ("",)}),
    "empty": (named('filename=""'), {"files": ("",)}),
    "in another language's coding": (named("filename*=utf-8''Si%C3%A2n.pdf"), {"files": ("Siân.pdf",)}),
    "in pieces": (named("filename*0=sc; filename*1=an.pdf"), {"files": ("scan.pdf",)}),
    "in coded words": (named('filename="=?utf-8?q?Si=C3=A2n.pdf?="'), {"files": ("Siân.pdf",)}),
    "with a bad coding": (named("filename*=x-foo''%E2%28.pdf"), {}),
    "that climbs": (named('filename="../../etc/passwd"'), {"says": "In plain words"}),
    "that climbs, with the other strokes": (named('filename="..\\..\\boot.ini"'), {"says": "In plain words"}),
    "with its direction turned": (named("filename*=utf-8''a%E2%80%AEfdp.exe"), {"files": ("afdp.exe",)}),
    "with a NUL": (named('filename="a.pdf\0.exe"'), {"files": ("a.pdf .exe",)}),
    "of 5,000 letters": (named(f'filename="{"a" * 5000}.pdf"'), {}),
    "of a device": (named('filename="CON"'), {"files": ("CON",)}),
    "two": (named('filename="a.pdf"; filename="b.exe"'), {}),
    "with a header in it": (named('filename="a\\r\\nSet-Cookie: x"'), {}),
    "one in the type and another in the disposition": (
        file(b"x", "application/pdf; name=a.pdf", 'attachment; filename="b.exe"'),
        {"files": ("b.exe",)},
    ),
    "an emoji": (named("filename*=utf-8''%F0%9F%98%A1.jpg"), {"files": ("😡.jpg",)}),
}
KINDS = {
    "empty": (file(b"", disposition='attachment; filename="a.txt"'), {"files": ("a.txt",)}),
    "words as a file": (
        file(b"not said", "text/plain", 'attachment; filename="a.txt"'),
        {"hides": "not said", "files": ("a.txt",)},
    ),
    "HTML as a file": (file(b"<script>", "text/html", 'attachment; filename="a.html"'), {"files": ("a.html",)}),
    "words shown inline": (file(b"said too", "text/plain", "inline"), {"says": "said too", "files": ()}),
    "a program": (file(b"MZ\x90", "application/x-msdownload; name=a.exe"), {"files": ("a.exe",)}),
    "a zip": (file(zipped("a.txt", b"x"), "application/zip; name=a.zip"), {"files": ("a.zip",)}),
    "a zip bomb": (
        file(zipped("a", b"0" * 20_000_000), "application/zip; name=b.zip"),
        {"files": ("b.zip",), "says": "In plain words"},
    ),
    "a zip that is none": (file(b"PK\x03\x04", "application/zip; name=c.zip"), {"files": ("c.zip",)}),
    "a virus for trials": (
        file(b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*", "text/plain; name=e.com"),
        {"files": ("e.com",)},
    ),
    "winmail.dat": (
        file(b"\x78\x9f\x3e\x22", "application/ms-tnef; name=winmail.dat"),
        {"flags": ("winmail",), "files": ("winmail.dat",)},
    ),
    "an invitation": (
        of(SAID, part("BEGIN:VCALENDAR\r\nEND:VCALENDAR", "text/calendar; method=REQUEST")),
        {"flags": ("calendar",)},
    ),
    "a visiting card": (of(SAID, part("BEGIN:VCARD\r\nEND:VCARD", "text/vcard; name=me.vcf")), {"files": ("me.vcf",)}),
    "a message": (
        of(SAID, part(message("inner words"), "message/rfc822; name=old.eml")),
        {"files": ("old.eml",), "hides": "inner"},
    ),
    "a picture that is words": (file(b"<html>", "image/png; name=a.png"), {"files": ("a.png",)}),
    "a PDF that is cut": (file(b"%PDF-1.7\n1 0 obj", "application/pdf; name=a.pdf"), {"files": ("a.pdf",)}),
    "only a picture and nothing said": (
        message(b"GIF89a", content_type="image/gif; name=a.gif", subject="", content_transfer_encoding="binary"),
        {"says": "", "files": ("a.gif",)},
    ),
    "encrypted with PGP": (
        of(
            part("Version: 1", "application/pgp-encrypted"),
            part("-----BEGIN PGP MESSAGE-----", "application/octet-stream"),
            kind="encrypted",
        ),
        {"becomes": "tray:encrypted", "flags": ("encrypted",)},
    ),
    "encrypted with S/MIME": (
        message(
            b"MIAG",
            content_type="application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m",
            content_transfer_encoding="base64",
        ),
        {"becomes": "tray:encrypted", "files": ("smime.p7m",)},
    ),
    "twenty": (
        of(SAID, *(part(f"{n}", f"application/octet-stream; name={n}.bin") for n in range(20))),
        {"says": "In plain words"},
    ),
    "the same twice": (
        of(SAID, *(part("x", "application/octet-stream; name=a.bin"),) * 2),
        {"files": ("a.bin", "a.bin")},
    ),
}
HAZARDS: list[Hazard] = [*by_table("a file's name", NAMES), *by_table("a file", KINDS)]
