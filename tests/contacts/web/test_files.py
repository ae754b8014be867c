"""Files with the public form: without scripts, one by one or several, in both languages, and never at the cost of words."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gateways import clock, scanner
from gateways.scanner_fake import TEST_WORDS, FakeScanner
from putright.contacts.models import Contact
from putright.documents import limits, shelf
from putright.documents.models import Document
from putright.documents.owed import sweep
from tests.contacts.web.walk import ORDINARY, carried, send, walk
from tests.documents import builders

pytestmark = pytest.mark.usefixtures("cast", "own_shelf")
FILES = "/en/tell-us/files/"


@pytest.fixture
def own_shelf(settings, tmp_path):
    settings.DOCUMENTS = str(tmp_path / "shelf")


def photo(name="llun.jpg", body=None):
    return SimpleUploadedFile(name, builders.picture() if body is None else body)


def give(client, *files, lang="en", **pressed):
    """Choose files and press a button; to be on the page afterwards."""
    address = f"/{lang}/tell-us/files/"
    return client.post(address, {**carried(client.get(address)), "files": list(files), **pressed}, follow=True)


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_files_go_with_the_form_into_the_case(client, lang):
    walk(client, lang=lang, upto="files")
    page = give(client, photo("Tŷ Ŵyn.jpg"), photo("sgwrs.png", builders.picture("PNG")), lang=lang, add="yes")
    assert "Tŷ Ŵyn.jpg" in page.content.decode()
    assert page.request["PATH_INFO"].endswith("/files/")
    checked = walk(client, lang=lang)
    assert "sgwrs.png" in checked.content.decode()
    send(client, checked)
    contact = Contact.objects.get()
    assert set(Document.objects.values_list("name", "case")) == {("Tŷ Ŵyn.jpg", contact.case_id), ("sgwrs.png", contact.case_id)}


def test_continue_takes_what_was_chosen_too(client):
    walk(client, upto="files")
    assert give(client, photo()).request["PATH_INFO"].endswith("/for-whom/")
    assert Document.objects.get().case is None


def test_one_is_taken_out_again_and_only_from_ones_own_form(client, cast):
    walk(client, upto="files")
    give(client, photo("a.jpg"), photo("b.png", builders.picture("PNG")), add="yes")
    first, second = Document.objects.order_by("pk")
    page = give(client, remove=str(first.pk))
    assert "a.jpg" not in page.content.decode()
    client.cookies.clear()
    walk(client, upto="files")
    give(client, remove=str(second.pk))
    assert Document.objects.get() == second


def test_a_refused_file_says_why_and_another_way_and_loses_nothing(client):
    walk(client, upto="files")
    page = give(client, photo(), photo("bom.zip", builders.zip_bomb()), photo("setup.exe", b"MZ" + bytes(99))).content.decode()
    for words in ("bom.zip", "swells too much", "is a program", "bring it in", "llun.jpg"):
        assert words in page
    contact = send(client, walk(client))
    assert contact.status_code == 200
    assert Contact.objects.get().words == ORDINARY["what-happened"]["words"]
    assert Document.objects.get().name == "llun.jpg"


def test_a_file_above_the_cap_is_refused_before_it_is_written_out(client, monkeypatch):
    monkeypatch.setattr(limits, "MOST_BYTES", 1000)
    walk(client, upto="files")
    large, small = photo("mawr.jpg", builders.picture() + bytes(5000)), photo("bach.png", builders.picture("PNG"))
    page = give(client, large, small, add="yes")
    assert "mawr.jpg" in page.content.decode()
    assert "is too large" in page.content.decode()
    assert list(Document.objects.values_list("name", flat=True)) == ["bach.png"]


def test_there_is_a_most_of_files_and_of_bytes_for_one_form(client, monkeypatch):
    monkeypatch.setattr(limits, "MOST_FILES", 2)
    walk(client, upto="files")
    files = [photo(f"{n}.jpg", builders.picture(size=(10 + n, 10))) for n in range(3)]
    assert "too many files" in give(client, *files).content.decode()
    assert Document.objects.count() == 2
    monkeypatch.setattr(limits, "MOST_FILES", 9)
    monkeypatch.setattr(limits, "MOST_TOGETHER", 2000)
    assert "together are too large" in give(client, photo("x.txt", b"gair " * 600)).content.decode()


def test_a_full_disk_refuses_files_and_never_words(client, monkeypatch):
    monkeypatch.setattr(limits, "LEAST_FREE", 2**62)
    walk(client, upto="files")
    assert "cannot take files at the moment" in give(client, photo()).content.decode()
    send(client, walk(client))
    assert Contact.objects.exists()


def test_a_virus_is_kept_sealed_told_plainly_and_the_form_goes_on(client):
    walk(client, upto="files")
    with scanner.fixed(FakeScanner()):
        page = give(client, photo("v.txt", TEST_WORDS)).content.decode()
    assert "virus check found something" in page
    assert "Locked away" in page
    send(client, walk(client))
    assert Document.objects.get().case == Contact.objects.get().case


def test_save_and_come_back_later_keeps_the_files(client):
    walk(client, upto="files")
    page = give(client, photo(), save="yes")
    code = re.search(r"\b([0-9A-Z]{4}-){5}[0-9A-Z]{4}\b", page.content.decode())[0]
    client.cookies.clear()
    client.post("/en/tell-us/come-back/", {"code": code, **carried(client.get("/en/tell-us/come-back/"))}, follow=True)
    assert "llun.jpg" in client.get(FILES).content.decode()


def test_a_form_that_is_deleted_takes_its_files_with_it(client):
    walk(client, upto="files")
    give(client, photo(), add="yes")
    saved = client.get("/en/tell-us/saved/")
    client.post("/en/tell-us/saved/", carried(saved))
    assert not Document.objects.exists()


def test_a_form_nobody_comes_back_to_loses_its_files_after_its_time_and_one_that_is_touched_does_not(client):
    walk(client, upto="files")
    give(client, photo(), add="yes")
    now = clock.now()
    with clock.fixed(now + timedelta(days=20)):
        give(client, add="yes")
    sweep(at=now + timedelta(days=40))
    assert Document.objects.exists()
    sweep(at=now + timedelta(days=50))
    assert not Document.objects.exists()


def test_nothing_is_kept_twice_when_the_page_is_sent_twice(client):
    walk(client, upto="files")
    body = {**carried(client.get(FILES))}
    for _again in range(2):
        client.post(FILES, {**body, "files": [photo()]})
    assert Document.objects.count() == 1
    assert len(list((shelf.folder("kept")).glob("??/*"))) == 1


def test_the_page_costs_few_queries(client, django_assert_max_num_queries):
    walk(client, upto="files")
    give(client, photo("a.jpg"), photo("b.png", builders.picture("PNG")), add="yes")
    with django_assert_max_num_queries(3):
        client.get(FILES)
