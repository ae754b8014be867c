"""Drawing up, writing, signing and revising a report, and that what is frozen stays frozen."""

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, transaction

from putright.months import actions, queries, refusals, rules
from putright.months.models import Report, Words
from putright.months.rules import Period
from putright.months.told import told
from putright.people.gates import NotAllowed
from tests.make import people

from .made import AFTER, FEBRUARY, IN_FEBRUARY, LAYOUT, drawn_up, line, received, signed

pytestmark = pytest.mark.django_db


def test_a_report_holds_the_figures_of_its_month_in_both_languages_beside_the_earlier_ones(cast):
    received(cast, 14, settle=6)
    received(cast, 9, at=datetime(2026, 1, 20, 12, tzinfo=UTC))
    row = drawn_up(cast)
    contacts = line(row.figures, "contacts")
    assert contacts["value"] == {"en": "14", "cy": "14"} and contacts["before"]["en"] == "9"
    assert contacts["year_before"]["en"] == "not known" and contacts["name"]["cy"] == "Cysylltiadau a dderbyniwyd"
    assert line(row.figures, "settled-share")["value"]["en"] == "42.9%"
    assert row.figures["named"] == {"en": "February 2026", "cy": "Chwefror 2026"}
    assert {one["key"] for one in row.figures["meanings"]} >= {"contacts", "settled-share", "vehicles", "kept"}
    assert row.fingerprint == rules.fingerprint(row.figures)


def test_small_numbers_are_hidden_in_it_even_from_who_drew_it_up(cast):
    received(cast, 12, settle=2)
    row = drawn_up(cast, by=cast.jo)
    assert line(row.figures, "settled")["value"] == {"en": "hidden", "cy": "wedi’i guddio"}
    assert line(row.figures, "settled-share")["value"]["en"] == "hidden"


def test_a_quarter_hides_what_one_of_its_months_hides(cast):
    received(cast, 12, settle=3)
    received(cast, 12, settle=6, at=datetime(2026, 3, 10, 12, tzinfo=UTC))
    april = datetime(2026, 4, 2, 9, tzinfo=UTC)
    row = actions.draw_up(LAYOUT, Period(2026, 1, 3), by=cast.robin, at=april)
    assert line(row.figures, "contacts")["value"]["en"] == "24"
    assert line(row.figures, "settled")["value"]["en"] == "hidden"  # 9, but 9 less March's 6 would be February's 3
    assert row.figures["named"]["cy"] == "Ionawr i Mawrth 2026"


def test_a_month_that_is_not_over_is_refused(cast):
    with pytest.raises(refusals.NotOver):
        drawn_up(cast, at=IN_FEBRUARY)
    with pytest.raises(NotAllowed):
        drawn_up(cast, by=cast.sam)


def test_the_same_report_is_drawn_up_once(cast):
    drawn_up(cast)
    with pytest.raises(refusals.AlreadyDrawnUp):
        drawn_up(cast, by=cast.jo)


def test_every_version_of_the_words_is_kept(cast):
    row = drawn_up(cast)
    for words in ("First.", "Second."):
        actions.write(row, "why", words, words, by=cast.robin, at=AFTER)
    assert [one.en for one in queries.versions(row, "why")] == ["Second.", "First."]
    assert queries.signed_words(row) == {"why": {"en": "Second.", "cy": "Second."}}
    with pytest.raises(refusals.NoSuchPart):
        actions.write(row, "nowhere", "x", "x", by=cast.robin, at=AFTER)


def test_only_a_second_person_signs_and_only_in_both_languages(cast):
    row = drawn_up(cast, by=cast.jo)
    with pytest.raises(refusals.SecondPerson):
        actions.sign(row, by=cast.jo, at=AFTER)
    (other,) = people.handlers(("Kit Lowe", "supervisor", cast.jo.team))
    actions.write(row, "why", "Only English.", "", by=cast.robin, at=AFTER)
    with pytest.raises(refusals.BothLanguages) as refusal:
        actions.sign(row, by=other, at=AFTER)
    assert "Why people were unhappy" in str(refusal.value)
    actions.write(row, "why", "Both.", "Y ddwy.", by=other, at=AFTER)
    with pytest.raises(refusals.SecondPerson):
        actions.sign(row, by=other, at=AFTER)
    with pytest.raises(NotAllowed):
        actions.sign(row, by=cast.robin, at=AFTER)


def test_what_is_signed_changes_no_more(cast):
    row = signed(cast)
    assert queries.is_whole(row)
    with pytest.raises(refusals.AlreadySigned):
        actions.write(row, "why", "Late.", "Hwyr.", by=cast.robin, at=AFTER)
    with pytest.raises(refusals.AlreadySigned):
        actions.sign(row, by=cast.jo, at=AFTER)


@pytest.mark.parametrize("table", [Report, Words])
def test_the_database_refuses_to_change_what_is_frozen(cast, table):
    signed(cast)
    with pytest.raises(DatabaseError), transaction.atomic():
        table.objects.update(at=AFTER)
    with pytest.raises(DatabaseError), transaction.atomic():
        table.objects.all().delete()


def test_a_report_tampered_with_is_known(cast):
    row = signed(cast)
    row.figures["sections"][0]["lines"][0]["value"]["en"] = "99"
    assert not queries.is_whole(row)


def test_a_revision_counts_again_and_says_what_is_different(cast):
    received(cast, 14, settle=6)
    row = signed(cast)
    received(cast, 2)  # found in a drawer, and entered with its own day
    with pytest.raises(refusals.SayWhyRevised):
        actions.revise(row, " ", by=cast.robin, at=AFTER)
    again = actions.revise(row, "Two letters were found.", by=cast.robin, at=AFTER)
    found = {one.key: (one.was["en"], one.now["en"]) for one in rules.differences(row.figures, again.figures)}
    assert found["contacts"] == ("14", "16") and found["settled-share"] == ("42.9%", "37.5%") and "settled" not in found
    assert again.revision == 2 and queries.signed_words(again) == queries.signed_words(row)
    assert line(Report.objects.get(pk=row.pk).figures, "contacts")["value"]["en"] == "14"
    with pytest.raises(refusals.RevisedAlready):
        actions.revise(row, "And again.", by=cast.robin, at=AFTER)
    assert [one.pk for one in queries.reports(signed_only=False)] == [again.pk]


def test_changes_of_the_year_before_stand_beside_the_figures(cast):
    for on in ("2025-03-01", "2026-02-20", "2025-01-01", "2026-03-01"):
        actions.note_change(datetime.fromisoformat(on).date(), on, on, by=cast.robin, at=AFTER)
    assert [one["on"] for one in drawn_up(cast).figures["changes"]] == ["2026-02-20", "2025-03-01"]
    assert FEBRUARY.year_before.last_day.isoformat() == "2025-02-28"


def test_a_year_is_set_beside_the_year_before_it_once_and_says_what_a_month_means_in_it(cast):
    received(cast, 9)
    year = actions.draw_up(LAYOUT, Period(2025, 4, 12), by=cast.robin, at=datetime(2026, 4, 3, 9, tzinfo=UTC))
    heads = told(year, "en").parts[0].grids[0].heads
    assert heads == ("Figure", "April 2025 to March 2026", "April 2024 to March 2025")
    assert any("“month”" in line for line in told(year, "en").standing)
    month = drawn_up(cast)
    assert told(month, "en").parts[0].grids[0].heads == ("Figure", "February 2026", "January 2026", "February 2025")
    assert not any("“month”" in line for line in told(month, "en").standing)
