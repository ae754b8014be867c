"""Our place among all forces: reading a pasted table, the arithmetic, the screen."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from gateways import clock
from putright.measures import actions, forces, refusals, standing
from putright.measures.actions import AllForces
from putright.measures.models import Table
from putright.people.gates import NotAllowed
from putright.people.queries import office

AT = datetime(2026, 3, 27, 16, 50, tzinfo=UTC)
D = Decimal
FIGURE = "allegations-each-thousand"


def test_two_columns_of_a_spreadsheet_are_read_and_the_head_and_the_country_are_left_out():
    pasted = "Force\tAllegations\nAvon and Somerset\t1,234\nEssex Police\t258\n\nCity of London\t99.5\nEngland and Wales\t270\n"
    found = forces.read(pasted)
    assert found.rows == (("Avon and Somerset", D(1234)), ("Essex Police", D(258)), ("City of London", D("99.5")))
    assert found.aside == ("Force\tAllegations", "England and Wales\t270")


@pytest.mark.parametrize(
    "line", ["Essex,258", "Essex, 258", '"Essex",258', "Essex;258", "Essex: 258", "Essex 258", "Essex\t258%", " Essex   258 "]
)
def test_a_line_however_it_was_copied(line):
    assert forces.read(line).rows == (("Essex", D(258)),)


@pytest.mark.parametrize(
    ("line", "number"),
    [("Essex\t258\nKent\n", 2), ("Essex\t258\t17", 1), ("Essex 258\nKent n/a", 2), ("Essex\t258\nessex police\t3", 2), ("258", 1),
     ("Essex ٢٥٨", 1), ("Essex 9999999999", 1), ("Kent\t1\n" + "x" * 101 + "\t2", 2), ("Essex -3\n", 1)],
)  # fmt: skip
def test_a_line_that_says_no_one_figure_is_named(line, number):
    with pytest.raises(forces.Unreadable) as refused:
        forces.read(line)
    assert refused.value.line == number


def test_our_force_is_known_by_either_of_its_names_and_by_what_the_table_calls_it():
    rows = (("Dyfed-Powys", D(1)), ("ESSEX", D(2)))
    assert forces.ours(rows, ["Essex Police"]) == "ESSEX"
    assert forces.ours(rows, ["Dyfed-Powys Police", "Heddlu Dyfed-Powys"]) == "Dyfed-Powys"
    assert not forces.ours(rows, ["Kent Police"])


def test_places_are_shared_and_counted_from_both_ends():
    rows = tuple(zip("abcde", map(D, (5, 9, 5, 1, 7)), strict=True))
    assert forces.place(rows, "a") == forces.Place(D(5), 3, 2, 1, 5, D(5))
    assert [place for place, _name, _figure in forces.ordered(rows)] == [1, 2, 3, 3, 5]


@given(st.lists(st.integers(0, 30), min_size=3, max_size=50))
def test_whoever_stands_where_the_two_ends_and_the_shared_make_the_whole(figures):
    rows = tuple((f"Force {n}", D(figure)) for n, figure in enumerate(figures))
    by_name = {name: place for place, name, _figure in forces.ordered(rows)}
    for name, figure in rows:
        found = forces.place(rows, name)
        assert found.from_most + found.from_fewest + found.shared == found.of + 1
        assert found.from_most == by_name[name] and found.figure == figure


def table(period: str, until: date, figure_of_ours: str, **changed) -> AllForces:
    rows = tuple((f"Another force {n}", D(100 + 10 * n)) for n in range(1, 43)) + (("Our force", D(figure_of_ours)),)
    return replace(AllForces(FIGURE, period, until, rows, "Our force", "Invented"), **changed)


@pytest.mark.django_db
def test_the_essex_review_s_two_places_come_out_with_both_ends_said(cast):
    """[S4] "21st 2016/17 to 17th 2017/18", with no word on which end is the better: E27."""
    actions.set_table(table("2016/17", date(2017, 3, 31), "325"), by=cast.jo, at=AT)
    actions.set_table(table("2017/18", date(2018, 3, 31), "365"), by=cast.jo, at=AT)
    [last, before] = standing.by_figure()[FIGURE]
    assert (before.place.from_most, last.place.from_most, last.place.from_fewest, last.place.of) == (21, 17, 27, 43)
    assert last.moved == -4 and last.before.table == before.table


@pytest.mark.django_db
def test_put_in_again_the_newest_holds_and_the_earlier_stays(cast):
    first = actions.set_table(table("2017/18", date(2018, 3, 31), "365"), by=cast.jo, at=AT)
    again = actions.set_table(table("2017/18", date(2018, 3, 31), "505"), by=cast.jo, at=AT)
    [held] = standing.by_figure()[FIGURE]
    assert held.table == again and standing.later(first) == again and standing.newest(FIGURE).place.from_most == 3
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Table.objects.update(ours="Another force 1")


@pytest.mark.django_db
def test_what_is_refused(cast):
    until, two = date(2018, 3, 31), (("Our force", D(1)), ("Kent", D(2)))
    for changed, wrong in (
        ({"figure": "nothing"}, refusals.CannotBe), ({"ours": "Kent"}, refusals.CannotBe), ({"rows": two}, refusals.CannotBe),
        ({"source": " "}, refusals.SaysNotWhere),
    ):  # fmt: skip
        with pytest.raises(wrong):
            actions.set_table(table("2017/18", until, "1", **changed), by=cast.jo, at=AT)
    with pytest.raises(NotAllowed):
        actions.set_table(table("2017/18", until, "1"), by=cast.sam, at=AT)


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "cy"])
def test_pasted_on_the_screen_and_our_place_is_read_beside_the_figure(client, cast, language, django_assert_max_num_queries):
    def page(name, *args, **data):
        with clock.fixed(AT):
            address = reverse(name, args=args).replace("/en/", f"/{language}/")
            return client.post(address, data) if data else client.get(address)

    client.force_login(cast.jo.user)
    ours = office().names.force.en
    rows = "\n".join([f"{ours}\t120", *(f"Another force {n}\t{100 + n}" for n in range(30))])
    given = {
        "figure": FIGURE, "period": "2017/18", "until-day": "31", "until-month": "3", "until-year": "2018", "rows": rows,
        "ours": "", "source": "An invented bulletin, table 4",
    }  # fmt: skip
    wrong = page("measures:set_table", **{**given, "rows": rows + "\nKent\tmany"})
    assert wrong.status_code == 422 and "Kent" in wrong.content.decode() and "An invented bulletin" in wrong.content.decode()
    assert page("measures:set_table", **{**given, "ours": "Atlantis"}).status_code == 422
    assert page("measures:set_table", **given).status_code == 302
    said = {"en": "Place 10 of 31, counted from the most.", "cy": "Lle 10 o 31, gan gyfrif o’r mwyaf."}[language]
    for _ in range(3):
        assert page("measures:set_table", **given).status_code == 302
    with django_assert_max_num_queries(12):
        assert said in page("measures:places").content.decode()
    shown = page("measures:table", Table.objects.latest("pk").pk).content.decode()
    assert shown.index("Another force 29") < shown.index(f"{ours}</span> <strong") < shown.index("Another force 19")
    assert said in page("reports:measure", FIGURE).content.decode()
    assert page("measures:table", 10**6).status_code == 404
