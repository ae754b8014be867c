"""What the file knows by itself is taken from it, not asked, shown as such, and may be corrected."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.urls import reverse

from gateways import clock
from putright.cases.actions import name_officer
from putright.contacts.channels.social import actions as social
from putright.contacts.said import Said
from putright.people.actions import merge, note_officer
from putright.people.models import Representation
from putright.triage import asking, queries, rules
from putright.triage.actions import answer
from putright.triage.known import Filed, answers
from tests.make import people
from tests.make.contacts import contact

from .sheets import COMPLAINT, NONE_SERIOUS, SAFE

PC, CHIEF, BOSS = ("PC", "", False, True), ("", "chief_officer", False, False), ("", "commissioner", False, False)
FORCE, SOMEBODY = ("", "", True, False), ("", "", False, False)


def told(**filed):
    return {fact: given.answer for fact, given in answers(Filed(**filed)).items()}


WHO = [  # who is named; whose it is by then (None: it must be asked); is a senior officer among them
    ([], None, None),
    ([SOMEBODY], None, None),
    ([PC], {"about_someone_serving_here"}, "no"),
    ([FORCE], {"about_service_or_policy_here"}, "no"),
    ([CHIEF], {"about_chief_officer_conduct"}, "yes"),
    ([("Chief Constable", "", False, True)], {"about_chief_officer_conduct"}, "yes"),
    ([("Assistant Chief Constable", "", False, True)], {"about_someone_serving_here"}, "yes"),
    ([("Station manager", "", False, True)], {"about_someone_serving_here"}, None),
    ([BOSS], {"about_commissioner_or_deputy"}, "no"),
    ([PC, BOSS], {"about_someone_serving_here", "about_commissioner_or_deputy"}, "no"),
    ([PC, SOMEBODY], None, None),
]


@pytest.mark.parametrize(("officers", "owners", "senior"), WHO)
def test_whose_it_is_by_who_is_named(officers, owners, senior):
    facts = told(officers=tuple(officers))
    named = {fact for fact in rules.OWNER if facts.get(fact) == "yes"}
    assert named == (owners or set()) and (set(rules.OWNER) <= set(facts)) == bool(owners)
    assert facts.get("about_senior_officer") == senior


@pytest.mark.parametrize(("channel", "sent"), [("phone", "yes"), ("web", "yes"), ("social", None), ("import", None)])
def test_s_12_1_a_remark_we_came_across_was_not_sent_to_us(channel, sent):
    assert told(channel=channel).get("sent_to_us") == sent


def test_who_heard_it_first_and_in_which_hours_answer_the_process_of_2014_only_on_its_own_days():
    then = told(via="101", in_hours=True, asked_then=True)
    assert (then["first_met_by_101"], then["first_met_by_psd"], then["within_team_hours"]) == ("yes", "no", "yes")
    assert "first_met_by_101" not in told(via="101", in_hours=True)


@pytest.fixture
def phone(client, cast):
    client.force_login(cast.sam.user)
    with clock.fixed(cast.at):
        yield client


def page(phone, case, **asked):
    return phone.get(reverse("triage:ask", args=[case.reference]), asked).content.decode()


@pytest.mark.django_db
def test_what_the_file_knows_is_not_asked_is_said_to_be_from_it_and_can_be_corrected(phone, cast):
    case = contact(cast.ffion, kind="complaint").case
    speaks = {"person": cast.ffion, "representative": cast.amir, "consent_seen_on": cast.at.date()}
    Representation.objects.create(**speaks)
    officer = note_officer(rank="PC", collar_number="9911")
    name_officer(case, officer, by=cast.sam, at=cast.at)
    answer(case, NONE_SERIOUS | SAFE, by=cast.sam, at=cast.at)
    shown = page(phone, case)
    assert 'name="made_for_another"' not in shown and "From the file: who speaks for them" in shown
    answer(case, COMPLAINT | {"made_for_another": "not_known"}, by=cast.sam, at=cast.at)
    facts = queries.sheet(case).facts
    assert (facts["made_for_another"], facts["written_consent"]) == ("yes", "yes")  # not known hides nothing
    found = queries.findings(case)
    assert (found["is_complaint"].answer, found["authority"].conclusion) == ("yes", "chief_officer")
    shown = page(phone, case)
    assert 'name="owner"' not in shown and shown.count("From the file: who is named on the case") == len(rules.OWNER) + 1
    assert 'value="about_someone_serving_here" checked' in page(phone, case, again="owner")
    answer(case, asking.chosen_facts("owner", ["about_another_force"]), by=cast.sam, at=cast.at)
    assert queries.findings(case)["authority"].conclusion == "other_force"
    assert page(phone, case).count("From the file: who is named on the case") == 1  # whether an officer is senior


@pytest.mark.django_db
def test_of_2014_in_dyfed_powys_the_process_of_that_day_is_the_finding_and_its_own_questions_are_asked(phone, cast):
    people.office("dyfed-powys")
    case = contact(cast.ffion, kind="dissatisfaction", at=datetime(2014, 11, 10, 10, tzinfo=UTC)).case
    answer(case, SAFE, by=cast.sam, at=cast.at)
    asked = asking.next_step(queries.findings(case), queries.sheet(case).every)
    assert asked.facts == (
        "assessed_as_complaint", "about_chief_officer_conduct", "service_recovery_failed", "needs_a_local_supervisor"
    )
    for answered, path, suggested in (
        ({"assessed_as_complaint": "no", "service_recovery_failed": "no", "needs_a_local_supervisor": "no"}, "joint_team",
         rules.OUTSIDE),
        ({"needs_a_local_supervisor": "yes"}, "supervisor_2014", rules.OUTSIDE),
        ({"service_recovery_failed": "yes"}, "recording_decision_2014", None),
        ({"assessed_as_complaint": "yes", "about_chief_officer_conduct": "no"}, "psd_records_2014", None),
    ):  # fmt: skip
        answer(case, answered, by=cast.sam, at=cast.at)
        found = queries.findings(case)
        assert (found["route"].conclusion, rules.suggested(found)) == (path, suggested)
        assert rules.silent(found)
    shown = page(phone, case)
    assert "By the office’s own process of that day: forwarded to professional standards for recording" in shown
    assert "Dyfed-Powys PCC decision of 20 October 2014, processes A to D" in shown


@pytest.mark.django_db
def test_somebody_who_is_one_with_a_person_at_risk_is_vulnerable_without_being_asked(phone, cast):
    twice = people.person("Ffion Reece", at_risk=True)
    case = contact(cast.ffion, kind="complaint").case
    assert "vulnerable" not in queries.sheet(case).filed and "May be at risk" not in page(phone, case)
    merge(cast.ffion, twice, "She told me so.", by=cast.jo, at=cast.at)
    assert queries.sheet(case).filed["vulnerable"].answer == "yes"
    assert "May be at risk" in page(phone, case)


@pytest.mark.django_db
def test_what_was_answered_when_it_was_seen_on_social_media_is_not_asked_again(phone, cast):
    key, at = UUID(int=7), cast.at
    said = Said(key, "social", "@ffion: Disgraceful wait", kind="dissatisfaction", language="en")
    case = social.note_seen(social.Seen(said, "", "@ffion", "no", "no"), {}, by=cast.sam, at=at).case
    filed = queries.sheet(case).filed
    assert (filed["complainant_wishes_recording"].answer, filed["dissatisfied_with_force"].answer) == ("no", "yes")
    assert "From the file: what was answered when it was seen on social media" in page(phone, case)
    answer(case, {"complainant_wishes_recording": "yes"}, by=cast.sam, at=at)
    assert queries.sheet(case).facts["complainant_wishes_recording"] == "yes"  # a person's own answer replaces it
