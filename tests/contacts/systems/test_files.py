"""Files another system sends with a contact: kept once, byte for byte, with the contact they belong to."""

from datetime import timedelta
from hashlib import sha256
from io import BytesIO

import pytest
from django.test import Client
from django.test.client import FakePayload

from gateways import clock
from putright.cases.log import broken_at
from putright.cases.models import Event
from putright.contacts.channels.systems import files, owed, rules
from putright.contacts.models import Contact
from putright.documents import limits, shelf
from putright.documents.models import Document

from .asking import bearer, give, post

pytestmark = pytest.mark.django_db
LETTER = b"Dear Ffion, thank you for your letter.\n"


@pytest.fixture
def web(cast, settings, tmp_path):
    settings.DOCUMENTS = tmp_path / "documents"
    with clock.fixed(cast.at):
        yield Client()


def put(web, secret, receipt, content=LETTER, name="llythyr%20gan%20Si%C3%B4n.txt", **more):
    headers = bearer(secret, **{"File-Name": name}, **more.pop("headers", {}))
    kind = more.pop("content_type", "application/octet-stream")
    return web.post(f"/api/v1/contacts/{receipt}/files", content, content_type=kind, headers=headers, **more)


def test_a_file_is_kept_with_its_contact_byte_for_byte_and_its_event_is_in_the_log(web, cast):
    secret = give(cast)
    sent = post(web, secret).json()
    answer = put(web, secret, sent["receipt"])
    assert answer.status_code == 201, answer.content
    assert answer.json() == {
        "name": "llythyr gan Siôn.txt", "size": len(LETTER), "sha256": sha256(LETTER).hexdigest(), "sealed": False,
        "words": "We have this file.",
    }  # fmt: skip
    case, document = Contact.objects.get().case, Document.objects.select_related("content").get()
    assert document.case == case and shelf.find(document.content.sha256).read_bytes() == LETTER
    assert Event.objects.filter(case=case, verb="document_added").count() == 1 and broken_at(case) is None


def test_sent_twice_it_is_one_file_and_one_event_and_the_same_answer(web, cast):
    secret = give(cast)
    receipt = post(web, secret).json()["receipt"]
    first, second = put(web, secret, receipt), put(web, secret, receipt)
    assert (first.status_code, first.json()) == (second.status_code, second.json())
    assert Document.objects.count() == 1 and Event.objects.filter(verb="document_added").count() == 1


def test_in_the_slow_lane_the_file_waits_with_its_contact_and_goes_into_its_case(web, cast, monkeypatch):
    monkeypatch.setattr("putright.contacts.channels.systems.queries.CONTACTS", 0)
    secret = give(cast)
    receipt = post(web, secret).json()["receipt"]
    assert put(web, secret, receipt).status_code == 201
    assert Document.objects.get().case is None
    (key, _), = owed.owed(cast.at, limit=10)
    owed.fulfil(key, at=cast.at + timedelta(minutes=2))
    case = Contact.objects.get().case
    assert Document.objects.get().case == case and broken_at(case) is None


def test_a_contact_that_left_the_slow_lane_meanwhile_still_has_its_file(web, cast, monkeypatch):
    monkeypatch.setattr("putright.contacts.channels.systems.queries.CONTACTS", 0)
    secret = give(cast)
    receipt = post(web, secret).json()["receipt"]
    before = files.sending_of(*_token(secret, cast), receipt)
    owed.fulfil(next(iter(owed.owed(cast.at, limit=1)))[0], at=cast.at)
    assert before.contact is None
    files.keep_file(before, BytesIO(LETTER), "a.txt", len(LETTER), at=cast.at)
    assert Document.objects.get().case == Contact.objects.get().case


def _token(secret, cast):
    from putright.contacts.channels.systems.tokens import open_token

    return (open_token(secret, at=cast.at),)


def test_another_tokens_contact_and_one_there_is_not_are_answered_alike(web, cast):
    mine, theirs = give(cast), give(cast)
    receipt = post(web, theirs).json()["receipt"]
    wrong = [put(web, mine, one) for one in (receipt, "8e03978e-40d5-43dd-bc93-6894a57f9324", "PR-1", "x" * 90)]
    assert {answer.status_code for answer in wrong} == {404} and len({answer.content for answer in wrong}) == 1
    assert not Document.objects.exists()


@pytest.mark.parametrize("said", ["9" * 5000, str(limits.MOST_BYTES + 1), "-1", "1e3", "\u0663"])
@pytest.mark.parametrize("to", ["contacts", "contacts/8e03978e-40d5-43dd-bc93-6894a57f9324/files"])
def test_a_length_nobody_means_is_too_large_and_never_a_fault_of_ours(web, cast, said, to):
    kind = "application/json" if to == "contacts" else "application/octet-stream"
    answer = web.post(f"/api/v1/{to}", b"{}", content_type=kind, headers=bearer(give(cast)), CONTENT_LENGTH=said)
    assert (answer.status_code, answer["Content-Type"]) == (413, "application/problem+json")


def test_a_file_cut_short_on_the_line_is_not_kept_as_if_it_were_whole(web, cast):
    secret = give(cast)
    receipt = post(web, secret).json()["receipt"]
    answer = put(web, secret, receipt, CONTENT_LENGTH=str(len(LETTER) + 10), **{"wsgi.input": _Short(LETTER)})
    assert answer.status_code == 400 and not Document.objects.exists()
    assert not list((shelf.folder("loose")).iterdir())


class _Short(FakePayload):
    """A line that ends before what was said has come."""

    def __init__(self, content):
        super().__init__(content)
        self._FakePayload__len = len(content) + 10

    def read(self, size=-1):
        return self._FakePayload__content.read(size) if self._FakePayload__content else b""


def test_too_many_too_large_together_empty_and_not_a_file_are_said_plainly(web, cast, monkeypatch):
    secret = give(cast)
    receipt = post(web, secret).json()["receipt"]
    empty = put(web, secret, receipt, b"", CONTENT_TYPE="application/octet-stream").json()
    assert empty["type"] == "urn:putright:problem:file-empty"
    assert put(web, secret, receipt, content_type="text/plain").status_code == 415
    monkeypatch.setattr(limits, "MOST_FILES", 2)
    assert [put(web, secret, receipt, name=name).status_code for name in ("a.txt", "b.txt", "c.txt")] == [201, 201, 422]
    assert put(web, secret, receipt, name="a.txt").status_code == 201  # the same again is no new one
    monkeypatch.setattr(limits, "MOST_FILES", 20)
    monkeypatch.setattr(limits, "MOST_TOGETHER", 3 * len(LETTER) - 1)
    assert put(web, secret, receipt, name="d.txt").json()["type"] == "urn:putright:problem:files-too-many"
    assert Document.objects.count() == 2


def test_what_could_do_harm_is_kept_sealed_and_the_answer_says_why(web, cast):
    secret = give(cast)
    receipt = post(web, secret).json()["receipt"]
    answer = put(web, secret, receipt, b"MZ" + b"\0" * 300, name="photo.exe", headers={"Accept-Language": "cy"})
    assert (answer.status_code, answer.json()["sealed"]) == (201, True)
    assert Document.objects.get().content.sealed_for == "program" and "Rhaglen" in answer.json()["words"]


def test_it_needs_the_scope_to_send(web, cast):
    assert put(web, give(cast, rules.STATUS, rules.MEASURES), "x").status_code == 403
    assert put(web, "nothing", "x").status_code == 401
