"""Files with the quick entry: with the contact they came with, and not lost by a mistake elsewhere on the screen."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from putright.contacts.models import Contact
from putright.documents.models import Document
from tests.contacts.web.walk import carried
from tests.documents import builders

NEW = "/en/staff/contacts/new"
TYPED = {"words": "Brought photos to the counter.", "kind": "complaint", "channel": "counter", "do": "keep", "who": "Ffion Rees"}


@pytest.fixture
def sam(client, cast, settings, tmp_path):
    settings.DOCUMENTS = str(tmp_path / "shelf")
    client.force_login(cast.sam.user)
    return client


def photo(name="llun.jpg"):
    return SimpleUploadedFile(name, builders.picture())


def test_files_are_in_the_case_of_the_contact(sam):
    assert sam.post(NEW, {**carried(sam.get(NEW)), **TYPED, "files": [photo()]}).status_code == 302
    assert Document.objects.get().case == Contact.objects.get().case


def test_a_mistake_on_the_screen_loses_no_file(sam):
    page = sam.post(NEW, {**carried(sam.get(NEW)), **TYPED, "words": "", "files": [photo()]})
    assert page.status_code == 422
    assert "llun.jpg" in page.content.decode()
    assert sam.post(NEW, {**carried(page), **TYPED}).status_code == 302
    assert Document.objects.get().case == Contact.objects.get().case


def test_looking_somebody_up_keeps_what_was_chosen(sam):
    page = sam.post(NEW, {**carried(sam.get(NEW)), **TYPED, "do": "look", "files": [photo()]})
    assert "llun.jpg" in page.content.decode()


def test_a_bad_file_is_named_and_the_words_stay(sam):
    page = sam.post(NEW, {**carried(sam.get(NEW)), **TYPED, "files": [SimpleUploadedFile("b.zip", builders.zip_bomb())]})
    assert page.status_code == 422
    assert "b.zip" in page.content.decode()
    assert "Brought photos to the counter." in page.content.decode()
    assert not Contact.objects.exists()
