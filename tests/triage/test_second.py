"""A decision that protects the complainant less needs a second person. Until they agree, nothing moves."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from gateways import clock
from putright.cases.actions import wall_off
from putright.cases.log import broken_at
from putright.cases.models import Case, Event
from putright.cases.refusals import NotThem
from putright.clocks.queries import for_case
from putright.people.gates import NotAllowed
from putright.triage import queries, rules
from putright.triage.actions import answer, decide, propose, second
from putright.triage.models import Decision, Proposal
from putright.triage.refusals import MustSayWhy, NeedsSecond, NoSecondNeeded, Overtaken, SamePerson, SayWhyNot
from tests.make import people
from tests.make.contacts import contact

from .sheets import NONE_SERIOUS, ON, ORDINARY, THANKS, WISH

pytestmark = pytest.mark.django_db
WHY = "She rang back: it was her neighbour's arm, and no officer was near."


@pytest.fixture
def case(cast):
    return contact(cast.ffion, kind="complaint").case


@pytest.fixture
def taken_back(case, cast):
    """A serious assault was answered yes, and then no."""
    answer(case, ORDINARY | {"serious_assault": "yes"}, by=cast.sam, at=cast.at)
    answer(case, {"serious_assault": "no"}, by=cast.sam, at=cast.at + timedelta(minutes=5))
    return case


@pytest.fixture
def put(taken_back, cast):
    return propose(taken_back, "outside", WHY, by=cast.sam, at=cast.at)


def stage(case):
    return Case.objects.get(pk=case.pk).stage


def verbs(case):
    return list(Event.objects.filter(case=case).order_by("seq").values_list("verb", flat=True))


def referral(case, at):
    return [c for c in for_case(case, at) if c.promise == "iopc-referral"][-1]


def needs(route, *once_yes, **facts):
    return rules.needs_second(route, ORDINARY | facts, once_yes, on=ON)


@pytest.mark.parametrize("fact", rules.PROTECTS)
def test_one_yes_taken_back_and_nothing_less_than_it_asked_for_is_one_person_s_to_decide(fact):
    assert needs("outside", fact) and needs("not_complaint", fact)
    assert needs("recorded", fact) == (fact in rules.QUESTIONS["referral"].facts)
    assert not needs("recorded", fact, **{fact: "yes"})


def test_without_one_no_second_person_is_asked_for():
    assert not any(needs(route) for route in ("outside", "recorded", "not_complaint"))
    assert not rules.needs_second("not_complaint", THANKS, (), on=ON)


def test_not_a_complaint_although_they_want_it_recorded_needs_two():
    assert rules.needs_second("not_complaint", NONE_SERIOUS | WISH, (), on=ON)


def test_one_person_cannot_and_nothing_moves(taken_back, cast):
    with pytest.raises(NeedsSecond):
        decide(taken_back, "outside", by=cast.sam, at=cast.at, because=WHY)
    assert stage(taken_back) == "received" and not Decision.objects.exists()


def test_proposed_nothing_moves_and_the_referral_clock_goes_on(put, cast):
    assert stage(put.case) == "received" and not Decision.objects.exists()
    assert verbs(put.case) == ["received", "asked", "must_refer", "asked", "need_not_refer", "proposed"]
    assert referral(put.case, cast.at).is_open


def test_agreed_it_is_decided_in_both_names_and_the_clock_ends(put, cast):
    later = cast.at + timedelta(hours=1)
    made = second(put, agree=True, words="I rang her too.", by=cast.jo, at=later)
    assert (made.route, made.by, made.seconded_by, made.because) == ("outside", cast.sam, cast.jo, WHY)
    assert stage(put.case) == "in_recovery"
    assert verbs(put.case)[-2:] == ["seconded", "decided"] and broken_at(put.case) is None
    assert not referral(put.case, later).is_open


def test_not_agreed_nothing_moves_and_the_reason_stands_on_the_case(put, cast, client):
    with pytest.raises(SayWhyNot):
        second(put, agree=False, words=" ", by=cast.jo, at=cast.at)
    assert second(put, agree=False, words="Ask the hospital first.", by=cast.jo, at=cast.at) is None
    assert stage(put.case) == "received" and verbs(put.case)[-1] == "not_seconded"
    client.force_login(cast.sam.user)
    with clock.fixed(cast.at):
        page = client.get(f"/en/staff/cases/{put.case.reference}/").content.decode()
    assert "Ask the hospital first." in page


def test_never_the_same_person_never_a_handler_never_somebody_walled(taken_back, cast):
    own = propose(taken_back, "outside", WHY, by=cast.jo, at=cast.at)
    with pytest.raises(SamePerson):
        second(own, agree=True, words="", by=cast.jo, at=cast.at)
    with pytest.raises(NotAllowed):
        second(own, agree=True, words="", by=cast.sam, at=cast.at)
    third = people.handler("Lee Third", "supervisor", cast.jo.team)
    wall_off(taken_back, third, "knows the officer", by=cast.jo, at=cast.at)
    with pytest.raises(NotThem):
        second(own, agree=True, words="", by=third, at=cast.at)
    with pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.filter(pk=own.pk).update(second=cast.jo)


def test_an_answer_that_changed_since_overtakes_it(put, cast):
    answer(put.case, {"serious_assault": "yes"}, by=cast.sam, at=cast.at)
    with pytest.raises(Overtaken):
        second(put, agree=True, words="", by=cast.jo, at=cast.at)


def test_answered_once_it_is_answered(put, cast):
    second(put, agree=False, words="No.", by=cast.jo, at=cast.at)
    with pytest.raises(Overtaken):
        second(put, agree=True, words="", by=cast.jo, at=cast.at)


def test_a_new_proposal_or_a_decision_takes_the_place_of_an_open_one(put, cast):
    again = propose(put.case, "outside", "Better said.", by=cast.sam, at=cast.at)
    assert queries.proposal(put.case) == again
    decide(put.case, "recorded", by=cast.sam, at=cast.at, because="To be safe.")
    assert queries.proposal(put.case) is None


def test_a_proposal_needs_a_reason_and_a_need(taken_back, case, cast):
    with pytest.raises(MustSayWhy):
        propose(taken_back, "outside", "  ", by=cast.sam, at=cast.at)
    answer(taken_back, {"serious_assault": "yes"}, by=cast.sam, at=cast.at)
    with pytest.raises(NoSecondNeeded):
        propose(taken_back, "recorded", WHY, by=cast.sam, at=cast.at)


def test_recording_is_never_held_up_and_the_referral_stays_due(taken_back, cast):
    made = decide(taken_back, "recorded", by=cast.sam, at=cast.at, because="To be safe.")
    assert made.must_refer and stage(taken_back) == "recorded"
    assert referral(taken_back, cast.at).is_open
    put = propose(taken_back, "recorded", WHY, by=cast.sam, at=cast.at)
    assert not second(put, agree=True, words="", by=cast.jo, at=cast.at).must_refer
    assert not referral(taken_back, cast.at).is_open


@pytest.mark.parametrize(("language", "asks"), [("en", "Waiting for a second person"), ("cy", "Yn aros am ail berson")])
def test_on_the_screens_proposed_by_one_and_agreed_by_the_other(taken_back, cast, client, language, asks):
    def at(name):
        return reverse(name, args=[taken_back.reference]).replace("/en/", f"/{language}/")

    work = reverse("desk:work").replace("/en/", f"/{language}/")
    with clock.fixed(cast.at):
        client.force_login(cast.sam.user)
        version = Case.objects.get(pk=taken_back.pk).version
        given = {"decide-route": "outside", "decide-because": WHY, "decide-version": version}
        assert client.post(at("triage:decide"), given).status_code == 302
        assert not Decision.objects.exists() and asks in client.get(at("desk:case")).content.decode()
        assert client.get(at("triage:second")).status_code == 403
        client.force_login(cast.jo.user)
        assert asks in client.get(work).content.decode()
        assert WHY.replace("'", "&#39;") in client.get(at("triage:second")).content.decode()
        assert client.post(at("triage:second"), {"agree": "no", "words": ""}).status_code == 200
        assert client.post(at("triage:second"), {"agree": "yes", "words": ""}).status_code == 302
        assert asks not in client.get(work).content.decode()
    assert stage(taken_back) == "in_recovery"
