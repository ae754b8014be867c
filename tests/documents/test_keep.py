"""Keeping a file: byte for byte, once, and in the case of the contact it came with."""

import hashlib
import io
from uuid import uuid4

import pytest

from putright.cases.models import Event
from putright.contacts.actions import receive
from putright.contacts.said import Said
from putright.documents import limits, shelf
from putright.documents.actions import keep
from putright.documents.models import Content, Document
from putright.documents.refusals import NotTaken
from putright.people.gates import NotAllowed
from tests.make import cases

WORDS = "Annwyl Swyddfa, gwelais y cyfan. Ŵ ŷ".encode()


def kept(cast, body=WORDS, name="llythyr.txt", **details):
    told = {"case": None, "came_with": uuid4(), "by": None, "at": cast.at} | details
    return keep(body, name, **told)


def test_a_file_is_kept_byte_for_byte_with_its_hash(cast):
    document = kept(cast)
    content = document.content
    assert content.sha256 == hashlib.sha256(WORDS).hexdigest()
    assert shelf.find(content.sha256).read_bytes() == WORDS
    assert (content.kind, content.shown_as, content.size, content.scanned) == ("text", "text", len(WORDS), "not_scanned")


def test_a_file_like_object_does_as_well(cast):
    assert shelf.find(kept(cast, io.BytesIO(WORDS)).content.sha256).read_bytes() == WORDS


def test_the_same_bytes_lie_on_the_shelf_once(cast, shelf):
    first, second = kept(cast), kept(cast, name="eto.txt")
    assert first.content == second.content
    assert Document.objects.count() == 2
    assert len([path for path in shelf.rglob("*") if path.is_file()]) == 1


def test_sent_twice_with_the_same_thing_it_is_one_document(cast):
    key = uuid4()
    assert kept(cast, came_with=key) == kept(cast, came_with=key)


def test_a_contact_takes_along_what_came_with_it(cast):
    key = uuid4()
    document = kept(cast, came_with=key)
    other = kept(cast, came_with=uuid4())
    contact = receive(Said(key, "email", "Gweler y llythyr."), cast.ffion, by=None, at=cast.at)
    document.refresh_from_db()
    other.refresh_from_db()
    assert document.case == contact.case
    assert other.case is None
    assert [e.facts for e in Event.objects.filter(case=contact.case, verb="document_kept")] == [{"document": document.pk}]


def test_added_to_a_case_it_writes_one_line_however_often(cast):
    case, key = cases.case(cast.ffion), uuid4()
    for _again in range(2):
        kept(cast, case=case, came_with=key, by=cast.sam)
    assert Event.objects.filter(case=case, verb="document_added").count() == 1


def test_a_file_above_the_cap_is_refused_and_leaves_nothing(cast, shelf, monkeypatch):
    monkeypatch.setattr(limits, "MOST_BYTES", 10)
    with pytest.raises(NotTaken, match="too large"):
        kept(cast)
    assert not [path for path in shelf.rglob("*") if path.is_file()]
    assert not Content.objects.exists()


def test_a_role_that_reads_no_cases_keeps_nothing(cast):
    with pytest.raises(NotAllowed):
        kept(cast, by=cast.robin)


def test_what_a_screen_would_refuse_is_kept_sealed_when_it_comes_by_itself(cast):
    document = kept(cast, b"MZ" + bytes(200), "invoice.pdf")
    assert (document.content.sealed_for, document.content.shown_as) == ("program", "")


def test_the_largest_file_is_larger_than_a_telephone_s_video_of_a_few_minutes():
    assert limits.MOST_BYTES >= 200 * limits.MIB
