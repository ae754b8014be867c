"""A letter: its pages first, its words beside them, one contact."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from design.dates import LONDON
from putright.cases.actions import wall_off
from putright.contacts.models import Contact
from putright.documents.models import Document
from tests.contacts.web.walk import carried
from tests.documents import builders
from tests.make import cases

ARRIVED = {"arrived-day": "2", "arrived-month": "3", "arrived-year": "2026"}
TYPED = {"words": "Annwyl syr, ni chefais ateb.", "kind": "complaint", "language": "cy", "who": "Ffion Rees SG13 7AA", **ARRIVED}


@pytest.fixture(autouse=True)
def own_shelf(settings, tmp_path):
    settings.DOCUMENTS = str(tmp_path / "shelf")


@pytest.fixture
def sam(client, cast):
    client.force_login(cast.sam.user)
    return client


def begun(client, *files, lang="en"):
    """Put pages in; the address of the letter."""
    scans = files or (SimpleUploadedFile("sgan.pdf", builders.pdf(2)),)
    address = f"/{lang}/staff/letters-in/"
    return client.post(address, {**carried(client.get(address)), "files": list(scans)})["Location"]


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_a_letter_becomes_a_contact_of_the_day_it_arrived_with_its_pages(sam, lang):
    address = begun(sam, lang=lang)
    page = sam.get(address)
    assert page.content.decode().count("app-beside__sheet\"") == 2
    answer = sam.post(address, {**carried(page), **TYPED})
    assert answer.status_code == 302, answer.content.decode()
    contact = Contact.objects.select_related("person", "case").get()
    assert (contact.channel, contact.words, contact.language) == ("letter", TYPED["words"], "cy")
    assert contact.received_at.astimezone(LONDON).date() == date(2026, 3, 2)
    assert (contact.person.name, contact.person.postcode) == ("Ffion Rees", "SG13 7AA")
    assert Document.objects.get().case == contact.case
    assert contact.case.reference in sam.get(answer["Location"]).content.decode()


def test_sending_it_again_leads_to_the_same_contact(sam):
    address = begun(sam)
    body = {**carried(sam.get(address)), **TYPED}
    first, second = sam.post(address, body), sam.post(address, body)
    assert first["Location"] == second["Location"]
    assert Contact.objects.count() == 1


def test_the_picture_of_a_page_is_for_whoever_began_it_alone(sam, client, cast):
    address = begun(sam)
    picture = f"{address}{Document.objects.get().pk}/2"
    assert sam.get(picture)["Content-Type"] == "image/jpeg"
    client.force_login(cast.jo.user)
    assert client.get(picture).status_code == client.get(address).status_code == 404
    assert address not in client.get("/en/staff/letters-in/").content.decode()


def test_a_letter_begun_waits_on_the_list_of_its_handler(sam):
    address = begun(sam)
    assert address in sam.get("/en/staff/letters-in/").content.decode()


def test_adding_a_page_and_taking_one_out_keeps_every_word(sam):
    address = begun(sam)
    more = SimpleUploadedFile("tud2.jpg", builders.picture())
    page = sam.post(address, {**carried(sam.get(address)), **TYPED, "files": [more], "do": "add"})
    assert TYPED["words"] in page.content.decode()
    assert 'value="2026"' in page.content.decode()
    assert Document.objects.count() == 2
    first = Document.objects.earliest("pk")
    page = sam.post(address, {**carried(page), **TYPED, "remove": str(first.pk)})
    assert TYPED["words"] in page.content.decode()
    assert Document.objects.get().name == "tud2.jpg"


def test_the_last_page_is_not_taken_out(sam):
    address = begun(sam)
    sam.post(address, {**carried(sam.get(address)), **TYPED, "remove": str(Document.objects.get().pk)})
    assert Document.objects.exists()


def test_what_is_missing_is_said_and_nothing_is_lost(sam):
    address = begun(sam)
    page = sam.post(address, {**carried(sam.get(address)), **TYPED, "arrived-day": "", "words": ""})
    assert page.status_code == 422
    assert "Ffion Rees" in page.content.decode()


def test_a_scan_that_is_a_bomb_is_refused_with_a_reason(sam):
    address = "/en/staff/letters-in/"
    page = sam.post(address, {**carried(sam.get(address)), "files": [SimpleUploadedFile("b.zip", builders.zip_bomb())]})
    assert page.status_code == 422
    assert "swells too much" in page.content.decode()


def test_a_letter_about_a_case_joins_it_and_a_walled_one_is_like_one_that_is_not_there(sam, cast):
    case = cases.case(cast.ffion)
    address = begun(sam)
    answer = sam.post(address, {**carried(sam.get(address)), **TYPED, "reference": f" {case.reference.lower()} "})
    assert answer.status_code == 302
    assert Contact.objects.get(channel="letter").case == case
    wall_off(case, cast.sam, "knows the officer", by=cast.jo, at=cast.at)
    address, said = begun(sam, SimpleUploadedFile("b.jpg", builders.picture())), []
    for reference in (case.reference, "PR-00000-00000"):
        page = sam.post(address, {**carried(sam.get(address)), **TYPED, "reference": reference}).content.decode()
        said.append("There is no case with that reference that you can open." in page)
    assert said == [True, True]


def test_the_screen_costs_few_queries(sam, django_assert_max_num_queries):
    address = begun(sam)
    with django_assert_max_num_queries(9):
        sam.get(address)
