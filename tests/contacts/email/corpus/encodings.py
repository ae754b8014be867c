"""Letters and how they are written down: charsets true and false, transfer encodings whole and broken."""

import base64
import quopri

from .hazard import Hazard, by_table, plain

WELSH = "Mae’r swyddog wedi bod yn anghwrtais gyda fi ar y tŷ a’r ŵyn."
PLAIN = "Mae'r swyddog wedi bod yn anghwrtais gyda fi ar y tŷ."


def charset(name: str, *, codec: str = "", text: str = PLAIN) -> bytes:
    return plain(text.encode(codec or name), content_type=f"text/plain; charset={name}")


def coded(body: bytes, how: str) -> bytes:
    return plain(body, content_transfer_encoding=how)


TRUE = {
    name: (charset(name, text=text), {"says": text})
    for name, text in {
        "utf-8": WELSH,
        "utf-16": WELSH,
        "utf-16le": WELSH,
        "utf-32": WELSH,
        "utf-7": PLAIN,
        "iso-8859-14": PLAIN,
        "windows-1252": "Caf\u00e9 “quoted” – dash",
        "iso-8859-1": "Caf\u00e9",
        "iso-8859-15": "Caf\u00e9 for 5 €",
        "koi8-r": "Жалоба на полицию",
        "windows-1251": "Жалоба на полицию",
        "iso-8859-6": "شكوى",
        "iso-8859-8": "תלונה",
        "gb18030": "投诉警察",
        "big5": "投訴警察",
        "shift_jis": "警察への苦情",
        "iso-2022-jp": "警察への苦情",
        "euc-kr": "경찰 민원",
        "iso-2022-kr": "경찰 민원",
        "tis-620": "ร้องเรียนตำรวจ",
        "macroman": "Caf\u00e9",
    }.items()
}
FALSE = {
    "says ASCII and is UTF-8": (charset("us-ascii", codec="utf-8"), {"says": PLAIN}),
    "says nothing and is UTF-8": (plain(WELSH, content_type="text/plain"), {"says": WELSH}),
    "says nothing and is Latin-1": (plain("Café".encode("latin-1"), content_type="text/plain"), {"says": "Café"}),
    "says UTF-8 and is Windows": (charset("utf-8", codec="cp1252", text="Caf\u00e9"), {"says": "Caf\u00e9"}),
    "a charset nobody knows": (charset("x-klingon", codec="utf-8"), {"says": PLAIN}),
    "a charset that is a codec of bytes": (charset("base64", codec="utf-8"), {"says": PLAIN}),
    "a charset that is a codec of text": (charset("rot13", codec="utf-8"), {"says": PLAIN}),
    "a charset that takes for ever": (charset("punycode", codec="utf-8", text="a" * 40_000), {"says": "a" * 100}),
    "idna as a charset": (charset("idna", codec="utf-8"), {"says": PLAIN}),
    "unicode_escape as a charset": (charset("unicode_escape", codec="utf-8", text=r"\u0041"), {"says": r"\u0041"}),
    "a charset of a thousand letters": (charset("x" * 1000, codec="utf-8"), {"says": PLAIN}),
    "an empty charset": (charset('""', codec="utf-8"), {"says": PLAIN}),
    "two charsets": (plain(PLAIN, content_type="text/plain; charset=utf-8; charset=latin-1"), {"says": "anghwrtais"}),
    "a charset in another language's coding": (
        plain(PLAIN, content_type="text/plain; charset*=us-ascii'en'utf-8"),
        {"says": "anghwrtais"},
    ),
    "a charset with a NUL": (plain(PLAIN, content_type="text/plain; charset=utf\0-8"), {"says": "anghwrtais"}),
    "UTF-8 cut in the middle of a letter": (plain("tŷ".encode()[:-1]), {"says": "t"}),
    "overlong UTF-8": (plain(b"a \xc0\xaf b"), {"says": "a "}),
    "lone halves of a pair in UTF-8": (plain(b"a \xed\xa0\x80 b"), {"says": "a "}),
    "lone halves of a pair in UTF-7": (plain(b"a +2AA- b", content_type="text/plain; charset=utf-7"), {"says": "a"}),
    "a byte order mark first": (plain(b"\xef\xbb\xbfHello there"), {"says": "Hello there"}),
    "UTF-16 with an odd number of bytes": (charset("utf-16", text="Hello")[:-1], {}),
    "all 256 bytes": (plain(bytes(range(256))), {"says": "ABC"}),
}
CARRIED = {
    "base64": (coded(base64.encodebytes(WELSH.encode()), "base64"), {"says": WELSH}),
    "base64 in one line": (coded(base64.b64encode(WELSH.encode() * 50), "base64"), {"says": WELSH}),
    "base64 without its padding": (
        coded(base64.b64encode(b"Hello there").rstrip(b"="), "base64"),
        {"says": "Hello ther"},
    ),
    "base64 with rubbish in it": (coded(b"SGVsbG8!!\r\n@@gdGhlcmU=", "base64"), {"says": "Hello"}),
    "base64 that is not": (coded(b"I was never encoded. Not at all!", "base64"), {}),
    "base64 with a footer in plain": (
        coded(base64.b64encode(b"Hello there!") + b"\r\n\r\n--\r\nSent from a list", "base64"),
        {"says": "Hello there"},
    ),
    "quoted-printable": (coded(quopri.encodestring(WELSH.encode()), "quoted-printable"), {"says": WELSH}),
    "quoted-printable with bad hexadecimals": (coded(b"Hello =ZZ there =", "quoted-printable"), {"says": "Hello"}),
    "quoted-printable in small letters": (coded(b"t=c5=b7", "quoted-printable"), {"says": "tŷ"}),
    "uuencode": (coded(b"begin 644 a.txt\n%2&5L;&\\\n`\nend\n", "x-uuencode"), {"says": "Hello"}),
    "uuencode cut short": (coded(b"begin 644 a.txt\n%2&5L", "x-uuencode"), {}),
    "an encoding nobody knows": (coded(b"Hello there", "x-unknown"), {"says": "Hello there"}),
    "an empty encoding": (coded(b"Hello there", ""), {"says": "Hello there"}),
    "two encodings": (coded(b"Hello there", "base64, quoted-printable"), {"says": "Hello"}),
    "seven bits that are eight": (coded("Caf\u00e9".encode(), "7bit"), {"says": "Caf\u00e9"}),
    "binary": (coded(b"Hello\r\n there", "binary"), {"says": "Hello\n there"}),
    "flowed": (
        plain(b"This goes \r\non here.\r\n", content_type="text/plain; format=flowed"),
        {"says": "This goes on here."},
    ),
    "flowed and joined": (
        plain(b"Llan \r\nfair\r\n", content_type="text/plain; format=flowed; delsp=yes"),
        {"says": "Llanfair"},
    ),
    "bare carriage returns": (plain(b"one\rtwo\rthree"), {"says": "one\ntwo\nthree"}),
    "bare line feeds": (plain(b"one\ntwo").replace(b"\r\n", b"\n"), {"says": "one\ntwo"}),
    "NULs": (plain(b"one\0two\0"), {"says": "onetwo"}),
    "escape codes for a terminal": (plain(b"\x1b[31mred\x1b[0m"), {"says": "[31mred", "hides": "\x1b"}),
    "line and paragraph separators": (plain("one\u2028two\u2029three"), {"says": "one\ntwo\nthree"}),
    "a thousand empty lines": (plain("one" + "\r\n" * 1000 + "two"), {"says": "one\n\ntwo"}),
    "emoji": (plain("They laughed 😡👮🏽‍♀️ at me"), {"says": "😡"}),
    "right to left": (plain("أريد أن أشتكي على الشرطة"), {"says": "أشتكي"}),
    "Welsh said to be Welsh": (plain(WELSH, content_language="cy"), {"says": WELSH, "language": "cy"}),
    "a word of each language": (plain("Diolch. Thanks."), {"language": ""}),
}
HAZARDS: list[Hazard] = [
    *by_table("charset", TRUE),
    *by_table("charset told falsely", FALSE),
    *by_table("carried", CARRIED),
]
