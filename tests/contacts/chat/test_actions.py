"""What both sides of a chat can do: said once, numbered in order, ended once, and then a contact with its case."""

from datetime import timedelta
from uuid import uuid4

import pytest

from putright.cases.actions import wall_off
from putright.cases.log import broken_at
from putright.cases.models import Case, Event, Wall
from putright.contacts.channels.chat import actions, owed, queries, rules, secret
from putright.contacts.channels.chat.filing import Closing
from putright.contacts.channels.chat.models import Chat, Line
from putright.contacts.channels.chat.refusals import (
    BothLanguages,
    Full,
    NothingTyped,
    NotTaking,
    NotYours,
    Over,
    Taken,
    TooFast,
)  # fmt: skip
from putright.contacts.channels.web import codes
from putright.contacts.models import Contact
from putright.contacts.refusals import NoAnswer
from putright.people.gates import NotAllowed
from tests.make import cases as make_cases
from tests.make import chat as make
from tests.make.chat import WORKING

pytestmark = pytest.mark.django_db
LATER = WORKING + timedelta(minutes=5)


def verbs(case):
    return list(Event.objects.filter(case=case).order_by("seq").values_list("verb", flat=True))


def told(chat):
    return [(line.seq, line.side, line.kind, line.words) for line in queries.lines(chat)]


# --- Beginning.
def test_a_chat_begins_with_what_it_is_about_and_makes_no_case_yet(cast):
    made = make.chat()
    assert (made.state, made.seq, made.unanswered, made.place_at_start) == ("waiting", 1, 1, 1)
    assert told(made) == [(1, "visitor", "said", make.ABOUT)]
    assert not Case.objects.exists()


def test_the_same_ticket_twice_is_one_chat_with_one_secret(cast):
    first, second = make.chat(ticket="t" * 32), make.chat(ticket="t" * 32, about="Something else")
    assert first.pk == second.pk and Line.objects.count() == 1
    assert queries.by_code(secret.code_of("t" * 32)) == first
    assert queries.by_code(secret.code_of("u" * 32)) is None


def test_nobody_finds_the_secret_from_the_key(cast):
    made = make.chat(ticket="t" * 32)
    assert codes.digest(secret.code_of(str(made.key))) != made.secret_digest
    assert codes.digest(secret.code_of(made.key.hex)) != made.secret_digest


def test_while_nobody_is_here_it_is_a_message_counted_as_online(cast):
    made = make.chat(open_now=False)
    assert (made.state, made.ended_by, made.contact.channel, made.contact.words) == ("ended", "message", "web", make.ABOUT)
    assert verbs(made.contact.case) == ["received"]
    assert queries.since(WORKING).left_while_closed == 1


def test_one_chat_too_many_from_an_address_is_a_message_and_others_are_not_touched(cast, monkeypatch):
    monkeypatch.setattr(rules, "MOST_OPEN", 2)
    made = [make.chat() for _ in range(3)]
    assert [chat.state for chat in made] == ["waiting", "waiting", "ended"] and made[2].contact.channel == "web"
    assert make.chat(address_digest=secret.address_digest("192.0.2.1")).state == "waiting"


def test_people_behind_one_address_at_two_hundred_an_hour_are_all_served(cast):
    """Each stays ten minutes, so from then on as many are here as will ever be."""
    here = []
    for number in range(50):
        now = WORKING + timedelta(seconds=18 * number)
        here.append(make.chat(at=now))
        if number >= 34:
            actions.leave(here[number - 34], at=now)
    assert not Contact.objects.filter(channel="web").exists() and queries.open_chats().count() == 34


# --- Saying.
def test_a_message_sent_twice_is_one_line_and_lines_are_numbered(cast):
    made, key = make.taken(cast.sam), uuid4()
    first = actions.say(made, "Hello", key, by=cast.sam, at=LATER)
    again = actions.say(made, "Hello", key, by=cast.sam, at=LATER)
    make.say(made, "Thank you", at=LATER)
    assert first.pk == again.pk
    assert [seq for seq, *_ in told(made)] == [1, 2, 3, 4]


def test_what_is_not_answered_is_counted_until_the_handler_writes(cast):
    made = make.taken(cast.sam)
    make.say(made, "One"), make.say(made, "Two")
    made.refresh_from_db()
    assert made.unanswered == 3
    make.say(made, "Hello", by=cast.sam)
    made.refresh_from_db()
    assert made.unanswered == 0


def test_nothing_typed_another_handler_and_an_ended_chat_are_refused(cast):
    made = make.taken(cast.sam)
    with pytest.raises(NothingTyped):
        make.say(made, " \n")
    with pytest.raises(NotYours):
        make.say(made, "Hello", by=cast.jo)
    with pytest.raises(NotAllowed):
        make.say(made, "Hello", by=cast.robin)
    actions.leave(made, at=LATER)
    with pytest.raises(Over):
        make.say(made, "Too late")
    assert Line.objects.filter(words="Too late").count() == 0


def test_a_flood_is_slowed_and_a_person_is_not(cast):
    made = make.taken(cast.sam)
    for number in range(rules.FAST - 1):
        make.say(made, str(number))
    with pytest.raises(TooFast):
        make.say(made, "one more")
    make.say(made, "half a minute later", at=WORKING + rules.WITHIN)


# --- Taking and passing on.
def test_a_chat_is_taken_once_and_no_more_than_one_can_hold(cast):
    make.taking(cast.sam, most=1)
    first, second = make.taken(cast.sam), make.chat()
    with pytest.raises(Taken):
        actions.take_chat(first, by=cast.jo, at=WORKING)
    with pytest.raises(Full):
        actions.take_chat(second, by=cast.sam, at=WORKING)
    actions.take_chat(first, by=cast.sam, at=LATER)
    assert [kind for _, _, kind, _ in told(first)] == ["said", "taken"]
    with pytest.raises(NotAllowed):
        actions.take_chat(second, by=cast.dana, at=WORKING)


def test_a_colleague_takes_over_when_the_handler_has_gone(cast):
    make.taking(cast.sam)
    made = make.taken(cast.sam)
    gone = WORKING + rules.ABSENT + timedelta(seconds=1)
    assert queries.left_alone(at=WORKING) == []
    assert queries.left_alone(at=gone) == [made]
    actions.take_chat(made, by=cast.jo, at=gone)
    made.refresh_from_db()
    assert made.handler == cast.jo


def test_an_offer_is_accepted_or_not_and_the_visitor_stays_with_somebody(cast):
    make.taking(cast.jo)
    made = make.taken(cast.sam)
    actions.pass_on(made, cast.jo, by=cast.sam, at=WORKING)
    make.say(made, "Still here", by=cast.sam)
    actions.answer_offer(made, False, by=cast.jo, at=WORKING)
    with pytest.raises(Taken):
        actions.answer_offer(made, True, by=cast.jo, at=WORKING)
    actions.pass_on(made, cast.jo, by=cast.sam, at=WORKING)
    actions.answer_offer(made, True, by=cast.jo, at=WORKING)
    actions.answer_offer(made, True, by=cast.jo, at=WORKING)
    with pytest.raises(NotYours):
        make.say(made, "Not mine now", by=cast.sam)
    make.say(made, "Hello, I am Jo", by=cast.jo)
    assert [kind for _, _, kind, _ in told(made)] == ["said", "taken", "offered", "said", "returned", "offered", "taken", "said"]


def test_it_is_offered_only_to_a_colleague_who_takes_chats_and_has_room(cast):
    made = make.taken(cast.sam)
    with pytest.raises(NotTaking):
        actions.pass_on(made, cast.jo, by=cast.sam, at=WORKING)
    make.taking(cast.jo, most=1)
    make.taken(cast.jo)
    with pytest.raises(NotTaking):
        actions.pass_on(made, cast.jo, by=cast.sam, at=WORKING)


# --- Ending.
def test_the_visitor_ends_it_and_it_is_an_open_contact_with_the_whole_transcript(cast):
    made = make.taken(cast.sam, email="amir@complainant.example")
    make.say(made, "Hello Amir", by=cast.sam, at=LATER)
    contact = actions.leave(made, at=LATER)
    again = actions.leave(made, at=LATER)
    assert contact.pk == again.pk and contact.key == made.key
    assert contact.channel == "chat" and contact.case.stage == "received" and contact.seconds == 300
    assert contact.words == (
        f"{make.ABOUT}\n\n10:00am Amir Haddad: {make.ABOUT}\n10:00am Chat: Sam Adeyemi joined the chat.\n"
        "10:05am Sam Adeyemi: Hello Amir\n10:05am Chat: They ended the chat."
    )
    assert contact.person.email == "amir@complainant.example"
    assert verbs(contact.case) == ["received"] and broken_at(contact.case) is None


def test_a_welsh_chat_has_a_welsh_transcript(cast):
    made = make.taken(cast.sam, language="cy", name="Ffion Rees", about="Mae gen i gwestiwn.")
    contact = actions.leave(made, at=LATER)
    assert "10:00yb Sgwrs: Ymunodd Sam Adeyemi â’r sgwrs." in contact.words and contact.language == "cy"


def test_what_colleagues_offer_each_other_is_not_in_the_transcript(cast):
    make.taking(cast.jo)
    made = make.taken(cast.sam)
    actions.pass_on(made, cast.jo, by=cast.sam, at=WORKING)
    actions.answer_offer(made, False, by=cast.jo, at=WORKING)
    assert "Jo Marsh" not in actions.leave(made, at=LATER).words


def test_the_handler_settles_it_at_once(cast):
    made = make.taken(cast.sam)
    contact = actions.finish(made, Closing("Read the update to them", settles=True, kind="enquiry"), by=cast.sam, at=LATER)
    assert contact.case.stage == "settled" and contact.answer == "Read the update to them"
    assert verbs(contact.case) == ["received", "settled"]
    assert actions.finish(made, Closing("Again", settles=True), by=cast.sam, at=LATER).pk == contact.pk


def test_settled_without_saying_how_is_refused_and_the_chat_goes_on(cast):
    made = make.taken(cast.sam)
    with pytest.raises(NoAnswer):
        actions.finish(made, Closing(" ", settles=True), by=cast.sam, at=LATER)
    made.refresh_from_db()
    assert made.state == "live" and not Contact.objects.exists()
    make.say(made, "Still here", by=cast.sam)


def test_kept_open_with_what_they_were_told_is_speaking_with_them(cast):
    made = make.taken(cast.sam)
    contact = actions.finish(made, Closing("I will ask the district"), by=cast.sam, at=LATER)
    assert contact.case.stage == "received" and verbs(contact.case) == ["received", "spoke"]


def test_one_the_visitor_ended_is_settled_after_in_the_same_case(cast):
    made = make.taken(cast.sam)
    contact = actions.leave(made, at=LATER)
    after = actions.finish(made, Closing("They were content", settles=True), by=cast.sam, at=LATER)
    assert after.pk == contact.pk and verbs(contact.case) == ["received", "settled"]
    assert not queries.desk(cast.sam).exists()


def test_it_joins_a_case_it_belongs_to(cast):
    case = make_cases.case(cast.amir)
    contact = actions.finish(make.taken(cast.sam), Closing(), by=cast.sam, at=LATER, joins=case)
    assert contact.case == case and "joined" in verbs(case)


def test_who_says_nothing_of_themselves_is_nobody_and_who_may_be_in_danger_is_at_risk(cast):
    assert actions.leave(make.chat(name=""), at=LATER).person is None
    person = actions.leave(make.chat(name="", at_risk=True), at=LATER).person
    assert person.at_risk and person.anonymous


# --- Silence.
def test_a_silent_chat_is_owed_and_filed_once(cast):
    made = make.taken(cast.sam)
    make.say(made, "The last thing I wrote", at=WORKING)
    assert list(owed.owed(WORKING + rules.GONE, limit=10)) == []
    gone = WORKING + rules.GONE + timedelta(seconds=1)
    keys = [key for key, since in owed.owed(gone, limit=10) if since == WORKING + rules.GONE]
    assert keys == [f"chat:file:{made.pk}"]
    for _ in range(3):
        owed.fulfil(keys[0], at=gone)
    contact = Contact.objects.get()
    assert "The last thing I wrote" in contact.words and verbs(contact.case) == ["received"]
    assert list(owed.owed(gone, limit=10)) == []


def test_one_who_came_back_is_left_alone(cast):
    made = make.chat()
    gone = WORKING + rules.GONE + timedelta(seconds=1)
    make.say(made, "I am back", at=gone)
    owed.fulfil(f"chat:file:{made.pk}", at=gone)
    assert Chat.objects.get().state == "waiting"


def test_a_first_message_nobody_answered_is_filed_in_its_own_words_alone(cast):
    assert actions.leave(make.chat(), at=LATER).words == make.ABOUT


# --- Walls: nothing is known before; on a case, the door rules.
def test_a_wall_on_the_case_takes_the_chat_off_the_desk(cast, client):
    made = make.taken(cast.sam)
    contact = actions.leave(made, at=LATER)
    client.force_login(cast.sam.user)
    assert contact.case.reference in client.get("/en/staff/chats/").content.decode()
    wall_off(contact.case, cast.sam, "knows the officer", by=cast.jo, at=LATER)
    page = client.get("/en/staff/chats/").content.decode()
    assert contact.case.reference not in page and str(made.key) not in page
    assert client.get(f"/en/staff/chats/{made.key}/end/").status_code == 404


# --- Ready sentences.
def test_ready_sentences_come_in_both_languages_and_are_kept_when_changed(cast):
    before = queries.phrases()
    assert before and all(one.words_en and one.words_cy for one in before)
    with pytest.raises(BothLanguages):
        actions.keep_phrase("Only English", " ", by=cast.jo, at=WORKING)
    with pytest.raises(NotAllowed):
        actions.keep_phrase("Hello", "Helo", by=cast.sam, at=WORKING)
    actions.keep_phrase("Hello", "Helo", by=cast.jo, at=WORKING)
    now = queries.phrases()
    assert len(now) == len(before) + 1
    actions.keep_phrase("Hello there", "Helo yno", by=cast.jo, at=LATER, phrase=now[-1])
    actions.drop_phrase(now[0], by=cast.jo, at=LATER)
    assert [one.words_en for one in queries.phrases()][-1] == "Hello there" and len(queries.phrases()) == len(before)


def test_whoever_answers_a_chat_is_named_in_its_transcript_and_is_not_kept_out_for_it(cast):
    made = make.taken(cast.sam)
    contact = actions.finish(made, Closing("Read the update to them", settles=True, kind="enquiry"), by=cast.sam, at=LATER)
    assert "Sam Adeyemi" in contact.words or contact.words == made.about
    assert not Wall.objects.exists()
    other = make.taken(cast.sam)
    actions.say(other, "It was Sam Adeyemi who shouted at me", uuid4(), by=None, at=LATER)
    actions.finish(other, Closing(), by=cast.sam, at=LATER)
    assert Wall.objects.get().handler == cast.sam
