"""A list as a file, a piece at a time: whatever its length, little of it is ever in memory.

Every cell is text. A spreadsheet would take some text in a CSV for a formula, so that gets an apostrophe; in XLSX and ODS
the cell itself says that it is text. No properties, so nobody's name; no hidden column, sheet or note; no time of making."""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import batched, chain

from putright.reports.csvs import safe

Lines = Iterable[list[str]]
PIECE = 1_000  # rows in a piece
SHEET = 1_048_575  # rows a spreadsheet has room for below its headings: what is more goes on the next sheet
CELL = 32_767  # characters a spreadsheet has room for in a cell
RISKY = frozenset("=+-@\t\r\n \0")
UNSAYABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")  # what XML has no way to say
SPACES = re.compile(" {2,}|^ | $")
MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPREAD = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def as_csv(heads: list[str], lines: Lines) -> Iterator[bytes]:
    """A byte order mark first, so that spreadsheets read the Welsh letters right."""
    yield b"\xef\xbb\xbf"
    for piece in batched(chain([heads], lines), PIECE):
        paper = io.StringIO()
        csv.writer(paper).writerows([safe(cell) if cell[:1] in RISKY else cell for cell in line] for line in piece)
        yield paper.getvalue().encode("utf-8", "replace")


class Sink:
    """What a zip is written into, emptied as it goes."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []

    def write(self, piece: bytes) -> int:
        self.pieces.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """Nothing waits."""

    def close(self) -> None:
        """Nothing is open."""

    def emptied(self) -> bytes:
        held, self.pieces = b"".join(self.pieces), []
        return held


def said(text: str) -> str:
    """Text as XML says it, no longer than a cell."""
    return escape(UNSAYABLE.sub("", text[:CELL]), quote=True)


def zipped(parts: Iterable[tuple[str, Iterable[str]]], *, plain: str = "") -> Iterator[bytes]:
    """The parts in their order, each made as it is written. `plain` is not packed: ODS wants its type so. The names and
    sizes come at the end, and every part has the same day of long ago."""
    sink = Sink()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        for name, pieces in parts:
            about = zipfile.ZipInfo(name)
            about.compress_type = zipfile.ZIP_STORED if name == plain else zipfile.ZIP_DEFLATED
            with book.open(about, "w", force_zip64=name != plain) as part:
                for piece in pieces:
                    part.write(piece.encode())
                    if sink.pieces:
                        yield sink.emptied()
    yield sink.emptied()


class Sheets:
    """The lines a sheet at a time, each sheet under the headings; always one. Each must be used up before the next."""

    def __init__(self, heads: list[str], lines: Lines) -> None:
        self.heads, self.rest = heads, iter(lines)
        self.upcoming = next(self.rest, None)

    def __iter__(self) -> Iterator[Iterator[list[str]]]:
        yield self.rows()
        while self.upcoming is not None:
            yield self.rows()

    def rows(self) -> Iterator[list[str]]:
        yield self.heads
        for _place in range(SHEET):
            if self.upcoming is None:
                return
            line, self.upcoming = self.upcoming, next(self.rest, None)
            yield line


def pieces(rows: Lines, draw: Callable[[list[str]], str], begin: str, end: str) -> Iterator[str]:
    yield begin
    for some in batched(rows, PIECE):
        yield "".join(map(draw, some))
    yield end


def xlsx_row(line: list[str]) -> str:
    cells = "".join(f'<c t="inlineStr"><is><t xml:space="preserve">{said(cell)}</t></is></c>' for cell in line)
    return f"<row>{cells}</row>"


def as_xlsx(heads: list[str], lines: Lines) -> Iterator[bytes]:
    return zipped(xlsx_parts(heads, lines))


def xlsx_parts(heads: list[str], lines: Lines) -> Iterator[tuple[str, Iterable[str]]]:
    """The sheets first, then what says how many there are."""
    number = 0
    for number, rows in enumerate(Sheets(heads, lines), 1):
        begin = f'<worksheet xmlns="{MAIN}"><sheetData>'
        yield f"xl/worksheets/sheet{number}.xml", pieces(rows, xlsx_row, begin, "</sheetData></worksheet>")
    every = range(1, number + 1)
    listed = "".join(f'<sheet name="{one}" sheetId="{one}" r:id="rId{one}"/>' for one in every)
    yield "xl/workbook.xml", [f'<workbook xmlns="{MAIN}" xmlns:r="{RELATION}"><sheets>{listed}</sheets></workbook>']
    yield "xl/_rels/workbook.xml.rels", [related((f"rId{one}", "worksheet", f"worksheets/sheet{one}.xml") for one in every)]
    yield "_rels/.rels", [related([("rId1", "officeDocument", "xl/workbook.xml")])]
    kinds = [("xl/workbook.xml", "sheet.main"), *((f"xl/worksheets/sheet{one}.xml", "worksheet") for one in every)]
    told = "".join(f'<Override PartName="/{name}" ContentType="{SPREAD}.{kind}+xml"/>' for name, kind in kinds)
    usual = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    yield "[Content_Types].xml", [f'<Types xmlns="{PACKAGE}/content-types">{usual}{told}</Types>']


def related(found: Iterable[tuple[str, str, str]]) -> str:
    listed = "".join(f'<Relationship Id="{one}" Type="{RELATION}/{kind}" Target="{name}"/>' for one, kind, name in found)
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def ods_row(line: list[str]) -> str:
    cells = "".join(f'<table:table-cell office:value-type="string">{paragraphs(cell)}</table:table-cell>' for cell in line)
    return f"<table:table-row>{cells}</table:table-row>"


def paragraphs(text: str) -> str:
    """ODS takes many spaces for one unless it is told how many there are."""
    return "".join(f"<text:p>{SPACES.sub(counted, line)}</text:p>" for line in said(text).split("\n"))


def counted(spaces: re.Match[str]) -> str:
    return f'<text:s text:c="{len(spaces[0])}"/>'


def as_ods(heads: list[str], lines: Lines) -> Iterator[bytes]:
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text"))
    begin = f'<office:document-content {spaces} office:version="1.3"><office:body><office:spreadsheet>'
    entries = (("/", TYPES["ods"]), ("content.xml", "text/xml"))
    told = "".join(f'<m:file-entry m:full-path="{name}" m:media-type="{kind}"/>' for name, kind in entries)
    content = chain([begin], ods_tables(heads, lines), ["</office:spreadsheet></office:body></office:document-content>"])
    return zipped([
        ("mimetype", [TYPES["ods"]]), ("content.xml", content),
        ("META-INF/manifest.xml", [f'<m:manifest xmlns:m="{MANIFEST}" m:version="1.3">{told}</m:manifest>']),
    ], plain="mimetype")  # fmt: skip


def ods_tables(heads: list[str], lines: Lines) -> Iterator[str]:
    for number, rows in enumerate(Sheets(heads, lines), 1):
        yield from pieces(rows, ods_row, f'<table:table table:name="{number}">', "</table:table>")


FORMS: dict[str, Callable[[list[str], Lines], Iterator[bytes]]] = {"csv": as_csv, "xlsx": as_xlsx, "ods": as_ods}
