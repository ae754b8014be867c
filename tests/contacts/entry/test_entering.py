"""The quick entry through HTTP: one screen, and nothing the handler typed is ever dropped."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from putright.cases.actions import wall_off
from putright.cases.models import Access, Case, Event
from putright.contacts.models import Contact
from putright.people.models import Person, Representation
from tests.make.contacts import contact
from tests.make.people import person

pytestmark = pytest.mark.django_db
NEW = "/en/staff/contacts/new"
WORDS = "Nobody has rung me back about my burglary."


@pytest.fixture
def sam(client, cast):
    client.force_login(cast.sam.user)
    return client


@pytest.fixture
def looking(cast):
    """The look-up answers with part of a page, which has no manners of its own to check."""
    part = Client()
    part.force_login(cast.sam.user)
    return lambda who, known="": part.post("/en/staff/contacts/look-up", {"who": who, "known": known})


def typed(**changes):
    screen = {"key": str(uuid4()), "began": "", "preset": "en", "who": "", "known": "", "words": WORDS,
              "kind": "dissatisfaction", "reason": "", "answer": "", "channel": "phone", "language": "en", "phone": "",
              "email": "", "do": "keep"}  # fmt: skip
    return screen | changes


def verbs(case):
    return list(Event.objects.filter(case=case).order_by("seq").values_list("verb", flat=True))


def test_the_screen_opens_in_both_languages_with_its_defaults(sam):
    for language in ("en", "cy"):
        page = sam.get(NEW.replace("en", language, 1)).content.decode()
        assert 'value="dissatisfaction" checked' in page and 'value="phone" checked' in page
        assert page.count('name="known"') == 0  # nobody was looked up yet


def test_a_call_is_settled_in_one_go(sam):
    answer = sam.post(
        NEW, typed(who="Mair Elin Jones", answer="Read her the update.", reason="informed.no-update", do="settle")
    )
    made = Contact.objects.get()
    assert answer.url == reverse("contacts:entered", args=[made.case.reference])
    assert (made.case.stage, made.answer, made.reason) == ("settled", "Read her the update.", "informed.no-update")
    assert made.person.name == "Mair Elin Jones" and made.by.name == "Sam Adeyemi"
    assert made.case.reference in sam.get(answer.url).content.decode()


def test_a_double_press_is_one_contact_and_one_answer(sam, cast):
    first = contact(cast.ffion)
    screen = typed(known=f"case:{first.case.reference}", answer="It is with Jo.", do="settle")
    assert sam.post(NEW, screen).url == sam.post(NEW, screen).url
    assert Contact.objects.count() == 2
    assert verbs(first.case) == ["received", "joined", "spoke"]


def test_a_spoilt_key_still_makes_one_contact(sam):
    for _press in range(2):
        assert sam.post(NEW, typed(key="not a key \x00 😟")).status_code == 302
    assert Contact.objects.count() == 1
    assert sam.post(NEW, typed(key="", began="yesterday")).status_code == 302


@pytest.mark.parametrize(
    ("who", "name", "phone", "postcode"),
    [
        ("Ffion Gruffydd", "Ffion Gruffydd", "", ""),
        ("07700 900461", "", "07700 900461", ""),
        ("sg1 1aa", "", "", "SG1 1AA"),
        ("Ffion Gruffydd 07700 900461, SG1 1AA", "Ffion Gruffydd", "07700 900461", "SG1 1AA"),
        ("محمد 😟 Ŵyn-Ŷr", "محمد 😟 Ŵyn-Ŷr", "", ""),
        ("PC 2417's mother", "PC 2417's mother", "", ""),
    ],
)
def test_who_is_a_name_a_number_a_postcode_or_all_three(sam, who, name, phone, postcode):
    assert sam.post(NEW, typed(who=who)).status_code == 302
    made = Person.objects.latest("pk")
    assert (made.name, made.phone, made.postcode) == (name, phone, postcode)


def test_somebody_who_does_not_say_is_nobody(sam):
    people = Person.objects.count()
    sam.post(NEW, typed())
    assert Contact.objects.get().person is None and Person.objects.count() == people


def test_two_different_numbers_are_not_silently_made_one(sam):
    answer = sam.post(NEW, typed(who="07700 900461", phone="01632 960 001"))
    assert answer.status_code == 422 and "two different telephone numbers" in answer.content.decode()


def test_the_look_up_button_checks_nothing_and_keeps_everything(sam, cast):
    contact(cast.ffion)
    answer = sam.post(
        NEW, typed(who="ffion", words="", answer="half a sen\x00tence", email="not-an-address", do="look")
    )
    page = answer.content.decode()
    assert answer.status_code == 200 and "There is a problem" not in page
    assert "half a sentence" in page and "not-an-address" in page and "Ffion Rees" in page


def test_a_refusal_keeps_the_words_the_list_and_who_was_chosen(sam, cast):
    made = contact(cast.ffion)
    for known in (f"person:{cast.ffion.pk}", f"case:{made.case.reference}"):
        answer = sam.post(NEW, typed(who="ffion", known=known, words="Kept words", do="settle"))
        page = answer.content.decode()
        assert answer.status_code == 422 and "write what you told them" in page
        assert "Kept words" in page and f'value="{known}" ' in page
        assert page.split(f'value="{known}"')[1].split(">")[0].endswith("checked")
    assert Contact.objects.count() == 1


def test_who_was_chosen_stays_on_the_list_whatever_is_typed_after(looking, cast):
    contact(cast.ffion)
    assert b"Ffion Rees" in looking("zzzz", f"person:{cast.ffion.pk}").content


def test_a_known_person_is_used_as_they_are_and_their_language_with_them(sam, cast):
    contact(cast.ffion)
    sam.post(NEW, typed(who="07700900123", known=f"person:{cast.ffion.pk}"))
    made = Contact.objects.latest("pk")
    assert (made.person, made.language, made.case.language) == (cast.ffion, "cy", "cy")
    assert verbs(made.case) == ["received"]


def test_the_handler_may_choose_another_language_for_a_known_person(sam, cast):
    contact(cast.ffion)
    sam.post(NEW, typed(known=f"person:{cast.ffion.pk}", preset="cy", language="en"))
    assert Contact.objects.latest("pk").language == "en"


def test_a_new_number_for_a_known_person_is_kept_and_so_is_the_old(sam, cast):
    contact(cast.ffion)
    sam.post(
        NEW, typed(known=f"person:{cast.ffion.pk}", phone="01632 960 001", needs="Large print", safe=["no_voicemail"])
    )
    cast.ffion.refresh_from_db()
    assert cast.ffion.phone == "01632 960 001" and cast.ffion.phone_key == "441632960001"
    assert cast.ffion.adjustments == "Large print" and cast.ffion.safe_contact == {"no_voicemail": True}
    noted = Event.objects.get(verb="noted")
    assert "07700 900123" in noted.payload.body["words"]


def test_what_they_were_told_is_kept_when_it_stays_open(sam):
    sam.post(NEW, typed(answer="We will ring tomorrow."))
    made = Contact.objects.get()
    assert (made.answer, made.settled_at, made.case.stage) == ("We will ring tomorrow.", None, "received")
    assert verbs(made.case) == ["received", "spoke"]


def test_an_answered_call_about_an_open_case_is_settled_and_the_case_stays_where_it_is(sam, cast):
    first = contact(cast.ffion)
    sam.post(NEW, typed(known=f"case:{first.case.reference}", answer="It is with Jo.", do="settle"))
    second = Contact.objects.latest("pk")
    assert second.case == first.case and second.settled_at is not None
    assert Case.objects.get().stage == "received"


def test_nobody_behind_a_wall_is_shown_or_joined(sam, cast):
    made = contact(cast.ffion)
    wall_off(made.case, cast.sam, "is family", by=cast.jo, at=cast.at)
    assert b"Ffion" not in sam.post(NEW, typed(who="ffion", do="look")).content.replace(b'value="ffion"', b"")
    sam.post(NEW, typed(known=f"case:{made.case.reference}", who="Ffion Rees"))
    again = Contact.objects.latest("pk")
    assert again.case != made.case and again.person != cast.ffion


def test_what_nobody_may_forget_is_on_the_list_at_once(looking):
    risk = person("Rhian Prys", at_risk=True, adjustments="Speaks slowly", language="cy",
                  safe_contact={"no_voicemail": True, "not_before": "10:00", "note": "Never say police"})  # fmt: skip
    for _ in range(3):
        contact(risk, key=uuid4())
    page = looking("prys rhian").content.decode()
    for words in (
        "At risk",
        "Do not leave a message",
        "Not before 10:00",
        "Never say police",
        "Speaks slowly",
        "Contacts before: 3",
    ):
        assert words in page, words
    assert page.count("About their case") == 3


@pytest.mark.parametrize(
    "text", ["\x00", "😟" * 5, "ه" * 50, "x" * 100_000, "%_%", "'; --", "07", "0", "+", "1" * 300, "ﷺ", "PR-"]
)
def test_any_text_may_be_looked_up(looking, text):
    assert looking(text, f"person:{'9' * 30}").status_code == 200


def test_part_of_a_number_finds_its_owner(looking, cast):
    contact(cast.ffion)
    for text in ("07700 9001", "900123", "+44 7700 900123", "7700"):
        assert b"Ffion Rees" in looking(text).content, text


@pytest.mark.parametrize("language", ["en", "cy"])
def test_words_too_long_are_answered_plainly_and_kept(sam, language):
    answer = sam.post(f"/{language}/staff/contacts/new", typed(words="y" * 100_000, who="w" * 1000))
    page = answer.content.decode()
    assert answer.status_code == 422 and "100,000" in page and "y" * 100_000 in page and "w" * 1000 in page
    assert Contact.objects.count() == 0


def test_right_to_left_and_pictures_are_kept_exactly(sam):
    sam.post(NEW, typed(words="سطر أول\n😟 Ŵ\x00"))
    assert Contact.objects.get().words == "سطر أول\n😟 Ŵ"


def test_a_letter_that_came_yesterday_counts_from_yesterday(sam):
    given = typed(channel="letter") | {"arrived-day": "2", "arrived-month": "3", "arrived-year": "2026"}
    assert sam.post(NEW, given).status_code == 302
    assert Contact.objects.get().received_at.isoformat() == "2026-03-02T09:00:00+00:00"
    refused = sam.post(NEW, given | {"key": str(uuid4()), "arrived-year": "2999"})
    assert refused.status_code == 422 and b"2999" in refused.content


def test_the_screen_leaves_one_access_row_when_it_names_a_case(sam, cast):
    contact(cast.ffion)
    sam.post(NEW, typed(who="ffion", do="look"))
    assert Access.objects.count() == 1
    sam.post(NEW, typed(who="nobody at all", do="look"))
    assert Access.objects.count() == 1


def test_only_those_who_log_contacts_may(client, cast):
    for who in (cast.pat, cast.robin, cast.dana):
        client.force_login(who.user)
        assert client.get(NEW).status_code == 403
        assert client.post(NEW, typed()).status_code == 403


def test_saving_costs_little(sam, looking, cast, django_assert_max_num_queries):
    contact(cast.ffion)
    looking("ffion")  # the first request of a session writes the session
    with django_assert_max_num_queries(14):
        looking("ffion")
    with django_assert_max_num_queries(40):
        sam.post(NEW, typed(who="ffion", known=f"person:{cast.ffion.pk}", answer="Told her.", do="settle"))


def test_who_speaks_for_the_caller_is_written_down_once_and_their_consent_is_not_taken_as_seen(sam):
    told = {"speaker": "Gwyn Pugh", "speaker_phone": "07700 900777", "speaks_as": "solicitor"}
    sam.post(NEW, typed(who="Mair Elin Jones", **told))
    made = Contact.objects.get()
    speaker = Representation.objects.select_related("representative").get(person=made.person)
    assert (speaker.representative.name, speaker.capacity, speaker.consent_seen_on) == ("Gwyn Pugh", "solicitor", None)
    assert verbs(made.case) == ["received", "noted"]
    sam.post(NEW, typed(known=f"case:{made.case.reference}", **told))
    assert Representation.objects.count() == 1


def test_who_speaks_for_nobody_that_is_named_is_kept_in_the_log(sam):
    sam.post(NEW, typed(speaker="Gwyn Pugh"))
    noted = Event.objects.select_related("payload").get(verb="noted")
    assert "Gwyn Pugh" in noted.payload.body["words"] and not Representation.objects.exists()
