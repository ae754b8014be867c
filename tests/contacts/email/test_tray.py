"""The tray: what a person sees and does, what is left behind, and what nobody walled may see."""

from datetime import timedelta

import pytest
from django.urls import reverse

from gateways import clock
from putright.cases.actions import wall_off
from putright.cases.models import Access, Case, Event
from putright.contacts.channels.email import actions, queries
from putright.contacts.channels.email.addresses import address_for
from putright.contacts.channels.email.models import Reading, Step
from putright.contacts.channels.email.refusals import DealtWith, NotThatCase, SayWhy
from putright.contacts.models import Contact
from putright.documents.models import Document
from putright.people.gates import NotAllowed
from tests.make import cases
from tests.make.mail import arrives
from tests.make.raw_mail import REPLY, message, part, parts

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def replies_are_read(settings):
    settings.EMAIL_REPLY = REPLY


@pytest.fixture
def desk(client, cast):
    client.force_login(cast.sam.user)
    with clock.fixed(cast.at):
        yield client


@pytest.fixture
def bulk(cast):
    return arrives(message("Bulk words", precedence="bulk"))


def forged(case, at, **headers):
    local, _, domain = address_for(case, at=at).partition("@")
    return message("Forged words", to=f"{local[:-1]}{'b' if local[-1] == 'a' else 'a'}@{domain}", **headers)


def press(client, name, reading, **typed):
    return client.post(reverse(name, args=[reading.pk]), {"press": "one", **typed})


def test_it_is_listed_with_the_reason_and_read(desk, bulk):
    listed = desk.get(reverse("email:tray")).content.decode()
    assert "My burglary" in listed and "Sent to a mailing list" in listed
    page = desk.get(reverse("email:one", args=[bulk.pk])).content.decode()
    assert "Bulk words" in page and "ffion@complainant.example" in page
    assert [step.verb for step in Step.objects.filter(reading=bulk)] == ["looked"]


def test_it_is_put_on_a_case(desk, bulk, cast):
    case = cases.case(cast.amir)
    assert press(desk, "email:put", bulk, reference=case.reference.lower()).status_code == 302
    bulk.refresh_from_db()
    assert (bulk.state, bulk.case, bulk.how, bulk.verified, bulk.contact.by) == ("landed", case, "hand", False, cast.sam)
    assert [event.verb for event in Event.objects.filter(case=case).order_by("seq")] == ["received", "joined", "emailed"]
    assert Step.objects.get(verb="put").by == cast.sam
    assert press(desk, "email:put", bulk, reference=case.reference, press="two").status_code == 422


def test_one_press_twice_is_one_contact(desk, bulk, cast):
    for _ in range(2):
        assert press(desk, "email:make", bulk, kind="complaint", language="en").status_code == 302
    assert Contact.objects.count() == 1 and Contact.objects.get().kind == "complaint"


def test_a_contact_made_of_a_machines_words_keeps_no_address_to_answer(desk, bulk):
    press(desk, "email:make", bulk, kind="", language="")
    person = Contact.objects.get().person
    assert (person.name, person.email) == ("Ffion Rees", "")


def test_a_reference_nobody_has_is_said_beside_the_field_and_nothing_is_lost(desk, bulk):
    page = press(desk, "email:put", bulk, reference="PR-WRONG")
    assert page.status_code == 422 and "We do not have a case" in page.content.decode() and "PR-WRONG" in page.content.decode()


def test_it_is_marked_as_no_contact_with_a_reason_and_can_be_taken_back(desk, bulk):
    assert press(desk, "email:aside", bulk).status_code == 422
    press(desk, "email:aside", bulk, reason="spam", words="Sells watches")
    assert "My burglary" not in desk.get(reverse("email:tray")).content.decode()
    assert "My burglary" in desk.get(reverse("email:tray") + "?show=aside").content.decode()
    press(desk, "email:take_back", bulk)
    assert "My burglary" in desk.get(reverse("email:tray")).content.decode()
    assert [step.verb for step in Step.objects.order_by("pk")] == ["set_aside", "taken_back"]
    assert Step.objects.get(verb="set_aside").words == "Sells watches"


def test_something_else_needs_words(cast, bulk):
    with pytest.raises(SayWhy):
        actions.set_aside(bulk, "other", " ", by=cast.sam, at=cast.at)


def test_what_waits_from_one_sender_is_one_line_and_can_go_together(desk, cast):
    for number in range(25):
        arrives(message(f"BUY {number}", subject=f"Offer {number}"))
    listed = desk.get(reverse("email:tray")).content.decode()
    assert listed.count("app-panel") == 1 and "And 23 more" in listed
    first = Reading.objects.filter(state="tray").earliest("pk")
    assert desk.get(reverse("email:tray") + f"?sender={first.pk}").content.decode().count("app-panel") == 24
    press(desk, "email:aside", first, reason="spam", crowd="yes")
    assert not Reading.objects.filter(state="tray").exists() and Step.objects.filter(verb="set_aside").count() == 24


def test_thirty_at_a_time_the_oldest_first(desk, cast, django_assert_num_queries):
    for number in range(35):
        arrives(message(f"{number}", precedence="bulk", subject=f"Number {number:02}", **{"from": f"p{number}@a.example"}))
    first = desk.get(reverse("email:tray")).content.decode()
    assert "Number 00" in first and "Number 29" in first and "Number 30" not in first
    after = Reading.objects.order_by("pk")[29].message_id
    with django_assert_num_queries(5):
        second = desk.get(reverse("email:tray") + f"?after={after}").content.decode()
    assert "Number 30" in second and "Number 34" in second and "Number 29" not in second


def test_a_case_that_is_walled_hides_what_speaks_of_it(client, cast):
    case = cases.case(cast.ffion)
    reading = arrives(forged(case, cast.at))
    wall_off(case, cast.sam, "knows the officer", by=cast.jo, at=cast.at)
    client.force_login(cast.sam.user)
    with clock.fixed(cast.at):
        assert "app-panel" not in client.get(reverse("email:tray")).content.decode()
        missing = client.get(reverse("email:one", args=[reading.pk + 1000]))
        walled = client.get(reverse("email:one", args=[reading.pk]))
        assert (walled.status_code, missing.status_code) == (404, 404)
        for name in ("email:put", "email:make", "email:aside", "email:take_back", "email:original"):
            get = name == "email:original"
            assert (client.get if get else client.post)(reverse(name, args=[reading.pk])).status_code == 404
        client.force_login(cast.jo.user)
        assert "app-panel" in client.get(reverse("email:tray")).content.decode()


def test_nobody_puts_a_message_on_a_case_they_may_not_open(desk, bulk, cast):
    walled = cases.case(cast.ffion)
    wall_off(walled, cast.sam, "knows the officer", by=cast.jo, at=cast.at)
    closed, missing = (
        press(desk, "email:put", bulk, reference=reference, press=reference).content.decode().count("We do not have a case")
        for reference in (walled.reference, "PR-00000-00000")
    )
    assert closed == missing > 0
    assert walled.reference not in desk.get(reverse("email:put", args=[bulk.pk])).content.decode()
    with pytest.raises(NotThatCase):
        actions.put(bulk, walled, by=cast.sam, at=cast.at)


def test_who_is_named_in_a_message_does_not_see_it_in_the_tray(client, cast):
    arrives(message("It was Sam  ADEYEMI who laughed at me.", precedence="bulk"))
    for who, seen in ((cast.sam, False), (cast.jo, True)):
        client.force_login(who.user)
        with clock.fixed(cast.at):
            assert ("app-panel" in client.get(reverse("email:tray")).content.decode()) is seen


def test_suggestions_are_only_of_cases_one_may_open(cast, desk):
    hers, walled = cases.case(cast.ffion, summary="Hers"), cases.case(cast.ffion, summary="Walled")
    wall_off(walled, cast.sam, "knows", by=cast.jo, at=cast.at)
    reading = arrives(message(precedence="bulk"))
    page = desk.get(reverse("email:put", args=[reading.pk])).content.decode()
    assert hers.reference in page and walled.reference not in page


def test_looking_at_what_speaks_of_a_case_leaves_an_access_row(desk, cast):
    reading = arrives(forged(cases.case(cast.ffion), cast.at))
    before = Access.objects.count()
    desk.get(reverse("email:one", args=[reading.pk]))
    assert Access.objects.count() == before + 1


def test_html_is_shown_without_anything_that_asks_anybody(desk, cast):
    html = (
        '<p onclick="x()">Read <a href="https://evil.example/login">your bank</a><img src="https://evil.example/p.gif">'
        '<style>@import "https://evil.example/s.css"</style><script>alert(1)</script>'
        '<form action="https://evil.example"><input name="a"></form></p>'
    )
    body, kind = parts(part("Read your bank"), part(html, "text/html; charset=utf-8"), kind="alternative")
    reading = arrives(message(body, content_type=kind, precedence="bulk", content_transfer_encoding=None))
    assert reading.html == "<p>Read your bank (https://evil.example/login)</p><p></p>"
    page = desk.get(reverse("email:one", args=[reading.pk])).content.decode()
    assert 'href="https://evil' not in page and "evil.example/p.gif" not in page and "alert(1)" not in page
    assert "your bank (https://evil.example/login)" in page


def test_the_message_as_it_came_is_only_saved_never_shown(desk, cast):
    raw = message("Bulk", precedence="bulk")
    reading = arrives(raw)
    answer = desk.get(reverse("email:original", args=[reading.pk]))
    assert answer.content == raw and answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment") and answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]


def test_files_go_to_the_documents_of_the_case(cast, settings, tmp_path):
    settings.DOCUMENTS = str(tmp_path)
    body, kind = parts(
        part("See the letter"), part(b"a scan", "application/octet-stream; name=scan.bin", Content_Disposition="attachment")
    )
    reading = arrives(message(body, content_type=kind, content_transfer_encoding=None))
    document = Document.objects.get()
    assert (document.case, document.name, document.content.size) == (reading.case, "scan.bin", 6)
    assert reading.contact.words == "See the letter"


def test_only_the_front_team_empties_the_tray(cast, bulk):
    case = cases.case(cast.amir)
    for deed in (
        lambda: actions.look_at(bulk, by=cast.robin, at=cast.at),
        lambda: actions.put(bulk, case, by=cast.pat, at=cast.at),
        lambda: actions.make(bulk, by=cast.toni, at=cast.at),
        lambda: actions.set_aside(bulk, "spam", "", by=cast.dana, at=cast.at),
        lambda: actions.take_back(bulk, by=cast.robin, at=cast.at),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_what_is_dealt_with_is_not_dealt_with_again(cast, bulk):
    actions.make(bulk, by=cast.sam, at=cast.at)
    for deed in (
        lambda: actions.make(bulk, by=cast.sam, at=cast.at),
        lambda: actions.set_aside(bulk, "spam", "", by=cast.sam, at=cast.at),
        lambda: actions.take_back(bulk, by=cast.sam, at=cast.at),
    ):
        with pytest.raises(DealtWith):
            deed()
    assert Case.objects.count() == 1


def test_a_message_nobody_could_read_yet_is_in_the_tray_after_five_minutes(desk, cast):
    actions.keep(actions.Came(message(), "smtp", cast.at - timedelta(minutes=6)), at=cast.at - timedelta(minutes=6))
    assert "It waits to be read" in desk.get(reverse("email:tray")).content.decode()


def test_the_case_page_says_what_came_and_whether_to_trust_it(desk, cast, django_assert_num_queries):
    case = cases.case(cast.ffion)
    arrives(message(subject=f"About {case.reference}", **{"from": "Eve <eve@elsewhere.example>"}))
    page = desk.get(reverse("desk:case", args=[case.reference])).content.decode()
    assert "Not verified" in page and "by the reference in its subject only" in page and "Somebody, not verified" in page
    assert len(queries.of_case(case)) == 1


def test_a_kind_shows_its_questions_before_anything_is_kept_and_crimestoppers_comes_first(desk, cast):
    waits = arrives(message("Where is my car?", precedence="bulk", message_id="<car@sender.example>"))
    address = reverse("email:make", args=[waits.pk])
    asked = desk.post(address, {"kind": "", "language": "en", "topic": "vehicle-recovery"}).content.decode()
    assert "Registration number of the vehicle" in asked and not Contact.objects.exists()
    told = {"kind": "", "language": "en", "topic": "vehicle-recovery", "shown": "vehicle-recovery"}
    assert desk.post(address, told | {"q_vehicle-recovery_registration": "ab12cde"}).status_code == 302
    made = Contact.objects.get()
    assert (made.topic, made.kind, made.answers.get().value) == ("vehicle-recovery", "enquiry", "AB12 CDE")
    knows = arrives(message("I know who did it.", precedence="bulk", message_id="<knows@sender.example>"))
    address = reverse("email:make", args=[knows.pk])
    page = desk.post(address, {"kind": "", "language": "en", "topic": "intelligence", "shown": "intelligence"})
    assert page.status_code == 422 and "Crimestoppers" in page.content.decode()
    assert reverse("intelligence:take") in page.content.decode() and Contact.objects.count() == 1
