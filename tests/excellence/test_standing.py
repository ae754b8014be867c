"""Scores with their history, plans, gaps, and loading a standard's text."""

from datetime import date

import pytest
from django.db import Error, transaction

from putright.cases.queries import open_to
from putright.excellence import catalogue, queries, refusals, rules, shape
from putright.excellence.actions import standing
from putright.excellence.models import Comment, Mark
from putright.law.calendar import day_of
from putright.people.gates import NotAllowed

from . import items

pytestmark = pytest.mark.django_db
CSV = "ref,en,cy\n1,First,\n1.1,Whole,\n1.1.1,The licensed words of it,\n"


def rows(cast, by=None):
    listed = queries.board(catalogue.the("cse"), open_to(by or cast.sam, at=cast.at), day_of(cast.at))
    return {row.part.ref: row for row in listed}


def test_every_score_is_kept_and_the_newest_holds(cast):
    for given in ("none", "partial", "full"):
        standing.score("cse", "1.1.1", given, f"Because of {given}", by=cast.sam, at=cast.at)
    assert queries.scores("cse") == {"1.1.1": "full"}
    assert [mark.score for mark in queries.history("cse", "1.1.1")] == ["full", "partial", "none"]


def test_a_score_needs_its_reason_and_an_element_of_the_standard(cast):
    for ref, given, narrative, refusal in (
        ("1.1.1", "full", "  ", refusals.SayWhyScore), ("1.1.1", "good", "x", refusals.SayWhyScore),
        ("1.1", "full", "x", refusals.NoSuchElement), ("0.0.0", "full", "x", refusals.NoSuchElement),
    ):  # fmt: skip
        with pytest.raises(refusal):
            standing.score("cse", ref, given, narrative, by=cast.sam, at=cast.at)


def test_a_kept_score_can_be_neither_changed_nor_taken_away(cast):
    mark = standing.score("cse", "1.1.1", "full", "x", by=cast.sam, at=cast.at)
    with pytest.raises(Error), transaction.atomic():
        Mark.objects.filter(pk=mark.pk).update(score="plus")
    with pytest.raises(Error), transaction.atomic():
        mark.delete()


def test_a_gap_is_no_score_a_low_one_or_nothing_fit_to_show(cast):
    assert all(row.is_gap for row in rows(cast).values())
    standing.score("cse", "4.1.2", "full", "x", by=cast.sam, at=cast.at)
    assert rows(cast)["4.1.2"].is_gap
    items.item(cast.sam, cast.at, redaction="needed")
    assert rows(cast)["4.1.2"].is_gap and (rows(cast)["4.1.2"].items, rows(cast)["4.1.2"].fit) == (1, 0)
    items.item(cast.sam, cast.at)
    assert not rows(cast)["4.1.2"].is_gap
    standing.score("cse", "4.1.2", "partial", "x", by=cast.sam, at=cast.at)
    assert rows(cast)["4.1.2"].is_gap


def test_an_element_has_an_owner_a_progress_and_comments(cast):
    planned = standing.Planned(cast.jo, "gathering", "Ask the force for its figures", date(2026, 4, 30))
    standing.plan("cse", "4.2.3", planned, by=cast.sam, at=cast.at)
    standing.comment("cse", "4.2.3", "They come in May.", by=cast.jo, at=cast.at)
    assert rows(cast)["4.2.3"].plan.owner == cast.jo and queries.plan_of("cse", "4.2.3").due == date(2026, 4, 30)
    assert [one.words for one in queries.comments("cse", "4.2.3")] == ["They come in May."] and Comment.objects.count() == 1


def test_the_board_asks_the_same_few_questions_however_much_there_is(cast, django_assert_num_queries):
    standard, cases = catalogue.the("cse"), open_to(cast.sam, at=cast.at)
    for number in range(12):
        items.item(cast.sam, cast.at, [("cse", one.ref) for one in standard.elements], title=f"Item {number}")
    with django_assert_num_queries(4):
        queries.board(standard, cases, day_of(cast.at))
    with django_assert_num_queries(2):
        queries.listed(queries.open_items(cases), day_of(cast.at))


def test_a_supervisor_loads_the_licensed_text_and_it_holds_everywhere(cast):
    before = catalogue.the("cse")
    read = shape.read(CSV, "ours.csv", before)
    with pytest.raises(NotAllowed):
        standing.load(read, "ours.csv", by=cast.sam, at=cast.at)
    standing.load(read, "ours.csv", by=cast.jo, at=cast.at)
    assert [one.en for one in catalogue.the("cse").elements] == ["The licensed words of it"]
    assert len(catalogue.all_standards()[0].elements) == 1 and len(catalogue.shipped("cse").elements) == 57
    with pytest.raises(catalogue.NoSuchStandard):
        catalogue.the("nothing")


def test_a_body_changes_when_it_is_passed_from_a_day(cast):
    standing.set_pass_rule("cse", "A new body", date(2026, 5, 1), {"1": 1}, by=cast.jo, at=cast.at)
    listed = catalogue.pass_rules("cse")
    assert catalogue.bodies(listed) == ["Assessment Services Ltd", "Centre for Public Excellence", "A new body"]
    assert all(one.recalled for one in listed[:2]) and not listed[2].recalled
    assert rules.in_force(listed, "A new body", date(2026, 4, 30)) is None
    assert rules.in_force(listed, "A new body", date(2026, 5, 1)).partials == {"1": 1}


def test_meetings_and_stakeholders_are_kept(cast):
    them = standing.note_stakeholder({"name": "Supt Hale", "body": "The force"}, by=cast.sam, at=cast.at)
    standing.note_meeting(items.DAY, "Figures", "They use our themes.", them, by=cast.sam, at=cast.at)
    assert [one.stakeholder.name for one in queries.meetings()] == ["Supt Hale"]
    standing.end_stakeholder(them, by=cast.sam, at=cast.at)
    assert queries.stakeholders() == [] and len(queries.meetings()) == 1
