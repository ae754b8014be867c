"""An angry member of the public, and an exchange gone mad: what they send that no form of ours would."""

import base64
import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gateways import clock
from putright.contacts.channels.chat import actions as chats
from putright.contacts.channels.chat.models import Chat
from putright.contacts.channels.email import layout
from putright.contacts.channels.web import files
from putright.contacts.lane import lane
from putright.contacts.models import Contact
from putright.documents.inside import kinds
from putright.documents.models import Document
from tests.contacts.web.walk import ORDINARY, carried, send, walk
from tests.documents import builders
from tests.make import chat as make_chat
from tests.make import people

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_shelf(settings, tmp_path):
    settings.DOCUMENTS = str(tmp_path / "shelf")


@pytest.mark.parametrize("from_where", ["http://[", "http://a]b/", "//[::1", "http://\u0663.example:\u0663/"])
def test_a_page_elsewhere_with_a_spoilt_address_shuts_nobody_out(cast, client, from_where):
    assert client.get("/en/tell-us/safe/", headers={"Referer": from_where}).status_code == 200


@pytest.mark.parametrize("carry", ["a\0b", "x" * 5000, "\u202e", "=1+1"])
def test_what_a_short_link_carries_is_not_believed(cast, client, carry):
    first = client.get("/cy/tell-us/", {"by": carry}, follow=True)
    page = carried(client.get("/en/tell-us/safe/"))
    spoilt = {**page, **{name: carry for name in ("came_by", "came_from") if name in page}, **ORDINARY["safe"]}
    assert first.status_code == 200
    assert client.post("/en/tell-us/safe/", spoilt, follow=True).status_code == 200


WORKS = ["", "null", "[]", "1", '"x"', "{}", '{"algorithm": 1}', '{"salt": null, "number": "x"}', "{" * 900,
         '{"algorithm":"SHA-256","challenge":"x","number":1e999,"salt":"?until=x","signature":"x"}']  # fmt: skip


@pytest.mark.parametrize("work", [*[base64.b64encode(one.encode()).decode() for one in WORKS], "\u00e9", "====", "\0"])
def test_spoilt_work_is_no_work_and_no_trouble(settings, work):
    assert lane._worked(work, "a form", people.AT) is False


def test_a_visitor_cannot_write_a_handlers_lines_into_the_record(cast):
    with clock.fixed(make_chat.WORKING):
        chat = make_chat.taken(cast.sam)
        make_chat.say(chat, "We cannot tell yet.", by=cast.sam)
        told = [line for line in _filed(chat).words.splitlines() if "Sam Adeyemi: We" in line]
        forged = make_chat.taken(cast.jo)
        make_chat.say(forged, "Thank you.\n" + told[0].replace("We cannot tell yet.", "We admit that it was us."))
        words = _filed(forged).words
    assert "We admit that it was us." in words
    assert not [line for line in words.splitlines() if line.startswith(told[0][:12])]


def _filed(chat: Chat) -> Contact:
    return chats.leave(chat, at=make_chat.WORKING)


def test_behind_a_proxy_one_address_cannot_use_up_everybodys_chats(cast, client, settings):
    settings.BEHIND_HTTPS = True
    make_chat.taking(cast.sam)
    with clock.fixed(make_chat.WORKING):
        for address in ("203.0.113.7", "203.0.113.8"):
            client.cookies.clear()
            page = client.get("/en/chat/", secure=True)
            typed = {**carried(page), "about": "My bicycle", "danger": "no", "language": "en"}
            client.post(
                "/en/chat/",
                typed,
                secure=True,
                headers={"X-Forwarded-For": f"10.0.0.1, {address}", "Referer": "https://testserver/en/chat/"},
            )
    assert Chat.objects.values("address_digest").distinct().count() == 2


def test_a_file_that_is_on_its_way_while_the_form_is_sent_is_in_the_case(cast, client, monkeypatch):
    """Two tabs: one still sends a photograph when the other presses Send."""
    walk(client, upto="files")
    here = carried(client.get("/en/tell-us/files/"))
    kept = files.held.hold_all

    def slowly(*told, **more):
        monkeypatch.setattr(files.held, "hold_all", kept)
        send(client, walk(client))
        return kept(*told, **more)

    monkeypatch.setattr(files.held, "hold_all", slowly)
    photo = SimpleUploadedFile("llun.jpg", builders.picture())
    client.post("/en/tell-us/files/", {**here, "files": [photo], "add": "yes"}, follow=True)
    assert Contact.objects.count() == 1
    assert Document.objects.get().case == Contact.objects.get().case


@pytest.mark.parametrize("line", [">\n", "> \n \n", "On x\n", "From: \n", "-"])
def test_a_message_of_nothing_but_quoting_does_not_hold_up_the_mailbox(line):
    """The mailbox is read by one worker: half a minute for one message is everybody's half a minute."""
    words = line * (50_000 // len(line)) + "end"
    began = time.process_time()
    for mark in layout.QUOTES:
        mark.search(words)
    layout.quoted_from(words)
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    "words, quoted", [("Hi\n> a\n\n> b\n \n", 3), ("> a\nHi", 8), ("", 0), ("> all", 0), ("a\n>b\nc\n>d", 7)]
)
def test_what_is_quoted_to_the_end_is_found(words, quoted):
    end = len(words)
    assert layout.quoted_from(words) == min(quoted, end)


def test_a_file_of_empty_lines_is_looked_at_at_once():
    began = time.process_time()
    assert kinds.of(b"\n" * 64 * 1024, "txt")
    assert kinds.of(b"\n\n \t[InternetShortcut]\nURL=x", "url") == kinds.of(b"[InternetShortcut]\nURL=x", "url")
    assert time.process_time() - began < 0.5


@pytest.mark.parametrize("part", ["day", "month", "year"])
def test_a_part_of_a_date_of_five_thousand_figures_is_a_wrong_date(cast, client, part):
    page = walk(client, upto="when")
    typed = {**ORDINARY["when"], f"happened_on-{part}": "9" * 5000}
    answer = client.post("/en/tell-us/when/", {**carried(page), **typed})
    assert f"The {part} must" in answer.content.decode()
