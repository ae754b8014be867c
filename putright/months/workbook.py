"""A workbook of plain tables as ODS or XLSX: written row by row straight into the file, every cell in sight. No Django.

Both are ZIP files of XML with few parts (ISO/IEC 26300; ISO/IEC 29500). Text is text: nothing in a cell can be a formula,
because none is ever written. Numbers are numbers, so that they add up. Why our own: docs/decisions."""

import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import IO
from xml.sax.saxutils import escape, quoteattr

Row = Iterable[str]
Sheets = Iterable[tuple[str, Iterable[Row]]]  # the name of each sheet and its rows
WRITTEN = (2000, 1, 1, 0, 0, 0)  # the same figures make the same bytes
NUMBER = re.compile(r"-?\d{1,3}(,\d{3})*(\.\d+)?|-?\d+(\.\d+)?")
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
NOT_A_NAME = re.compile(r"[\[\]:*?/\\']")
LONGEST_NAME = 31
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKED = "http://schemas.openxmlformats.org/package/2006"


def number(text: str) -> str | None:
    """1,234.5 as 1234.5; None for what is no plain number. A telephone number or a code with a nought before it stays text."""
    plain = text.replace(",", "")
    if not NUMBER.fullmatch(text) or re.match(r"-?0\d", plain) or len(plain) > 15:
        return None
    return plain


def clean(text: str) -> str:
    """As XML, without what no XML may hold."""
    return escape(NOT_XML.sub("", text))


def sheet_names(names: Iterable[str]) -> list[str]:
    """Short enough for every spreadsheet, and no two alike."""
    found: list[str] = []
    for place, name in enumerate(names, 1):
        short = NOT_A_NAME.sub(" ", NOT_XML.sub("", name)).strip()[:LONGEST_NAME] or str(place)
        taken = {one.casefold() for one in found}
        found.append(f"{short[: LONGEST_NAME - 5]} ({place})" if short.casefold() in taken else short)
    return found


def write_xlsx(to: IO[bytes], sheets: Sheets) -> None:
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as book:
        names = []
        for place, (name, rows) in enumerate(sheets, 1):
            names.append(name)
            _part(book, f"xl/worksheets/sheet{place}.xml", _xlsx_sheet(rows))
        for path, words in _xlsx_frame(sheet_names(names)):
            _part(book, path, [words])


def write_ods(to: IO[bytes], sheets: Sheets) -> None:
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr(zipfile.ZipInfo("mimetype", WRITTEN), ODS)  # first, and not packed
        _part(book, "content.xml", _ods_content(sheets))
        entry = '<manifest:file-entry manifest:full-path="{}" manifest:media-type="{}"/>'
        whole = f'{HEAD}<manifest:manifest xmlns:manifest="{OASIS}manifest:1.0" manifest:version="1.3">'
        whole += entry.format("/", ODS) + entry.format("content.xml", "text/xml")
        _part(book, "META-INF/manifest.xml", [f"{whole}</manifest:manifest>"])


def _part(book: zipfile.ZipFile, path: str, pieces: Iterable[str]) -> None:
    told = zipfile.ZipInfo(path, WRITTEN)
    told.compress_type = zipfile.ZIP_DEFLATED
    with book.open(told, "w", force_zip64=True) as part:
        for piece in pieces:
            part.write(piece.encode())


def _xlsx_sheet(rows: Iterable[Row]) -> Iterator[str]:
    yield f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>'
    for row in rows:
        yield f"<row>{''.join(_xlsx_cell(cell) for cell in row)}</row>"
    yield "</sheetData></worksheet>"


def _xlsx_cell(text: str) -> str:
    value = number(text)
    if value is not None:
        return f"<c><v>{value}</v></c>"
    return f'<c t="inlineStr"><is><t xml:space="preserve">{clean(text)}</t></is></c>'


def _xlsx_frame(names: list[str]) -> Iterator[tuple[str, str]]:
    def each(line: str) -> str:
        return "".join(line.format(place=place, name=quoteattr(name)) for place, name in enumerate(names, 1))

    kind = XLSX.removesuffix(".sheet")
    yield (
        "[Content_Types].xml",
        (
            f'{HEAD}<Types xmlns="{PACKED}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
            + each(f'<Override PartName="/xl/worksheets/sheet{{place}}.xml" ContentType="{kind}.worksheet+xml"/>')
            + "</Types>"
        ),
    )
    yield (
        "_rels/.rels",
        (
            f'{HEAD}<Relationships xmlns="{PACKED}/relationships">'
            f'<Relationship Id="rId1" Type="{RELATED}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
    )
    yield (
        "xl/workbook.xml",
        (
            f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{RELATED}"><sheets>'
            + each('<sheet name={name} sheetId="{place}" r:id="rId{place}"/>')
            + "</sheets></workbook>"
        ),
    )
    yield (
        "xl/_rels/workbook.xml.rels",
        (
            f'{HEAD}<Relationships xmlns="{PACKED}/relationships">'
            + each(
                f'<Relationship Id="rId{{place}}" Type="{RELATED}/worksheet" Target="worksheets/sheet{{place}}.xml"/>'
            )
            + "</Relationships>"
        ),
    )


def _ods_content(sheets: Sheets) -> Iterator[str]:
    spaces = " ".join(f'xmlns:{one}="{OASIS}{one}:1.0"' for one in ("office", "table", "text"))
    yield f'{HEAD}<office:document-content {spaces} office:version="1.3"><office:body><office:spreadsheet>'
    found = list(sheets)
    for name, (_name, rows) in zip(sheet_names(name for name, _rows in found), found, strict=True):
        yield f"<table:table table:name={quoteattr(name)}>"
        for row in rows:
            yield f"<table:table-row>{''.join(_ods_cell(cell) for cell in row)}</table:table-row>"
        yield "</table:table>"
    yield "</office:spreadsheet></office:body></office:document-content>"


def _ods_cell(text: str) -> str:
    value, lines = number(text), "".join(f"<text:p>{clean(one)}</text:p>" for one in text.split("\n"))
    kind = f'office:value-type="float" office:value="{value}"' if value is not None else 'office:value-type="string"'
    return f"<table:table-cell {kind}>{lines}</table:table-cell>"
