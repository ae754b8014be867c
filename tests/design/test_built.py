"""What is built to be served: nobody's crown, nobody's typeface but ours, and Welsh letters in it."""

import re
import struct
from pathlib import Path

BUILT = Path(__file__).resolve().parents[2] / "built"
SERVED = BUILT / "static" / "design"
NOT_OURS = re.compile(r"crown|crest|logotype|gds.?transport|opengraph|apple-touch", re.IGNORECASE)


def code_points(font):
    """The characters a TTF file can draw, from its character map (format 4)."""
    data = font.read_bytes()
    tables = struct.unpack(">H", data[4:6])[0]
    rows = (struct.unpack(">4sLLL", data[12 + 16 * n : 28 + 16 * n]) for n in range(tables))
    start = next(offset for tag, _sum, offset, _length in rows if tag == b"cmap")
    found = set()
    for n in range(struct.unpack(">H", data[start + 2 : start + 4])[0]):
        at = start + struct.unpack(">L", data[start + 8 + 8 * n : start + 12 + 8 * n])[0]
        if struct.unpack(">H", data[at : at + 2])[0] == 4:
            count = struct.unpack(">H", data[at + 6 : at + 8])[0] // 2
            ends = struct.unpack(f">{count}H", data[at + 14 : at + 14 + 2 * count])
            starts = struct.unpack(f">{count}H", data[at + 16 + 2 * count : at + 16 + 4 * count])
            found.update(point for first, last in zip(starts, ends, strict=True) for point in range(first, last + 1))
    return found


def test_no_crown_and_no_transport_in_anything_served():
    names = [path.name for path in BUILT.joinpath("static").rglob("*")]
    assert [name for name in names if NOT_OURS.search(name)] == []
    for sheet in SERVED.glob("*.css"):
        assert NOT_OURS.search(sheet.read_text(encoding="utf-8")) is None, sheet.name


def test_the_search_would_notice_a_crown():
    assert NOT_OURS.search(".govuk-footer__crown{") and NOT_OURS.search('"GDS Transport"')


def test_everything_a_sheet_asks_for_is_there():
    for sheet in SERVED.glob("*.css"):
        for name in re.findall(r'url\("?([^")]+)"?\)', sheet.read_text(encoding="utf-8")):
            assert (SERVED / name).is_file(), f"{sheet.name} asks for {name}"


def test_the_letters_that_are_printed_hold_every_welsh_letter():
    fonts = sorted((BUILT / "fonts").glob("*.ttf"))
    assert len(fonts) == 4
    for font in fonts:
        missing = [letter for letter in "ŵŷŴŶâêîôûÂÊÎÔÛïáéẁỳ£–’" if ord(letter) not in code_points(font)]
        assert missing == [], font.name


def test_the_first_page_is_light():
    """Style, script and the two letters of an English page, before compression: under 250 kB."""
    served = [SERVED / "public.css", SERVED / "public.js", SERVED / "supported.js"]
    served += sorted((SERVED / "fonts").glob("*-latin-?00-normal.woff2"))
    assert len(served) == 5
    assert sum(path.stat().st_size for path in served) < 250_000
