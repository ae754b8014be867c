"""Kinds of file and how each is known: by its first bytes, then by what holds together as text, never by its name."""

import re
from dataclasses import dataclass

import puremagic


@dataclass(frozen=True)
class Kind:
    """`family` decides what is done with it; the first of `endings` is given to a copy whose own name lies."""

    # image, photo, pdf, package, archive, squeezed, closed, media, text, page, program, mail, old_office, other, empty
    family: str
    endings: tuple[str, ...]


KINDS = {
    "jpeg": Kind("image", ("jpg", "jpeg", "jpe", "jfif")), "png": Kind("image", ("png",)), "gif": Kind("image", ("gif",)),
    "tiff": Kind("image", ("tif", "tiff")), "bmp": Kind("image", ("bmp", "dib")), "webp": Kind("image", ("webp",)),
    "avif": Kind("image", ("avif",)), "heic": Kind("photo", ("heic", "heif")), "pdf": Kind("pdf", ("pdf",)),
    "docx": Kind("package", ("docx", "dotx", "docm", "dotm")), "xlsx": Kind("package", ("xlsx", "xltx", "xlsm", "xltm")),
    "pptx": Kind("package", ("pptx", "ppsx", "pptm", "ppsm")), "odt": Kind("package", ("odt", "ott", "ods", "odp", "odg")),
    "epub": Kind("package", ("epub",)), "zip": Kind("archive", ("zip",)), "gzip": Kind("squeezed", ("gz", "tgz")),
    "bzip2": Kind("squeezed", ("bz2", "tbz2")), "xz": Kind("squeezed", ("xz", "txz")), "7z": Kind("closed", ("7z",)),
    "rar": Kind("closed", ("rar",)), "tar": Kind("closed", ("tar",)), "mp4": Kind("media", ("mp4", "m4v", "m4a")),
    "mov": Kind("media", ("mov", "qt")), "3gp": Kind("media", ("3gp", "3g2")), "mp3": Kind("media", ("mp3",)),
    "wav": Kind("media", ("wav",)), "ogg": Kind("media", ("ogg", "oga", "ogv", "opus")), "flac": Kind("media", ("flac",)),
    "amr": Kind("media", ("amr",)), "mkv": Kind("media", ("mkv", "webm", "mka")), "avi": Kind("media", ("avi",)),
    "wma": Kind("media", ("wma", "wmv", "asf")), "aac": Kind("media", ("aac",)),
    "ole": Kind("old_office", ("doc", "xls", "ppt", "msg")),
    "rtf": Kind("old_office", ("rtf", "doc")), "text": Kind("text", ("txt", "csv", "log", "md", "json", "vcf", "ics", "srt")),
    "email": Kind("text", ("eml", "txt")), "html": Kind("page", ("html", "htm", "mht", "mhtml", "xhtml")),
    "svg": Kind("page", ("svg",)), "xml": Kind("page", ("xml",)), "program": Kind("program", ("bin",)),
    "other": Kind("other", ()), "empty": Kind("empty", ()),
}  # fmt: skip

# First bytes, the longer first. `None` means that it needs a closer look (below).
STARTS: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"), (b"\x89PNG\r\n\x1a\n", "png"), (b"L\0\0\0\x01\x14\x02\0", "program"),
    (b"\xfd7zXZ\0", "xz"), (b"7z\xbc\xaf\x27\x1c", "7z"), (b"Rar!\x1a\x07", "rar"), (b"#!AMR", "amr"), (b"{\\rtf", "rtf"),
    (b"GIF87a", "gif"), (b"GIF89a", "gif"), (b"II*\0", "tiff"), (b"MM\0*", "tiff"), (b"II+\0", "tiff"), (b"MM\0+", "tiff"),
    (b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"), (b"OggS", "ogg"), (b"fLaC", "flac"), (b"\x1a\x45\xdf\xa3", "mkv"),
    (b"\x30\x26\xb2\x75", "wma"), (b"\x7fELF", "program"), (b"\xca\xfe\xba\xbe", "program"), (b"\xcf\xfa\xed\xfe", "program"),
    (b"\xce\xfa\xed\xfe", "program"), (b"dex\n", "program"), (b"MSCF", "program"), (b"ITSF", "program"),
    (b"!<arch>", "program"),
    (b"\0asm", "program"), (b"\xff\xd8\xff", "jpeg"), (b"BZh", "bzip2"), (b"ID3", "mp3"), (b"\x1f\x8b", "gzip"),
    (b"#!", "program"), (b"MZ", "program"), (b"\xff\xf1", "aac"), (b"\xff\xf9", "aac"), (b"\xff\xfb", "mp3"),
    (b"\xff\xf3", "mp3"), (b"\xff\xf2", "mp3"),
)  # fmt: skip
RIFF = {b"WEBP": "webp", b"WAVE": "wav", b"AVI ": "avi"}
BRANDS = {
    b"heic": "heic", b"heix": "heic", b"heim": "heic", b"heis": "heic", b"hevc": "heic", b"mif1": "heic", b"msf1": "heic",
    b"avif": "avif", b"avis": "avif", b"qt  ": "mov",
}  # fmt: skip
# Text that a computer obeys, told by its name because nothing in it says so.
OBEYED = frozenset(
    "bat cmd com cpl exe hta inf ins isp jar jnlp js jse lnk msc msi msp mst pif ps1 psm1 py reg scf scr sct sh url vb vbe "
    "vbs wsc wsf wsh ws app command desktop apk deb rpm dll iso img vhd vhdx dmg".split()
)
PAGE = re.compile(rb"<\s*(!doctype\s+html|html|head|body|script|iframe|meta|title|form|table|div|p\b|a\s)", re.IGNORECASE)
SVG = re.compile(rb"<\s*(\w+:)?svg[\s>]", re.IGNORECASE)
SHORTCUT = re.compile(rb"^[ \t\r]*\[(InternetShortcut|Desktop Entry|autorun)\]", re.IGNORECASE | re.MULTILINE)
MAIL = re.compile(rb"^(From|Received|Return-Path|Subject|Date|To|MIME-Version|Message-ID):.+\r?\n[\w-]+:", re.IGNORECASE)
PDF_WITHIN = 1024
ISO_AT = 32_769


def of(head: bytes, name_ending: str = "") -> str:
    """The kind of a file from its first 64 KiB. `name_ending` can only make it worse, never better."""
    if not head:
        return "empty"
    found = by_start(head) or by_words(head)
    if name_ending in OBEYED and KINDS[found].family in {"text", "other", "page"}:
        return "program"
    return found


def by_start(head: bytes) -> str:
    if b"%PDF-" in head[: PDF_WITHIN + 5]:
        return "pdf"
    if head[:4] == b"RIFF" and head[8:12] in RIFF:
        return RIFF[head[8:12]]
    if head[4:8] == b"ftyp":
        return BRANDS.get(head[8:12].lower(), "3gp" if head[8:10] == b"3g" else "mp4")
    if head[257:262] == b"ustar":
        return "tar"
    if head[ISO_AT : ISO_AT + 5] == b"CD001":
        return "program"
    if head[:2] == b"BM" and len(head) > 30 and head[6:10] == b"\0\0\0\0" and head[14] in {12, 40, 52, 56, 64, 108, 124}:
        return "bmp"
    return next((kind for start, kind in STARTS if head.startswith(start)), "")


def by_words(head: bytes) -> str:
    """Text, a web page, a drawing in words: or bytes of something else."""
    plain = head.replace(b"\0", b"") if head[:2] in {b"\xff\xfe", b"\xfe\xff"} else head
    if SHORTCUT.search(plain[:2000]):
        return "program"
    if SVG.search(plain):
        return "svg"
    if PAGE.search(plain[:4096]) or (b"Content-Type: multipart/related" in plain and b"MHTML" in plain):
        return "html"
    if plain.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml") or b"<!ENTITY" in plain:
        return "xml"
    if not is_text(head):
        return "other"
    return "email" if MAIL.match(plain) else "text"


def is_text(head: bytes) -> bool:
    """No control characters but those of text, in an encoding somebody writes in."""
    if head[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return decodes(head[: len(head) // 2 * 2], "utf-16")
    if any(c in head for c in (*range(9), 14, 15, *range(16, 27), *range(28, 32))):
        return False
    return decodes(head, "utf-8") or decodes(head, "cp1252")


def decodes(head: bytes, encoding: str) -> bool:
    try:
        head.decode(encoding)
    except UnicodeDecodeError as wrong:
        return encoding == "utf-8" and wrong.start > len(head) - 4 and len(head) > 1000  # cut in the middle of a letter
    return True


def guessed(head: bytes) -> str:
    """What a list of some thousands of formats calls bytes we know nothing of: an ending, or nothing."""
    try:
        return str(puremagic.from_string(head)).lstrip(".").lower()
    except (puremagic.PureError, ValueError, IndexError):
        return ""
