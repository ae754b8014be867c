"""Long lists go on, fifty at a time, and nothing is shown twice or left out."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gateways import clock
from putright.cases.models import Case
from putright.learning import queries, sheets
from putright.learning.actions import boards
from putright.learning.actions.lessons import note_lesson
from putright.learning.models import BoardAction

from .test_deeds import learned

pytestmark = pytest.mark.django_db


def walked(ask):
    """Every row of every sheet, in order."""
    after, rows = "", []
    while True:
        sheet = ask(after)
        rows += [row.pk for row in sheet.rows]
        if not (after := sheet.after):
            return rows


@pytest.mark.parametrize("done", [False, True])
def test_a_walk_through_all_sheets_shows_each_once_in_its_order_though_many_share_a_day(cast, monkeypatch, done):
    monkeypatch.setattr(sheets, "AT_ONCE", 3)
    today = cast.at.date()
    for number in range(11):
        due = today - timedelta(days=number % 3)
        row = boards.note_action(boards.Wanted("Board", "Do it", "Chief", due), by=cast.sam, at=cast.at)
        if done:
            boards.finish_action(row, due, "Done", by=cast.sam, at=cast.at)
    rows = walked(lambda after: queries.actions(Case.objects.all(), after, done=done))
    assert len(rows) == len(set(rows)) == 11
    order = ("-done_on", "-pk") if done else ("due_on", "pk")
    assert rows == list(BoardAction.objects.order_by(*order).values_list("pk", flat=True))


def test_what_comes_in_meanwhile_moves_nothing(cast, monkeypatch):
    monkeypatch.setattr(sheets, "AT_ONCE", 2)
    made = [note_lesson(learned(), by=cast.sam, at=cast.at + timedelta(minutes=number)) for number in range(4)]
    first = queries.lessons(Case.objects.all())
    note_lesson(learned(), by=cast.sam, at=cast.at + timedelta(hours=1))
    second = queries.lessons(Case.objects.all(), first.after)
    assert [row.pk for row in (*first.rows, *second.rows)] == [row.pk for row in reversed(made)] and not second.after


@pytest.mark.parametrize(
    "after",
    ["x", "2026-03-27", "2026-03-27_", "2026-03-27_-1", "2026-13-01_1", "2026-03-27T10:00_1", "_" * 50, "2026-03-27_٣",
     "2026-03-27_99999999999999999999", "0001-01-01_1", "0001-01-01T00:00+00:00_1"],
)  # fmt: skip
def test_an_address_nobody_gave_begins_anew_or_finds_nothing(client, cast, after):
    note_lesson(learned(), by=cast.sam, at=cast.at)
    client.force_login(cast.sam.user)
    with clock.fixed(cast.at):
        for name in ("lessons", "actions", "suggestions", "recommendations"):
            assert client.get(f"/en/staff/learning/{name}/", {"after": after}).status_code == 200


@pytest.mark.parametrize(("language", "words"), [("en", "The next fifty"), ("cy", "Yr hanner cant nesaf")])
def test_the_list_says_where_it_goes_on_and_asks_no_more(client, cast, language, words):
    client.force_login(cast.sam.user)
    counts = []
    for many in (1, 59):
        for number in range(many):
            boards.note_suggestion(f"Bench {many}-{number}", cast.at.date(), by=cast.sam, at=cast.at)
        with clock.fixed(cast.at):
            client.get(f"/{language}/staff/learning/suggestions/")
            with CaptureQueriesContext(connection) as seen:
                first = client.get(f"/{language}/staff/learning/suggestions/").content.decode()
        counts.append(len(seen))
    assert counts[0] == counts[1] and words in first
    after = first.partition("after=")[2].partition('"')[0].replace("&amp;", "&")
    with clock.fixed(cast.at):
        second = client.get(f"/{language}/staff/learning/suggestions/?after={after}").content.decode()
    assert second.count("Bench") >= 10 and words not in second and "Bench 59-58" in second
