"""Looking at documents of a case: by the door, as a copy made new, and never a byte that a browser could obey."""

import io
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation
from PIL import Image

from gateways import scanner
from gateways.scanner_fake import TEST_WORDS, FakeScanner
from putright.cases.actions import wall_off
from putright.cases.models import Access, Event
from putright.documents.actions import keep, note_scan
from putright.documents.models import Document
from tests.make import cases

from . import builders
from .fetching import read


@pytest.fixture
def case(cast):
    return cases.case(cast.ffion)


@pytest.fixture
def sam(client, cast):
    client.force_login(cast.sam.user)
    return client


def kept(case, cast, body, name="llun.jpg"):
    return keep(body, name, case=case, came_with=uuid4(), by=None, at=cast.at)


def address(name, document, language="en", **more):
    with translation.override(language):
        return reverse(f"documents:{name}", kwargs={"reference": document.case.reference, "pk": document.pk} | more)


def fetched(client, document, name="original", **more):
    """The answer, with its file closed as a server would."""
    answer = client.get(address(name, document, **more))
    answer.body = read(answer)
    return answer


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize(("body", "name"), [
    (builders.picture, "llun.jpg"), (lambda: builders.pdf(3), "llythyr.pdf"), (builders.office, "cwyn.docx"),
    (builders.WORDS.encode, "nodiadau.txt"), (lambda: b"MZ" + bytes(99), "rhaglen.exe"), (builders.film, "ffilm.mp4"),
])  # fmt: skip
def test_each_kind_has_its_page_in_both_languages(sam, case, cast, language, body, name):
    page = sam.get(address("one", kept(case, cast, body(), name), language))
    assert page.status_code == 200
    assert name in page.content.decode()


def test_the_picture_is_made_new_without_place_or_owner_and_the_original_keeps_both(sam, case, cast):
    body = builders.with_gps()
    document = kept(case, cast, body)
    copy = sam.get(address("picture", document, number=1))
    assert copy["Content-Type"] == "image/jpeg"
    with Image.open(io.BytesIO(copy.content)) as image:
        assert not dict(image.getexif())
        assert image.size == (48, 64)  # turned the way it was held
    assert b"Telephone of Ffion" not in copy.content
    assert fetched(sam, document).body == body


def test_a_script_behind_a_picture_is_not_in_its_copy(sam, case, cast):
    copy = sam.get(address("picture", kept(case, cast, builders.gif_script(), "a.gif"), number=1))
    assert b"script" not in copy.content


def test_every_page_of_a_pdf_is_drawn_and_none_beyond(sam, case, cast):
    document = kept(case, cast, builders.pdf(2), "a.pdf")
    sizes = [Image.open(io.BytesIO(sam.get(address("picture", document, number=n)).content)).size for n in (1, 2)]
    assert sizes == [(800, 1120)] * 2
    assert sam.get(address("picture", document, number=3)).status_code == 404


def test_a_page_can_be_turned_and_enlarged_by_links(sam, case, cast):
    page = sam.get(address("one", kept(case, cast, builders.pdf(2), "a.pdf")) + "?page=2&turn=90&size=large").content.decode()
    assert "app-document__picture--turn-90" in page
    assert "Page 2 of 2" in page


@pytest.mark.parametrize("query", ["?page=x&turn=1&size=2", "?page=99999999999999&turn=²", "?page=-1", "?page=٣"])
def test_a_spoilt_address_shows_the_first_or_last_page(sam, case, cast, query):
    assert sam.get(address("one", kept(case, cast, builders.pdf(), "a.pdf")) + query).status_code == 200


@pytest.mark.parametrize(("body", "name"), [(b"<html><script>alert(1)</script>", "a.html"), (builders.picture(), "llun.jpg")])
def test_an_original_is_only_ever_a_download_that_may_do_nothing(sam, case, cast, body, name):
    answer = fetched(sam, kept(case, cast, body, name))
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].startswith("sandbox")
    assert answer["Cache-Control"] == "no-store"


def test_the_bytes_of_a_picture_are_guarded_as_well(sam, case, cast):
    answer = sam.get(address("picture", kept(case, cast, builders.picture()), number=1))
    assert answer["Content-Security-Policy"].startswith("sandbox")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_name_that_lies_is_given_the_right_ending_when_it_is_downloaded(sam, case, cast):
    answer = fetched(sam, kept(case, cast, builders.picture(), "cwyn\u202efdp.pdf"))
    assert answer["Content-Disposition"] == 'attachment; filename="cwynfdp.pdf.jpg"'


def test_what_is_sealed_shows_what_it_is_and_gives_nobody_its_bytes(sam, case, cast):
    document = kept(case, cast, builders.picture() + TEST_WORDS)
    assert sam.get(address("picture", document, number=1)).status_code == 200
    note_scan(document.content, scanner.Answer("found", "Eicar"), at=cast.at)
    page = sam.get(address("one", document)).content.decode()
    assert "Locked away" in page
    assert "Eicar" in page
    assert sam.get(address("picture", document, number=1)).status_code == 404
    assert sam.get(address("original", document)).status_code == 404
    assert Event.objects.filter(case=case, verb="document_sealed").count() == 1


def test_a_wall_hides_a_document_like_one_that_is_not_there(sam, case, cast):
    document = kept(case, cast, builders.picture())
    wall_off(case, cast.sam, "knows the officer", by=cast.jo, at=cast.at)
    for page, more in (("one", {}), ("picture", {"number": 1}), ("original", {})):
        walled = sam.get(address(page, document, **more))
        other = sam.get(address(page, document, **more).replace(case.reference, "PR-00000-00000"))
        assert walled.status_code == other.status_code == 404


def test_a_document_is_not_found_through_another_case(sam, case, cast):
    document, other = kept(case, cast, builders.picture()), cases.case(cast.amir)
    assert sam.get(address("one", document).replace(case.reference, other.reference)).status_code == 404


def test_each_look_leaves_its_line(sam, case, cast):
    document = kept(case, cast, builders.picture())
    for page, more in (("one", {}), ("picture", {"number": 1}), ("original", {})):
        fetched(sam, document, page, **more)
    assert list(Access.objects.order_by("pk").values_list("page", flat=True)) == [
        "documents:one", "documents:picture", "documents:original"
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "cy"])
def test_adding_by_hand_takes_the_good_and_says_what_is_wrong_with_the_bad(sam, case, language):
    with translation.override(language):
        add = reverse("documents:add", args=[case.reference])
    assert sam.get(add).status_code == 200
    files = [SimpleUploadedFile("llun.jpg", builders.picture()), SimpleUploadedFile("bom.zip", builders.zip_bomb())]
    page = sam.post(add, {"key": "1", "files": files})
    assert page.status_code == 422
    assert "bom.zip" in page.content.decode()
    assert list(Document.objects.values_list("name", flat=True)) == ["llun.jpg"]
    again = sam.post(add, {"key": "1", "files": [SimpleUploadedFile("llun.jpg", builders.picture())]})
    assert again.status_code == 302
    assert Document.objects.count() == 1
    assert Event.objects.filter(case=case, verb="document_added").count() == 1


def test_adding_nothing_says_so(sam, case):
    assert "Choose a file" in sam.post(reverse("documents:add", args=[case.reference]), {}).content.decode()


def test_what_the_scanner_finds_is_kept_sealed_and_said(sam, case):
    with scanner.fixed(FakeScanner()):
        page = sam.post(reverse("documents:add", args=[case.reference]), {"files": [SimpleUploadedFile("v.txt", TEST_WORDS)]})
    assert "virus check found something" in page.content.decode()
    assert Document.objects.get().content.sealed_for == "found"


def test_the_case_page_lists_its_documents_and_says_not_scanned(sam, case, cast):
    kept(case, cast, builders.picture(), "Tŷ Ŵyn.jpg")
    page = sam.get(reverse("desk:case", args=[case.reference])).content.decode()
    assert "Tŷ Ŵyn.jpg" in page
    assert "Not scanned for viruses" in page


def test_one_document_costs_few_queries(sam, case, cast, django_assert_max_num_queries):
    document = kept(case, cast, builders.picture())
    sam.get(address("one", document))
    with django_assert_max_num_queries(11):
        sam.get(address("one", document))


def test_a_large_photo_is_sent_small(sam, case, cast):
    document = kept(case, cast, builders.picture(size=(6000, 4000)))
    with Image.open(io.BytesIO(sam.get(address("picture", document, number=1)).content)) as image:
        assert image.size == (800, 533)
