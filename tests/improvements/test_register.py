"""Beginning an improvement, its steps, what is refused, and the marks it leaves on a series."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from putright.facts import keeping
from putright.improvements import actions, counting, queries, refusals, rules
from putright.improvements.models import Improvement, Step
from putright.people.gates import NotAllowed
from putright.people.queries import office
from putright.warnings import actions as warnings
from putright.warnings import queries as warned
from putright.warnings import refusals as warn
from putright.warnings.models import Annotation, Dismissed

from .months import REASON, counted, months_before

MEASURED = ("contacts", "settled", "logged", "recorded", "handed-over", "finished")


@pytest.fixture
def given(cast):
    due = cast.at.date() + timedelta(days=60)
    return actions.Given(
        "Say when an answer will come", "words", cast.sam, due, "communication", which="reason", code=REASON, hoped=-30
    )


def stands(cast, status, words="It was done.", **more):
    return actions.Stands(status, cast.sam, cast.at.date() + timedelta(days=60), words, **more)


def test_a_warning_becomes_an_improvement_and_waits_for_nobody(cast, given):
    month = counted(cast, *[10] * 19, 30)
    came = actions.Begun("warning", f"reason/{REASON}/{month.isoformat()}")
    made = actions.begin(given, came, by=cast.sam, at=cast.at)
    assert warned.standing(cast.at) == []
    row = Dismissed.objects.get()
    assert (row.into, row.address, row.why) == (made.key, f"staff/improvements/{made.pk}/", made.title)
    with pytest.raises(warn.AsideAlready):
        actions.begin(given, came, by=cast.jo, at=cast.at)
    with pytest.raises(warn.AsideAlready):
        warnings.dismiss(warnings.Which("reason", REASON, month), "No.", by=cast.jo, at=cast.at)
    assert Improvement.objects.count() == Step.objects.count() == 1


def test_what_was_no_warning_cannot_be_made_from_one(cast, given):
    month = counted(cast, *[10] * 20)
    with pytest.raises(warn.NoWarning):
        actions.begin(given, actions.Begun("warning", f"reason/{REASON}/{month}"), by=cast.sam, at=cast.at)
    assert not Improvement.objects.exists()


@pytest.mark.parametrize("ref", ["", "reason/delay", "reason/delay/soon", "person/1/2026-01-01", "reason/a/b/2026-01-01"])
def test_a_reference_that_is_no_warning_is_none(ref):
    assert queries.warned("warning", ref) is None and queries.warned("lesson", "reason/delay/2026-01-01") is None


def test_from_planned_to_closed_with_what_was_measured_kept(cast, given):
    counted(cast, *[40] * 14, *[20] * 5)
    made = actions.begin(given, actions.Begun("lesson", "12"), by=cast.sam, at=cast.at)
    day = months_before(cast.at, 6).date()
    actions.step(made, stands(cast, rules.DOING), by=cast.sam, at=cast.at)
    assert queries.measured(queries.one(made.pk), cast.at) is None
    actions.step(made, stands(cast, rules.MADE, made_on=day), by=cast.sam, at=cast.at)
    (mark,) = warned.annotations("reason", REASON)
    assert (mark.on, mark.label, mark.key) == (day, given.title, made.key)
    closed = actions.step(made, stands(cast, rules.CLOSED), by=cast.jo, at=cast.at)
    found = rules.read(closed.measured)
    assert found.verdict == rules.FEWER and found.before.count == 12 * 40 and found.after.count == 5 * 20
    assert [one.status for one in queries.steps(made)] == [rules.CLOSED, rules.MADE, rules.DOING, rules.PLANNED]


def test_a_corrected_day_moves_the_mark_and_another_series_takes_it(cast, given):
    made = actions.begin(given, actions.Begun(), by=cast.sam, at=cast.at)
    for back in (40, 30):
        on = (cast.at - timedelta(days=back)).date()
        actions.step(made, stands(cast, rules.MADE, made_on=on), by=cast.sam, at=cast.at)
    assert [one.on for one in warned.annotations("reason", REASON)] == [on] and Annotation.objects.count() == 2
    actions.edit(made, replace(given, code="rude", title="Another name"), by=cast.jo, at=cast.at)
    assert not warned.annotations("reason", REASON)
    assert [one.label for one in warned.annotations("reason", "rude")] == ["Another name"]


def test_what_is_refused(cast, given):
    with pytest.raises(NotAllowed):
        actions.begin(given, actions.Begun(), by=cast.robin, at=cast.at)
    with pytest.raises(refusals.NameIt):
        actions.begin(replace(given, title=" "), actions.Begun(), by=cast.sam, at=cast.at)
    with pytest.raises(refusals.NotCounted):
        actions.begin(replace(given, which="", code=""), actions.Begun(), by=cast.sam, at=cast.at)
    made = actions.begin(given, actions.Begun(), by=cast.sam, at=cast.at)
    for refused, stood in (
        (refusals.NotNext, stands(cast, rules.CLOSED)),
        (refusals.SayWhatHappened, stands(cast, rules.DOING, words=" ")),
        (refusals.SayWhenMade, stands(cast, rules.MADE)),
        (refusals.SayWhenMade, stands(cast, rules.MADE, made_on=cast.at.date() + timedelta(days=1))),
    ):
        with pytest.raises(refused):
            actions.step(made, stood, by=cast.sam, at=cast.at)
    assert Step.objects.count() == 1 and not Annotation.objects.exists()


def test_the_database_itself_keeps_the_steps(cast, given):
    made = actions.begin(given, actions.Begun(), by=cast.sam, at=cast.at)
    with pytest.raises(DatabaseError), transaction.atomic():
        made.steps.update(words="Something else")


def test_marks_by_hand_on_one_series_or_on_all(cast):
    day = cast.at.date()
    warnings.annotate(warnings.Change(day, "The menu of 101 changed"), by=cast.sam, at=cast.at)
    one = warnings.annotate(warnings.Change(day, "A new leaflet", "reason", REASON), by=cast.sam, at=cast.at)
    assert len(warned.annotations("reason", REASON)) == 2 and len(warned.annotations("area", "1")) == 1
    warnings.take_off(one.pk, by=cast.jo, at=cast.at)
    assert len(warned.annotations("reason", REASON)) == 1
    with pytest.raises(warn.MarkGone):
        warnings.take_off(one.pk, by=cast.jo, at=cast.at)
    with pytest.raises(warn.SayWhat):
        warnings.annotate(warnings.Change(day, " "), by=cast.sam, at=cast.at)
    kept = warnings.annotate(warnings.Change(day, "Made", "reason", REASON, "improvements:1"), by=cast.sam, at=cast.at)
    with pytest.raises(warn.MarkGone):
        warnings.take_off(kept.pk, by=cast.jo, at=cast.at)


def test_as_many_questions_however_many_improvements(cast, given, django_assert_num_queries):
    counted(cast, *[10] * 16)
    for _n in range(5):
        made = actions.begin(given, actions.Begun(), by=cast.sam, at=cast.at)
        actions.step(made, stands(cast, rules.MADE, made_on=cast.at.date()), by=cast.sam, at=cast.at)
    with django_assert_num_queries(2):
        ((status, rows),) = queries.register(cast.at)
    assert status == rules.MADE and {row.measured.verdict for row in rows} == {rules.EARLY}


def test_as_many_questions_however_many_are_counted_by_a_measure(cast, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(counting, "MOST", 1)  # whole months before and after
    counted(cast, *[40] * 6)
    changed = cast.at.date() - timedelta(days=50)
    keeping.keep_all(office(), cast.at, changed - timedelta(days=90), cast.at.date())
    for number, code in enumerate(MEASURED):
        told = actions.Given(code, "words", cast.sam, cast.at.date(), which="measure", code=code)
        made = actions.begin(told, actions.Begun(), by=cast.sam, at=cast.at)
        actions.step(made, stands(cast, rules.MADE, made_on=changed - timedelta(days=number)), by=cast.sam, at=cast.at)
        if number in (0, len(MEASURED) - 1):
            with django_assert_num_queries(7):
                ((_status, rows),) = queries.register(cast.at)
    assert {row.improvement.code for row in rows if row.measured and row.measured.before.count} >= {"contacts"}
    for row in rows:
        assert row.measured == queries.measured(row.improvement, cast.at), "the register says what its own page says"
