"""What streams tell: every line once and in order, to those it is for, and nothing over again when somebody comes back."""

import asyncio
import json
from datetime import timedelta

import pytest
from django.db import DatabaseError

from gateways import clock
from putright.contacts.channels.chat import actions, signs
from putright.contacts.channels.chat import hub as hubs
from putright.contacts.channels.chat.models import Chat
from putright.contacts.channels.chat.views import HandlerView, VisitorView, view_of
from putright.contacts.channels.chat.world import Looking
from tests.make import chat as make
from tests.make.chat import WORKING

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def friday_morning():
    with clock.fixed(WORKING):
        yield


@pytest.fixture
def looking(monkeypatch):
    """Without letting go of the connection the test itself uses."""
    monkeypatch.setattr("putright.contacts.channels.chat.world.connection.close", lambda: None)
    return Looking()


def told(view, looking, kind=""):
    """The news of one look: (event, number, what)."""
    found = []
    for piece in view.news(looking.look(view.listens_to())):
        parts = dict(line.split(": ", 1) for line in piece.decode().strip().split("\n"))
        found.append((parts["event"], parts.get("id", ""), json.loads(parts["data"])))
    return [one for one in found if not kind or one[0] == kind]


def lines(view, looking):
    return [what["seq"] for _, _, what in told(view, looking, "line")]


def test_each_line_once_in_order_with_its_number(cast, looking):
    chat = make.taken(cast.sam)
    view = VisitorView(chat.pk, "en", 0)
    make.say(chat, "Hello", by=cast.sam)
    first = told(view, looking, "line")
    assert [(number, what["seq"]) for _, number, what in first] == [("1", 1), ("2", 2), ("3", 3)]
    assert "Hello" in first[2][2]["html"] and lines(view, looking) == []
    make.say(chat, "Are you there?")
    assert lines(view, looking) == [4]


def test_coming_back_with_the_last_number_loses_nothing_and_doubles_nothing(cast, looking):
    chat = make.taken(cast.sam)
    for number in range(5):
        make.say(chat, str(number))
    assert lines(view_of({"of": "visitor", "chat": chat.pk, "after": "4", "language": "en"}), looking) == [5, 6, 7]
    desk = view_of({"of": "handler", "handler": cast.sam.pk, "after": f"{chat.pk}.6", "language": "en"})
    assert lines(desk, looking) == [7]


@pytest.mark.parametrize("after", ["", "x", "-1", "9" * 40, "٣", "1.2.3--4", "." * 300])
def test_a_number_that_is_none_is_read_as_none(cast, looking, after):
    chat = make.taken(cast.sam)
    for told_by in ({"of": "visitor", "chat": chat.pk}, {"of": "handler", "handler": cast.sam.pk}):
        assert lines(view_of({**told_by, "after": after, "language": "en"}), looking) == [1, 2]


def test_words_are_shown_as_they_were_typed_and_run_nothing(cast, looking):
    chat = make.taken(cast.sam)
    make.say(chat, "<script>alert(1)</script>\ndata: x\n\nevent: line")
    shown = told(VisitorView(chat.pk, "en", 2), looking, "line")
    assert len(shown) == 1 and "&lt;script&gt;" in shown[0][2]["html"] and "<script>" not in shown[0][2]["html"]


def test_a_visitor_is_told_nothing_of_other_chats_nor_of_what_colleagues_offer(cast, looking):
    make.taking(cast.jo)
    mine, other = make.taken(cast.sam), make.taken(cast.sam)
    make.say(other, "A secret of another person")
    actions.pass_on(mine, cast.jo, by=cast.sam, at=WORKING)
    news = told(VisitorView(mine.pk, "en", 0), looking)
    assert "secret" not in json.dumps(news) and "Jo Marsh" not in json.dumps(news)
    assert [what["seq"] for event, _, what in news if event == "line"] == [1, 2]


def test_a_handler_is_told_of_their_own_chats_until_they_are_passed_on(cast, looking):
    make.taking(cast.jo)
    chat, elsewhere = make.taken(cast.sam), make.taken(cast.jo)
    view = HandlerView(cast.sam.pk, "en", {})
    assert {what["chat"] for _, _, what in told(view, looking, "line")} == {str(chat.key)}
    actions.pass_on(chat, cast.jo, by=cast.sam, at=WORKING)
    actions.answer_offer(chat, True, by=cast.jo, at=WORKING)
    make.say(chat, "Only for Jo now"), make.say(elsewhere, "Nor this")
    assert "Jo now" not in json.dumps(told(view, looking)) and lines(view, looking) == []


def test_place_wait_and_typing_are_told_when_they_change_and_lapse(cast, looking):
    first, second = make.chat(), make.chat(at=WORKING + timedelta(seconds=1))
    view = VisitorView(second.pk, "cy", 1)
    assert told(view, looking)[0][2]["status"] == "Chi yw rhif 2 yn y ciw. Ni allwn ddweud faint o amser fydd hi."
    assert told(view, looking) == []
    actions.leave(first, at=WORKING)
    assert told(view, looking)[0][2]["status"].startswith("Chi yw’r nesaf.")
    actions.take_chat(second, by=cast.sam, at=WORKING)
    second.refresh_from_db()
    signs.handler_types(second, at=WORKING)
    assert told(view, looking, "state")[-1][2] == {"status": "Rydych yn sgwrsio â Sam Adeyemi.", "over": False, "writes": True}
    with clock.fixed(WORKING + timedelta(seconds=7)):
        assert told(view, looking, "state")[-1][2]["writes"] is False


def test_the_desk_is_told_who_waits_who_writes_and_what_is_not_answered(cast, looking):
    view = HandlerView(cast.sam.pk, "en", {})
    assert told(view, looking, "waiting")[0][2]["number"] == 0
    chat = make.chat(name="Bethan <b>")
    waiting = told(view, looking, "waiting")[0][2]
    assert waiting["number"] == 1 and "Bethan &lt;b&gt;" in waiting["html"] and str(chat.key) in waiting["html"]
    actions.take_chat(chat, by=cast.sam, at=WORKING)
    signs.visitor_types(Chat.objects.get(), at=WORKING)
    state = told(view, looking, "state")[-1][2]
    assert state["chats"] == {str(chat.key): {"unanswered": 1, "writes": True}}


def test_the_end_is_told_to_both(cast, looking):
    chat = make.taken(cast.sam)
    theirs, ours = VisitorView(chat.pk, "en", 2), HandlerView(cast.sam.pk, "en", {chat.pk: 2})
    looking.look({chat.pk})
    actions.leave(chat, at=WORKING)
    assert lines(ours, looking) == [3]
    news = told(theirs, looking)
    assert news[0][2]["seq"] == 3 and news[1][2]["over"] is True


def test_looking_asks_the_database_the_same_however_many_chats_there_are(cast, looking, django_assert_max_num_queries):
    for _ in range(3):
        make.taken(cast.sam)
    looking.look(set())
    for _ in range(10):
        make.chat()
    with django_assert_max_num_queries(2):
        looking.look(set())
    with django_assert_max_num_queries(1):
        looking.look(set())


def test_a_line_is_never_passed_over_when_rows_are_read_between_two_commits(cast, looking):
    """The chat's number is read first and its lines after: a line that came between is told once, now or at the next look."""
    chat = make.taken(cast.sam)
    view = VisitorView(chat.pk, "en", 0)
    looking.look({chat.pk})
    Chat.objects.filter(pk=chat.pk).update(seq=3)  # what another transaction has numbered and we cannot read yet
    assert lines(view, looking) == [1, 2]
    Chat.objects.filter(pk=chat.pk).update(seq=2)
    make.say(chat, "Now it is there")
    assert lines(view, looking) == [3]


def test_a_listener_far_behind_is_let_go_to_come_again(cast, looking, monkeypatch):
    monkeypatch.setattr(hubs, "MOST_BEHIND", 3)
    chat = make.taken(cast.sam)
    for number in range(5):
        make.say(chat, str(number))

    world = looking.look({chat.pk})

    async def behind():
        listener = hubs.Listener(VisitorView(chat.pk, "en", 0))
        listener.told(world)
        return [listener.box.get_nowait() for _ in range(listener.box.qsize())]

    assert asyncio.run(behind())[-1] is None


def test_a_database_that_does_not_answer_is_asked_again_and_the_stream_stays(monkeypatch):
    monkeypatch.setattr(hubs, "PAUSE", 0.001)
    asked = []

    def look(_looking, listened):
        asked.append(listened)
        raise DatabaseError("away")

    monkeypatch.setattr(hubs.Looking, "look", look)

    async def run():
        hub = hubs.Hub()
        stream = hub.stream({"of": "visitor", "chat": 1, "after": "", "language": "en"})
        assert await anext(stream) == b"retry: 1000\n\n"
        waits = asyncio.ensure_future(anext(stream))
        while len(asked) < 4:
            await asyncio.sleep(0.005)
        listens = len(hub.listeners)
        hub.close()
        with pytest.raises(StopAsyncIteration):
            await waits
        return listens

    assert asyncio.run(run()) == 1
