"""Pressed twice, from two tabs, by two people at once, in the wrong order: accounts, files and links."""

from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection  # noqa: F401 - the mark below names it
from django.test import Client
from django.urls import reverse

from putright.accounts import actions, codes, links, queries, refusals
from putright.accounts.account import Account, account_of
from putright.contacts.models import Contact
from putright.documents.models import Document
from tests.adversary.test_at_once import all_at_once
from tests.cast import assemble
from tests.contacts.web.walk import carried
from tests.documents import builders
from tests.make import people

pytestmark = pytest.mark.django_db
NIA = Account("Nia Parry", "handler", "front")
NEW = "/en/staff/contacts/new"
TYPED = {
    "words": "Brought photos to the counter.",
    "kind": "complaint",
    "channel": "counter",
    "do": "keep",
    "who": "Ffion Rees",
}


def ask(cast, account=NIA, kind="open", about=None, by=None):
    return actions.ask(kind, account, "She starts on Monday", about=about, by=by or cast.jo, at=cast.at)


def changed(handler, **fields):
    return replace(account_of(handler), **fields)


def test_of_two_changes_asked_at_once_the_second_does_not_take_the_first_back(cast):
    """Each is a whole account as it was when it was asked: agreeing to an older one would quietly undo a newer one."""
    name = ask(cast, changed(cast.sam, name="Sam Adeyemi-Lloyd", role="supervisor"), "change", cast.sam)
    lower = ask(cast, changed(cast.sam, collar_number="7"), "change", cast.sam)
    actions.agree(lower, by=cast.toni, at=cast.at)
    with pytest.raises(refusals.ChangedSince):
        actions.agree(name, by=cast.toni, at=cast.at)
    cast.sam.refresh_from_db()
    assert (cast.sam.collar_number, cast.sam.role) == ("7", "handler")


def test_what_somebody_asked_who_has_left_is_agreed_by_nobody(cast):
    second = actions.agree(ask(cast, Account("Del Rhys", "administrator", "systems")), by=cast.toni, at=cast.at)
    assert second
    waiting = ask(cast, Account("A Friend", "supervisor", "front"), by=cast.toni)
    del_rhys = queries.everybody().get(name="Del Rhys")
    del_rhys.user.is_active = True
    del_rhys.user.save()
    actions.leave(cast.toni, by=del_rhys, at=cast.at)
    waiting.refresh_from_db()
    with pytest.raises(refusals.AskerLeft):
        actions.agree(waiting, by=cast.jo, at=cast.at)


def test_a_joining_link_used_by_two_at_once_is_answered_in_plain_words_to_the_second(cast, client, monkeypatch):
    secret = actions.agree(ask(cast), by=cast.toni, at=cast.at)
    both_opened = queries.joining(secret, at=cast.at)
    links.use(both_opened, "three random words here", at=cast.at)
    monkeypatch.setattr("putright.accounts.pages.queries.joining", lambda *told, **more: both_opened)
    monkeypatch.setattr(codes, "right", lambda *told: True)
    password = "another four random words"  # noqa: S105 - nobody's
    answer = client.post(
        reverse("accounts:join", args=[secret]), {"password": password, "again": password, "code": "123456"}
    )
    assert answer.status_code == 404
    assert "has been used" in answer.content.decode()


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_link_that_is_asked_for_does_not_shut_the_accounts_page(cast, client, language):
    """It has no details of an account, and the page that lists it is the only way to agree."""
    waiting = ask(cast, None, "link", cast.sam)
    client.force_login(cast.toni.user)
    page = client.get(f"/{language}/staff/accounts/")
    assert (
        page.status_code == 200
        and reverse("accounts:settle", args=[waiting.pk]).removeprefix("/en") in page.content.decode()
    )
    assert (
        client.get(f"/{language}" + reverse("accounts:settle", args=[waiting.pk]).removeprefix("/en")).status_code
        == 200
    )


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite lets one writer in at a time")
def test_two_administrators_who_leave_at_once_do_not_both_leave():
    cast = assemble()
    other = people.handler("Del Rhys", "administrator", people.team("systems", "other"))
    troubles = all_at_once(
        lambda: actions.leave(cast.toni, by=other, at=cast.at), lambda: actions.leave(other, by=cast.toni, at=cast.at)
    )
    assert sorted(type(trouble).__name__ for trouble in troubles) == ["LastOne", "NoneType"]


@pytest.fixture
def shelf(settings, tmp_path):
    settings.DOCUMENTS = str(tmp_path / "shelf")


def photo(name="llun.jpg"):
    return SimpleUploadedFile(name, builders.picture())


def test_a_file_added_on_going_back_and_saving_again_is_in_the_case(cast, shelf):
    client = Client()
    client.force_login(cast.sam.user)
    page = carried(client.get(NEW))
    first = client.post(NEW, {**page, **TYPED})
    again = client.post(NEW, {**page, **TYPED, "files": [photo()]})
    assert first["Location"] == again["Location"]
    assert Document.objects.get().case == Contact.objects.get().case
