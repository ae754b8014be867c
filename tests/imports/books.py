"""Spreadsheets made by hand for the tests: as small as the formats allow."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACK = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
DAY_STYLE = (
    f'<styleSheet xmlns="{MAIN}"><cellXfs count="2"><xf numFmtId="0"/>'
    '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
)


class Formula(tuple):
    """What is written, and what it comes to: Formula(("A1+1", "2"))."""


def cell(value: object, name: str) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, Formula):
        return f'<c r="{name}" t="str"><f>{escape(value[0])}</f><v>{escape(value[1])}</v></c>'
    if isinstance(value, date):
        return f'<c r="{name}" s="1"><v>{(value - date(1899, 12, 30)).days}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{name}"><v>{value}</v></c>'
    return f'<c r="{name}" t="inlineStr"><is><t xml:space="preserve">{escape(str(value))}</t></is></c>'


def letter(place: int) -> str:
    return chr(65 + place) if place < 26 else chr(64 + place // 26) + chr(65 + place % 26)


def sheet(rows: Iterable[Sequence[object]], first: int = 1) -> Iterable[str]:
    yield f'<worksheet xmlns="{MAIN}"><sheetData>'
    for number, row in enumerate(rows, start=first):
        yield f'<row r="{number}">{"".join(cell(one, f"{letter(at)}{number}") for at, one in enumerate(row))}</row>'
    yield "</sheetData></worksheet>"


def part_type(name: str, kind: str) -> str:
    return f'<Override PartName="/xl/{name}.xml" ContentType="{KIND}.{kind}+xml"/>'


def link(number: object, kind: str, to: str) -> str:
    return f'<Relationship Id="s{number}" Type="{REL}/{kind}" Target="{to}"/>'


def links(*each: str) -> str:
    return f'<Relationships xmlns="{PACK}/relationships">{"".join(each)}</Relationships>'


def xlsx(*sheets: tuple[str, Iterable[Sequence[object]]], hidden: Sequence[str] = (), first: int = 1) -> bytes:
    """A workbook of (name, rows); `first` is the row the first one stands in."""
    file, numbers = io.BytesIO(), range(1, len(sheets) + 1)
    types = part_type("workbook", "sheet.main") + "".join(part_type(f"worksheets/sheet{n}", "worksheet") for n in numbers)
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    listed = ""
    for n, (name, _rows) in zip(numbers, sheets, strict=True):
        state = ' state="hidden"' if name in hidden else ""
        listed += f'<sheet name="{escape(name)}" sheetId="{n}" r:id="s{n}"{state}/>'
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", f'<Types xmlns="{PACK}/content-types">{rels}{types}</Types>')
        packed.writestr("_rels/.rels", links(link("r", "officeDocument", "xl/workbook.xml")))
        book = f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets>{listed}</sheets></workbook>'
        packed.writestr("xl/workbook.xml", book)
        inner = [link(n, "worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
        packed.writestr("xl/_rels/workbook.xml.rels", links(*inner, link("st", "styles", "styles.xml")))
        packed.writestr("xl/styles.xml", DAY_STYLE)
        for n, (_name, rows) in zip(numbers, sheets, strict=True):
            with packed.open(f"xl/worksheets/sheet{n}.xml", "w") as part:
                for text in sheet(rows, first):
                    part.write(text.encode())
    return file.getvalue()


def ods(name: str, rows: Iterable[Sequence[object]]) -> bytes:
    office = "urn:oasis:names:tc:opendocument:xmlns"
    cells = "".join(
        "<table:table-row>" + "".join(
            f'<table:table-cell office:value-type="date" office:date-value="{one.isoformat()}"/>' if isinstance(one, date)
            else f'<table:table-cell office:value-type="string"><text:p>{escape(str(one))}</text:p></table:table-cell>'
            for one in row
        ) + "</table:table-row>" for row in rows
    )  # fmt: skip
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{office}:manifest:1.0"/>')
        names = "".join(f' xmlns:{one}="{office}:{one}:1.0"' for one in ("office", "table", "text"))
        body = f'<office:spreadsheet><table:table table:name="{escape(name)}">{cells}</table:table></office:spreadsheet>'
        packed.writestr(
            "content.xml", f"<office:document-content{names}><office:body>{body}</office:body></office:document-content>"
        )
    return file.getvalue()
