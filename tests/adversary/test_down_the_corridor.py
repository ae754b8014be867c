"""The officer complained about works down the corridor and has a log-in: what the doors built last might still tell them."""

import pytest
from django.test import Client
from django.urls import reverse

from gateways import clock
from putright.alike.actions import link, unlink
from putright.cases.actions import wall_off
from putright.cases.models import AccessCase, Case, CaseWords
from putright.cases.search import MOST
from putright.contacts.channels.chat import actions as chats
from putright.contacts.channels.chat.views import HandlerView
from putright.contacts.channels.chat.world import Looking
from putright.contacts.said import Settled
from tests.make import chat as make_chat
from tests.make import raw_mail
from tests.make.contacts import contact
from tests.make.mail import arrives
from tests.shape.test_who_may import CHANGES

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam(cast):
    client = Client()
    client.force_login(cast.sam.user)
    with clock.fixed(cast.at):
        yield client


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_log_of_a_linked_case_does_not_tell_of_a_case_one_is_kept_out_of(sam, cast, language):
    open_case, theirs = contact(cast.ffion).case, contact(cast.amir).case
    address = f"/{language}/staff/cases/{open_case.reference}/"
    before = sam.get(address).content.decode()
    link(open_case, theirs, "incident", "Amir saw the same shouting", by=cast.jo, at=cast.at)
    assert "Amir saw the same shouting" in sam.get(address).content.decode()
    wall_off(theirs, cast.sam, "it is about them", by=cast.jo, at=cast.at)
    after = sam.get(address).content.decode()
    assert "Amir saw the same shouting" not in after
    unlink(open_case, theirs, "Not the same after all", by=cast.jo, at=cast.at)
    after = sam.get(address).content.decode()
    assert "Not the same after all" not in after
    assert after.count("moj-timeline__item") == before.count("moj-timeline__item")


def plain(page):
    """Without what is new in every answer."""
    return CHANGES.sub("", page.content.decode())


def flood(number, words="You never answer.", **headers):
    return raw_mail.message(
        words,
        **{"from": "Gwen <gwen@sender.example>"},
        subject=f"Number {number}",
        message_id=f"<flood-{number}@sender.example>",
    )


def test_a_flood_in_the_tray_is_counted_without_what_names_the_one_who_looks(sam, cast):
    for number in range(40):
        arrives(flood(number))
    ours = arrives(flood(41))
    assert ours.crowd
    page = plain(sam.get(reverse("email:tray")))
    arrives(flood(42, "It was Sam Adeyemi who hit me."))
    assert plain(sam.get(reverse("email:tray"))) == page


def test_a_second_copy_of_a_message_is_as_closed_as_the_first(sam, cast):
    told = "It was Sam Adeyemi who hit me."
    first = arrives(raw_mail.message(told, precedence="bulk", message_id="<one@sender.example>"))
    again = arrives(
        raw_mail.message(told, precedence="bulk", message_id="<one@sender.example>", received="by another way")
    )
    assert first.pk != again.pk and again.state == "copy"
    for name in ("email:one", "email:original"):
        assert sam.get(reverse(name, args=[first.pk])).status_code == 404
        assert sam.get(reverse(name, args=[again.pk])).status_code == 404


def test_a_stream_tells_nothing_of_a_chat_whose_case_is_closed_to_its_handler(cast, monkeypatch):
    monkeypatch.setattr("putright.contacts.channels.chat.world.connection.close", lambda: None)
    with clock.fixed(make_chat.WORKING):
        chat = make_chat.taken(cast.sam)
        make_chat.say(chat, "It was you")
        made = chats.leave(chat, at=make_chat.WORKING)
        wall_off(made.case, cast.sam, "it is about them", by=cast.jo, at=make_chat.WORKING)
        view = HandlerView(cast.sam.pk, "en", {chat.pk: 0})
        assert b"It was you" not in b"".join(view.news(Looking().look(view.listens_to())))


def test_a_word_too_long_for_the_index_loses_no_contact(cast):
    """PostgreSQL refuses an index entry over a megabyte: a chat may be longer than that."""
    many = " ".join(f"word{number}ends" for number in range(120_000))
    made = contact(words=many)
    assert made.pk and len(made.words) == len(many)
    assert len(CaseWords.objects.get(case=made.case).words) <= MOST


@pytest.mark.parametrize("language", ["en", "cy"])
def test_how_people_heard_of_us_counts_nothing_of_a_case_one_is_kept_out_of(sam, cast, language):
    before = plain(sam.get(f"/{language}/staff/heard/"))
    theirs = contact(
        cast.amir, came_from="blog.example/what-sam-did-to-amir", heard_from="letter", came_by="letter"
    ).case
    assert "what-sam-did-to-amir" in plain(sam.get(f"/{language}/staff/heard/"))
    wall_off(theirs, cast.sam, "it is about them", by=cast.jo, at=cast.at)
    assert plain(sam.get(f"/{language}/staff/heard/")) == before


def test_looking_somebody_up_leaves_its_line_when_all_their_cases_are_finished(sam, cast):
    """A celebrity’s case is closed: their name, number and how often they rang are shown all the same."""
    done = contact(cast.amir, by=cast.sam, channel="phone", settled=Settled("Told him.")).case
    Case.objects.filter(pk=done.pk).update(stage="closed")
    page = sam.post("/en/staff/contacts/look-up", {"who": "Amir Haddad"})
    assert "Amir Haddad" in page.content.decode()
    assert list(AccessCase.objects.values_list("case", flat=True)) == [done.pk]
