"""A workbook of plain tables as XLSX or ODS, a piece at a time: whatever its length, little of it is ever in memory. No Django.

Both are ZIP files of XML with few parts (ISO/IEC 29500; ISO/IEC 26300). Text is text: nothing in a cell can be a formula,
because none is ever written. No properties, so nobody's name; no hidden column, sheet or note; no time of making, so that
the same figures make the same bytes. Why our own: docs/decisions."""

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import batched, chain

Row = Iterable[str]
Sheets = Iterable[tuple[str, Iterable[Row]]]  # the name of each sheet and its rows; each is used up before the next
PIECE = 1_000  # rows in a piece
CELL = 32_767  # characters a spreadsheet has room for in a cell
CUT = " … [cut here; the CSV has it all / torrwyd yma; mae’r cyfan yn y CSV]"
LONGEST_NAME = 31
NUMBER = re.compile(r"-?\d{1,3}(,\d{3})*(\.\d+)?|-?\d+(\.\d+)?")
UNSAYABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")  # what XML has no way to say
NOT_A_NAME = re.compile(r"[\[\]:*?/\\']")
SPACES = re.compile(" {2,}|^ | $")
TYPES = {
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPREAD = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def number(text: str) -> str | None:
    """1,234.5 as 1234.5; None for what is no plain number. A telephone number or a code with a nought before it stays text."""
    plain = text.replace(",", "")
    if not NUMBER.fullmatch(text) or re.match(r"-?0\d", plain) or len(plain) > 15:
        return None
    return plain


def said(text: str) -> str:
    """Text as XML says it, no longer than a cell: what is cut says so, and where the rest is."""
    whole = text if len(text) <= CELL else text[: CELL - len(CUT)] + CUT
    return escape(UNSAYABLE.sub("", whole), quote=True)


def sheet_names(names: Iterable[str]) -> list[str]:
    """Short enough for every spreadsheet, and no two alike."""
    found: list[str] = []
    for name in names:
        found.append(named(name, found))
    return found


def named(name: str, before: list[str]) -> str:
    """The name of the sheet that follows those before it."""
    place = len(before) + 1
    short = NOT_A_NAME.sub(" ", UNSAYABLE.sub("", name)).strip()[:LONGEST_NAME] or str(place)
    taken = {one.casefold() for one in before}
    return f"{short[: LONGEST_NAME - 5]} ({place})" if short.casefold() in taken else short


def xlsx(sheets: Sheets, *, numbers: bool = False) -> Iterator[bytes]:
    """`numbers`: a cell that is a plain number is one, so that it adds up; otherwise every cell is text."""
    return zipped(_xlsx_parts(sheets, _xlsx_number if numbers else _xlsx_text))


def ods(sheets: Sheets, *, numbers: bool = False) -> Iterator[bytes]:
    """As `xlsx`."""
    spaces = " ".join(f'xmlns:{one}="{OASIS}{one}:1.0"' for one in ("office", "table", "text"))
    begin = f'<office:document-content {spaces} office:version="1.3"><office:body><office:spreadsheet>'
    entries = (("/", TYPES["ods"]), ("content.xml", "text/xml"))
    told = "".join(f'<m:file-entry m:full-path="{name}" m:media-type="{kind}"/>' for name, kind in entries)
    tables = _ods_tables(sheets, _ods_number if numbers else _ods_text)
    content = chain([begin], tables, ["</office:spreadsheet></office:body></office:document-content>"])
    return zipped([
        ("mimetype", [TYPES["ods"]]), ("content.xml", content),
        ("META-INF/manifest.xml", [f'<m:manifest xmlns:m="{OASIS}manifest:1.0" m:version="1.3">{told}</m:manifest>']),
    ], plain="mimetype")  # fmt: skip


WRITERS: dict[str, Callable[..., Iterator[bytes]]] = {"ods": ods, "xlsx": xlsx}


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


def _pieces(rows: Iterable[Row], draw: Callable[[str], str], frame: tuple[str, str], row: str) -> Iterator[str]:
    begin, end = frame
    yield begin
    for some in batched(rows, PIECE):
        yield "".join(row.format("".join(map(draw, line))) for line in some)
    yield end


def _xlsx_text(text: str) -> str:
    return f'<c t="inlineStr"><is><t xml:space="preserve">{said(text)}</t></is></c>'


def _xlsx_number(text: str) -> str:
    value = number(text)
    return _xlsx_text(text) if value is None else f"<c><v>{value}</v></c>"


def _xlsx_parts(sheets: Sheets, draw: Callable[[str], str]) -> Iterator[tuple[str, Iterable[str]]]:
    """The sheets first, then what says how many there are."""
    names: list[str] = []
    frame = (f'<worksheet xmlns="{MAIN}"><sheetData>', "</sheetData></worksheet>")
    for name, rows in sheets:
        names.append(named(name, names))
        yield f"xl/worksheets/sheet{len(names)}.xml", _pieces(rows, draw, frame, "<row>{}</row>")
    every = range(1, len(names) + 1)
    listed = "".join(
        f'<sheet name="{said(name)}" sheetId="{one}" r:id="rId{one}"/>' for one, name in zip(every, names, strict=True)
    )
    yield "xl/workbook.xml", [f'<workbook xmlns="{MAIN}" xmlns:r="{RELATION}"><sheets>{listed}</sheets></workbook>']
    yield "xl/_rels/workbook.xml.rels", [_related((f"rId{one}", "worksheet", f"worksheets/sheet{one}.xml") for one in every)]
    yield "_rels/.rels", [_related([("rId1", "officeDocument", "xl/workbook.xml")])]
    kinds = [("xl/workbook.xml", "sheet.main"), *((f"xl/worksheets/sheet{one}.xml", "worksheet") for one in every)]
    told = "".join(f'<Override PartName="/{name}" ContentType="{SPREAD}.{kind}+xml"/>' for name, kind in kinds)
    usual = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    yield "[Content_Types].xml", [f'<Types xmlns="{PACKAGE}/content-types">{usual}{told}</Types>']


def _related(found: Iterable[tuple[str, str, str]]) -> str:
    listed = "".join(f'<Relationship Id="{one}" Type="{RELATION}/{kind}" Target="{name}"/>' for one, kind, name in found)
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def _ods_tables(sheets: Sheets, draw: Callable[[str], str]) -> Iterator[str]:
    names: list[str] = []
    for name, rows in sheets:
        names.append(named(name, names))
        frame = (f'<table:table table:name="{said(names[-1])}">', "</table:table>")
        yield from _pieces(rows, draw, frame, "<table:table-row>{}</table:table-row>")


def _ods_text(text: str) -> str:
    return f'<table:table-cell office:value-type="string">{_paragraphs(text)}</table:table-cell>'


def _ods_number(text: str) -> str:
    value = number(text)
    if value is None:
        return _ods_text(text)
    return f'<table:table-cell office:value-type="float" office:value="{value}">{_paragraphs(text)}</table:table-cell>'


def _paragraphs(text: str) -> str:
    """ODS takes many spaces for one unless it is told how many there are."""
    return "".join(f"<text:p>{SPACES.sub(_counted, line)}</text:p>" for line in said(text).split("\n"))


def _counted(spaces: re.Match[str]) -> str:
    return f'<text:s text:c="{len(spaces[0])}"/>'
