"""The drawings of a report: the same numbers as its figures, in the page, the PDF and the spreadsheets, small ones in none."""

import io
from datetime import UTC, date, datetime

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from putright.charts.shapes import Paper
from putright.facts.measures import CATALOGUE
from putright.hiding import rules as hiding
from putright.months import drawing, monthly, picturing, queries, rules, sheets
from putright.months.drawn import made
from putright.months.told import told
from putright.people.queries import office

from .made import AFTER, FEBRUARY, drawn_up, received

pytestmark = pytest.mark.django_db


def chart(row, key: str) -> dict:
    return next(one for section in row.figures["sections"] for one in section["charts"] if one["key"] == key)


def a_winter(cast) -> None:
    for month, number in ((12, 9), (1, 12)):
        received(cast, number, at=datetime(2026 if month == 1 else 2025, month, 10, 12, tzinfo=UTC))
    received(cast, 30, settle=12)


def test_a_drawing_says_what_the_figure_says_on_every_paper(cast):
    a_winter(cast)
    row = drawn_up(cast)
    points = chart(row, "series:contacts")["points"]
    assert [(one["on"], one["value"]) for one in points] == [("2025-12-01", 9), ("2026-01-01", 12), ("2026-02-01", 30)]
    for language, title in (("en", "Contacts received, month by month"), ("cy", "fesul mis")):
        reader = PdfReader(io.BytesIO(drawing.pdf(row, language)))
        words = " ".join(" ".join(page.extract_text().split()) for page in reader.pages)
        assert title in words
        for kind in sheets.KINDS:
            book = CalamineWorkbook.from_filelike(io.BytesIO(sheets.as_workbook(row, kind, language)[0]))
            lines = [line for name in book.sheet_names for line in book.get_sheet_by_name(name).to_python()]
            assert any(30.0 in line and ("February 2026" in line or "Chwefror 2026" in line) for line in lines)


def test_the_pdf_names_each_drawing_for_who_does_not_see_it(cast):
    a_winter(cast)
    reader, todo, said = PdfReader(io.BytesIO(drawing.pdf(drawn_up(cast), "en"))), [], []
    todo.append(reader.trailer["/Root"]["/StructTreeRoot"])
    while todo:
        node = todo.pop().get_object()
        if not hasattr(node, "get"):
            continue
        said += [str(node["/Alt"])] if node.get("/S") == "/Figure" else []
        children = node.get("/K", [])
        children = children.get_object() if hasattr(children, "get_object") else children
        todo += [one for one in (children if isinstance(children, list) else [children]) if hasattr(one, "get_object")]
    assert any(one.startswith("Contacts received, month by month. ") for one in said)


def test_a_small_month_is_left_out_of_the_line(cast):
    received(cast, 3, at=datetime(2026, 1, 10, 12, tzinfo=UTC))
    received(cast, 9, at=datetime(2025, 12, 10, 12, tzinfo=UTC))
    received(cast, 20)
    points = chart(drawn_up(cast), "series:contacts")["points"]
    assert [one["value"] for one in points] == [9, None, 20]


def test_where_most_hours_are_hidden_no_picture_of_them_is_drawn(cast):
    for hour in range(9, 15):
        received(cast, 2, at=datetime(2026, 2, 10, hour, 59, tzinfo=UTC))
    row = drawn_up(cast)
    assert chart(row, "arrivals")["kind"] == picturing.FEW
    assert any("too few to draw" in one for part in told(row, "en").parts for one in part.too_few)


def test_no_hidden_hour_can_be_found_by_taking_away(cast):
    for hour, number in ((9, 8), (10, 7), (11, 2), (12, 6)):
        received(cast, number, at=datetime(2026, 2, 10, hour, 59, tzinfo=UTC))
    told = picturing.arrivals(FEBRUARY)
    assert told["kind"] == "arrivals"
    away = [number for _hour, _day, number in told["cells"] if number is None]
    shown = sum(number for _hour, _day, number in told["cells"] if number)
    assert len(away) >= 2 and 23 - shown > hiding.SMALLEST
    table = made(told, [], Paper(640, "en")).table
    assert sum(row.count("hidden") for row in table.rows) == len(away)


def test_months_counted_together_are_as_each_month_is_counted(cast):
    a_winter(cast)
    months = monthly.months_until(FEBRUARY.previous.next, 4)
    for key in ("contacts", "settled", "reasons", "kinds", "logged", "recorded"):
        measure = CATALOGUE[key]
        together = monthly.counts(measure, months, office(), AFTER)
        for month in months:
            alone = measure.rows(monthly.Scope(month, office(), AFTER)).counts()
            found = [{part: number for part, number in counts.items() if number} for counts in (together[month], alone)]
            assert found[0] == found[1], (key, month)


def test_what_was_to_be_expected_rests_on_numbers_that_are_shown():
    totals = {date(2023 + place // 12, place % 12 + 1, 1): 40 + place % 3 for place in range(24)}
    hidden = totals | {date(2023, 5, 1): None}
    known = monthly.expected(hidden)[-1]
    assert known.expected is not None and known.past == monthly.expected(totals)[-1].past - 1


def test_the_rounds_draw_it_up_once_for_a_board_and_a_person_must_write_what_was_done(cast):
    from putright.learning.models import YouSaid
    from putright.months import actions, owed, refusals
    from putright.months.models import Report

    from .test_sending import board

    received(cast, 14, settle=6)
    board(cast)
    YouSaid.objects.create(
        you_en="Nobody rings back", you_cy="Does neb yn ffonio’n ôl", we_en="We ring each Friday.",
        we_cy="Rydym yn ffonio bob dydd Gwener.", at=FEBRUARY.start, by=cast.sam, signed_at=FEBRUARY.start, signed_by=cast.jo,
    )  # fmt: skip
    keys = [key for key, _since in owed.owed(FEBRUARY.end, limit=50)]
    assert keys == ["months:draw:quality-of-service:2026:2:1"]
    assert not list(owed.owed(FEBRUARY.end.replace(day=1, month=2), limit=50))
    for _again in range(3):
        owed.fulfil(keys[0], at=FEBRUARY.end)
    row = Report.objects.get()
    assert row.by is None and not list(owed.owed(FEBRUARY.end, limit=50))
    words = queries.words(row)["done"]
    assert "Nobody rings back. We did: We ring each Friday." in words.en and "Gwener" in words.cy
    with pytest.raises(refusals.NobodyRead):
        actions.sign(row, by=cast.jo, at=AFTER)
    actions.write(row, "done", "We ring each Friday.", "Rydym yn ffonio.", by=cast.robin, at=AFTER)
    assert actions.sign(row, by=cast.jo, at=AFTER).fingerprint


@pytest.mark.parametrize(
    ("at", "length", "found"),
    [
        (datetime(2026, 3, 1, tzinfo=UTC), 1, (2026, 2)), (datetime(2026, 3, 1, tzinfo=UTC), 3, (2025, 10)),
        (datetime(2026, 4, 2, tzinfo=UTC), 3, (2026, 1)), (datetime(2026, 3, 31, tzinfo=UTC), 12, (2024, 4)),
        (datetime(2026, 4, 2, tzinfo=UTC), 12, (2025, 4)), (datetime(2026, 1, 1, tzinfo=UTC), 1, (2025, 12)),
    ],
)  # fmt: skip
def test_the_newest_period_that_is_over(at, length, found):
    period = rules.last_over(at, length)
    assert (period.year, period.number, period.length) == (*found, length) and period.end <= at


@pytest.mark.parametrize(
    ("on", "found"), [(datetime(2026, 1, 1, tzinfo=UTC), 2025), (datetime(2026, 12, 31, 23, tzinfo=UTC), 2025)]
)
def test_the_newest_calendar_year_that_is_over(on, found):
    assert rules.last_over(on, rules.YEAR, rules.JANUARY) == rules.Period(found, 1, rules.YEAR)


def test_what_changed_stands_on_every_line_of_a_report_and_in_both_languages(cast):
    from putright.months import actions
    from putright.warnings import actions as warnings

    a_winter(cast)
    actions.note_change(date(2026, 1, 12), "Two posts fell empty", "Aeth dwy swydd yn wag", by=cast.robin, at=AFTER)
    of = ("", "", "A new menu"), ("measure", "contacts", "Of contacts alone"), ("measure", "logged", "Of cases")
    for which, code, label in of:
        warnings.annotate(warnings.Change(date(2026, 2, 9), label, which, code), by=cast.jo, at=AFTER)
    warnings.annotate(warnings.Change(date(2026, 3, 1), "After it was over", "", ""), by=cast.jo, at=AFTER)
    row = drawn_up(cast)
    of_contacts = ["Two posts fell empty", "A new menu", "Of contacts alone"]
    for key in ("series:contacts", "multiples:contacts"):
        frozen = chart(row, key)
        assert [one["words"]["en"] for one in frozen["changes"]] == of_contacts, key
        picture = made(frozen, frozen["changes"], Paper(640, "cy"))
        assert picture.key[-1].endswith("Of contacts alone") and ">3</text>" in picture.svg
    assert any("Aeth dwy swydd yn wag" in one for part in told(row, "cy").parts for drawn in part.charts for one in drawn.key)
    assert [line[1] for line in told(row, "en").changes.rows] == ["A new menu", "Of contacts alone", "Two posts fell empty"]


def test_a_report_frozen_before_its_drawings_kept_their_changes_is_drawn_as_it_was(cast):
    a_winter(cast)
    row = drawn_up(cast)
    for section in row.figures["sections"]:
        for one in section["charts"]:
            one.pop("changes", None)
    row.figures["changes"] = [{"on": "2026-01-12", "words": {"en": "A new menu", "cy": "Dewislen newydd"}}]
    keys = [key for part in told(row, "cy").parts for drawn in part.charts for key in drawn.key]
    assert any("Dewislen newydd" in key for key in keys)


def test_a_number_that_is_hidden_is_called_hidden_beside_a_drawing(cast):
    received(cast, 3, at=datetime(2026, 1, 10, 12, tzinfo=UTC))
    received(cast, 9, at=datetime(2025, 12, 10, 12, tzinfo=UTC))
    received(cast, 20)
    rows = made(chart(drawn_up(cast), "series:contacts"), (), Paper(640, "en")).table.rows
    assert [row[1] for row in rows] == ["9", "hidden", "20"]


def test_a_part_with_nothing_in_it_says_so(cast):
    received(cast, 20)
    row = drawn_up(cast)
    empty = [part for part in told(row, "en").parts if not (part.grids or part.charts or part.words)]
    assert empty and all(part.too_few for part in empty)
