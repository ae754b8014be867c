"""The import door's screen: check, load, and read what was wrong, in both languages."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gateways import clock
from putright.cases.models import Case
from putright.imports import forms
from putright.imports.models import Import

from .test_load import AT, GOOD, HEADER, PLANTED

pytestmark = pytest.mark.django_db


@pytest.fixture
def jo(cast, client):
    client.force_login(cast.jo.user)
    with clock.fixed(AT):
        yield client


def send(client, content, do="check", language="en", **changed):
    sent = SimpleUploadedFile("history.csv", content.encode() if isinstance(content, str) else content)
    return client.post(f"/{language}/staff/import/", {"layout": "detroit", "do": do, "file": sent, **changed})


PLANTED_FILE = "\n".join([HEADER, *PLANTED])


@pytest.mark.parametrize("language", ["en", "cy"])
def test_checking_shows_the_counts_and_the_rows_and_changes_nothing(jo, language):
    page = send(jo, PLANTED_FILE, language=language)
    assert page.status_code == 200
    assert "Carrier Pigeon" in page.content.decode()
    assert not Case.objects.exists() and not Import.objects.exists()


@pytest.mark.parametrize("language", ["en", "cy"])
def test_loading_leads_to_what_came_of_it(jo, language, django_assert_max_num_queries):
    answer = send(jo, PLANTED_FILE, do="load", language=language)
    assert answer.status_code == 302
    with django_assert_max_num_queries(13):
        page = jo.get(answer.url)
    words = page.content.decode()
    assert "16-3" in words and "not a day" in words
    assert Case.objects.count() == 6
    assert "history.csv" in jo.get(f"/{language}/staff/import/").content.decode()


def test_many_rows_are_shown_a_sheet_at_a_time(jo):
    lines = [f"16-{n},2016-01-04,Pigeon {n},2016-01-21,11TH,,Procedure,Void" for n in range(60)]
    answer = send(jo, "\n".join([HEADER, *lines]), do="load")
    first = jo.get(answer.url).content.decode()
    assert first.count("We do not know the way in") == 50
    after = first.split("?after=")[1].split('"')[0]
    second = jo.get(f"{answer.url}?after={after}").content.decode()
    assert second.count("We do not know the way in") == 10
    assert jo.get(f"{answer.url}?after=rubbish").status_code == 200


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty"),
        (b"PK\x03\x04", "not a CSV file"),
        (f"{HEADER}\ncaf\xe9".encode("latin-1"), "cannot be read"),
        (b"a,b\n1,2\n", "Missing: complaint_no"),
    ],
)
def test_a_file_of_the_wrong_kind_is_answered_with_a_sentence(jo, content, sentence):
    for do in ("check", "load"):
        page = send(jo, content, do=do)
        assert page.status_code == 422
        assert sentence in page.content.decode()
    assert not Import.objects.exists()


def test_a_file_too_large_is_refused(jo, monkeypatch):
    monkeypatch.setattr(forms, "MEGABYTES", 0)
    page = send(jo, "\n".join([HEADER, GOOD]))
    assert page.status_code == 422
    assert "larger than 0 MB" in page.content.decode()


def test_no_file_and_no_answer_are_asked_for(jo):
    page = jo.post("/en/staff/import/", {})
    assert page.status_code == 422
    for sentence in ("Choose the file", "Choose how the file is written", "Choose whether to check it or load it"):
        assert sentence in page.content.decode()


def test_a_load_that_never_was_is_not_found(jo):
    assert jo.get("/en/staff/import/999/").status_code == 404


def test_a_handler_may_not(cast, client):
    client.force_login(cast.sam.user)
    assert client.get("/en/staff/import/").status_code == 403
