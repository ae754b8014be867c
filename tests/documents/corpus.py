"""The corpus: each file, its name, and what must become of it. A verdict is one of

`image` `pdf` `text`   taken; a safe copy is shown          `kept`   taken; download only
`!code`                refused at a screen, in the words of words.REFUSES[code]; sealed when it came by itself
`virus`                taken, sealed by the scanner and told

followed by every warning that must stand beside it, and no other."""

import bz2
import gzip
import lzma
from collections.abc import Callable
from dataclasses import dataclass

from . import builders as b

MIB = 1024 * 1024
RTL = "\u202e"


@dataclass(frozen=True)
class Sample:
    title: str
    name: str
    build: Callable[[], bytes]
    verdict: str
    warns: frozenset[str]


def row(title: str, name: str, build: Callable[[], bytes] | bytes, verdict: str) -> Sample:
    outcome, *warns = verdict.split()
    return Sample(title, name, build if callable(build) else lambda: build, outcome, frozenset(warns))


PICTURES = [
    row("jpeg", "llun.jpg", b.picture, "image"),
    row("jpeg in capitals", "IMG_0001.JPG", b.picture, "image"),
    row("jpeg called jpeg", "llun.jpeg", b.picture, "image"),
    row("cmyk jpeg", "print.jpg", lambda: b.picture(mode="CMYK"), "image"),
    row("grey jpeg", "sgan.jpg", lambda: b.picture(mode="L"), "image"),
    row("progressive jpeg", "araf.jpg", lambda: b.picture(progressive=True), "image"),
    row("jpeg with a place and an owner in it", "ffon.jpg", b.with_gps, "image"),
    row("jpeg upside down", "ffon3.jpg", lambda: b.with_gps(3), "image"),
    row("jpeg of 48 million points", "camera.jpg", lambda: b.picture(size=(8000, 6000)), "image"),
    row("jpeg cut short", "hanner.jpg", lambda: b.picture(size=(800, 600))[:2000], "image"),
    row("jpeg of three bytes", "tri.jpg", b"\xff\xd8\xff", "kept damaged"),
    row("jpeg flood", "flood.jpg", b.jpeg_flood, "!pixels"),
    row("png", "sgrin.png", lambda: b.picture("PNG"), "image"),
    row("png with holes", "logo.png", lambda: b.picture("PNG", mode="RGBA"), "image"),
    row("png of 16 bits", "mesur.png", lambda: b.picture("PNG", mode="I;16"), "image"),
    row("png with a palette", "lliw.png", lambda: b.picture("PNG", mode="P"), "image"),
    row("png of one bit", "du.png", lambda: b.picture("PNG", mode="1"), "image"),
    row("png cut short", "hanner.png", lambda: b.picture("PNG", size=(400, 400))[:60], "image"),
    row("png without a header", "dim.png", b"\x89PNG\r\n\x1a\n" + bytes(40), "kept damaged"),
    row("png flood", "flood.png", b.png_flood, "!pixels"),
    row("png that lies about its size", "liar.png", b.png_liar, "!pixels"),
    row("gif", "un.gif", lambda: b.picture("GIF"), "image"),
    row("gif that moves", "symud.gif", b.animated, "image"),
    row("gif of 5,000 frames", "frames.gif", lambda: b.gif_flood(size=10), "!pixels"),
    row("gif of few frames, each enormous", "screens.gif", b.gif_flood, "!pixels"),
    row("webp", "llun.webp", lambda: b.picture("WEBP"), "image"),
    row("webp that moves", "symud.webp", lambda: b.animated(form="WEBP"), "image"),
    row("avif", "llun.avif", lambda: b.picture("AVIF"), "image"),
    row("bmp", "hen.bmp", lambda: b.picture("BMP"), "image"),
    row("tiff", "sgan.tif", lambda: b.picture("TIFF"), "image"),
    row("tiff of three pages", "ffacs.tiff", b.tiff_pages, "image"),
    row("tiff squeezed", "lzw.tif", lambda: b.picture("TIFF", compression="tiff_lzw"), "image"),
    row("tiff of cmyk", "cmyk.tif", lambda: b.picture("TIFF", mode="CMYK"), "image"),
    row("tiff flood", "flood.tif", b.tiff_flood, "!pixels"),
    row("tiff of 81 million points", "map.tif", lambda: b.picture("TIFF", size=(9000, 9000), mode="1", compression="group4"),
        "kept too_large_to_show"),
    row("heic photo of a telephone", "IMG_2041.HEIC", lambda: b.film(b"heic"), "kept no_reader"),
    row("heif by its other mark", "llun.heif", lambda: b.film(b"mif1"), "kept no_reader"),
    row("svg", "logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><circle r='4'/></svg>", "kept active"),
    row("svg with a script", "logo.svg", b"<?xml version='1.0'?><svg><script>alert(1)</script></svg>", "kept active"),
    row("svg of laughs", "ha.svg", lambda: b.laughs().replace("<l>", "<svg>").encode(), "!bomb"),
]  # fmt: skip

PDFS = [
    row("pdf", "llythyr.pdf", b.pdf, "pdf"),
    row("pdf of 40 pages", "adroddiad.pdf", lambda: b.pdf(40), "pdf"),
    row("pdf of 3,500 pages", "hir.pdf", lambda: b.pdf(3500), "!pages"),
    row("pdf with a script", "js.pdf",
        lambda: b.pdf(catalogue="/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"),
        "pdf active"),
    row("pdf with a script spelt in numbers", "js2.pdf", lambda: b.pdf(catalogue="/OpenAction<</S/J#61vaScript>>"), "pdf active"),
    row("pdf that starts a program", "launch.pdf", lambda: b.pdf(catalogue="/AA<</O<</S/Launch/F(cmd.exe)>>>>"), "pdf active"),
    row("pdf that holds a file", "holds.pdf",
        lambda: b.pdf(catalogue="/Names<</EmbeddedFiles<</Names[]>>>>"),
        "pdf holds_others"),
    row("pdf with a form of its own", "xfa.pdf", lambda: b.pdf(catalogue="/AcroForm<</XFA[]>>"), "pdf active"),
    row("pdf that is locked", "locked.pdf", b.locked_pdf, "kept locked"),
    row("pdf bomb", "bomb.pdf", b.pdf_bomb, "!bomb"),
    row("pdf bomb squeezed twice", "bomb2.pdf", b.pdf_bomb_twice, "!bomb"),
    row("pdf cut short", "hanner.pdf", lambda: b.pdf()[:120], "kept damaged"),
    row("pdf of a header only", "dim.pdf", b"%PDF-1.7\n", "kept damaged"),
    row("pdf with a squeezed page", "tyn.pdf", lambda: b.pdf(objects=(b.pdf_stream(b.zeros(4 * MIB)),)), "pdf"),
    row("pdf whose name is Welsh", "Tŷ Ŵyn – llythyr.pdf", b.pdf, "pdf"),
    row("pdf after some rubbish", "later.pdf", lambda: b"rubbish\n" + b.pdf(), "pdf two_things"),
    row("pdf that says it holds many more", "count.pdf", lambda: b.pdf().replace(b"/Count 1", b"/Count 9"), "pdf"),
]

PACKAGES = [
    row("word", "cwyn.docx", b.office, "kept"),
    row("excel", "dyddiadau.xlsx", lambda: b.office("xl"), "kept"),
    row("powerpoint", "sioe.pptx", lambda: b.office("ppt"), "kept"),
    row("word with macros", "cwyn.docm", lambda: b.office(word__vbaProject_dot_bin=b.ole()), "kept macros"),
    row("word with macros called docx", "cwyn.docx", lambda: b.office(word__vbaProject_dot_bin=b.ole()), "kept macros"),
    row("excel with macros", "a.xlsm", lambda: b.office("xl", xl__vbaProject_dot_bin=b.ole()), "kept macros"),
    row("powerpoint with macros", "a.pptm", lambda: b.office("ppt", ppt__vbaProject_dot_bin=b.ole()), "kept macros"),
    row("word that fetches its template", "t.docx",
        lambda: b.office(word___rels__settings_dot_xml_dot_rels=b.relation("attachedTemplate", "https://x.example/t.dotm")),
        "kept reaches_out"),
    row("word with an ordinary link", "l.docx",
        lambda: b.office(word___rels__document_dot_xml_dot_rels=b.relation("hyperlink", "https://x.example/")), "kept"),
    row("word that fetches a picture", "p.docx",
        lambda: b.office(word___rels__document_dot_xml_dot_rels=b.relation("image", "https://x.example/p.png")),
        "kept reaches_out"),
    row("word that holds another", "o.docx", lambda: b.office(word__embeddings__oleObject1_dot_bin=b.ole()), "kept holds_others"),
    row("word with a field that obeys", "d.docx",
        lambda: b.office(word__more_dot_xml="<w:instrText>DDEAUTO c</w:instrText>"),
        "kept active"),
    row("word of laughs", "ha.docx", lambda: b.office(word__more_dot_xml=b.laughs()), "!bomb"),
    row("word of laughs in another writing", "ha16.docx",
        lambda: b.office(word__more_dot_xml=b.laughs().encode("utf-16")),
        "!bomb"),
    row("word bomb", "big.docx", lambda: b.office(word__media__big_dot_xml=bytes(MIB) * 30), "!bomb"),
    row("excel bomb", "big.xlsx", lambda: b.office("xl", xl__sheet_dot_xml=bytes(MIB) * 30), "!bomb"),
    row("word cut short", "hanner.docx", lambda: b.office()[:300], "kept damaged wrong_ending"),
    row("word called pdf", "cwyn.pdf", b.office, "kept wrong_ending"),
    row("opendocument", "cwyn.odt", b.open_document, "kept"),
    row("opendocument with macros", "cwyn.odt", lambda: b.open_document(Basic__Standard__a_dot_xml=b"<m/>"), "kept macros"),
    row("opendocument that holds another", "h.odt", lambda: b.open_document(ObjectReplacements__a=b"x"), "kept holds_others"),
    row("old word", "cwyn.doc", b.ole, "kept old_office"),
    row("old excel with macros", "hen.xls", lambda: b.ole("_VBA_PROJECT"), "kept old_office macros"),
    row("rich text", "cwyn.rtf", rb"{\rtf1 Cwyn}", "kept old_office"),
    row("rich text that holds an object", "o.rtf", rb"{\rtf1{\object\objdata 01}}", "kept old_office holds_others"),
]  # fmt: skip

ARCHIVES = [
    row("zip", "lluniau.zip", b.zipped, "kept"),
    row("zip of nothing", "gwag.zip", lambda: b.zipped({}), "kept"),
    row("zip that is locked", "locked.zip", b.locked_zip, "kept locked"),
    row("zip with a program", "setup.zip", lambda: b.zipped({"setup.exe": b"MZ" + bytes(90)}), "kept program_inside"),
    row("zip with a script by its name", "a.zip", lambda: b.zipped({"a.js": b"var a"}), "kept program_inside"),
    row("zip with paths that climb", "up.zip", lambda: b.zipped({"../../etc/passwd": b"x"}), "kept"),
    row("zip squeezed another way", "x.zip", lambda: b.zipped(how=b.zipfile.ZIP_LZMA), "kept not_looked_in"),
    row("zip cut short", "hanner.zip", lambda: b.zipped()[:200], "kept damaged"),
    row("zip bomb", "bomb.zip", b.zip_bomb, "!bomb"),
    row("zip of a long table", "tabl.zip", lambda: b.zipped({"a.csv": b.table()}), "kept"),
    row("zip bomb that lies in both headers", "liar.zip", b.zip_liar, "!bomb"),
    row("zip whose members overlap", "overlap.zip", b.zip_overlapping, "!bomb"),
    row("zip with a list of 3 GB", "list.zip", b.zip_listing_liar, "!many"),
    row("zip of 3,000 files", "many.zip", b.zip_many, "!many"),
    row("zip in a zip", "two.zip", lambda: b.nested(2), "kept"),
    row("zip three deep", "three.zip", lambda: b.nested(3), "kept"),
    row("zip four deep", "four.zip", lambda: b.nested(4), "!deep"),
    row("zip of ten bombs", "ten.zip", b.nested_bombs, "!bomb"),
    row("zip bomb in a zip", "inner.zip", lambda: b.nested(1, b.zip_bomb(30), "in.zip"), "!bomb"),
    row("gzip", "log.gz", lambda: gzip.compress(b.WORDS.encode()), "kept"),
    row("gzip bomb", "bomb.gz", lambda: b.squeezed_bomb(gzip.compress), "!bomb"),
    row("gzip of many parts", "parts.gz", lambda: gzip.compress(b"a" * 500) * 50, "kept"),
    row("gzip five deep", "deep.gz", lambda: b.gzip_in_gzip(5), "!deep"),
    row("gzip cut short", "hanner.gz", lambda: gzip.compress(b.WORDS.encode())[:20], "kept"),
    row("gzip of rubbish", "rub.gz", b"\x1f\x8b\x08\0" + b"\xff" * 90, "kept damaged"),
    row("bzip2 bomb", "bomb.bz2", lambda: b.squeezed_bomb(bz2.compress), "!bomb"),
    row("bzip2", "a.bz2", lambda: bz2.compress(b.WORDS.encode()), "kept"),
    row("xz bomb", "bomb.xz", lambda: b.squeezed_bomb(lambda body: lzma.compress(body, preset=0)), "!bomb"),
    row("xz", "a.xz", lambda: lzma.compress(b.WORDS.encode()), "kept"),
    row("tar", "a.tar", lambda: b.tar({"a.txt": b"x"}), "!closed"),
    row("tar squeezed", "a.tgz", lambda: gzip.compress(b.tar({"a.txt": b"x"})), "kept"),
    row("7z", "a.7z", b"7z\xbc\xaf\x27\x1c\0\x04" + bytes(60), "!closed"),
    row("rar", "a.rar", b"Rar!\x1a\x07\x01\0" + bytes(60), "!closed"),
]

MEDIA = [
    row("film of a telephone", "VID_0001.mp4", b.film, "kept"),
    row("film of another telephone", "IMG_0002.MOV", lambda: b.film(b"qt  "), "kept"),
    row("old telephone's film", "a.3gp", lambda: b.film(b"3gp4"), "kept"),
    row("voice memo", "Recording.m4a", lambda: b.film(b"M4A "), "kept"),
    row("wav", "galwad.wav", b.sound, "kept"),
    row("mp3", "a.mp3", b"ID3\x04" + bytes(300), "kept"),
    row("amr", "a.amr", b"#!AMR\n" + bytes(60), "kept"),
    row("opus of a chat", "PTT-2026.opus", b"OggS" + bytes(60), "kept"),
    row("webm", "a.webm", b"\x1a\x45\xdf\xa3" + bytes(60), "kept"),
    row("avi", "cctv.avi", b"RIFF" + bytes(4) + b"AVI " + bytes(60), "kept"),
    row("film called jpg", "llun.jpg", b.film, "kept wrong_ending"),
    row("cctv in a form nobody knows", "camera.dav", b"DHAV\xfd\0\0\0" + bytes(range(256)) * 4, "kept unknown"),
]

TEXTS = [
    row("text", "nodiadau.txt", b.WORDS.encode(), "text"),
    row("text of Windows", "hen.txt", "Tŷ’r caffi – £5".replace("ŷ", "y").encode("cp1252"), "text"),
    row("text in UTF-16", "a.txt", b.WORDS.encode("utf-16"), "text"),
    row("csv", "galwadau.csv", b"dyddiad,rhif\n2026-03-27,1\n", "text"),
    row("csv with a formula", "a.csv", b"=cmd|'/c calc'!A1,1\n", "text"),
    row("mail saved", "Cwyn.eml", b.mail, "text"),
    row("json", "a.json", b'{"a": 1}', "text"),
    row("text of ten million letters", "mawr.txt", lambda: b"Gair da. " * 1_200_000, "text"),
    row("page", "page.html", b"<!doctype html><title>a</title>", "kept active"),
    row("page called txt", "page.txt", b"<html><script>alert(1)</script></html>", "kept active wrong_ending"),
    row("page in UTF-16", "p.html", "<html><script>alert(1)</script>".encode("utf-16"), "kept active"),
    row("xml", "a.xml", b"<?xml version='1.0'?><a/>", "kept active"),
    row("xml of laughs", "ha.xml", lambda: b.laughs().encode(), "!bomb"),
    row("xml that reads our files", "xxe.xml", b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY f SYSTEM '/etc/passwd'>]><a>&f;</a>",
        "kept active"),
]  # fmt: skip

PROGRAMS = [
    row("windows program", "setup.exe", b"MZ" + bytes(200), "!program"),
    row("windows program called pdf", "llythyr.pdf", b"MZ" + bytes(200), "!program"),
    row("linux program", "a.bin", b"\x7fELF" + bytes(200), "!program"),
    row("mac program", "a", b"\xcf\xfa\xed\xfe" + bytes(200), "!program"),
    row("shell script", "a.sh", b"#!/bin/sh\nrm -rf /\n", "!program"),
    row("script by its name", "a.js", b"alert(1)", "!program"),
    row("batch file", "a.bat", b"del *.*\r\n", "!program"),
    row("short cut of windows", "a.lnk", b"L\0\0\0\x01\x14\x02\0" + bytes(90), "!program"),
    row("short cut to a page", "a.url", b"[InternetShortcut]\r\nURL=http://x.example\r\n", "!program"),
    row("application in a page", "a.hta", b"<html><script>1</script>", "!program"),
    row("disk image", "a.iso", bytes(32_769) + b"CD001" + bytes(900), "!program"),
    row("installer", "a.msi", b.ole, "kept old_office wrong_ending"),
    row("java class", "a.class", b"\xca\xfe\xba\xbe" + bytes(60), "!program"),
    row("help of windows", "a.chm", b"ITSF" + bytes(60), "!program"),
]

TWO_THINGS = [
    row("pdf that is a zip", "a.pdf", lambda: b.pdf() + b.zipped(), "pdf two_things"),
    row("gif with a script behind", "a.gif", b.gif_script, "image two_things"),
    row("jpeg with a page behind", "a.jpg", lambda: b.picture() + b"<html><body>x</body></html>", "image two_things"),
    row("png with a zip behind", "a.png", lambda: b.picture("PNG") + b.zipped(), "image two_things"),
    row("pdf with a page before", "a.pdf", lambda: b"<html><script>1</script>\n" + b.pdf(), "pdf two_things"),
    row("jpeg called png", "a.png", b.picture, "image wrong_ending"),
    row("png called pdf", "a.pdf", lambda: b.picture("PNG"), "image wrong_ending"),
    row("pdf called docx", "a.docx", b.pdf, "pdf wrong_ending"),
    row("zip called jpg", "a.jpg", b.zipped, "kept wrong_ending"),
]

NAMES = [
    row("no name", "", b.picture, "image"),
    row("name that reads backwards", f"cwyn{RTL}fdp.jpg", b.picture, "image"),
    row("name of 10,000 letters", "a" * 10_000 + ".jpg", b.picture, "image"),
    row("name that climbs", "../../etc/passwd.jpg", b.picture, "image"),
    row("name of windows", r"C:\Users\Ffion\llun.jpg", b.picture, "image"),
    row("name with a nought", "a\0.jpg", b.picture, "image"),
    row("name with lines", "a\r\nSet-Cookie: x.jpg", b.picture, "image"),
    row("name kept by windows", "CON.jpg", b.picture, "image"),
    row("name of a stream", "a.jpg:evil.exe", b.picture, "image wrong_ending"),
    row("name with two endings", "llun.jpg.exe", b.picture, "image wrong_ending"),
    row("name of faces", "😡😡.jpg", b.picture, "image"),
    row("name in Arabic", "شكوى.jpg", b.picture, "image"),
    row("name of dots", "...", b.picture, "image"),
    row("name that is a page", "<img src=x onerror=alert(1)>.jpg", b.picture, "image"),
    row("half a letter", "a\ud800.jpg", b.picture, "image"),
]

OTHERS = [
    row("nothing", "gwag.jpg", b"", "!empty"),
    row("one byte", "a", b"\0", "kept unknown"),
    row("noughts", "a.dat", bytes(5000), "kept"),
    row("test virus", "eicar.com.txt", b.EICAR, "virus"),
    row("test virus in a zip", "v.zip", lambda: b.zipped({"a.txt": b.EICAR}, how=b.zipfile.ZIP_STORED), "virus"),
    row("test virus in word", "v.docx", lambda: b.zipped({"[Content_Types].xml": b"", "word/a.xml": b.EICAR}, how=0), "virus"),
    row("test virus in a pdf", "v.pdf", lambda: b.pdf() + b.EICAR, "virus"),
    row("test virus in a mail", "v.eml", lambda: b.mail() + b.EICAR, "virus"),
    row("test virus behind a picture", "v.jpg", lambda: b.picture() + b.EICAR, "virus"),
]

CORPUS = [*PICTURES, *PDFS, *PACKAGES, *ARCHIVES, *MEDIA, *TEXTS, *PROGRAMS, *TWO_THINGS, *NAMES, *OTHERS]
