"""The figures taken away: the same as on the page, and no cell runs as a formula."""

import csv
import io
from datetime import UTC, datetime, timedelta

import pytest

from gateways import clock
from putright.contacts.said import Settled
from putright.reports.csvs import safe
from tests.make import contacts

AT = datetime(2026, 3, 27, 16, 50, tzinfo=UTC)
ADDRESS = "staff/reports/2026/3/figures.csv"


def taken(client, handler, language="en") -> list[list[str]]:
    with clock.fixed(AT):
        client.force_login(handler.user)
        answer = client.get(f"/{language}/{ADDRESS}")
    assert answer.status_code == 200 and answer["Content-Type"] == "text/csv; charset=utf-8"
    text = answer.content.decode()
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"), ("+44 20", "'+44 20"), ("@SUM(A1)", "'@SUM(A1)"), ("-2+3", "'-2+3"), ("\t=1", "'\t=1"),
        (" =1", "' =1"), ("\r=1", "'\r=1"), ("-£5,171", "-£5,171"), ("46.0%", "46.0%"), ("1,234", "1,234"), ("Ffôn", "Ffôn"),
    ],
)  # fmt: skip
def test_a_formula_is_made_harmless_and_a_number_left_alone(cell, written):
    assert safe(cell) == written


@pytest.mark.parametrize(("language", "name"), [("en", "Telephone"), ("cy", "Ffôn")])
def test_the_figures_come_in_the_readers_language(client, cast, language, name):
    for number in range(6):
        contacts.contact(cast.ffion, at=AT - timedelta(hours=number), channel="phone")
    assert name in {row[2] for row in taken(client, cast.jo, language)}
    assert [row[4] for row in taken(client, cast.jo, language) if row[1] == "contacts/phone"][0] == "6"


def test_what_is_hidden_on_the_page_is_hidden_here(client, cast):
    settled = Settled("Rang them.", "informed.no-update")
    contacts.contact(cast.ffion, by=cast.sam, at=AT - timedelta(hours=2), channel="phone", settled=settled)
    assert ["1"] == [row[4] for row in taken(client, cast.jo) if row[1] == "settled"]
    assert ["hidden"] == [row[4] for row in taken(client, cast.robin) if row[1] == "settled"]


def test_a_strange_channel_cannot_bring_a_formula(client, cast):
    made = contacts.contact(cast.ffion, at=AT - timedelta(hours=2))
    type(made).objects.filter(pk=made.pk).update(channel="=cmd()")
    names = [row[2] for row in taken(client, cast.jo)]
    assert "'=cmd()" in names and "=cmd()" not in names
