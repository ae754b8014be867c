"""Writing to us and asking for things on one's own page: one event each, once, and in nobody else's case."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from putright.cases.log import broken_at
from putright.cases.models import Case, Event
from putright.contacts.models import Contact
from putright.documents.models import Document
from putright.own_page.models import Ask
from putright.people.actions import represent
from putright.people.models import Person
from tests.documents.builders import picture
from tests.letters.cases import told
from tests.make.passes import at_home

pytestmark = pytest.mark.django_db
PHOTO = {"name": "photo.jpg", "content_type": "image/jpeg"}


def photo() -> SimpleUploadedFile:
    return SimpleUploadedFile(content=picture(), **PHOTO)


def verbs(case) -> list[str]:
    return list(Event.objects.filter(case=case).order_by("seq").values_list("verb", flat=True))


def test_a_reply_with_a_file_joins_the_case_once_however_often_it_is_pressed(cast, case):
    guest = at_home(case)
    for _press in range(2):
        sent = guest.post("write/", key="one-press", words="I forgot to say", files=photo())
        assert (sent.status_code, sent["Location"]) == (302, "/en/your-page/?done=sent")
    joined = Contact.objects.get(words="I forgot to say")
    assert (joined.case, joined.person, joined.channel) == (case, cast.ffion, "web")
    assert Document.objects.get().case == case
    assert verbs(case) == ["received", "joined", "document_kept"] and broken_at(case) is None
    assert "I forgot to say" in guest.get("told/").content.decode()


def test_files_alone_are_enough_and_nothing_at_all_is_not(case):
    guest = at_home(case)
    assert "Write something, or choose a file" in guest.post("write/", key="k", words=" ").content.decode()
    assert guest.post("write/", key="k2", files=photo()).status_code == 302
    assert Contact.objects.filter(case=case).latest("pk").words == "Files, with no words."


def test_the_key_of_somebody_elses_contact_or_file_reaches_neither(cast, case):
    other = told(cast.amir, at=cast.at)
    theirs = Contact.objects.get(case=other)
    guest = at_home(case)
    for key in (str(theirs.key), theirs.key.hex):
        guest.post("write/", key=key, words="Into another case", files=photo())
    assert set(Contact.objects.filter(words="Into another case").values_list("case", flat=True)) == {case.pk}
    assert set(Document.objects.values_list("case", flat=True)) == {case.pk} and verbs(other) == ["received"]


def test_a_refused_file_loses_no_word_and_no_other_file(case):
    from tests.documents.builders import zip_bomb

    bad = SimpleUploadedFile("bomb.zip", zip_bomb(), content_type="application/zip")
    back = at_home(case).post("write/", key="k", words="Kept words", files=[photo(), bad])
    page = back.content.decode()
    assert back.status_code == 422 and "Kept words" in page and "photo.jpg" in page
    assert not Contact.objects.filter(words="Kept words").exists()


def test_asking_for_a_record_is_one_event_and_waits_for_a_handler(cast, case):
    guest = at_home(case)
    for _press in range(2):
        assert guest.post("record/", key="k", words="Because it matters").status_code == 302
    event = Event.objects.get(case=case, verb="asked_to_record")
    assert (event.by, event.by_words, event.payload.body) == (None, "complainant", {"words": "Because it matters"})
    assert Ask.objects.get().kind == "record" and "You asked for a formal record." in guest.get().content.decode()
    assert Case.objects.get(pk=case.pk).recorded_at is None, "a person records it"


def test_what_is_recorded_already_cannot_be_asked_for_again(cast, case):
    Case.objects.filter(pk=case.pk).update(recorded_at=cast.at, stage="recorded")
    guest = at_home(case)
    assert "It is recorded already" in guest.post("record/", key="k", words="").content.decode()
    assert not Ask.objects.exists() and "your-page/record/" not in guest.get().content.decode()


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_what_withdrawing_means_is_said_before_it_is_signed(case, lang):
    page = at_home(case, lang=lang).get("withdraw/").content.decode()
    assert {
        "en": "within 28 days, starting the day after our letter",
        "cy": "o fewn 28 diwrnod, gan ddechrau’r diwrnod ar ôl",
    }[lang] in page


def test_withdrawing_is_a_signed_notice_and_ends_nothing_by_itself(case):
    guest = at_home(case)
    assert "Tick the box" in guest.post("withdraw/", key="k", signature="Ffion Rees").content.decode()
    assert "Type your full name" in guest.post("withdraw/", key="k", sure="yes", signature="x").content.decode()
    assert not Ask.objects.exists()
    assert guest.post("withdraw/", key="k", sure="yes", signature="Ffion Rees", words="I am tired").status_code == 302
    event = Event.objects.get(verb="wants_to_withdraw")
    assert event.facts["signed"] is True and event.payload.body == {"signed_by": "Ffion Rees", "words": "I am tired"}
    assert Case.objects.get(pk=case.pk).stage == "received"


def test_feedback_is_written_down(case):
    at_home(case).post("how-it-is/", key="k", rating="badly", words="Nobody rang")
    assert Ask.objects.get().rating == "badly"
    assert Event.objects.get(verb="gave_feedback").payload.body == {"words": "Nobody rang"}


def test_how_they_may_be_reached_is_only_ever_made_stricter_here(cast, case):
    Person.objects.filter(pk=cast.ffion.pk).update(
        safe_contact={"no_post": True, "not_before": "11:00", "note": "Sister reads"}
    )
    guest = at_home(case)
    guest.post("safe/", avoid=["no_voicemail"], not_before="9:30", not_after="17.00", note="Ring twice")
    kept = Person.objects.get(pk=cast.ffion.pk).safe_contact
    assert kept == {
        "no_post": True,
        "no_voicemail": True,
        "not_before": "11:00",
        "not_after": "17:00",
        "note": "Sister reads / Ring twice",
    }
    assert Event.objects.get(verb="safer_to_reach").facts["rules"] == ["no_voicemail", "not_after", "note"]
    guest.post("safe/", note="Ring twice")
    assert Event.objects.filter(verb="safer_to_reach").count() == 1, "nothing new is nothing written"
    assert "Enter a time like 10:00" in guest.post("safe/", not_before="ten").content.decode()


def test_language_and_print_are_kept_with_the_person(cast, case):
    Person.objects.filter(pk=cast.ffion.pk).update(adjustments="A loop system")
    guest = at_home(case)
    guest.post("reading/", language="en", wanted=["large_print", "easy_read"])
    assert Person.objects.get(pk=cast.ffion.pk).adjustments == "A loop system\nEasy read\nLarge print"
    guest.post("reading/", language="cy")
    ffion = Person.objects.get(pk=cast.ffion.pk)
    assert (ffion.adjustments, ffion.language) == ("A loop system", "cy")
    assert verbs(case).count("chose_how_to_read") == 2


@pytest.mark.parametrize(("seen", "acts"), [(False, True), (True, False)])
def test_somebody_who_speaks_for_them_does_only_what_the_consent_covers(cast, case, seen, acts):
    speaks = represent(cast.ffion, {"name": "Gwen Parry"}, by=None, at=cast.at)
    if seen:
        type(speaks).objects.update(consent_seen_on=cast.at.date())
    gwen = at_home(case, speaks.representative, speaks=speaks, acts=acts)
    assert "You cannot do this for them" in gwen.post("record/", key="k", words="").content.decode()
    assert (
        "You cannot do this for them"
        in gwen.post("withdraw/", key="k", sure="yes", signature="Gwen Parry").content.decode()
    )
    assert not Ask.objects.exists() and "your-page/withdraw/" not in gwen.get().content.decode()
    assert gwen.post("write/", key=uuid4().hex, words="Here is the consent").status_code == 302
    assert Contact.objects.latest("pk").person == speaks.representative
