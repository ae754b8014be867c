"""Seen on social media: the question of passive dissatisfaction is asked, and its answer kept for triage."""

from datetime import timedelta

import pytest

from putright.cases.models import Event
from putright.codes import actions as lists
from putright.codes.actions import Asked
from putright.codes.seeds import ensure
from putright.contacts.channels.social import queries, rules
from putright.contacts.channels.social.rules import for_triage, is_passive
from putright.contacts.models import Contact
from putright.letters.models import Letter
from putright.letters.owed import fulfil
from putright.letters.owed import owed as letters_owed
from tests.contacts.web.walk import carried

SEEN = {"link": "https://social.example/post/1", "handle": "@ffion", "words": "Disgraceful wait at Hatfield nick",
        "kind": "dissatisfaction", "language": "en", "said_to_us": "no", "wishes": "no", "asked": "no"}  # fmt: skip


@pytest.fixture
def sam(client, cast):
    client.force_login(cast.sam.user)
    return client


def seen(client, lang="en", **typed):
    address = f"/{lang}/staff/contacts/social"
    return client.post(address, {**carried(client.get(address)), **SEEN, **typed})


@pytest.mark.parametrize(("to_us", "wishes", "passive"), [
    ("no", "no", "yes"), ("yes", "no", "no"), ("no", "yes", "no"), ("yes", "yes", "no"), ("no", "not_known", "not_known"),
    ("not_known", "no", "not_known"), ("not_known", "not_known", "not_known"), ("yes", "not_known", "no"),
])  # fmt: skip
def test_only_two_plain_noes_make_it_passive(to_us, wishes, passive):
    assert is_passive(to_us, wishes) == passive


def test_the_law_is_told_no_more_than_was_answered():
    assert for_triage("dissatisfaction", "not_known") == {"dissatisfied_with_force": "yes"}
    assert for_triage("compliment", "no") == {"complainant_wishes_recording": "no"}


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_it_is_written_down_with_the_answers_and_nobody_is_owed_a_word(sam, cast, lang):
    answer = seen(sam, lang)
    assert answer.status_code == 302, answer.content.decode()
    contact = Contact.objects.get()
    assert (contact.channel, contact.person, contact.place) == ("social", None, SEEN["link"])
    assert contact.words == "@ffion: Disgraceful wait at Hatfield nick"
    facts = Event.objects.get(verb="seen_on_social").facts
    assert (facts["said_to_us"], facts["wishes"], facts["passive"]) == ("no", "no", "yes")
    assert facts["for_triage"] == {"complainant_wishes_recording": "no", "dissatisfied_with_force": "yes"}
    assert "ffion" not in str(facts)
    assert Event.objects.get(verb="received").facts["nobody_to_tell"] is True
    for key, _since in list(letters_owed(contact.entered_at, limit=9)):
        fulfil(key, at=contact.entered_at)
    assert not Letter.objects.exclude(medium="none").filter(sent_at=None).exists(), Letter.objects.values()


def test_who_asked_to_be_contacted_can_be(sam):
    seen(sam, asked="yes", reach="ffion@complainant.example", name="Ffion Rees", said_to_us="yes", wishes="yes")
    person = Contact.objects.get().person
    assert (person.name, person.email) == ("Ffion Rees", "ffion@complainant.example")


def test_asking_for_contact_without_a_way_is_said(sam):
    for reach in ("", "ffion@", "phone me"):
        assert seen(sam, asked="yes", reach=reach).status_code == 422
    assert not Contact.objects.exists()


@pytest.mark.parametrize("missing", ["said_to_us", "wishes", "asked", "words", "link"])
def test_the_questions_must_be_answered(sam, missing):
    assert seen(sam, **{missing: ""}).status_code == 422


def test_the_same_form_sent_twice_is_one_contact(sam):
    body = {**carried(sam.get("/en/staff/contacts/social")), **SEEN}
    for _again in range(2):
        sam.post("/en/staff/contacts/social", body)
    assert Contact.objects.count() == Event.objects.filter(verb="seen_on_social").count() == 1


def test_triage_can_read_what_was_answered(sam):
    seen(sam, wishes="yes")
    assert queries.for_triage(Contact.objects.get().case)["complainant_wishes_recording"] == "yes"


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_the_default_is_a_dated_row_marked_as_recalled_and_an_office_may_end_it(sam, cast, lang):
    ensure(None, cast.at)
    page = sam.get(f"/{lang}/staff/contacts/social").content.decode()
    row = queries.need_not(cast.at.date())
    assert row.recalled == "all" and "IOPC" in row.source
    assert row.name(lang) in page and {"en": "From memory", "cy": "O’r cof"}[lang] in page and "/codes/passive/" in page
    lists.end(Asked(rules.LIST), rules.NEED_NOT, cast.at.date() - timedelta(days=1), by=cast.jo, at=cast.at)
    page = sam.get(f"/{lang}/staff/contacts/social").content.decode()
    assert {"en": "Your office writes down all of it", "cy": "Mae eich swyddfa’n ysgrifennu’r cyfan"}[lang] in page
    seen(sam, lang)
    assert Event.objects.get(verb="seen_on_social").facts["passive"] == "no"
