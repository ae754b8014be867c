"""The layout for the review of a pilot comes with every pack, and a year is drawn up by it in both languages."""

import io
from datetime import UTC, datetime

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

import offices
from putright.layouts import offered, rules
from putright.months import actions, drawing, sheets
from putright.months.models import Report
from putright.months.rules import Period
from putright.months.told import told
from tests.months.made import received

PILOT = "pilot-review"
YEAR, AFTER = Period(2025, 4, 12), datetime(2026, 4, 3, 9, tzinfo=UTC)
BY_HAND = ["in-short", "asked", "outside", "recommendation"]


def of_the_pack(slug):
    return next(one for one in offices.load(slug).layouts if one.slug == PILOT)


@pytest.mark.parametrize("slug", ["hertfordshire", "cleveland", "dyfed-powys", "essex"])
def test_every_office_has_it_and_each_of_its_figures_is_one_there_is(slug):
    layout = of_the_pack(slug)
    assert layout.words.en == "Review of a pilot" and layout.words.cy == "Adolygiad o beilot"
    for kind, there in offered.items("en").items():
        assert {key for part in layout.parts for key in getattr(part, kind)} <= set(there)
    assert [one.slug for one in layout.parts if not (one.done or any(getattr(one, kind) for kind in rules.KINDS))] == BY_HAND


def drawn_up(cast):
    received(cast, 9, settle=3, at=datetime(2024, 9, 10, 12, tzinfo=UTC))
    received(cast, 20, settle=8, at=datetime(2025, 9, 10, 12, tzinfo=UTC))
    return actions.draw_up(PILOT, YEAR, by=cast.robin, at=AFTER)


@pytest.mark.django_db
def test_each_figure_of_the_pilots_year_stands_beside_the_year_before_it(cast):
    row = drawn_up(cast)
    parts = {one.key: one for one in told(row, "en").parts}
    grid = parts["before-and-after"].grids[0]
    assert grid.heads == ("Figure", "April 2025 to March 2026", "April 2024 to March 2025")
    assert next(line for line in grid.rows if line[0] == "Contacts received")[1:] == ("20", "9")
    assert parts["before-and-after"].charts and parts["promises"].grids and parts["people"].grids


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "unwritten", "comment"), [
    ("en", "Nobody has written this part yet.", "The pilot answered what was asked of it."),
    ("cy", "Nid oes neb wedi ysgrifennu’r rhan hon eto.", "Atebodd y peilot yr hyn a ofynnwyd ganddo."),
])  # fmt: skip
def test_what_others_said_is_written_in_by_hand_and_stands_on_every_paper(cast, language, unwritten, comment):
    row = drawn_up(cast)
    empty = [one.key for one in told(row, language).parts if unwritten in one.too_few]
    assert empty == ["in-short", "asked", "learnt", "outside", "recommendation"]
    words = {"en": "The pilot answered what was asked of it.", "cy": "Atebodd y peilot yr hyn a ofynnwyd ganddo."}
    actions.write(row, "outside", **words, by=cast.robin, at=AFTER)
    actions.sign(row, by=cast.jo, at=AFTER)
    row = Report.objects.get(pk=row.pk)
    pages = PdfReader(io.BytesIO(drawing.pdf(row, language))).pages
    assert comment in " ".join(" ".join(page.extract_text().split()) for page in pages)
    content, _kind = sheets.as_workbook(row, "ods", language)
    read = CalamineWorkbook.from_filelike(io.BytesIO(content))
    cells = [str(cell) for name in read.sheet_names for line in read.get_sheet_by_name(name).to_python() for cell in line]
    assert comment in cells
    assert next(one for one in told(row, language).parts if one.key == "outside").paragraphs == [comment]
