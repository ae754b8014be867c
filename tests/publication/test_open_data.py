"""A signed quarter published once: the page, the file and what describes it."""

import csv
import io
from datetime import UTC, datetime

import pytest

from gateways import clock
from putright.cases.actions import allege
from putright.hiding import crossed
from putright.national import actions as national
from putright.national.rules import Quarter
from putright.people.gates import NotAllowed
from putright.publication import actions, refusals, tables
from putright.publication.models import Table
from tests.make import contacts as make
from tests.make import people as make_people

LATER = datetime(2026, 4, 2, 9, tzinfo=UTC)


@pytest.fixture
def made(cast):
    """Six allegations of one category and two of another."""
    case = make.contact(cast.ffion, at=cast.at, kind="complaint").case
    for category in ("H1", "H1", "H2", "H3", "H4", "H1", "A1", "A2"):
        allege(case, "It was wrong.", category, on=cast.at.date(), by=cast.sam, at=cast.at)
    return national.prepare(Quarter(2025, 4), by=cast.jo, at=LATER)


def signed(made, cast):
    other = make_people.handler("Ana Other", "supervisor", cast.jo.team)
    national.sign(made, "Asked.", by=other, at=LATER)
    made.refresh_from_db()
    return made


def test_only_a_signed_return_is_published_and_only_once(cast, made):
    with pytest.raises(refusals.NotSigned):
        actions.publish(made, by=cast.jo, at=LATER)
    signed(made, cast)
    with pytest.raises(NotAllowed):
        actions.publish(made, by=cast.sam, at=LATER)
    actions.publish(made, by=cast.jo, at=LATER)
    with pytest.raises(refusals.PublishedAlready):
        actions.publish(made, by=cast.jo, at=LATER)
    numbers = {row[0]: row[2:] for row in Table.objects.get().rows}
    assert numbers["A"][1] is None and numbers["A"][2] is None, "two are few"
    assert 2 not in [number for row in numbers.values() for number in row]


def test_what_the_table_hides_cannot_be_had_by_taking_away(cast, made):
    """Six less two would be known from eight: the six, or the eight, is hidden with the two."""
    rows = tables.made(made.rows["cases"], made.rows["allegations"], {})
    counts = {"A": [0, 2], "H": [0, 6]}
    cells = crossed.with_totals([counts.get(letter, [0, 0]) for letter in tables.LETTERS])
    away = {(i, j) for i, row in enumerate(rows) for j, number in enumerate(row[2:]) if number is None}
    assert len(away) > 2
    assert all(cells[i, j] == number for i, row in enumerate(rows) for j, number in enumerate(row[2:]) if number is not None)
    assert all(crossed.room(cells, away, cell, tables.WIDTH) >= tables.WIDTH for cell in away)


@pytest.mark.parametrize("name", ["=1+1", "+44", "@SUM(A1)", "\t=1"])
def test_a_category_renamed_to_a_formula_is_none_in_the_file(name):
    (row, *_rest) = csv.DictReader(io.StringIO(tables.as_csv([["A", name, 5, 6, 11]])))
    assert row["category"] == f"'{name}"


@pytest.mark.parametrize(("language", "title"), [("en", "Figures about complaints"), ("cy", "Ffigurau am gwynion")])
def test_published_by_a_supervisor_and_read_by_anybody(client, cast, made, language, title):
    signed(made, cast)
    client.force_login(cast.jo.user)
    with clock.fixed(LATER):
        assert client.post(f"/{language}/staff/publication/", {"made_of": made.pk}).status_code == 302
        assert "/figures/2025/4/" in client.get(f"/{language}/staff/publication/").content.decode()
    client.logout()
    with clock.fixed(LATER):
        assert title in client.get(f"/{language}/figures/").content.decode()
        assert "–" in client.get(f"/{language}/figures/2025/4/").content.decode()
        assert client.get(f"/{language}/figures/2025/3/").status_code == 404
        text = client.get(f"/{language}/figures/2025/4/allegations.csv").content.decode()
        told = client.get(f"/{language}/figures/2025/4/allegations.csv-metadata.json").json()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert list(rows[0]) == [column["name"] for column in told["tableSchema"]["columns"]]
    assert len(rows) == 36 and {row["hidden"] for row in rows} == {"yes", "no"}
    assert all((row["hidden"] == "yes") == (row["allegations"] == "") for row in rows)
