"""What the rounds do: scan what was not scanned, scan again, sweep what nobody wants, and miss nothing that is gone."""

import os
from datetime import timedelta
from uuid import uuid4

import pytest

from gateways import scanner
from gateways.scanner_fake import TEST_WORDS, FakeScanner
from putright.documents import held, shelf
from putright.documents.actions import keep
from putright.documents.models import Content, Document
from putright.documents.owed import forget_contents, fulfil, owed, sweep
from tests.make import cases

from . import builders

LATER = timedelta(days=3)


def kept(cast, body=b"gair", case=None, **more):
    return keep(body, "a.txt", case=case, came_with=uuid4(), by=None, at=cast.at, **more)


def go_round(at):
    keys = [key for key, _since in owed(at, limit=50)]
    for key in keys:
        fulfil(key, at=at)
    return keys


def aged(at):
    """As if everything on the shelf had lain there since long before `at`."""
    for path in [*shelf.folder("kept").glob("??/*"), *shelf.folder("loose").glob("*"), *shelf.folder("swept").glob("*")]:
        os.utime(path, ((at - LATER).timestamp(),) * 2)


def test_without_a_scanner_nothing_is_owed_but_the_sweep(cast):
    kept(cast)
    with scanner.fixed(None):
        assert [key.split(":")[1] for key, _since in owed(cast.at, limit=50)] == ["sweep"]


def test_what_was_not_scanned_is_scanned_once_there_is_a_scanner(cast):
    case = cases.case(cast.ffion)
    good, bad = kept(cast), kept(cast, b"drwg" + TEST_WORDS, case)
    with scanner.fixed(FakeScanner(at_once=False)):
        go_round(cast.at)
        for document in (good, bad):
            document.content.refresh_from_db()
        assert (good.content.scanned, bad.content.scanned, bad.content.sealed_for) == ("clean", "found", "found")
        assert not [key for key in go_round(cast.at) if "scan" in key]


def test_a_scanner_that_is_out_of_order_is_asked_again_later_and_nothing_is_called_clean(cast):
    document, fake = kept(cast), FakeScanner()
    fake.down = True
    with scanner.fixed(fake):
        go_round(cast.at)
        document.content.refresh_from_db()
        assert document.content.scanned == "not_scanned"
        assert not [key for key in go_round(cast.at) if "scan" in key]
        fake.down = False
        go_round(cast.at + timedelta(hours=2))
        document.content.refresh_from_db()
        assert document.content.scanned == "clean"


def test_what_the_scanner_learns_later_seals_what_was_clean(cast):
    case = cases.case(cast.ffion)
    document = kept(cast, b"new sort of virus", case)
    with scanner.fixed(FakeScanner()):
        go_round(cast.at)
    with scanner.fixed(FakeScanner(knows=b"new sort")):
        go_round(cast.at + timedelta(days=2))
    document.content.refresh_from_db()
    assert document.content.sealed_for == "found"


def test_a_thousand_leftovers_are_all_found_and_no_wanted_byte_is_touched(cast):
    wanted = [kept(cast, f"gair {n}".encode()) for n in range(20)]
    for n in range(500):
        path = shelf.take(f"left {n}".encode()).path
        if n % 2:
            os.replace(path, path.with_name(path.name[::-1]))
    for n in range(500):
        shelf.take(f"unwritten {n}".encode()).settle()
    aged(cast.at)
    assert sweep(at=cast.at).gone == 1000
    assert all(shelf.whole(document.content.sha256) for document in wanted)


def test_bytes_put_back_while_they_are_swept_stay(cast, monkeypatch):
    """Somebody sends the same file at the moment its leftover is judged: the row comes after the look."""
    loose = shelf.take(b"yr un ffeil")
    loose.settle()
    aged(cast.at)

    def wanted(sha256):
        shelf.take(b"yr un ffeil").settle()
        return False

    shelf.sweep(shelf.place(loose.sha256), wanted, at=cast.at)
    assert shelf.whole(loose.sha256)


def test_a_sweep_that_died_with_a_file_in_its_hand_is_mended_by_the_next(cast):
    document = kept(cast)
    aside = shelf.folder("swept") / document.content.sha256
    aside.parent.mkdir(parents=True)
    os.replace(shelf.place(document.content.sha256), aside)
    assert shelf.find(document.content.sha256) == aside
    sweep(at=cast.at)
    assert shelf.place(document.content.sha256).exists()


def test_a_young_leftover_is_left_alone(cast):
    shelf.take(b"being written").settle()
    sweep(at=cast.at - LATER)
    assert len(list(shelf.folder("kept").glob("??/*"))) == 1


def test_rows_whose_bytes_are_gone_are_counted_and_named(cast):
    lost = [kept(cast, f"gair {n}".encode()) for n in range(3)]
    for document in lost[:2]:
        shelf.place(document.content.sha256).unlink()
    assert set(sweep(at=cast.at).missing) == {document.content.sha256 for document in lost[:2]}


def test_a_content_that_nobody_holds_is_forgotten_and_one_that_is_held_is_not(cast):
    held_one, dropped = kept(cast), kept(cast, b"other")
    Document.objects.filter(pk=dropped.pk).delete()
    forget_contents(cast.at + LATER)
    assert Content.objects.get() == held_one.content


def test_what_came_in_a_message_without_a_case_is_never_swept(cast):
    document = kept(cast)
    aged(cast.at)
    sweep(at=cast.at + timedelta(days=400))
    assert Document.objects.get() == document
    assert shelf.whole(document.content.sha256)


def test_a_file_of_an_unfinished_form_is_let_go_after_its_time(cast):
    held.hold(builders.picture(), "a.jpg", came_with=uuid4(), by=None, at=cast.at)
    sweep(at=cast.at + timedelta(days=28))
    assert Document.objects.exists()
    aged(cast.at + timedelta(days=60))
    sweep(at=cast.at + timedelta(days=60))
    assert not Document.objects.exists()
    assert not Content.objects.exists()
    assert not list(shelf.folder("kept").glob("??/*"))


@pytest.mark.django_db(transaction=True)
def test_the_sweep_is_owed_once_a_day(cast):
    with scanner.fixed(None):
        assert len(go_round(cast.at)) == 1
        assert not go_round(cast.at)
        assert len(go_round(cast.at + timedelta(days=1))) == 1
