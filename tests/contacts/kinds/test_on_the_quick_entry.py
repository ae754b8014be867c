"""The kind chosen on the quick entry, its questions on the same screen, and what is kept."""

from uuid import uuid4

import pytest
from django.test import Client

from putright.cases import search
from putright.cases.models import Case, EventPayload
from putright.codes.asked.rules import plate, pounds
from putright.contacts.models import Answer, CameOf, Contact
from tests.make.contacts import contact

pytestmark = pytest.mark.django_db
NEW = "/en/staff/contacts/new"
CAR = {"q_vehicle-recovery_registration": "ab12cde", "q_vehicle-recovery_fee": "£192", "q_vehicle-recovery_unhappy-before": "yes",
       "q_vehicle-recovery_unhappy-after": "no", "q_vehicle-recovery_vehicle-now": "may-go"}  # fmt: skip


@pytest.fixture
def sam(client, cast):
    client.force_login(cast.sam.user)
    return client


def typed(**changes):
    screen = {"key": str(uuid4()), "began": "", "preset": "en", "counts": "dissatisfaction", "who": "", "known": "",
              "words": "When can I fetch my car?", "kind": "dissatisfaction", "topic": "", "shown": "", "reason": "",
              "answer": "", "channel": "phone", "language": "en", "phone": "", "email": "", "do": "keep"}  # fmt: skip
    return screen | changes


def chosen(page: str, name: str) -> str:
    """The value of the radio that is on."""
    boxes = [part.split(">")[0] for part in page.split(f'name="{name}"')[1:]]
    return next(box.split('value="')[1].split('"')[0] for box in boxes if " checked" in box)


def test_a_kind_is_chosen_and_its_answers_are_kept_with_the_contact(sam):
    answer = sam.post(NEW, typed(topic="vehicle-recovery", shown="vehicle-recovery", kind="enquiry", counts="enquiry", **CAR))
    assert answer.status_code == 302
    made = Contact.objects.get()
    assert (made.topic, made.kind) == ("vehicle-recovery", "enquiry")
    kept = dict(Answer.objects.values_list("question", "value"))
    assert kept == {"registration": "AB12 CDE", "fee": "192.00", "unhappy-before": "yes", "unhappy-after": "no",
                    "vehicle-now": "may-go"}  # fmt: skip
    assert list(search.find(Case.objects.all(), "AB12 CDE")) == [made.case]
    body = EventPayload.objects.get(event__case=made.case, event__verb="received").body
    assert body["answers"]["registration"] == "AB12 CDE"
    page = sam.get(f"/en/staff/cases/{made.case.reference}/").content.decode()
    assert "Registration number of the vehicle" in page and "£192.00" in page and "May be fetched" in page


@pytest.mark.parametrize("language", ["en", "cy"])
def test_without_a_script_a_button_shows_the_questions_and_keeps_everything_typed(sam, language):
    screen = typed(topic="vehicle-recovery", do="ask", answer="half a sen", email="not-an-address")
    page = sam.post(NEW.replace("en", language, 1), screen).content.decode()
    assert {"en": "Which pound is it in?", "cy": "Ym mha bwynd y mae?"}[language] in page
    assert "half a sen" in page and "not-an-address" in page and Contact.objects.count() == 0
    assert 'name="shown" value="vehicle-recovery"' in page.replace('id="id_shown" ', "")
    assert chosen(page, "kind") == "enquiry"


def test_a_kind_sent_before_its_questions_were_seen_comes_back_with_them(sam):
    page = sam.post(NEW, typed(topic="vehicle-recovery", answer="Told them", do="settle")).content.decode()
    assert "Nothing is kept yet" in page and "Which pound is it in?" in page and "Told them" in page
    assert Contact.objects.count() == 0


def test_what_the_handler_says_it_is_stays_whatever_the_kind_counts_as(sam):
    screen = typed(topic="vehicle-recovery", do="ask", kind="complaint")
    assert chosen(sam.post(NEW, screen).content.decode(), "kind") == "complaint"
    sam.post(NEW, typed(topic="vehicle-recovery", shown="vehicle-recovery", kind="complaint"))
    assert Contact.objects.get().kind == "complaint"


def test_a_wrong_answer_is_said_and_nothing_is_lost(sam):
    wrong = {"q_vehicle-recovery_registration": "no plate!", "q_vehicle-recovery_fee": "lots"}
    page = sam.post(NEW, typed(topic="vehicle-recovery", shown="vehicle-recovery", **wrong))
    assert page.status_code == 422 and "like AB12 CDE" in page.content.decode() and "lots" in page.content.decode()
    assert Contact.objects.count() == 0


def test_a_contact_without_a_kind_is_as_quick_as_before(sam):
    assert sam.post(NEW, typed()).status_code == 302
    assert (Contact.objects.get().topic, Answer.objects.count()) == ("", 0)


def test_the_part_of_the_screen_that_is_fetched_by_itself(cast, sam):
    part = Client()
    part.force_login(cast.sam.user)
    words = part.post("/en/staff/contacts/questions", {"topic": "fraud-journey"}).content.decode()
    assert "Report Fraud" in words and "0300 123 2040" in words and "Do not ask what was lost" in words
    assert 'data-app-counts="enquiry"' in words and "<html" not in words
    assert "Which pound" not in part.post("/en/staff/contacts/questions", {"topic": "no-such"}).content.decode()


def test_information_about_a_crime_is_never_written_here(sam):
    secret = "Zebedeeblue is selling from number nine"
    page = sam.post(NEW, typed(topic="intelligence", shown="intelligence", words=secret, do="settle", answer="ok"))
    assert page.status_code == 422 and "Nothing was kept" in page.content.decode()
    assert "0800 555 111" in page.content.decode() and "/staff/information/take/" in page.content.decode()
    assert Contact.objects.count() == Case.objects.count() == EventPayload.objects.count() == 0


def test_the_screen_and_its_part_take_few_queries(sam, cast, django_assert_max_num_queries):
    sam.get(NEW)  # the session is written once
    with django_assert_max_num_queries(8):
        sam.get(NEW)
    part = Client()
    part.force_login(cast.sam.user)
    part.post("/en/staff/contacts/questions", {"topic": ""})
    with django_assert_max_num_queries(7):
        part.post("/en/staff/contacts/questions", {"topic": "vehicle-recovery"})
    screen = typed(topic="vehicle-recovery", shown="vehicle-recovery", kind="enquiry", counts="enquiry", **CAR)
    with django_assert_max_num_queries(45):
        sam.post(NEW, screen)


def test_plates_and_pounds():
    assert [plate(one) for one in ("ab12cde", "AB12 CDE", "a1", "HJ-04 lmn")] == ["AB12 CDE", "AB12 CDE", "A1", "HJ04 LMN"]
    assert [pounds(one) for one in ("192", "£1,200.5", "0")] == ["192.00", "1200.50", "0.00"]
    for bad, read in (("", plate), ("AB12 CDE!", plate), ("lots", pounds), ("-1", pounds), ("1e400", pounds), ("NaN", pounds)):
        with pytest.raises(ValueError):
            read(bad)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_what_came_of_a_suggestion_is_noted_and_shown(sam, cast, language):
    made = contact(cast.ffion, topic="suggestion", kind="enquiry", words="Put the number on the letter.")
    address = f"/{language}/staff/cases/{made.case.reference}/suggestions/{made.pk}/"
    assert "Put the number on the letter." in sam.get(address).content.decode()
    assert sam.post(address, {"what": "done"}).status_code == 422
    for words in ("It is on the letter now.", "And on the card."):
        assert sam.post(address, {"what": "done", "words": words}).status_code == 302
    assert CameOf.objects.get().words == "And on the card."
    page = sam.get(f"/{language}/staff/cases/{made.case.reference}/").content.decode()
    assert "And on the card." in page
    other = contact(cast.ffion)
    assert sam.get(f"/en/staff/cases/{other.case.reference}/suggestions/{other.pk}/").status_code == 404
    assert sam.get(f"/en/staff/cases/{other.case.reference}/suggestions/{made.pk}/").status_code == 404
