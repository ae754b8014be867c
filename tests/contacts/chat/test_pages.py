"""The pages of a chat, by form posts alone: everything works with no script, in both languages, and nothing typed is lost."""

import json
from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from design.testing import MannerlyClient
from gateways import clock
from putright.cases.actions import wall_off
from putright.contacts.channels.chat import actions, queries, rules, stream
from putright.contacts.channels.chat.models import Chat, Line, Phrase, Taking
from putright.contacts.models import Contact
from tests.make import cases as make_cases
from tests.make import chat as make
from tests.make.chat import WORKING

pytestmark = pytest.mark.django_db
TOLD = {"danger": "no", "about": make.ABOUT, "name": "", "email": "", "phone": "", "language": "en"}
LATER = WORKING + timedelta(minutes=1)


@pytest.fixture(autouse=True)
def friday_morning():
    with clock.fixed(WORKING):
        yield


@pytest.fixture
def here(cast):
    make.taking(cast.sam)
    return cast


@pytest.fixture
def desk(here, client):
    """Sam's browser; the visitor's is another."""
    sam = MannerlyClient()
    sam.force_login(here.sam.user)
    return sam


def begin(client, lang="en", **told):
    return client.post(f"/{lang}/chat/", {"ticket": uuid4().hex, **TOLD, **told}, follow=True)


def words(response):
    return " ".join(response.content.decode().split())


START = [("en", "Chat with us", "Start the chat"), ("cy", "Sgwrsio â ni", "Dechrau’r sgwrs")]


@pytest.mark.parametrize("lang, title, button", START)
def test_the_start_page_when_somebody_is_here(here, client, lang, title, button):
    page = client.get(f"/{lang}/chat/")
    assert title in words(page) and button in words(page) and "999" in words(page)


def test_the_start_page_asks_the_database_little(here, client, django_assert_num_queries):
    client.get("/en/chat/")
    with django_assert_num_queries(4):  # two of them for what is said of Crimestoppers
        client.get("/en/chat/")


@pytest.mark.parametrize("moment", ["2026-03-27 08:59", "2026-03-27 17:00", "2026-03-28 11:00", "2026-04-06 11:00"])
def test_out_of_hours_and_on_holidays_it_is_a_message(here, client, moment):
    at = datetime.fromisoformat(moment).replace(tzinfo=clock.LONDON)
    make.taking(here.sam, at=at)
    with clock.fixed(at):
        assert "We are closed" in words(client.get("/en/chat/"))
        page = begin(client)
    contact = Contact.objects.get()
    assert contact.channel == "web" and contact.case.reference in words(page) and "We have your message" in words(page)


def test_open_but_nobody_takes_chats_it_is_a_message(cast, client):
    assert "Nobody is here to chat" in words(client.get("/en/chat/"))
    begin(client)
    assert Contact.objects.get().channel == "web"


def test_an_office_that_has_no_chat_has_no_chat_page(here, client):
    with clock.fixed(WORKING.replace(year=2025)):
        assert client.get("/en/chat/").status_code == 404


def test_what_is_missing_is_said_and_what_was_typed_is_still_there(here, client):
    page = client.post("/en/chat/", {"ticket": uuid4().hex, **TOLD, "danger": "", "phone": "not one", "name": "Amir H"})
    assert page.status_code == 422 and "Choose one of the two answers" in words(page) and "Amir H" in words(page)
    assert not Chat.objects.exists()


def test_place_and_wait_are_told_and_the_guess_is_called_one(here, client):
    make.chat()
    page = begin(client)
    assert "You are number 2 in the queue. We cannot say how long it will be." in words(page)
    for number in range(rules.ENOUGH):
        made = make.chat(at=WORKING - timedelta(hours=1, minutes=number))
        Chat.objects.filter(pk=made.pk).update(
            taken_at=made.started_at + timedelta(seconds=90), state="live", handler=here.sam, place_at_start=1
        )
    page = client.get("/en/chat/talk/")
    assert "It may be about 3 minutes. This is only a rough guess from recent chats." in words(page)
    assert "Gall fod tua 3 munud." in words(client.get("/cy/chat/talk/"))


def test_the_waiting_page_refreshes_itself_without_script_until_told_not_to(here, client):
    begin(client)
    assert '<noscript><meta http-equiv="refresh" content="30"></noscript>' in client.get("/en/chat/talk/").content.decode()
    assert "http-equiv" not in client.get("/en/chat/talk/?write=1").content.decode()


def test_a_message_is_stored_once_and_shown(here, client, django_assert_num_queries):
    begin(client)
    key = str(uuid4())
    client.post("/en/chat/talk/", {"do": "say", "key": key, "words": "Another thing"})
    client.post("/en/chat/talk/", {"do": "say", "key": key, "words": "Another thing"})
    with django_assert_num_queries(5):
        page = client.get("/en/chat/talk/")
    assert Line.objects.filter(words="Another thing").count() == 1 and words(page).count("Another thing") == 1


def test_looking_again_keeps_what_is_half_written(here, client):
    begin(client)
    page = client.post("/en/chat/talk/", {"do": "look", "key": str(uuid4()), "words": "half a sen"})
    assert "half a sen" in words(page) and Line.objects.count() == 1


UNSENT = [("", "x"), ("not-a-key", "x"), (str(uuid4()), "  "), (str(uuid4()), "x" * (rules.LONGEST + 1))]


@pytest.mark.parametrize("key, said", UNSENT)
def test_a_message_that_cannot_be_sent_comes_back_with_its_words(here, client, key, said):
    begin(client)
    page = client.post("/en/chat/talk/", {"do": "say", "key": key, "words": said})
    assert page.status_code == 422 and said in page.content.decode() and Line.objects.count() == 1


def test_a_script_is_answered_with_the_number_of_the_line_or_what_is_wrong(here, client, monkeypatch):
    begin(client)

    def say(said):
        sent = {"do": "say", "key": str(uuid4()), "words": said}
        return client.post("/en/chat/talk/", sent, headers={"accept": "application/json"})

    assert say("One").json() == {"seq": 2}
    assert (say("").status_code, say("").json()) == (422, {"wrong": "Write a message first."})
    monkeypatch.setattr(rules, "FAST", 1)
    assert say("Two").status_code == 429


def test_the_secret_link_leads_back_and_a_wrong_one_leads_to_the_start(here, client):
    page = begin(client)
    link = next(part.split('"')[0] for part in page.content.decode().split('href="') if part.startswith("/en/chat/back/"))
    other = MannerlyClient()
    assert make.ABOUT in words(other.get(link, follow=True))
    assert "Chat with us" in words(MannerlyClient().get("/en/chat/back/0000-1111/", follow=True))
    assert Chat.objects.count() == 1


def test_the_end_has_the_reference_the_transcript_and_what_happens_next(here, client):
    begin(client, email="amir@complainant.example")
    page = client.post("/en/chat/talk/", {"do": "leave"}, follow=True)
    contact = Contact.objects.get()
    for told in (contact.case.reference, make.ABOUT, "What happens next", "You ended the chat."):
        assert told in words(page)
    assert client.get("/en/chat/talk/", follow=True).redirect_chain == [("/en/chat/ended/", 302)]


def test_written_after_the_end_the_words_come_back(here, client):
    begin(client)
    actions.leave(Chat.objects.get(), at=WORKING)
    page = client.post("/en/chat/talk/", {"do": "say", "key": str(uuid4()), "words": "and one more thing"})
    assert page.status_code == 422 and "and one more thing" in words(page) and "This chat has ended" in words(page)


def test_no_secret_no_chat(here, client):
    make.chat()
    for address in ("talk/", "ended/"):
        assert client.get(f"/en/chat/{address}").status_code == 302
    assert client.get("/en/chat/stream/").status_code == 204


def test_danger_is_asked_and_what_to_do_is_shown_throughout(here, client):
    page = begin(client, danger="yes")
    assert "If you cannot speak on a mobile" in words(page) and Chat.objects.get().at_risk


def test_a_stream_is_handed_over_with_what_may_be_listened_to(here, client):
    begin(client)
    answer = client.get("/cy/chat/stream/?after=4", headers={"last-event-id": "7"})
    told = json.loads(answer[stream.HEADER])
    assert told == {"of": "visitor", "chat": Chat.objects.get().pk, "after": "7", "language": "cy"}


def test_typing_is_a_sign_and_no_record(here, client):
    begin(client)
    assert client.post("/en/chat/typing/").status_code == 204
    assert Chat.objects.get().visitor_typing_at == WORKING and Line.objects.count() == 1


# --- The handler's side.
def test_the_desk_shows_who_waits_and_each_chat_and_asks_the_database_no_more_for_more(here, desk, django_assert_num_queries):
    made = [make.chat(name=f"Person {number}") for number in range(6)]
    for chat in made[:2]:
        actions.take_chat(chat, by=here.sam, at=WORKING)
    desk.get("/en/staff/chats/")
    with django_assert_num_queries(11):
        page = desk.get("/en/staff/chats/")
    assert all(f"Person {number}" in words(page) for number in range(6))
    make.taken(here.sam)
    make.chat()
    with django_assert_num_queries(11):
        desk.get("/en/staff/chats/")


def test_it_is_taken_answered_and_settled(here, desk, client):
    begin(client)
    chat = Chat.objects.get()
    page = desk.post("/en/staff/chats/take/", {"key": str(chat.key)}, follow=True)
    assert "Sam Adeyemi joined the chat." in words(page)
    desk.post(f"/en/staff/chats/{chat.key}/", {"do": "say", "key": str(uuid4()), "words": "Hello, I have read it"})
    seen = client.get("/en/chat/talk/")
    assert "You are chatting with Sam Adeyemi." in words(seen) and "Hello, I have read it" in words(seen)
    done = {"do": "settle", "kind": "enquiry", "reason": "", "answer": "Told them the news", "joins": ""}
    page = desk.post(f"/en/staff/chats/{chat.key}/end/", done, follow=True)
    assert "Told them the news" in words(page)
    assert "We have dealt with it." in words(client.get("/en/chat/talk/", follow=True))


def test_a_ready_sentence_goes_into_the_box_in_the_language_of_the_chat(here, desk):
    chat = make.taken(here.sam, language="cy")
    sentence = queries.phrases()[1]
    sent = {"do": "phrase", "key": str(uuid4()), "words": "Bore da.", "phrase": sentence.words_cy}
    page = desk.post(f"/en/staff/chats/{chat.key}/", sent)
    assert f"Bore da. {sentence.words_cy}" in page.content.decode().replace("&#39;", "’")


def test_refused_words_are_still_in_their_box(here, desk):
    chat = make.taken(here.sam)
    page = desk.post(f"/en/staff/chats/{chat.key}/", {"do": "say", "key": str(uuid4()), "words": "x" * (rules.LONGEST + 1)})
    assert page.status_code == 422 and "x" * (rules.LONGEST + 1) in page.content.decode()


def test_it_is_passed_to_a_colleague_who_accepts(here, desk):
    jo = MannerlyClient()
    jo.force_login(here.jo.user)
    chat = make.taken(here.sam)
    assert "No colleague is taking chats now" in words(desk.get(f"/en/staff/chats/{chat.key}/pass-on/"))
    jo.post("/en/staff/chats/taking/", {"takes": "yes", "most": "2"})
    assert "Jo Marsh (0 of 2 chats)" in words(desk.get(f"/en/staff/chats/{chat.key}/pass-on/"))
    desk.post(f"/en/staff/chats/{chat.key}/pass-on/", {"to": str(here.jo.pk), "press": "p1"})
    assert "Sam Adeyemi asks you to take over a chat." in words(jo.get("/en/staff/chats/"))
    jo.post(f"/en/staff/chats/{chat.key}/offer/", {"do": "accept", "press": "p2"})
    assert Chat.objects.get().handler == here.jo
    assert desk.get(f"/en/staff/chats/{chat.key}/end/").status_code == 404


def test_a_case_it_cannot_open_and_one_that_is_not_there_are_answered_alike(here, desk):
    chat = make.taken(here.sam)
    walled = make_cases.case(here.amir)
    wall_off(walled, here.sam, "knows the officer", by=here.jo, at=WORKING)
    answers = []
    for reference in (walled.reference, "PR-00000-00000"):
        done = {"do": "keep", "kind": "enquiry", "reason": "", "answer": "", "joins": reference}
        page = desk.post(f"/en/staff/chats/{chat.key}/end/", done)
        answers.append((page.status_code, "There is no case with that reference that you can open." in words(page)))
    assert answers == [(422, True), (422, True)] and Chat.objects.get().state == "live"


def test_an_open_page_that_only_listens_does_not_keep_somebody_signed_in(here, desk):
    desk.get("/en/staff/chats/")
    for minutes in range(2, 40, 2):
        with clock.fixed(WORKING + timedelta(minutes=minutes)):
            answer = desk.get("/en/staff/chats/stream/", headers={"accept": "text/event-stream"})
    assert answer.status_code == 302 and "/staff/sign-in/" in answer["Location"]


def test_how_many_and_whether(here, desk):
    desk.post("/en/staff/chats/taking/", {"takes": "no", "most": "5"})
    taking = Taking.objects.get(handler=here.sam)
    assert (taking.takes, taking.most) == (False, 5)
    assert desk.post("/en/staff/chats/taking/", {"takes": "maybe", "most": "5"}).status_code == 422


def test_a_supervisor_keeps_the_ready_sentences(here, desk, client, django_assert_num_queries):
    assert desk.get("/en/staff/chats/phrases/").status_code == 403
    client.force_login(here.jo.user)
    page = client.post("/en/staff/chats/phrases/", {"words_en": "Only English", "words_cy": "", "press": "a"})
    assert page.status_code == 422 and "Write the sentence in Welsh" in words(page) and "Only English" in words(page)
    client.post("/en/staff/chats/phrases/", {"words_en": "Bear with me", "words_cy": "Byddwch yn amyneddgar", "press": "b"})
    made = Phrase.objects.get(words_en="Bear with me")
    client.post(f"/en/staff/chats/phrases/{made.pk}/", {"do": "drop", "press": "c"})
    with django_assert_num_queries(5):
        page = client.get("/cy/staff/chats/phrases/")
    assert "Bear with me" not in words(page)
    assert client.get(f"/en/staff/chats/phrases/{made.pk}/").status_code == 404


def test_the_sentences_we_come_with_can_be_changed_and_taken_away_from_the_start(here, client):
    client.force_login(here.jo.user)
    every = queries.phrases()
    first, second = every[:2]
    page = words(client.get(f"/en/staff/chats/phrases/{first.pk}/"))
    assert first.words_en in page and not Phrase.objects.exists()
    client.post(f"/en/staff/chats/phrases/{first.pk}/", {"words_en": "Hello.", "words_cy": "Helo.", "press": "a"})
    standing = queries.phrases()
    assert [one.words_en for one in standing] == [one.words_en for one in every[1:]] + ["Hello."]
    same = next(one for one in standing if one.words_en == second.words_en)
    client.post(f"/en/staff/chats/phrases/{same.pk}/", {"do": "drop", "press": "b"})
    assert second.words_en not in [one.words_en for one in queries.phrases()]


def test_a_sentence_we_come_with_is_taken_away_first_of_all(here, client):
    client.force_login(here.jo.user)
    every = queries.phrases()
    client.post(f"/en/staff/chats/phrases/{every[2].pk}/", {"do": "drop", "press": "a"})
    assert [one.words_en for one in queries.phrases()] == [one.words_en for one in every if one is not every[2]]


def test_a_chat_ends_with_the_questions_of_its_kind_and_crimestoppers_comes_first(here, desk):
    chat = make.taken(here.sam)
    address = f"/en/staff/chats/{chat.key}/end/"
    done = {"do": "keep", "kind": "enquiry", "reason": "", "answer": "", "joins": "", "topic": "vehicle-recovery"}
    assert "Registration number of the vehicle" in words(desk.post(address, done)) and not Contact.objects.exists()
    sealed = desk.post(address, done | {"topic": "intelligence", "shown": "intelligence"})
    assert "Crimestoppers" in words(sealed) and not Contact.objects.exists()
    told = {"shown": "vehicle-recovery", "q_vehicle-recovery_registration": "AB12CDE"}
    assert desk.post(address, done | told).status_code == 302
    made = Contact.objects.get()
    assert (made.topic, made.answers.get().value) == ("vehicle-recovery", "AB12 CDE")


def test_before_a_chat_begins_crimestoppers_is_told_of(here, client):
    assert "Crimestoppers" in words(client.get("/en/chat/"))
