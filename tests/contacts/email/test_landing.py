"""Where a message goes: on its case only for a good reason, else to a new contact or to a person."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from putright.cases import references
from putright.cases.log import broken_at
from putright.cases.models import Case, Event
from putright.contacts.channels.email.addresses import address_for, message_id_for
from putright.contacts.channels.email.models import Bounce, Message, Reading
from putright.contacts.channels.email.queries import bounces_of
from putright.contacts.models import Contact
from putright.letters.owed import unanswered
from putright.people.models import Person
from tests.contacts.email.corpus.returned import report
from tests.make import cases
from tests.make.mail import arrives
from tests.make.raw_mail import OFFICE, REPLY, WORDS, message

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def replies_are_read(settings):
    settings.EMAIL_REPLY = REPLY


@pytest.fixture
def hers(cast):
    return cases.case(cast.ffion)


def verbs(case):
    return [event.verb for event in Event.objects.filter(case=case).order_by("seq")]


def test_a_strangers_message_is_a_new_contact(cast):
    reading = arrives(message())
    contact = reading.contact
    assert (reading.state, contact.channel, contact.words) == ("landed", "email", WORDS)
    assert (contact.person.name, contact.person.email) == ("Ffion Rees", "ffion@complainant.example")
    assert contact.case.language == "en" and verbs(contact.case) == ["received", "emailed"]
    assert broken_at(contact.case) is None


def test_a_message_in_welsh_is_kept_as_welsh(cast):
    words = "Annwyl syr, mae’r swyddog wedi bod yn anghwrtais gyda fi ac nid oes neb wedi dweud dim wrth fy mam."
    assert arrives(message(words)).contact.language == "cy"


def test_few_words_to_the_welsh_address_are_taken_as_welsh(cast, settings):
    settings.EMAIL_WELSH = "cwynion@hertfordshire.example"
    assert arrives(message("Bore da", to="cwynion@hertfordshire.example")).contact.language == "cy"


def test_an_answer_to_the_reply_address_is_on_its_case_and_verified(cast, hers):
    reading = arrives(message(to=address_for(hers, at=cast.at)))
    assert (reading.contact.case, reading.how, reading.verified) == (hers, "signed", True)
    assert reading.contact.person == cast.ffion
    assert verbs(hers) == ["received", "joined", "emailed"]
    assert Case.objects.count() == 1


def test_the_reply_address_works_whatever_case_its_letters_come_in(cast, hers):
    assert arrives(message(to=address_for(hers, at=cast.at).upper())).case == hers


def test_from_somebody_else_it_lands_but_is_not_verified(cast, hers):
    reading = arrives(message(to=address_for(hers, at=cast.at), **{"from": "Ffion Rees <ffion@elsewhere.example>"}))
    assert (reading.case, reading.verified, reading.contact.person) == (hers, False, None)


def test_an_answer_in_the_thread_of_our_letter_is_on_its_case(cast, hers):
    reading = arrives(message(in_reply_to=message_id_for(hers)))
    assert (reading.case, reading.how, reading.verified) == (hers, "thread", True)


def test_a_reference_in_the_subject_lands_and_is_not_verified_even_from_her_address(cast, hers):
    reading = arrives(message(subject=f"Re: Eich llythyr – {hers.reference}"))
    assert (reading.case, reading.how, reading.verified) == (hers, "subject", False)
    event = Event.objects.get(case=hers, verb="emailed")
    assert (event.facts["verified"], event.facts["how"]) == (False, "subject")


def test_a_forged_reply_address_is_for_a_person(cast, hers):
    local, _, domain = address_for(hers, at=cast.at).partition("@")
    forged = f"{local[:-1]}{'a' if local[-1] != 'a' else 'b'}@{domain}"
    reading = arrives(message(to=forged))
    assert (reading.state, reading.why, reading.case) == ("tray", "forged", hers)
    assert not Contact.objects.exists() and verbs(hers) == ["received"]


def test_another_cases_signature_does_not_open_this_case(cast, hers):
    other = cases.case(cast.amir)
    one, two = (address_for(case, at=cast.at).partition("+")[2].split(".", 1) for case in (hers, other))
    assert arrives(message(to=f"reply+{one[0]}.{two[1]}")).why == "forged"


def test_an_old_reply_address_is_for_a_person(cast, hers):
    old = address_for(hers, at=cast.at - timedelta(days=401))
    assert (arrives(message(to=old)).why, arrives(message("Again", to=old)).state) == ("expired", "tray")
    assert arrives(message("In time", to=address_for(hers, at=cast.at - timedelta(days=400)))).case == hers


def test_two_references_are_for_a_person(cast, hers):
    other = cases.case(cast.amir)
    assert arrives(message(subject=f"{hers.reference} and {other.reference}")).why == "several"


def test_a_reference_nobody_has_is_for_a_person(cast):
    assert arrives(message(subject=references.make())).why == "no_case"


def test_the_same_message_twice_is_one_contact(cast):
    first, again = arrives(message()), arrives(message())
    assert first.pk == again.pk and Message.objects.count() == Contact.objects.count() == 1


def test_the_same_message_by_two_ways_is_one_contact(cast):
    one = message()
    two = b"Received: from a.example by b.example; Fri, 27 Mar 2026 16:46:00 +0000\r\n" + one
    first, second = arrives(one), arrives(two)
    assert (first.state, second.state, second.contact) == ("landed", "copy", first.contact)
    assert Contact.objects.count() == 1 and Message.objects.count() == 2


def test_a_borrowed_number_hides_nothing(cast):
    first = arrives(message("One thing", message_id="<same@complainant.example>"))
    second = arrives(message("Another", message_id="<same@complainant.example>", **{"from": "eve@elsewhere.example"}))
    assert first.contact != second.contact and Contact.objects.count() == 2


def test_a_second_message_within_a_day_waits_for_a_person(cast):
    arrives(message("I wrote"))
    assert arrives(message("I wrote again"), at=cast.at + timedelta(hours=2)).why == "again"
    assert arrives(message("A week later"), at=cast.at + timedelta(days=7)).state == "landed"


def test_a_letter_that_came_back_is_noted_and_no_contact(cast, hers):
    number = message_id_for(hers)
    reading = arrives(report(number), sender="", recipients=(OFFICE,))
    assert (reading.state, reading.case, reading.nature) == ("noted", hers, "bounce")
    assert verbs(hers) == ["received", "bounced"] and not Contact.objects.exists()
    bounce = Bounce.objects.get()
    assert (bounce.recipient, bounce.action, bounce.code) == ("ffion@complainant.example", "failed", "5.1.1")
    assert list(bounces_of(number)) == [bounce]


def test_a_returned_letter_nobody_signed_is_for_a_person(cast, hers):
    reading = arrives(report("<abcdefghjk.aaaaaaaaaaaa.aaaaaaaaaaaaaaaa@putright.example>"), sender="")
    assert (reading.state, reading.why) == ("tray", "bounce")


def test_out_of_office_is_noted_on_its_case(cast, hers):
    reading = arrives(
        message("I am away", to=address_for(hers, at=cast.at), auto_submitted="auto-replied", subject="Out of office")
    )
    assert (reading.state, reading.nature) == ("noted", "auto")
    assert verbs(hers) == ["received", "auto_replied"] and not Contact.objects.exists()


@pytest.mark.parametrize("headers, why", [
    ({"auto_submitted": "auto-replied"}, "auto"),
    ({"auto_submitted": "auto-generated (vacation)"}, "auto"),
    ({"precedence": "bulk"}, "list"),
    ({"list_id": "<all.list.example>"}, "list"),
    ({"x_autoreply": "yes"}, "auto"),
    ({"subject": "Automatic reply: My letter"}, "auto"),
    ({"subject": "Ateb awtomatig: Fy llythyr"}, "auto"),
    ({"return_path": "<>"}, "bounce"),
    ({"from": "MAILER-DAEMON@mail.example", "subject": "Undelivered Mail Returned to Sender"}, "bounce"),
    ({"from": f"Us <{REPLY}>"}, "loop"),
    ({"from": "no-reply@putright.example"}, "loop"),
    ({"x_putright": "letter"}, "loop"),
    ({"from": "nobody"}, "no_sender"),
    ({"from": None}, "no_sender"),
    ({"to": ", ".join(f"p{n}@many.example" for n in range(60))}, "many"),
])  # fmt: skip
def test_machines_and_crowds_open_nothing(cast, headers, why):
    reading = arrives(message(**headers))
    assert (reading.state, reading.why) == ("tray", why)
    assert not Contact.objects.exists() and not Case.objects.exists()


def test_nothing_is_owed_to_a_machine(cast, hers):
    arrives(message("away", to=address_for(hers, at=cast.at), auto_submitted="auto-replied"))
    arrives(message("bulk", precedence="bulk"))
    assert [event.case for event in unanswered(cast.at + timedelta(minutes=1))] == [hers]


def test_a_flood_from_one_sender_waits_together_and_others_are_served(cast):
    for number in range(30):
        arrives(message(f"{number}"), at=cast.at + timedelta(seconds=number))
    other = arrives(message("Mine", **{"from": "amir@other.example"}), at=cast.at + timedelta(seconds=31))
    assert Reading.objects.filter(why="flood").count() == 10 and other.state == "landed"
    assert Message.objects.count() == 31


def test_who_a_message_says_it_is_from_changes_no_person(cast, hers):
    before = Person.objects.count()
    arrives(message(subject=hers.reference, **{"from": "Eve <ffion@complainant.example>"}))
    cast.ffion.refresh_from_db()
    assert cast.ffion.name == "Ffion Rees" and Person.objects.count() == before


def test_the_bytes_cannot_be_changed_or_removed(cast):
    arrives(message())
    for act in (lambda: Message.objects.update(content=b""), lambda: Message.objects.all()._raw_delete("default")):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()
