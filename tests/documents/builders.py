"""Makers of files, good and bad, by hand: nothing here is anybody's document."""

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from functools import cache

from PIL import Image

from gateways.scanner_fake import TEST_WORDS as EICAR

MIB = 1024 * 1024
WORDS = "Gwelais y swyddog yn gweiddi. I saw the officer shout.\n"


def picture(form="JPEG", size=(64, 48), mode="RGB", colour=None, **details) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, colour if colour is not None else 0).save(out, form, **details)
    return out.getvalue()


def with_gps(orientation=6) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Telephone of Ffion"
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 48.0, 0.0), 3: "W", 4: (0.0, 12.0, 0.0)})
    return picture(exif=exif, size=(64, 48), colour=(200, 30, 30))


def animated(frames=5, form="GIF") -> bytes:
    out = io.BytesIO()
    first, *rest = [Image.new("RGB", (20, 20), (n * 40 % 256, 0, 0)) for n in range(frames)]
    first.save(out, form, save_all=True, append_images=rest)
    return out.getvalue()


def tiff_pages(pages=3) -> bytes:
    return animated(pages, "TIFF")


def png_chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


@cache
def zeros(size: int) -> bytes:
    """Deflated noughts, made piece by piece."""
    opener = zlib.compressobj(9)
    return b"".join([*(opener.compress(bytes(MIB)) for _ in range(size // MIB)), opener.flush()])


def png(width: int, height: int, data: bytes) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", head) + png_chunk(b"IDAT", data) + png_chunk(b"IEND", b"")


def png_flood() -> bytes:
    """A picture of 900 million points in less than a megabyte."""
    return png(30_000, 30_000, zeros(64 * MIB))


def png_liar() -> bytes:
    """Its header says ten by ten; its data holds 64 MB."""
    return png(10, 10, zeros(64 * MIB))


def jpeg_flood() -> bytes:
    """A small JPEG whose header was changed to 65,000 by 65,000."""
    body = bytearray(picture(size=(8, 8)))
    at = body.index(b"\xff\xc0") + 5
    body[at : at + 4] = struct.pack(">HH", 65_000, 65_000)
    return bytes(body)


def gif_flood(frames=5_000, size=30_000) -> bytes:
    """Thousands of frames that name no size of their own: each is the whole screen."""
    head = b"GIF89a" + struct.pack("<HH", size, size) + b"\x80\0\0" + bytes(6)
    frame = b"," + struct.pack("<HHHH", 0, 0, 1, 1) + b"\0" + b"\x02\x02D\x01\0"
    return head + frame * frames + b";"


def tiff_flood() -> bytes:
    """A one-bit TIFF of 40,000 by 40,000 whose strip is a few bytes."""
    tags = [(256, 4, 1, 40_000), (257, 4, 1, 40_000), (258, 3, 1, 1), (259, 3, 1, 1), (262, 3, 1, 1), (273, 4, 1, 8),
            (277, 3, 1, 1), (278, 4, 1, 40_000), (279, 4, 1, 16)]  # fmt: skip
    entries = b"".join(struct.pack("<HHII", *tag) for tag in tags)
    return b"II*\0" + struct.pack("<I", 24) + bytes(16) + struct.pack("<H", len(tags)) + entries + bytes(4)


def zipped(members: dict[str, bytes] | None = None, *, how=zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as file:
        for name, body in (members if members is not None else {"llun.jpg": picture(), "nodiadau.txt": WORDS.encode()}).items():
            file.writestr(name, body)
    return out.getvalue()


def zip_bomb(size=40, name="big.txt") -> bytes:
    return zipped({name: bytes(MIB) * size})


def table() -> bytes:
    """Twelve million letters of calls: an honest file that squeezes well."""
    return "\n".join(f"2026-03-{n % 28 + 1:02},{n:07},07700900{n % 1000:03}" for n in range(400_000)).encode()


def zip_many(number=3_000) -> bytes:
    return zipped({f"{n}.txt": b"" for n in range(number)}, how=zipfile.ZIP_STORED)


def zip_liar() -> bytes:
    """The list and the member's header both say 10 bytes come out; 40 MB do."""
    body = bytearray(zipped({"a.txt": bytes(MIB) * 40}))
    for start, at in ((body.index(b"PK\x03\x04"), 22), (body.rindex(b"PK\x01\x02"), 24)):
        body[start + at : start + at + 4] = struct.pack("<I", 10)
    return bytes(body)


def zip_overlapping() -> bytes:
    """Two names in the list for the same bytes."""
    body = zipped({"a.txt": b"a" * 5000})
    at, end = body.index(b"PK\x01\x02"), body.index(b"PK\x05\x06")
    entry = body[at:end]
    tail = bytearray(body[end:])
    tail[8:12] = struct.pack("<HH", 2, 2)
    tail[12:16] = struct.pack("<I", 2 * len(entry))
    return body[:end] + entry + bytes(tail)


def zip_listing_liar() -> bytes:
    """Says that its list of contents is 3 GB long."""
    body = bytearray(zipped())
    at = body.rindex(b"PK\x05\x06")
    body[at + 12 : at + 16] = struct.pack("<I", 3_000_000_000)
    return bytes(body)


def nested(depth: int, inner: bytes = b"x" * 100, name="in.txt") -> bytes:
    for level in range(depth):
        inner, name = zipped({name: inner}), f"level{level}.zip"
    return inner


def nested_bombs() -> bytes:
    """Ten small zips, each of which swells to 8 MB: none alone is much."""
    return zipped({f"{n}.zip": zipped({"a": bytes(MIB) * 8 + bytes([n])}) for n in range(10)}, how=zipfile.ZIP_STORED)


def locked_zip() -> bytes:
    body = bytearray(zipped({"secret.txt": b"x" * 50}))
    for start, at in ((body.index(b"PK\x03\x04"), 6), (body.index(b"PK\x01\x02"), 8)):
        body[start + at] |= 1
    return bytes(body)


OOXML = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
RELS = '<?xml version="1.0"?><Relationships>%s</Relationships>'


def office(room="word", **more: bytes | str) -> bytes:
    """A document of Word, Excel or PowerPoint, with more parts by name (`__` stands for a slash, `_dot_` for a dot)."""
    parts = {"[Content_Types].xml": OOXML, "_rels/.rels": RELS % "", f"{room}/document.xml": f"<w:document>{WORDS}</w:document>"}
    named = {name.replace("__", "/").replace("_dot_", "."): body for name, body in more.items()}
    return zipped({name: body if isinstance(body, bytes) else body.encode() for name, body in (parts | named).items()})


def relation(kind: str, target: str) -> str:
    return RELS % f'<Relationship Id="r1" Type="http://x/{kind}" Target="{target}" TargetMode="External"/>'


def laughs(levels=9) -> str:
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, levels))
    return f'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY l0 "ha">{lines}]><l>&l{levels - 1};</l>'


def open_document(**more: bytes) -> bytes:
    named = {name.replace("__", "/").replace("_dot_", "."): body for name, body in more.items()}
    return zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<office/>"} | named)


def pdf(pages=1, catalogue="", objects: tuple[bytes, ...] = (), trailer="", text="Llythyr") -> bytes:
    """A PDF from nothing; `objects` are appended as they are, numbered from 3 + 2 x pages."""
    kids = " ".join(f"{3 + 2 * n} 0 R" for n in range(pages))
    made = [f"<</Type/Catalog/Pages 2 0 R{catalogue}>>".encode(), f"<</Type/Pages/Count {pages}/Kids[{kids}]>>".encode()]
    for n in range(pages):
        words = f"0.8 0 0 rg 20 20 60 60 re f % {text}".encode()
        made.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 280]/Contents {4 + 2 * n} 0 R>>".encode())
        made.append(b"<</Length %d>>\nstream\n%s\nendstream" % (len(words), words))
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate([*made, *objects], 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += f"trailer\n<</Size {len(places) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def pdf_stream(body: bytes, filters="/FlateDecode") -> bytes:
    return f"<</Length {len(body)}/Filter{filters}>>\nstream\n".encode() + body + b"\nendstream"


def pdf_bomb() -> bytes:
    return pdf(objects=(pdf_stream(zeros(144 * MIB)),))


def pdf_bomb_twice() -> bytes:
    return pdf(objects=(pdf_stream(zlib.compress(zeros(144 * MIB)), "[/FlateDecode/FlateDecode]"),))


def locked_pdf() -> bytes:
    guard = f"<</Filter/Standard/V 1/R 2/O<{'28' * 32}>/U<{'41' * 32}>/P -44>>"
    return pdf(trailer="/Encrypt 5 0 R/ID[<00><00>]", objects=(guard.encode(),))


def gif_script() -> bytes:
    return picture("GIF") + b"<script>alert(1)</script>"


def sound(seconds=1) -> bytes:
    data = bytes(8000 * seconds)
    head = b"WAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 1, 8000, 8000, 1, 8)
    return b"RIFF" + struct.pack("<I", 36 + len(data)) + head + b"data" + struct.pack("<I", len(data)) + data


def film(brand=b"isom") -> bytes:
    return struct.pack(">I", 24) + b"ftyp" + brand + bytes(4) + b"isommp42" + struct.pack(">I", 5008) + b"mdat" + bytes(5000)


def tar(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as file:
        for name, body in members.items():
            told = tarfile.TarInfo(name)
            told.size = len(body)
            file.addfile(told, io.BytesIO(body))
    return out.getvalue()


def squeezed_bomb(how) -> bytes:
    return how(bytes(MIB) * 40)


def gzip_in_gzip(depth: int) -> bytes:
    body = b"x" * 1000
    for _level in range(depth):
        body = gzip.compress(body)
    return body


def ole(*words: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + b"".join(word.encode("utf-16-le") for word in words) + bytes(512)


def mail() -> bytes:
    return b"From: ffion@complainant.example\r\nTo: a@b.example\r\nSubject: Cwyn\r\n\r\n" + WORDS.encode()


__all__ = ["EICAR", "bz2", "gzip", "lzma"]
