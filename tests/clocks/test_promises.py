"""What starts, restarts, keeps and ends each promise. No database: events, an office and a moment in; clocks out."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import offices
from putright.clocks.promises import State, latest, next_due, warns_from, work_out
from putright.clocks.runs import Happened
from putright.law.calendar import LONDON
from putright.law.words import LANGUAGES

FRIDAY = datetime(2026, 3, 27, 16, 50, tzinfo=LONDON)
HERTS, DYFED = offices.load("hertfordshire"), offices.load("dyfed-powys")


def after(days=0.0):
    return FRIDAY + timedelta(days=days)


def e(verb, days=0.0, **facts):
    return Happened(verb, after(days), facts)


WEB = e("received", channel="web", kind="complaint")
PHONE = e("received", channel="phone", kind="complaint")


def clocks(*events, days=0.0, office=HERTS, **given):
    return work_out(events, office, after(days), **given)


def clock(promise, *events, days=0.0, office=HERTS, **given):
    return {c.promise: c for c in latest(clocks(*events, days=days, office=office, **given))}.get(promise)


def london(*parts):
    return datetime(*parts, tzinfo=LONDON)


# --- First contact ---


def test_first_contact_is_due_when_the_office_closes_on_the_next_working_day():
    assert clock("first-contact", WEB).due_at == london(2026, 3, 30, 17, 0)


@pytest.mark.parametrize(
    "keeps",
    [
        e("spoke", 0.1),
        e("settled", 0.1, reason="H1"),
        e("offered", 0.1, offer="apology"),
        e("handed_over", 0.1, body="standards"),
        e("sent", 0.1, kind="outside", medium="email"),
    ],
    ids=lambda event: event.verb,
)
def test_first_contact_is_kept_by_being_in_touch(keeps):
    kept = clock("first-contact", WEB, keeps, days=1)
    assert (kept.state, kept.kept_at) == (State.KEPT, keeps.at)


@pytest.mark.parametrize(
    "does_not",
    [
        e("sent", 0.1, kind="acknowledgement", medium="email"),
        e("sent", 0.1, kind="update", medium="none"),
        e("wrote", 0.1, kind="update"),
        e("taken", 0.1),
    ],
    ids=lambda event: event.verb,
)
def test_first_contact_is_not_kept_by_what_no_person_said_to_them(does_not):
    assert clock("first-contact", WEB, does_not, days=1).kept_at is None


def test_the_clock_starts_when_the_letter_came_not_when_it_was_entered():
    came = after(-4)
    assert clock("first-contact", WEB, received_at=came).started_at == came


def test_states_follow_the_moment_running_soon_missed_and_late():
    monday_first_thing = (london(2026, 3, 30, 0, 1) - FRIDAY) / timedelta(days=1)
    assert clock("first-contact", WEB).state is State.RUNNING
    assert clock("first-contact", WEB, days=monday_first_thing).state is State.WARNING
    assert clock("first-contact", WEB, days=5).state is State.MISSED
    assert clock("first-contact", WEB, e("spoke", 5), days=6).state is State.KEPT_LATE


def test_due_soon_is_the_last_fifth_of_four_weeks_and_the_last_day_of_two():
    assert warns_from(after(0), after(28)) < after(22.5)
    assert warns_from(after(0), london(2026, 3, 28, 23, 59, 59)) == london(2026, 3, 28, 0, 0)


# --- Refer ---


def test_refer_is_ten_days_from_receipt_and_starts_again_when_it_is_clarified():
    first = clock("refer", WEB, office=DYFED)
    again = clock("refer", WEB, e("clarified", 6), days=6, office=DYFED)
    assert (first.due_at, again.due_at) == (london(2026, 4, 6, 23, 59, 59), london(2026, 4, 12, 23, 59, 59))
    assert again.restarted and not first.restarted and again.first_at == first.started_at


def test_an_office_that_does_not_restart_keeps_the_first_date():
    promises = tuple(replace(row, restarts_when_clarified=False) for row in HERTS.promises)
    still = replace(HERTS, promises=promises)
    assert clock("refer", WEB, e("clarified", 6), days=6, office=still).due_at == london(2026, 4, 6, 23, 59, 59)


@pytest.mark.parametrize(
    "keeps",
    [
        e("settled", 1),
        e("decided", 1, route="recorded"),
        e("decided", 1, route="not_complaint"),
        e("handed_over", 1, body="standards"),
        e("put_right", 1),
        e("closed", 1),
    ],
    ids=lambda event: event.verb + str(event.facts.get("route", "")),
)
def test_refer_is_kept_by_settling_recording_passing_on_or_putting_right(keeps):
    assert clock("refer", WEB, keeps, days=2).state is State.KEPT


def test_refer_is_not_kept_by_deciding_to_handle_it_ourselves():
    assert clock("refer", WEB, e("decided", 1, route="outside"), days=2).state is State.RUNNING


def test_thanks_have_no_clock_to_refer_until_they_are_found_to_be_a_complaint():
    thanks = e("received", channel="web", kind="compliment")
    assert clock("refer", thanks) is None and clock("update", thanks) is None
    assert clock("refer", thanks, e("clarified", 2), days=3).started_at == after(2)


def test_asking_for_it_to_be_recorded_after_it_was_settled_starts_the_ten_days_again():
    asked = clock("refer", WEB, e("settled", 0.1), e("asked_to_record", 3), days=4)
    assert (asked.state, asked.started_at) == (State.RUNNING, after(3))


# --- Referral to the IOPC ---


def decided(days=0.5, **facts):
    return e("decided", days, **{"route": "recorded", "must_refer": True, "authority": "chief_officer", **facts})


def test_referral_is_due_at_the_end_of_the_next_calendar_day():
    assert clock("iopc-referral", WEB, decided(), days=1).due_at == london(2026, 3, 29, 23, 59, 59)


@pytest.mark.parametrize(
    ("authority", "body", "is_kept"),
    [
        ("chief_officer", "standards", True),
        ("chief_officer", "iopc", True),
        ("chief_officer", "commissioner", False),
        ("local_policing_body", "commissioner", True),
        ("local_policing_body", "standards", False),
        ("", "standards", True),
    ],
)
def test_referral_is_kept_by_handing_it_to_whoever_must_refer(authority, body, is_kept):
    done = clock("iopc-referral", WEB, decided(authority=authority), e("handed_over", 1, body=body), days=1.1)
    assert (done.state is State.KEPT) is is_kept


def test_no_clock_when_nothing_must_be_referred_and_none_left_when_a_later_decision_says_so():
    assert clock("iopc-referral", WEB, decided(must_refer=False), days=1) is None
    assert clock("iopc-referral", WEB, decided(), decided(0.6, must_refer=False), days=1).state is State.ENDED


def test_deciding_again_does_not_move_the_referral():
    assert clock("iopc-referral", WEB, decided(), decided(1.2), days=1.3).started_at == after(0.5)


# --- Update ---


def test_each_notification_starts_the_next_four_weeks():
    runs = [c for c in clocks(WEB, e("sent", 20, kind="update", medium="email"), e("sent", 55, kind="update"), days=60)
            if c.promise == "update"]  # fmt: skip
    assert [c.state for c in runs] == [State.KEPT, State.KEPT_LATE, State.RUNNING]
    assert all(one.kept_at == other.started_at for one, other in pairwise(runs))


def test_an_acknowledgement_is_no_news():
    assert clock("update", WEB, e("sent", 1, kind="acknowledgement"), days=2).started_at == FRIDAY


def test_speaking_is_telling_only_when_they_told_us_by_voice_and_it_is_not_recorded():
    spoke = e("spoke", 10)
    assert clock("update", PHONE, spoke, days=11).started_at == spoke.at
    assert clock("update", WEB, spoke, days=11).started_at == FRIDAY
    recorded = e("decided", 5, route="recorded")
    assert clock("update", PHONE, recorded, spoke, days=11).started_at == FRIDAY


@pytest.mark.parametrize(
    "ends", [e("closed", 3), e("settled", 3), e("decided", 3, route="not_complaint")], ids=lambda event: event.verb
)
def test_updates_stop_when_it_is_finished(ends):
    stopped = clock("update", WEB, ends, days=90)
    assert stopped.state is State.ENDED and not stopped.is_open


def test_closing_too_late_does_not_hide_a_missed_update():
    assert clock("update", WEB, e("closed", 40), days=50).state is State.MISSED


# --- Outcome ---


@pytest.mark.parametrize("starts", ["put_right", "outcome_back"])
def test_the_outcome_is_owed_in_five_working_days_over_easter_too(starts):
    reached = Happened(starts, london(2026, 4, 1, 10, 0), {})
    owed = work_out([WEB, reached], HERTS, london(2026, 4, 1, 11, 0))[-1]
    assert (owed.promise, owed.due_at) == ("outcome", london(2026, 4, 10, 23, 59, 59))


@pytest.mark.parametrize(
    ("told_at", "state"),
    [
        (london(2026, 4, 10, 16, 59), State.KEPT),
        (london(2026, 4, 10, 17, 1), State.KEPT),  # the office has closed; the day has not ended
        (london(2026, 4, 10, 23, 59), State.KEPT),
        (london(2026, 4, 11, 0, 0), State.KEPT_LATE),
    ],
    ids=str,
)
def test_reg_34_2_b_the_outcome_told_after_closing_on_the_last_day_is_in_time_and_after_midnight_is_late(told_at, state):
    reached = Happened("put_right", london(2026, 4, 1, 10, 0), {})
    told = Happened("sent", told_at, {"kind": "outcome", "medium": "email"})
    found = work_out([WEB, reached, told], HERTS, london(2026, 4, 12, 9, 0))
    assert {c.promise: c.state for c in found}["outcome"] is state


def test_closing_the_case_does_not_discharge_the_outcome_and_the_letter_does():
    assert clock("outcome", WEB, e("put_right", 1), e("closed", 1.1), days=2).is_open
    told = clock("outcome", WEB, e("put_right", 1), e("sent", 2, kind="outcome", medium="post"), days=3)
    assert told.state is State.KEPT


# --- All of them ---


def test_a_promise_not_yet_made_on_the_day_gives_no_clock():
    then = datetime(2014, 11, 3, 10, 0, tzinfo=LONDON)
    found = work_out([Happened("received", then, {"channel": "phone"})], DYFED, then)
    assert [c.promise for c in found] == ["first-contact", "refer"]


def test_the_working_out_says_the_same_number_of_things_in_both_languages():
    for c in clocks(WEB, e("clarified", 1), decided(2), e("handed_over", 2.1, body="standards"), days=40):
        assert len({len(c.working_out[language]) for language in LANGUAGES}) == 1
        assert all(c.working_out["en"]) and c.working_out["en"] != c.working_out["cy"]


def test_the_working_out_names_what_began_it_and_began_it_again():
    said = clock("refer", WEB, e("clarified", 6), days=6, office=DYFED).working_out
    assert said["en"][0] == (
        "It first began on Friday 27 March 2026, 16:50. It began again because it was found to be a complaint."
    )
    assert "dydd Gwener 27 Mawrth 2026, 16:50" in said["cy"][0]


def test_what_falls_due_first_is_what_the_hint_keeps():
    assert next_due(clocks(WEB)).promise == "first-contact"
    assert next_due(clocks(WEB, e("spoke", 1), days=1)).promise == "refer"
    assert next_due(clocks(WEB, e("settled", 1), days=1)) is None


UNRELATED = st.sampled_from(["noted", "alleged", "officer_named", "walled", "wrote", "taken", "joined", "accepted"])
HANDED = e("handed_over", 4.5, body="iopc")
STORY = [WEB, e("clarified", 2), e("spoke", 3), decided(4), HANDED, e("sent", 9, kind="update")]


@settings(max_examples=200, deadline=None)
@given(extra=st.lists(st.tuples(UNRELATED, st.floats(0, 30)), max_size=8), days=st.floats(0, 60))
def test_unrelated_events_never_matter_wherever_they_fall(extra, days):
    with_extra = sorted([*STORY, *(e(verb, day) for verb, day in extra)], key=lambda event: event.at)
    assert clocks(*with_extra, days=days) == clocks(*STORY, days=days)


VERBS = st.sampled_from(
    ["spoke", "settled", "offered", "clarified", "put_right", "asked_to_record", "outcome_back", "closed", "decided"]
)


@settings(max_examples=300, deadline=None)
@given(story=st.lists(st.tuples(VERBS, st.floats(0, 90)), max_size=10), days=st.floats(0, 120))
def test_any_story_gives_sound_clocks(story, days):
    events = [WEB, *sorted((e(verb, day) for verb, day in story), key=lambda event: event.at)]
    found = clocks(*events, days=days)
    for c in found:
        assert c.first_at <= c.started_at < c.due_at
        waiting = c.state in (State.RUNNING, State.WARNING)
        assert c.is_open == (waiting or (c.state is State.MISSED and c.ended_at is None))
        assert c.kept_at is None or c.ended_at is None
    for promise in {c.promise for c in found}:
        assert not any(c.is_open for c in [c for c in found if c.promise == promise][:-1])
    if any(c.promise == "update" and c.is_open for c in found):
        assert still_going(events, days)


def still_going(events, days):
    """The last word on whether it is finished was not that it is."""
    telling = ("received", "clarified", "asked_to_record", "decided", "closed", "settled")
    return [x.verb for x in events if x.at <= after(days) and x.verb in telling][-1] not in ("closed", "settled")


def test_a_duty_to_refer_counts_from_when_it_became_clear_and_not_from_the_decision():
    """CMR 2020 reg 4(2): noticed on Friday, decided on Monday: it was due by the end of Saturday."""
    decided = e("decided", 3, route="recorded", must_refer=True, clear_at=after().isoformat())
    referral = clock("iopc-referral", WEB, decided, days=3)
    assert referral.due_at == london(2026, 3, 28, 23, 59, 59)
    assert referral.state is State.MISSED


def test_somebody_who_did_not_say_who_they_are_cannot_be_told_so_no_such_promise_runs():
    unnamed = e("received", channel="web", kind="complaint", nobody_to_tell=True)
    decided = e("decided", 1, route="recorded", must_refer=True)
    running = {c.promise for c in clocks(unnamed, decided, e("outcome_back", 2), days=3)}
    assert running == {"refer", "iopc-referral"}


def test_when_they_get_in_touch_again_and_say_it_the_next_promises_run():
    unnamed = e("received", channel="web", kind="complaint", nobody_to_tell=True)
    running = {c.promise for c in clocks(unnamed, e("joined", 1), e("outcome_back", 2), days=3)}
    assert "outcome" in running
