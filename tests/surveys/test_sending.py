"""Who is asked, how, and who never is."""

from datetime import timedelta

import pytest

from gateways import clock
from putright.cases.log import broken_at
from putright.cases.models import SEALED, Event
from putright.invited import actions as invited
from putright.invited import queries as invites
from putright.invited.models import Invite
from putright.letters.actions import write_letter
from putright.letters.models import Letter
from putright.people.actions import merge, represent
from putright.people.gates import NotAllowed
from putright.people.models import Person
from putright.people.same import together
from putright.surveys import owed, queries
from putright.surveys.actions import sending
from putright.surveys.models import NotAsked
from putright.surveys.refusals import NotNow

from ..make import contacts, people, surveys

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(cast):
    surveys.surveys(cast.at)
    return contacts.contact(cast.ffion, at=cast.at, kind="dissatisfaction").case


def finished(case, at, stage="settled"):
    type(case).objects.filter(pk=case.pk).update(stage=stage, finished_at=at)


def refused(act, why):
    with pytest.raises(NotNow) as refusal:
        act()
    assert refusal.value.why == why


def test_the_final_answer_carries_a_link_in_each_language_of_the_letter(cast, case):
    letter = write_letter(case, "outcome", OUTCOME, by=cast.sam, at=cast.at)
    code = surveys.code_in(letter)
    found = invites.found(code)
    assert found and found.case == case and found.person == cast.ffion and found.within == "answer"
    assert f"/cy/survey/{code}/" in letter.body.replace("\\", "")  # Ffion is written to in Welsh
    assert Event.objects.get(case=case, verb="wrote").facts["invite"] == found.pk and broken_at(case) is None


OUTCOME = {f"{key}_cy": "Siaradom â’r swyddog." for key in ("outcome", "reasons", "change")}


@pytest.mark.parametrize("why", ["no_wish", "recent", "sealed", "no_consent"])
def test_some_are_never_asked_not_even_in_the_final_answer(cast, case, why):
    ready(why, cast, case)
    assert invites.why_not(case, cast.ffion, at=cast.at) == why
    given = invited.placed("outcome", {}, case, cast.ffion, at=cast.at)
    assert given == {}
    refused(lambda: sending.speak(case, by=cast.sam, at=cast.at), why)
    if why not in ("no_consent",):
        refused(lambda: sending.write_to(case, by=cast.sam, at=cast.at), why)


def ready(why, cast, case):
    if why == "no_wish":
        invited.ask_no_more(cast.ffion, by=None, at=cast.at)
    elif why == "recent":
        surveys.asked(None, cast.ffion, at=cast.at - timedelta(days=100))
    elif why == "sealed":
        type(case).objects.filter(pk=case.pk).update(restriction=SEALED)
        case.restriction = SEALED
    else:
        represent(cast.ffion, {"name": "Nia Lloyd", "email": "nia@law.example"}, "solicitor", by=cast.sam, at=cast.at)


def test_the_time_between_two_surveys_is_the_offices_to_set(cast, case):
    surveys.asked(None, cast.ffion, at=cast.at - timedelta(days=100))
    invited.set_to("again_days", 90, by=cast.jo, at=cast.at)
    assert invites.why_not(case, cast.ffion, at=cast.at) == ""
    with pytest.raises(NotAllowed):
        invited.set_to("again_days", 1, by=cast.sam, at=cast.at)


def test_the_rounds_ask_about_a_finished_case_once_and_by_the_safe_way(cast, case):
    finished(case, cast.at)
    assert not list(owed.owed(cast.at + timedelta(days=2), limit=9))
    later = cast.at + timedelta(days=4)
    keys = [key for key, _ in owed.owed(later, limit=9)]
    assert keys == [f"surveys:ask:{case.pk}"]
    for _ in range(3):
        owed.fulfil(keys[0], at=later)
    letter = Letter.objects.get(case=case, kind="survey")
    assert letter.medium == "email" and surveys.code_in(letter)
    assert Invite.objects.get().survey == "dissatisfaction" and not list(owed.owed(later, limit=9))


def test_nobody_is_written_to_by_a_way_they_said_is_not_safe(cast, case):
    Person.objects.filter(pk=cast.ffion.pk).update(safe_contact={"no_email": True}, address="")
    finished(case, cast.at)
    later = cast.at + timedelta(days=4)
    owed.fulfil(f"surveys:ask:{case.pk}", at=later)
    assert NotAsked.objects.get(case=case).why == "no_way" and not Letter.objects.filter(kind="survey").exists()
    assert not list(owed.owed(later, limit=9))
    assert sending.speak(case, by=cast.sam, at=later).how == "phone"  # a person may still ask when they speak


def test_a_text_holds_a_link_and_no_word_of_what_it_is_about(cast, case):
    sending.text(case, by=cast.sam, at=cast.at)
    letter = Letter.objects.get(case=case, kind="text")
    assert letter.medium == "text" and surveys.code_in(letter) and case.reference not in letter.body
    assert not any(word in letter.body.lower() for word in ("police", "complain", "heddlu", "cwyn"))


def test_no_text_goes_where_no_message_may_be_left(cast, case):
    Person.objects.filter(pk=cast.ffion.pk).update(safe_contact={"no_voicemail": True})
    refused(lambda: sending.text(type(case).objects.get(pk=case.pk), by=cast.sam, at=cast.at), "no_text")
    assert not Invite.objects.exists()


def test_the_wish_of_one_person_holds_for_everybody_who_is_one_with_them(cast, case):
    twin = people.person("Ffion Rees", email="ffion2@complainant.example")
    merge(cast.ffion, twin, "the same", by=cast.sam, at=cast.at)
    assert len(together([twin.pk])[twin.pk]) == 2
    invited.ask_no_more(twin, by=cast.sam, at=cast.at)
    assert invites.why_not(case, cast.ffion, at=cast.at) == "no_wish"
    invited.may_ask_again(cast.ffion, by=cast.sam, at=cast.at)
    assert invites.why_not(case, cast.ffion, at=cast.at) == ""


def test_a_victims_question_has_a_survey_of_its_own(cast):
    made = contacts.contact(cast.amir, at=cast.at, kind="enquiry", topic="victim-enquiry")
    assert queries.slug_for(made.case) == "victims"


@pytest.mark.parametrize("kind", ["complaint", "dissatisfaction", "compliment", "enquiry"])
def test_every_kind_of_contact_has_a_survey(cast, kind):
    surveys.surveys(cast.at)
    case = contacts.contact(cast.ffion, at=cast.at, kind=kind).case
    assert sending.write_to(case, by=cast.sam, at=cast.at).survey == kind


def test_a_link_taken_back_opens_nothing(cast, case):
    made = sending.write_to(case, by=cast.sam, at=cast.at)
    sending.take_back(made, by=cast.sam, at=cast.at)
    made.refresh_from_db()
    assert invites.trouble(made, at=cast.at) == "taken_back"


@pytest.mark.parametrize(("language", "stands"), [
    ("en", "They have wanted no surveys since"), ("cy", "Nid ydynt wedi bod eisiau"),
])  # fmt: skip
def test_a_wish_for_no_surveys_stands_on_the_case_until_it_is_taken_back(client, cast, language, stands):
    surveys.surveys(cast.at)
    case = contacts.contact(cast.ffion, at=cast.at, kind="complaint").case
    sending.write_to(case, by=cast.sam, at=cast.at)
    client.force_login(cast.sam.user)
    where = f"/{language}/staff/cases/{case.reference}/"
    with clock.fixed(cast.at):
        assert stands not in client.get(where).content.decode()
        for again, seen in (("no", True), ("yes", False)):
            assert client.post(where + "survey/wish/", {"again": again}).status_code == 302
            assert (stands in client.get(where).content.decode()) is seen
