"""Deciding: beside the finding, with a reason where it differs, never deciding away what the law protects."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from putright.cases import stages
from putright.cases.log import broken_at
from putright.cases.models import Case, Event
from putright.cases.refusals import Changed, WrongStage
from putright.law.refusals import UnknownAnswer, UnknownFact
from putright.people.gates import NotAllowed
from putright.triage import queries, rules
from putright.triage.actions import answer, decide, propose, second
from putright.triage.models import Answers, Decision
from putright.triage.refusals import IsComplaint, MustRecord, MustSayWhy, NeedsSecond, NeverBack, NotYetKnown
from tests.make.contacts import contact

from .sheets import BYSTANDER, NONE_SERIOUS, ORDINARY, THANKS, WISH

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(cast):
    return contact(cast.ffion, kind="complaint").case


def events(case, *verbs):
    rows = Event.objects.filter(case=case).order_by("seq")
    return [row for row in rows if row.verb in verbs]


def settle_on(case, route, cast, **sheet):
    answer(case, ORDINARY | sheet, by=cast.sam, at=cast.at)
    return decide(case, route, by=cast.sam, at=cast.at)


def test_an_answer_changes_the_sheet_and_leaves_what_stood_before_in_the_log(case, cast):
    answer(case, {"serious_assault": "not_known"}, by=cast.sam, at=cast.at)
    found = answer(case, {"adversely_affected": "yes", "serious_assault": "no"}, by=cast.jo, at=cast.at)
    sheet = queries.worksheet(case)
    assert sheet.answered == {"serious_assault": "no", "adversely_affected": "yes"}
    assert sheet.changed_by == cast.jo
    assert found["referral"].answer == "not_known"
    first, second = events(case, "asked")
    assert (first.by, first.facts["answers"], first.facts["were"]) == (cast.sam, {"serious_assault": "not_known"}, {})
    assert second.facts["answers"] == {"adversely_affected": "yes", "serious_assault": "no"}
    assert second.facts["were"] == {"serious_assault": "not_known"}
    assert broken_at(case) is None


def test_the_same_answer_again_leaves_no_second_line(case, cast):
    for _again in range(2):
        answer(case, ORDINARY, by=cast.sam, at=cast.at)
    assert len(events(case, "asked")) == 1


MISSPELT = [({"seroius_assault": "yes"}, UnknownFact), ({"serious_assault": "maybe"}, UnknownAnswer)]


@pytest.mark.parametrize(("facts", "refusal"), MISSPELT)
def test_a_misspelt_fact_or_answer_is_refused_and_nothing_is_kept(case, cast, facts, refusal):
    with pytest.raises(refusal):
        answer(case, facts, by=cast.sam, at=cast.at)
    assert not Answers.objects.exists()


def test_the_duty_to_refer_keeps_the_moment_it_first_became_clear(case, cast):
    later = cast.at + timedelta(hours=3)
    answer(case, {"serious_assault": "yes"}, by=cast.sam, at=cast.at)
    answer(case, {"serious_corruption": "yes"}, by=cast.sam, at=later)
    assert queries.worksheet(case).clear_at == cast.at
    answer(case, {"serious_assault": "no", "serious_corruption": "no"}, by=cast.sam, at=later)
    assert queries.worksheet(case).clear_at is None
    answer(case, {"serious_assault": "yes"}, by=cast.sam, at=later)
    assert queries.worksheet(case).clear_at == later


def test_outside_as_found_moves_the_case_and_writes_one_event(case, cast):
    made = settle_on(case, "outside", cast)
    case.refresh_from_db()
    assert case.stage == stages.IN_RECOVERY
    assert (made.number, made.differs, made.must_refer, made.authority) == (1, False, False, "chief_officer")
    assert events(case, "decided")[0].facts["route"] == "outside"
    assert events(case, "clarified") == []
    assert broken_at(case) is None


def test_decision_stage_and_event_are_one_transaction(case, cast, monkeypatch):
    answer(case, ORDINARY, by=cast.sam, at=cast.at)

    def fails(*_args):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("putright.triage.actions.write", fails)
    with pytest.raises(RuntimeError):
        decide(case, "outside", by=cast.sam, at=cast.at)
    case.refresh_from_db()
    assert case.stage == stages.RECEIVED
    assert not Decision.objects.exists()


def test_differing_needs_a_reason_and_spaces_are_none(case, cast):
    answer(case, ORDINARY, by=cast.sam, at=cast.at)
    for because in ("", "  \n"):
        with pytest.raises(MustSayWhy):
            decide(case, "recorded", by=cast.sam, at=cast.at, because=because)
    made = decide(case, "recorded", by=cast.sam, at=cast.at, because="Three of these this month.")
    assert (made.differs, made.reason_recorded) == (True, "body_decides")
    assert made.facts["body_decides_recording"] == "yes"
    assert events(case, "decided")[0].payload.body == {"because": "Three of these this month."}
    assert "because" not in events(case, "decided")[0].facts


def test_the_database_too_refuses_a_differing_decision_without_a_reason(case, cast):
    with pytest.raises(IntegrityError), transaction.atomic():
        made = Decision(case=case, number=1, at=cast.at, by=cast.sam, facts={}, findings={}, route="outside")
        made.differs = True
        made.save()


@pytest.mark.parametrize("fact", rules.SERIOUS)
def test_what_is_not_known_cannot_be_decided_away_whatever_the_reason(case, cast, fact):
    answer(case, ORDINARY | {fact: "not_known"}, by=cast.sam, at=cast.at)
    for route in ("outside", "not_complaint"):
        with pytest.raises((NotYetKnown, IsComplaint)):
            decide(case, route, by=cast.sam, at=cast.at, because="We are busy.")
    assert not Decision.objects.exists()


@pytest.mark.parametrize("fact", [*rules.SERIOUS, rules.WISH])
def test_what_must_be_recorded_cannot_be_decided_away(case, cast, fact):
    answer(case, ORDINARY | {fact: "yes"}, by=cast.sam, at=cast.at)
    with pytest.raises(MustRecord):
        decide(case, "outside", by=cast.sam, at=cast.at, because="We are busy.")


def test_nothing_answered_yet_leaves_only_recording(case, cast):
    for route in ("outside", "not_complaint"):
        with pytest.raises(NotYetKnown):
            decide(case, route, by=cast.sam, at=cast.at, because="Because.")
    assert decide(case, "recorded", by=cast.sam, at=cast.at, because="To be safe.").number == 1


def test_what_the_answers_make_a_complaint_is_not_called_none(case, cast):
    answer(case, ORDINARY, by=cast.sam, at=cast.at)
    with pytest.raises(IsComplaint):
        decide(case, "not_complaint", by=cast.sam, at=cast.at, because="I think not.")


@pytest.mark.parametrize("fact", rules.QUESTIONS["referral"].facts)
def test_each_kind_M1_to_M9_must_be_referred_and_says_since_when(case, cast, fact):
    answer(case, ORDINARY | {fact: "yes"}, by=cast.sam, at=cast.at)
    made = decide(case, "recorded", by=cast.sam, at=cast.at + timedelta(hours=1))
    told = events(case, "decided")[0].facts
    assert made.must_refer and told["must_refer"]
    assert datetime.fromisoformat(told["clear_at"]) == cast.at
    assert made.reason_recorded == "nature_of_allegation"


def test_a_compliment_is_not_a_complaint_and_keeps_its_grounds(cast):
    case = contact(cast.amir, kind="compliment", words="Please thank PC Jones.").case
    answer(case, THANKS, by=cast.sam, at=cast.at)
    made = decide(case, "not_complaint", by=cast.sam, at=cast.at)
    case.refresh_from_db()
    assert case.stage == stages.NOT_COMPLAINT and case.finished_at == cast.at
    assert case.kind == "compliment"
    assert made.findings["is_complaint"]["grounds"] == [["dissatisfied_with_force", "PRA 2002 s.12(1)"]]
    assert not made.differs


def test_an_enquiry_found_to_be_a_complaint_is_clarified_so_the_ten_days_begin_again(cast):
    case = contact(cast.amir, kind="enquiry").case
    settle_on(case, "outside", cast)
    case.refresh_from_db()
    assert case.kind == "complaint"
    assert [row.verb for row in events(case, "clarified", "decided")] == ["clarified", "decided"]
    assert events(case, "clarified")[0].facts == {"from": "enquiry"}


def test_a_contact_of_no_told_kind_becomes_a_complaint_without_being_clarified(cast):
    case = contact(cast.amir).case
    settle_on(case, "outside", cast)
    case.refresh_from_db()
    assert case.kind == "complaint" and events(case, "clarified") == []


def test_outside_may_become_recorded_but_never_goes_back(case, cast):
    settle_on(case, "outside", cast)
    answer(case, WISH, by=cast.sam, at=cast.at)
    second = decide(case, "recorded", by=cast.sam, at=cast.at)
    assert (second.number, second.reason_recorded) == (2, "dissatisfaction_after_initial_handling")
    answer(case, ORDINARY, by=cast.sam, at=cast.at)
    for route in ("outside", "not_complaint"):
        with pytest.raises(NeverBack):
            decide(case, route, by=cast.jo, at=cast.at, because="They changed their mind.")
    case.refresh_from_db()
    assert case.stage == stages.RECORDED


def test_the_earlier_decision_stays_as_it_was(case, cast):
    first = settle_on(case, "outside", cast)
    answer(case, WISH, by=cast.sam, at=cast.at)
    decide(case, "recorded", by=cast.sam, at=cast.at)
    first.refresh_from_db()
    assert (first.route, first.facts[rules.WISH]) == ("outside", "no")
    assert [made.number for made in queries.decisions(case)] == [2, 1]


def test_a_recorded_case_learns_of_a_duty_to_refer_and_stays_recorded_since_then(case, cast):
    later = cast.at + timedelta(days=2)
    settle_on(case, "recorded", cast, **WISH)
    answer(case, {"death_or_serious_injury": "yes"}, by=cast.sam, at=later)
    made = decide(case, "recorded", by=cast.sam, at=later)
    case.refresh_from_db()
    assert made.must_refer and made.number == 2
    assert (case.stage, case.recorded_at) == (stages.RECORDED, cast.at)


def test_not_a_complaint_may_be_decided_against_something_serious_only_with_a_reason_and_a_second_person(case, cast):
    answer(case, NONE_SERIOUS | BYSTANDER | {"serious_assault": "yes"}, by=cast.sam, at=cast.at)
    with pytest.raises(MustSayWhy):
        decide(case, "not_complaint", by=cast.sam, at=cast.at)
    because = "Saw it on television; passed to standards."
    with pytest.raises(NeedsSecond):
        decide(case, "not_complaint", by=cast.sam, at=cast.at, because=because)
    put = propose(case, "not_complaint", because, by=cast.sam, at=cast.at)
    made = second(put, agree=True, words="", by=cast.jo, at=cast.at)
    assert made.must_refer and made.differs and (made.by, made.seconded_by) == (cast.sam, cast.jo)


def test_a_case_that_changed_meanwhile_is_refused(case, cast):
    answer(case, ORDINARY, by=cast.sam, at=cast.at)
    with pytest.raises(Changed):
        decide(case, "outside", by=cast.sam, at=cast.at, version=case.version - 1)


def test_a_finished_case_cannot_be_put_outside(case, cast):
    Case.objects.filter(pk=case.pk).update(stage=stages.CLOSED)
    answer(case, ORDINARY, by=cast.sam, at=cast.at)
    with pytest.raises(WrongStage):
        decide(case, "outside", by=cast.sam, at=cast.at)
    assert not Decision.objects.exists()


@pytest.mark.parametrize("who", ["chris", "dana", "pat", "robin", "toni"])
def test_only_the_front_team_asks_and_decides(case, cast, who):
    with pytest.raises(NotAllowed):
        answer(case, ORDINARY, by=getattr(cast, who), at=cast.at)
    with pytest.raises(NotAllowed):
        decide(case, "recorded", by=getattr(cast, who), at=cast.at, because="x")


def test_the_law_is_that_of_the_london_day(cast):
    """23:30 in UTC on 31 March is 1 April in London, where summer time has begun."""
    at = datetime(2026, 3, 31, 23, 30, tzinfo=UTC)
    made = contact(cast.ffion, at=at).case
    assert queries.made_on(Case.objects.get(pk=made.pk)).isoformat() == "2026-04-01"
