"""What somebody notices of a drawing: its name, its numbers, its table, and nothing told by colour alone."""

import re
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from django.utils.translation import override

from putright.charts import draw, scales
from putright.charts.shapes import Bar, Bars, Heat, Mark, Multiples, Paper, Point, Series, Target

SVG = "{http://www.w3.org/2000/svg}"


def months(values, **more):
    return [Point(date(2025 + (n // 12), n % 12 + 1, 1), value, **more) for n, value in enumerate(values)]


def a_series(**more):
    given = {
        "title": "Contacts about parking",
        "about": "They doubled in June.",
        "unit": "contacts",
        "points": months(range(14)),
    }
    return Series(**(given | more))


def tree(drawn):
    return ElementTree.fromstring(str(drawn.svg))


def words(drawn):
    return [one.text for one in tree(drawn).iter(f"{SVG}text")]


ALL = {
    "series": lambda paper: draw.series(a_series(), paper),
    "multiples": lambda paper: draw.multiples(
        Multiples("Two areas", "Two areas.", [a_series(), a_series(title="North")]), paper
    ),
    "bars": lambda paper: draw.bars(
        Bars("Areas", "By area.", "Area", "contacts", [Bar("North", 3), Bar("South", 9)]), paper
    ),
    "heat": lambda paper: draw.heat(Heat("When", "By hour.", "calls", {(9, 0): 412, (10, 4): 103}), paper),
}


@pytest.mark.parametrize("kind", ALL)
@pytest.mark.parametrize("paper", [Paper(), Paper(320), Paper(640)])
def test_each_drawing_is_one_picture_with_a_name_and_a_description(kind, paper):
    svg = tree(ALL[kind](paper))
    assert svg.get("role") == "img"
    named = {svg.get("aria-labelledby"): f"{SVG}title", svg.get("aria-describedby"): f"{SVG}desc"}
    for key, tag in named.items():
        assert [one.tag for one in svg if one.get("id") == key and one.text] == [tag]
    assert bool(svg.get("viewBox")) is bool(paper.width)


@pytest.mark.parametrize("kind", ALL)
def test_no_letter_is_smaller_than_twelve_however_narrow(kind):
    """Places across are parts of the width, sizes are not: nothing shrinks with the screen."""
    svg = tree(ALL[kind](Paper()))
    sizes = {float(one.get("font-size")) for one in svg.iter(f"{SVG}text")}
    assert sizes and min(sizes) >= 12 and not svg.get("viewBox")
    assert all(one.get("x").endswith("%") for one in svg.iter(f"{SVG}text"))


@pytest.mark.parametrize("kind", ALL)
def test_nothing_needs_a_style_our_policy_refuses(kind):
    svg = str(ALL[kind](Paper()).svg)
    assert "style" not in svg and "<script" not in svg and "href" not in svg


def test_the_table_holds_every_number_of_the_drawing():
    drawn = draw.series(a_series())
    assert drawn.table.heads == ("Month", "contacts")
    assert drawn.table.rows[0] == ("January 2025", "0") and drawn.table.rows[13] == ("February 2026", "13")


def test_what_stands_out_is_another_shape_and_says_why():
    points = [*months([4, 5]), Point(date(2025, 3, 1), 19, 5, 0, 12, note="Above the limit")]
    drawn = draw.series(a_series(points=points))
    diamonds = [one for one in tree(drawn).iter(f"{SVG}path")]
    assert len(diamonds) == 1 and diamonds[0].find(f"{SVG}title").text == "March 2025: 19"
    assert drawn.table.rows[2][-1] == "Above the limit" and "Diamond: a number that stands out." in drawn.key


def test_a_change_is_numbered_in_the_order_of_its_day_and_named_below():
    marks = [Mark(date(2025, 9, 10), "New form"), Mark(date(2025, 3, 1), "New desk"), Mark(date(2031, 1, 1), "Not yet")]
    drawn = draw.series(a_series(marks=marks))
    assert drawn.key[-2:] == ("1: 1 March 2025, New desk", "2: 10 September 2025, New form")
    assert {"1", "2"} <= {one.text for one in tree(drawn).iter(f"{SVG}text") if one.get("font-weight") == "bold"}


@pytest.mark.parametrize("apart", [0, 3, 200])
def test_the_numbers_of_two_changes_that_stand_close_are_not_read_as_one(apart):
    first = date(2025, 3, 1)
    marks = [Mark(first, "New desk"), Mark(first + timedelta(days=apart), "New form")]
    points = [Point(date(2025, month, 1), 5) for month in range(1, 13)]
    panel = Series("Contacts", "Contacts by month.", "contacts", points, marks)
    for made in (draw.series(panel), draw.multiples(Multiples("Ways in", "Each by itself.", [panel, panel]))):
        written = re.findall(r'<text x="([\d.]+)%" y="([\d.]+)"[^>]*font-weight="bold">([12])</text>', made.svg)
        for one, other in zip(written[::2], written[1::2], strict=True):
            far = float(other[0]) - float(one[0]) >= 6  # per cent of the width: a number at 320 px is half of it
            assert (one[2], other[2]) == ("1", "2") and (far or float(one[1]) - float(other[1]) >= 12)
        assert [sentence[:2] for sentence in made.key[-2:]] == ["1:", "2:"]
        assert all(float(y) > 10 for _x, y, _number in written)


def test_an_unknown_month_is_a_gap_and_never_a_nought():
    drawn = draw.series(a_series(points=months([5, None, 7])))
    thick = [one for one in tree(drawn).iter(f"{SVG}line") if one.get("stroke-width") == "2.5"]
    assert not thick and len(list(tree(drawn).iter(f"{SVG}circle"))) == 2
    assert drawn.table.rows[1] == ("February 2025", "not known")


def test_a_target_is_drawn_and_named():
    drawn = draw.series(a_series(target=Target(30, "what we aim for")))
    assert "Dotted line: what we aim for." in drawn.key
    assert any(one.get("stroke-linecap") for one in tree(drawn).iter(f"{SVG}line"))


def test_in_welsh_the_months_are_welsh():
    with override("cy"):
        drawn = draw.series(a_series(points=months([1200, 1300, 1250])))
    assert drawn.table.heads[0] == "Mis" and drawn.table.rows[0] == ("Ionawr 2025", "1,200")
    assert "Ion 25" in words(drawn) and "Maw 25" in words(drawn)


def test_what_people_wrote_stays_words():
    drawn = draw.series(a_series(title='<script>alert("1")</script> & more'))
    assert tree(drawn).find(f"{SVG}title").text == '<script>alert("1")</script> & more'


def test_bars_carry_their_numbers_and_lengths_go_with_them():
    drawn = ALL["bars"](Paper(400))
    found = [float(one.get("width")) for one in tree(drawn).iter(f"{SVG}rect") if one.get("width") != "100%"]
    assert found[1] == pytest.approx(3 * found[0]) and "South: 9" in words(drawn)


def test_each_cell_says_its_number_and_the_darker_ones_in_white():
    drawn = ALL["heat"](Paper())
    cells = {one.text: one.get("fill") for one in tree(drawn).iter(f"{SVG}text")}
    assert cells["412"] == "#ffffff" and cells["103"] == "#17242b" and drawn.table.rows[9][1] == "412"


@pytest.mark.parametrize("values", [[], [0], [3], [0.4, 0.9], [-4, 8], [1_234_567], [100, 100]])
def test_the_side_holds_every_value_with_round_numbers(values):
    side = scales.ticks(values)
    assert side[0] <= min([0, *values]) and side[-1] >= max([0, *values]) and 2 <= len(side) <= 8
    assert {round(b - a, 6) for a, b in zip(side, side[1:], strict=False)} == {round(side[1] - side[0], 6)}


@pytest.mark.parametrize("count", [0, 1, 2, 5, 13, 24, 120])
def test_dates_written_out_never_crowd_and_end_with_the_last(count):
    shown = list(scales.labelled(count, 3))
    assert len(shown) <= 3 and (not count or shown[-1] == count - 1)


def test_one_point_and_none_are_drawn_too():
    for values in ([], [4]):
        assert tree(draw.series(a_series(points=months(values)))).get("role") == "img"
