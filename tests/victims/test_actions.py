"""From the request to what is learned: what each step changes, what it refuses, and what its clocks make of it."""

from datetime import date, timedelta

import pytest

from putright.cases.actions import name_officer, wall_off
from putright.cases.models import Event
from putright.clocks.promises import State, latest
from putright.clocks.queries import for_case
from putright.codes.refusals import NotListed
from putright.contacts.models import Contact
from putright.people.gates import NotAllowed
from putright.people.models import Officer
from putright.people.rules import fold
from putright.victims import owed, queries, rules
from putright.victims.actions import keeping, opening, reviewing
from putright.victims.models import Confirmed, Review, UnderCode
from putright.victims.refusals import (
    Ended,
    NotLater,
    NotTakenOn,
    NotThisReviewer,
    NotYetEnded,
    OpenAlready,
    SayWhy,
    WhoDecidedFirst,
)
from putright.victims.standing import due_on, standing

from ..make import contacts
from . import reviews

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(cast):
    return reviews.case(cast.amir, at=cast.at)


def verbs(case):
    return list(Event.objects.filter(case=case).order_by("seq").values_list("verb", flat=True))


def clock(case, at, promise):
    return {one.promise: one for one in latest(for_case(case, at))}[promise]


def rounds(at):
    for key, _since in list(owed.owed(at, limit=50)):
        owed.fulfil(key, at=at)


def asks(cast, **details):
    return contacts.contact(cast.amir, at=cast.at, kind="enquiry", topic=rules.TOPIC, **details)


@pytest.mark.parametrize("channel", ["web", "phone", "email", "letter"])
def test_a_contact_that_asks_opens_a_review_by_whatever_door_and_only_once(cast, channel):
    contact = asks(cast, channel=channel, crime_reference="42/77/26")
    rounds(cast.at)
    rounds(cast.at + timedelta(minutes=5))
    made = Review.objects.get()
    assert (made.contact, made.door, made.crime_reference) == (contact, channel, "42/77/26")
    assert verbs(contact.case).count("victim_review_opened") == 1 and list(owed.owed(cast.at, limit=9)) == []


def test_who_only_asks_about_the_right_opens_nothing(cast):
    asks(cast)
    rounds(cast.at)
    assert Review.objects.count() == 1
    contact = asks(cast)
    contact.answers.create(topic=rules.TOPIC, question="review-now", since=date(2020, 2, 1), value="not-asked")
    rounds(cast.at)
    assert Review.objects.count() == 1


def test_what_the_contact_was_asked_fills_the_review_in(cast):
    contact = asks(cast)
    for question, value in (("told-on", "2026-03-02"), ("review-reference", "42/9/26")):
        contact.answers.create(topic=rules.TOPIC, question=question, since=date(2020, 2, 1), value=value)
    rounds(cast.at)
    made = Review.objects.get()
    assert (made.told_on, made.crime_reference) == (date(2026, 3, 2), "42/9/26")


def test_the_clocks_run_from_the_day_it_reached_us_not_from_when_it_was_entered(cast, case):
    reviews.review(case, by=cast.sam, at=cast.at + timedelta(days=3))
    at = cast.at + timedelta(days=3)
    told, answer = (clock(case, at, name) for name in ("vrr-acknowledge", "vrr-complete"))
    assert told.due_at == rules.acknowledge_by(date(2026, 3, 27)) and answer.due_at == rules.answer_by(date(2026, 3, 27))


def test_one_review_is_open_on_a_case_at_a_time(cast, case):
    reviews.review(case, by=cast.sam, at=cast.at)
    with pytest.raises(OpenAlready):
        reviews.review(case, by=cast.sam, at=cast.at)
    contacts.contact(cast.amir, at=cast.at, topic=rules.TOPIC, joins=case)
    rounds(cast.at)
    assert Review.objects.count() == 1


def test_only_the_front_team_keeps_reviews(cast, case):
    with pytest.raises(NotAllowed):
        reviews.review(case, by=cast.robin, at=cast.at)


def test_what_the_rules_find_needs_no_reason_and_anything_else_does(cast, case):
    made = reviews.review(case, by=cast.sam, at=cast.at)
    with pytest.raises(SayWhy):
        reviewing.take_on(made, taken=False, why=" ", by=cast.sam, at=cast.at)
    reviewing.take_on(made, taken=True, why="", by=cast.sam, at=cast.at)
    made.refresh_from_db()
    assert made.taken_on and made.taken_by == cast.sam


def test_a_late_request_is_taken_on_only_with_the_reason_why_the_force_allows_it(cast, case):
    made = reviews.review(case, by=cast.sam, at=cast.at, told_on=date(2025, 11, 1))
    assert standing(made) == rules.LATE
    with pytest.raises(SayWhy):
        reviewing.take_on(made, taken=True, why="", by=cast.sam, at=cast.at)
    reviewing.take_on(made, taken=True, why="She was in hospital.", by=cast.sam, at=cast.at)
    assert Event.objects.get(verb="victim_review_weighed").facts["found"] == rules.LATE


def test_a_changed_fact_takes_back_the_decision_and_the_reviewer_that_rested_on_it(cast, case):
    made = reviews.taken(case, by=cast.sam, at=cast.at)
    opening.change(made, opening.Asked(**{**reviews.KNOWN, "decision": "decided_by_cps"}), by=cast.sam, at=cast.at)
    made.refresh_from_db()
    assert made.taken_on is None and made.reviewer == "Bo Hale"
    known = {**reviews.KNOWN, "decision": "decided_by_cps", "decided_rank": "inspector"}
    opening.change(made, opening.Asked(**known), by=cast.sam, at=cast.at)
    made.refresh_from_db()
    assert made.reviewer == ""


def named(**officer):
    return Officer.objects.create(name_key=fold(officer.get("name", "")), **officer)


def refused(made, one, cast):
    with pytest.raises(NotThisReviewer) as refusal:
        reviewing.give_to(made, one, by=cast.sam, at=cast.at)
    return str(refusal.value)


def test_nobody_named_in_the_matter_or_in_their_line_looks_at_it_and_the_refusal_never_says_which(cast, case):
    cast.dana.managed_by = cast.pat
    cast.dana.save()
    name_officer(case, named(name="Dana Price", collar_number="2417"), by=cast.sam, at=cast.at)
    made = reviews.review(case, by=cast.sam, at=cast.at)
    said = {
        refused(made, rules.Named("Dana Price", "superintendent"), cast),  # named in the matter
        refused(made, rules.Named("Somebody Else", "superintendent", "2417"), cast),  # by the number alone
        refused(made, rules.Named("Pat Okoro", "superintendent"), cast),  # whom the one named answers to
        refused(made, rules.Named("Ann Lloyd", "inspector"), cast),  # who decided
        refused(made, rules.Named("Bo Hale", "constable"), cast),  # not more senior
    }
    assert len(said) == 1
    reviewing.give_to(made, reviews.REVIEWER, by=cast.sam, at=cast.at)


def test_nobody_from_whom_the_case_is_kept_looks_at_it(cast, case):
    wall_off(case, cast.chris, "knows them", by=cast.jo, at=cast.at)
    made = reviews.review(case, by=cast.sam, at=cast.at)
    refused(made, rules.Named("Chris Vale", "superintendent"), cast)


def test_without_who_decided_nobody_can_be_checked(cast, case):
    made = reviews.review(case, by=cast.sam, at=cast.at, decided_rank="")
    with pytest.raises(WhoDecidedFirst):
        reviewing.give_to(made, reviews.REVIEWER, by=cast.sam, at=cast.at)


def test_the_result_needs_somebody_who_looked_at_it_and_a_code_of_the_list(cast, case):
    made = reviews.review(case, by=cast.sam, at=cast.at)
    for result, refusal in (("charge", NotTakenOn), ("no-such", NotListed)):
        with pytest.raises(refusal):
            reviewing.finish(made, result, {"en": "Because."}, by=cast.sam, at=cast.at)


def test_a_request_taken_back_ends_without_a_letter_and_its_clocks_end(cast, case):
    made = reviews.review(case, by=cast.sam, at=cast.at)
    assert reviewing.finish(made, "withdrawn", {}, by=cast.sam, at=cast.at) is None
    assert {clock(case, cast.at, name).state for name in ("vrr-acknowledge", "vrr-complete")} == {State.ENDED}
    with pytest.raises(Ended):
        reviewing.take_on(made, taken=True, why="", by=cast.sam, at=cast.at)


def test_what_lies_in_the_forces_system_is_confirmed_with_day_and_name_also_after_the_end(cast, case):
    made = reviews.review(case, by=cast.sam, at=cast.at)
    reviewing.finish(made, "withdrawn", {}, by=cast.sam, at=cast.at)
    for what in rules.CONFIRMED:
        keeping.confirm(made, keeping.Done(what, date(2026, 3, 27), "Ann Lloyd", "A-1"), by=cast.sam, at=cast.at)
    assert Confirmed.objects.count() == 5 and verbs(case)[-1] == "victim_review_confirmed"
    with pytest.raises(ValueError, match="nothing that is confirmed"):
        keeping.confirm(made, keeping.Done("eaten", date(2026, 3, 27), "Ann Lloyd"), by=cast.sam, at=cast.at)
    counted = queries.evidence(type(case).objects.all(), date(2026, 1, 1), date(2026, 4, 1))
    assert counted["filed"] == counted["asked"] == counted["ended"] == 1 and counted["learned"] == 0


def test_learning_waits_for_the_result(cast, case):
    made = reviews.review(case, by=cast.sam, at=cast.at)
    with pytest.raises(NotYetEnded):
        keeping.learn(made, "Ask sooner.", "", "", by=cast.sam, at=cast.at)
    reviewing.finish(made, "withdrawn", {}, by=cast.sam, at=cast.at)
    keeping.learn(made, "Ask sooner.", "A kind call.", "The page of good practice", by=cast.sam, at=cast.at)
    assert queries.learned(type(case).objects.all())[0].learning == "Ask sooner."


def test_how_a_recommendation_stands_is_a_new_line_and_only_a_supervisor_says_it(cast):
    for state in ("begun", "done"):
        keeping.say_how_it_stands(2, "Victim services manager", state, "", by=cast.jo, at=cast.at)
    assert queries.progress()[2].state == "done" and len(queries.progress()) == 1
    with pytest.raises(NotAllowed):
        keeping.say_how_it_stands(2, "Me", "done", "", by=cast.sam, at=cast.at)
    with pytest.raises(ValueError, match="no recommendation"):
        keeping.say_how_it_stands(7, "Me", "done", "", by=cast.jo, at=cast.at)


def test_the_code_on_a_contact_takes_rights_of_the_list_and_the_log_keeps_what_was_before(cast, case):
    contact = Contact.objects.get(case=case)
    keeping.note_code(contact, keeping.Code("yes", "not_known", ("6",)), by=cast.sam, at=cast.at)
    keeping.note_code(contact, keeping.Code("yes", "yes", ("6", "12")), by=cast.sam, at=cast.at)
    assert UnderCode.objects.get().rights == ["6", "12"] and verbs(case).count("victims_code_noted") == 2
    with pytest.raises(NotListed):
        keeping.note_code(contact, keeping.Code("yes", "yes", ("13",)), by=cast.sam, at=cast.at)


def test_a_new_date_must_be_later_than_the_one_they_were_given(cast, case):
    made = reviews.review(case, by=cast.sam, at=cast.at)
    with pytest.raises(NotLater):
        reviewing.longer(made, due_on(made), {"en": "More to read."}, by=cast.sam, at=cast.at)
