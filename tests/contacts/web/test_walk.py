"""The public form from its first page to its reference."""

import re

import pytest

from putright.cases.models import Case, Event
from putright.contacts.models import Contact, Draft
from putright.people.models import Representation
from tests.contacts.web.walk import ANONYMOUS, ORDINARY, boxes, carried, fill, send, walk

pytestmark = pytest.mark.usefixtures("cast")


def test_everything_told_is_written_down(client):
    send(client, walk(client))
    contact = Contact.objects.select_related("person", "case").get()
    assert (contact.channel, contact.kind, contact.language) == ("web", "complaint", "en")
    assert contact.words == "The officer was curt with me at the counter."
    assert (contact.happened_on.isoformat(), contact.place) == ("2026-03-02", "Hertford police station")
    assert (contact.about, contact.crime_reference, contact.wants) == ("PC 3052", "41/1234/26", "An apology")
    assert contact.heard_from == "letter"
    person = contact.person
    assert (person.name, person.email, person.prefers) == ("Ffion Rees", "ffion@complainant.example", "email")
    assert person.safe_contact == {"no_voicemail": True, "not_before": "10:00", "note": "My sister reads my post"}
    assert (person.adjustments, person.at_risk, person.anonymous) == ("Large print", False, False)
    assert Event.objects.get(case=contact.case).verb == "received"


def test_the_reference_and_the_day_we_answer_by_are_shown(client):
    page = send(client, walk(client)).content.decode()
    assert Case.objects.get().reference in page
    assert re.search(r"That means by \d+ \w+ \d{4}, 5:00pm at the latest", page)


def test_the_form_is_emptied_once_it_is_sent(client):
    send(client, walk(client))
    draft = Draft.objects.get()
    assert draft.answers == {}
    assert draft.sent == Contact.objects.get()


def test_pressing_send_twice_gives_one_contact_and_the_same_reference(client):
    checked = walk(client)
    first, second = send(client, checked), send(client, checked)
    assert Contact.objects.count() == Case.objects.count() == 1
    for page in (first, second):
        assert Case.objects.get().reference in page.content.decode()


def test_going_back_after_sending_and_sending_again_changes_nothing(client):
    before = carried(client.get("/en/tell-us/safe/"))
    checked = walk(client)
    send(client, checked)
    answer = client.post("/en/tell-us/where/", {**carried(checked), "place": "Elsewhere"}, follow=True)
    assert answer.request["PATH_INFO"] == "/en/tell-us/sent/"
    assert (Contact.objects.get().place, Draft.objects.get().answers) == ("Hertford police station", {})
    assert before["draft"] == ""


def test_a_second_matter_can_be_told_after_the_first(client):
    send(client, walk(client))
    send(client, walk(client))
    assert Contact.objects.count() == 2


def test_nobody_need_say_who_they_are(client):
    page = send(client, walk(client, ANONYMOUS)).content.decode()
    person = Contact.objects.get().person
    assert person.anonymous
    assert (person.name, person.email, person.phone, person.safe_contact) == ("", "", "", {})
    assert "we cannot write to you" in page


def test_details_given_before_choosing_to_be_anonymous_are_not_kept(client):
    walk(client)
    fill(client, "for-whom", {"teller": "anonymous"}, then="check")
    send(client, client.get("/en/tell-us/check/"))
    person = Contact.objects.get().person
    assert (person.name, person.email, person.phone, person.adjustments) == ("", "", "", "")
    assert "Ffion" not in str(Event.objects.select_related("payload").get().payload.body)


def test_somebody_speaks_for_another_who_agreed_in_writing(client):
    them = {"consent": "yes", "their_name": "Gwenllian Rees", "capacity": "daughter"}
    send(client, walk(client, ORDINARY | {"for-whom": {"teller": "other"}, "them": them}))
    contact = Contact.objects.select_related("person").get()
    row = Representation.objects.select_related("representative").get(person=contact.person)
    assert contact.person.name == "Gwenllian Rees"
    assert (row.representative.name, row.representative.email) == ("Ffion Rees", "ffion@complainant.example")
    assert (row.capacity, row.consent_seen_on) == ("daughter", None)


def test_without_written_consent_the_writer_speaks_for_themselves(client):
    them = {"consent": "no", "capacity": "friend"}
    send(client, walk(client, ORDINARY | {"for-whom": {"teller": "other"}, "them": them}))
    assert Contact.objects.select_related("person").get().person.name == "Ffion Rees"
    assert not Representation.objects.exists()


def test_someone_in_danger_is_told_to_ring_999_and_can_still_go_on(client):
    page = fill(client, "safe", {"danger": "yes"})
    assert page.headers["Location"] == "/en/tell-us/call-now/"
    assert "call 999" in client.get(page.headers["Location"]).content.decode()
    send(client, walk(client, ORDINARY | {"safe": {"danger": "yes"}, "call-now": {}}))
    assert Contact.objects.select_related("person").get().person.at_risk


def test_thanks_are_not_asked_what_should_happen_now(client):
    thanks = {k: v for k, v in ORDINARY.items() if k != "wants"} | {"kind": {"kind": "compliment"}}
    send(client, walk(client, thanks))
    assert Contact.objects.get().kind == "compliment"


def test_a_question_is_not_asked_when_and_where(client):
    question = {k: v for k, v in ORDINARY.items() if k not in ("when", "where")}
    question |= {"kind": {"kind": "enquiry"}, "about-what": {"topic": "enquiry"}}
    send(client, walk(client, question))
    assert Contact.objects.get().kind == "enquiry"


def test_an_answer_that_no_longer_belongs_is_not_sent(client):
    walk(client)
    fill(client, "kind", {"kind": "compliment"}, then="check")
    send(client, client.get("/en/tell-us/check/"))
    assert Contact.objects.get().wants == ""


def test_a_changed_answer_leads_back_to_the_check(client):
    walk(client)
    page = client.get("/en/tell-us/where/?change=1")
    answer = client.post("/en/tell-us/where/", {**carried(page), "place": "Ware"}, follow=True)
    assert answer.request["PATH_INFO"] == "/en/tell-us/check/"
    assert "Ware" in answer.content.decode()


def test_a_change_that_raises_a_new_question_leads_to_it(client):
    walk(client, ANONYMOUS)
    page = client.get("/en/tell-us/for-whom/?change=1")
    answer = client.post("/en/tell-us/for-whom/", {**carried(page), "teller": "me"}, follow=True)
    assert answer.request["PATH_INFO"] == "/en/tell-us/name/"


def test_the_check_sends_nothing_while_an_answer_is_wanting(client):
    response = walk(client, upto="reach")
    answer = client.post("/en/tell-us/check/", carried(response), follow=True)
    assert answer.request["PATH_INFO"] == "/en/tell-us/reach/"
    assert not Contact.objects.exists()


def test_coming_back_to_a_page_shows_what_was_typed(client):
    walk(client)
    assert boxes(client.get("/en/tell-us/when/"))["happened_on-month"] == "March"
    assert boxes(client.get("/en/tell-us/what-happened/"))["words"] == ORDINARY["what-happened"]["words"]
    assert boxes(client.get("/en/tell-us/help/"))["language"] == "en"


def test_no_title_or_address_holds_anything_they_wrote(client):
    pages = [walk(client, upto=slug) for slug in ("where", "name")] + [walk(client)]
    pages.append(send(client, pages[-1]))
    for page in pages:
        title = re.search("<title>(.*?)</title>", page.content.decode()).group(1)
        assert not {"curt", "Hertford", "Ffion", "3052"} & set(re.findall(r"\w+", title + page.request["PATH_INFO"]))
        assert page.headers["Cache-Control"] == "no-store"
        assert "govuk-exit-this-page" in page.content.decode()


def test_a_page_costs_at_most_three_questions_of_the_database(client, django_assert_max_num_queries):
    walk(client)
    for slug in [*ORDINARY, "check", "saved", "come-back"]:
        with django_assert_max_num_queries(3):
            assert client.get(f"/en/tell-us/{slug}/").status_code == 200
    send(client, client.get("/en/tell-us/check/"))
    with django_assert_max_num_queries(3):
        client.get("/en/tell-us/sent/")


def test_sending_costs_at_most_twenty_five(client, django_assert_max_num_queries):
    checked = walk(client)
    with django_assert_max_num_queries(22):
        client.post("/en/tell-us/check/", carried(checked))


def test_sending_for_somebody_else_costs_three_more(client, django_assert_max_num_queries):
    them = {"consent": "yes", "their_name": "Gwenllian Rees"}
    checked = walk(client, ORDINARY | {"for-whom": {"teller": "other"}, "them": them})
    with django_assert_max_num_queries(25):
        client.post("/en/tell-us/check/", carried(checked))
    assert Representation.objects.count() == 1


def test_keeping_one_answer_costs_at_most_ten(client, django_assert_max_num_queries):
    page = walk(client, upto="where")
    with django_assert_max_num_queries(10):
        client.post("/en/tell-us/where/", {**carried(page), "place": "Ware"})
