"""Receiving a contact: kept once, with its file and its event, whatever happens."""

from uuid import uuid4

import pytest

from putright.cases.log import broken_at
from putright.cases.models import Case, Event
from putright.cases.search import find
from putright.contacts.actions import receive
from putright.contacts.models import Contact
from putright.contacts.refusals import NoAnswer, NothingSaid
from putright.contacts.said import Settled
from putright.people.gates import NotAllowed
from tests.make.contacts import contact, said

pytestmark = pytest.mark.django_db


def test_a_contact_opens_a_file_with_its_event(cast):
    made = contact(cast.ffion)
    assert made.case.stage == "received"
    assert [e.verb for e in Event.objects.filter(case=made.case)] == ["received"]
    assert broken_at(made.case) is None


def test_the_same_form_sent_twice_is_one_contact(cast):
    form = said()
    first = receive(form, {"name": "Ffion"}, by=None, at=cast.at)
    second = receive(form, {"name": "Ffion"}, by=None, at=cast.at)
    assert first.pk == second.pk
    assert (Contact.objects.count(), Case.objects.count(), Event.objects.count()) == (1, 1, 1)


def test_a_call_settled_at_once_is_opened_and_settled_together(cast):
    made = contact(cast.amir, by=cast.sam, channel="phone", settled=Settled("Read her the update on the file.", "update"))
    assert made.case.stage == "settled"
    assert made.settled_at == cast.at
    assert [e.verb for e in Event.objects.filter(case=made.case).order_by("seq")] == ["received", "settled"]


def test_settling_without_saying_how_is_refused_and_nothing_is_kept(cast):
    with pytest.raises(NoAnswer):
        contact(cast.amir, by=cast.sam, settled=Settled("  "))
    assert Contact.objects.count() == 0


def test_a_second_contact_can_join_the_file(cast):
    first = contact(cast.ffion)
    second = contact(cast.ffion, by=cast.sam, channel="phone", joins=first.case)
    assert second.case_id == first.case_id
    assert Event.objects.filter(case=first.case, verb="joined").count() == 1


def test_nothing_said_is_refused(cast):
    with pytest.raises(NothingSaid):
        contact(words=" \n ")


def test_an_analyst_cannot_log_a_contact(cast):
    with pytest.raises(NotAllowed):
        contact(by=cast.robin)


def test_what_was_said_can_be_found_by_its_words_and_its_name(cast):
    made = contact(cast.ffion, words="Gadawyd fy nghar yn Llŷr heb air")
    contact(cast.amir, key=uuid4(), words="The dog barked")
    for text in ("llyr", "ffion rees", made.case.reference, made.case.reference.lower().replace("-", " ")):
        assert [c.pk for c in find(Case.objects.all(), text)] == [made.case_id], text


def test_a_reference_that_another_file_has_is_drawn_again(cast, monkeypatch):
    first = contact(cast.ffion).case
    drawn = iter([first.reference, first.reference, "PR-7K3MQ-2X9AB"])
    monkeypatch.setattr("putright.cases.references.make", lambda: next(drawn))
    made = contact(cast.amir)
    assert made.case.reference == "PR-7K3MQ-2X9AB" and Case.objects.count() == Contact.objects.count() == 2
    assert Event.objects.filter(case=made.case).count() == made.case.version == Case.objects.get(pk=made.case.pk).version == 1
