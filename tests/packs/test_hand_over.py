"""Handing over: only with a sufficient pack, to the right body or with a reason, and what comes back."""

import pytest

from putright.allocation.actions import allocate, give_back
from putright.allocation.models import Handover
from putright.allocation.refusals import AlreadyWritten, NotTheirs, SayMore
from putright.cases.actions import note, wall_off
from putright.cases.log import broken_at
from putright.cases.models import Case, Event
from putright.cases.queries import open_to
from putright.cases.refusals import Changed, OutsideRemit, WrongStage
from putright.packs.actions import hand_over, outcome_back, receipt, write_referral
from putright.packs.refusals import NeedsReason, NotABody, NotSufficient
from putright.packs.rules import Sending
from putright.people.gates import NotAllowed
from putright.people.models import Representation
from putright.people.remit import Why
from putright.triage.models import Decision
from tests.make import allocation as make
from tests.make import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(cast):
    return make.sufficient(cast.ffion, cast.sam)


@pytest.fixture
def handed(case, cast):
    return hand_over(case, "standards", by=cast.sam, at=cast.at)


def sees(handler, case, cast):
    return open_to(handler, at=cast.at).filter(pk=case.pk).exists()


def facts(case, verb):
    return Event.objects.get(case=case, verb=verb).facts


def test_standards_reach_it_once_it_is_handed_over_and_no_sooner(case, cast):
    assert not sees(cast.pat, case, cast)
    went = hand_over(case, "standards", by=cast.sam, at=cast.at)
    assert sees(cast.pat, case, cast) and sees(cast.sam, case, cast)
    assert Case.objects.get(pk=case.pk).stage == "handed_over"
    assert facts(case, "handed_over") == {"body": "standards", "handover": went.pk, "incomplete": False}


def test_the_pack_is_kept_as_it_went_and_says_what_they_need(case, cast):
    make.attempt(case, cast.sam)
    Representation.objects.create(person=cast.ffion, representative=people.person("Non Parry", phone="07700 900456"),
                                  capacity="sister")  # fmt: skip
    pack = hand_over(case, "standards", by=cast.sam, at=cast.at).pack
    assert pack["reference"] == case.reference and pack["complainant"]["email"] == "ffion@complainant.example"
    assert pack["complainant"]["language"] == "cy" and pack["complainant"]["representative"]["name"] == "Non Parry"
    assert pack["contacts"][0]["words"] == make.WORDS and pack["contacts"][0]["wants"] == "An apology"
    assert pack["allegations"][0]["category"] == "H1" and pack["allegations"][0]["category_words"]["cy"]
    assert pack["officers"][0]["identified"] and pack["decisions"][0]["by"] == "Sam Adeyemi"
    assert pack["decisions"][0]["findings"]["recording"]["rules"][0]["id"] == "REC-1"
    assert "temper" not in str(pack) and "not meant" not in str(pack) and pack["recovery"][0]["content"] == "no"
    note(case, "later", by=cast.sam, at=cast.at)
    assert Handover.objects.get(case=case).pack == pack


def test_an_insufficient_pack_is_refused_naming_each_part_and_nothing_changes(cast):
    case = make.case(cast.amir, stage="recorded")
    with pytest.raises(NotSufficient) as refusal:
        hand_over(case, "standards", by=cast.sam, at=cast.at)
    assert refusal.value.parts == ("safe_way", "words", "allegations", "officers", "decision")
    assert "The allegations are missing." in str(refusal.value) and "The decision is missing." in str(refusal.value)
    assert not Handover.objects.exists() and Case.objects.get(pk=case.pk).stage == "recorded"


def test_in_2014_dyfed_powys_passed_it_on_without_deciding(cast):
    people.office("dyfed-powys")
    case = make.sufficient(cast.ffion, cast.sam, stage="received")
    Decision.objects.all().delete()
    with pytest.raises(NotSufficient):
        hand_over(case, "standards", by=cast.sam, at=cast.at)
    Case.objects.filter(pk=case.pk).update(received_at=cast.at.replace(year=2014, month=11, day=3))
    assert hand_over(case, "standards", by=cast.sam, at=cast.at).pack["decisions"] == []


def test_another_body_than_suggested_needs_a_reason_which_is_kept(case, cast):
    with pytest.raises(NeedsReason):
        hand_over(case, "other_force", by=cast.sam, at=cast.at)
    went = hand_over(case, "other_force", by=cast.sam, at=cast.at, because="Their officers were there.")
    assert went.because == "Their officers were there." and went.team is None and not sees(cast.pat, case, cast)


def test_what_changed_since_it_was_shown_is_not_sent_unseen(case, cast):
    shown = case.version
    note(case, "more came", by=cast.jo, at=cast.at)
    with pytest.raises(Changed):
        hand_over(case, "standards", by=cast.sam, at=cast.at, sent=Sending(version=shown))


def test_handing_over_ends_the_reach_of_the_supervisor_it_was_with(cast):
    case = make.sufficient(cast.ffion, cast.sam, stage="in_recovery")
    allocate(case, cast.dana.team, "Please ring", by=cast.sam, at=cast.at)
    hand_over(case, "standards", by=cast.sam, at=cast.at)
    assert not sees(cast.dana, case, cast)


def test_no_such_body_wrong_stage_and_wrong_role_are_refused(case, cast):
    with pytest.raises(NotABody):
        hand_over(case, "newspaper", by=cast.sam, at=cast.at)
    with pytest.raises(NotAllowed):
        hand_over(case, "standards", by=cast.dana, at=cast.at)
    Case.objects.filter(pk=case.pk).update(stage="closed")
    with pytest.raises(WrongStage):
        hand_over(case, "standards", by=cast.sam, at=cast.at)


def test_standards_write_down_receipt_and_outcome_of_what_was_handed_to_them(case, handed, cast):
    receipt(handed, "CO/0123/26", "Pat Okoro", by=cast.pat, at=cast.at)
    outcome_back(handed, "The service was not acceptable. An apology is on its way.", by=cast.pat, at=cast.at)
    assert facts(case, "receipt") == {"handover": handed.pk, "their_reference": "CO/0123/26"}
    assert Case.objects.get(pk=case.pk).stage == "outcome_known" and broken_at(case) is None
    with pytest.raises(AlreadyWritten):
        receipt(handed, "CO/0124/26", "Pat Okoro", by=cast.pat, at=cast.at)
    with pytest.raises(AlreadyWritten):
        outcome_back(handed, "Again", by=cast.pat, at=cast.at)


def test_standards_cannot_answer_for_another_body_and_a_handler_can(case, cast):
    went = hand_over(case, "other_force", by=cast.sam, at=cast.at, because="Their officers were there.")
    with pytest.raises(NotTheirs):
        receipt(went, "", "x", by=cast.pat, at=cast.at)
    with pytest.raises(NotTheirs):
        outcome_back(went, "x", by=cast.pat, at=cast.at)
    receipt(went, "2026/204511", "The IOPC’s referral desk", by=cast.sam, at=cast.at)
    assert Handover.objects.get(pk=went.pk).their_reference == "2026/204511"


def test_an_empty_receipt_or_outcome_is_refused(handed, cast):
    with pytest.raises(SayMore):
        receipt(handed, "1", " ", by=cast.pat, at=cast.at)
    with pytest.raises(SayMore):
        outcome_back(handed, " ", by=cast.pat, at=cast.at)


def why(act):
    with pytest.raises(OutsideRemit) as refused:
        act()
    return refused.value.why


def test_para_4_the_team_does_not_refer_what_is_the_chief_officer_s_and_is_told_to_hand_it_over(case, cast):
    """The authority refers (PRA 2002 Sch 3 para 4), also what the IOPC has called in: the team hands it to them."""
    with pytest.raises(OutsideRemit, match="Hand it over now"):
        hand_over(case, "iopc", by=cast.sam, at=cast.at, because="They have called it in.")
    assert not Handover.objects.exists() and Case.objects.get(pk=case.pk).stage == "recorded"


def test_para_4_the_commissioner_s_own_people_refer_what_is_the_commissioner_s(case, cast):
    Decision.objects.update(authority="local_policing_body")
    write_referral(case, {"injuries": "None."}, by=cast.sam, at=cast.at)
    assert hand_over(case, "iopc", by=cast.sam, at=cast.at, because="It must be referred.").body == "iopc"


@pytest.mark.parametrize("act", ["hand_over", "receipt", "outcome_back", "give_back"])
def test_whoever_is_kept_out_of_a_case_does_nothing_with_it_here(cast, act):
    """Impartiality (CMR 2020 reg 50): asked in the action too, whatever page it came from."""
    stage = "in_recovery" if act == "give_back" else "recorded"
    case = make.sufficient(cast.ffion, cast.sam, stage=stage)
    if act == "give_back":
        allocate(case, cast.dana.team, "Please ring", by=cast.sam, at=cast.at)
    went = hand_over(case, "standards", by=cast.sam, at=cast.at) if act in ("receipt", "outcome_back") else None
    wall_off(case, cast.jo, "knows the officer", by=cast.sam, at=cast.at)
    tries = {
        "hand_over": lambda: hand_over(case, "standards", by=cast.jo, at=cast.at),
        "receipt": lambda: receipt(went, "", "Pat", by=cast.jo, at=cast.at),
        "outcome_back": lambda: outcome_back(went, "Done.", by=cast.jo, at=cast.at),
        "give_back": lambda: give_back(case, "Ours again.", by=cast.jo, at=cast.at),
    }
    before = Event.objects.count()
    assert why(tries[act]) is Why.CONFLICT and Event.objects.count() == before
