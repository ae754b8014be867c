"""Assessments, the assessor's scores, recommendations and who speaks when."""

from datetime import date

import pytest
from django.db import Error, transaction

from putright.assessors import queries, refusals, rules
from putright.assessors.actions import cycle
from putright.excellence.refusals import NoSuchElement
from putright.people.gates import NotAllowed

from . import made

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("day", "years", "until"), [
    (date(2026, 3, 27), 1, date(2027, 3, 26)), (date(2026, 3, 27), 3, date(2029, 3, 26)),
    (date(2028, 2, 29), 1, date(2029, 2, 27)), (date(2026, 1, 1), 3, date(2028, 12, 31)),
])  # fmt: skip
def test_a_certificate_holds_for_its_years(day, years, until):
    assert rules.certificate_until(day, years) == until


def test_a_pass_gets_its_last_day_and_a_result_needs_its_day(cast):
    one = made.a_cycle(cast.jo, cast.at)
    with pytest.raises(refusals.Decided):
        cycle.keep_cycle(made.DETAILS | {"result": "passed"}, one, by=cast.jo, at=cast.at)
    passed = {"result": "passed", "decided_on": date(2026, 3, 20), "years": 3}
    assert cycle.keep_cycle(made.DETAILS | passed, one, by=cast.jo, at=cast.at).until == date(2029, 3, 19)
    with pytest.raises(NotAllowed):
        made.a_cycle(cast.sam, cast.at)


def test_the_assessors_scores_are_kept_beside_ours_and_cannot_be_changed(cast):
    one = made.a_cycle(cast.jo, cast.at)
    cycle.note_score(one, "1.1.1", "full", "", by=cast.jo, at=cast.at)
    row = cycle.note_score(one, "1.1.1", "plus", "An example", by=cast.jo, at=cast.at)
    assert {ref: given.score for ref, given in queries.given(one).items()} == {"1.1.1": "plus"}
    with pytest.raises(NoSuchElement):
        cycle.note_score(one, "1.1", "plus", "", by=cast.jo, at=cast.at)
    with pytest.raises(Error), transaction.atomic():
        row.delete()


def test_every_recommendation_is_answered_by_management_and_followed_until_it_is_done(cast):
    one = made.a_cycle(cast.jo, cast.at)
    row = cycle.recommend(one, "Simplify the survey", "1.3.1", by=cast.jo, at=cast.at)
    for wrong in (cycle.Review("accept"), cycle.Review("accept", owner=cast.sam), cycle.Review("reject", " ")):
        with pytest.raises(refusals.SayWhyNot):
            cycle.review(row, wrong, by=cast.jo, at=cast.at)
    with pytest.raises(refusals.ReviewedFirst):
        cycle.finish(row, date(2026, 3, 27), "Done", by=cast.jo, at=cast.at)
    assert cycle.review(row, cycle.Review("reject", "It is short already"), by=cast.jo, at=cast.at).owner is None
    with pytest.raises(refusals.ReviewedFirst):
        cycle.finish(row, date(2026, 3, 27), "Done", by=cast.jo, at=cast.at)
    kept = cycle.review(row, cycle.Review("accept", "", cast.sam, date(2026, 5, 1)), by=cast.jo, at=cast.at)
    assert (kept.owner, kept.reviewed_by) == (cast.sam, cast.jo)
    cycle.finish(row, date(2026, 3, 27), "Six questions now", by=cast.jo, at=cast.at)
    with pytest.raises(refusals.ReviewedFirst):  # what is done is done
        cycle.review(row, cycle.Review("reject", "no"), by=cast.jo, at=cast.at)
    assert queries.recommendations(one)[0].done_words == "Six questions now"


def test_only_when_and_where_a_member_of_staff_speaks_is_kept(cast):
    one = made.a_cycle(cast.jo, cast.at)
    cycle.schedule(one, cast.sam, cycle.When(date(2026, 4, 20), "10:00"), by=cast.jo, at=cast.at)
    cycle.schedule(one, cast.sam, cycle.When(date(2026, 4, 20), "11:00", "Room 2"), by=cast.jo, at=cast.at)
    assert [(row.handler, row.clock) for row in queries.interviews(one)] == [(cast.sam, "11:00")]
    columns = {field.name for field in type(queries.interviews(one)[0])._meta.fields}
    assert columns == {"id", "cycle", "handler", "on", "clock", "place", "at", "by", "ended_at"}  # nowhere to put what was said
