"""A letter goes once in our record, under one number for ever, and never by a way that is not safe."""

import pytest

from gateways import post
from gateways.post_fake import FakePost
from putright.cases.models import Event
from putright.letters import owed as letters
from putright.letters.models import FAILED, SENT, UNCERTAIN, Letter
from putright.outbox import owed
from putright.outbox.actions import settle
from putright.outbox.refusals import AlreadySettled
from putright.outbox.sending import send
from putright.people.actions import note_person
from tests.letters import cases


def keys(at):
    return [key for room in (letters, owed) for key, _since in room.owed(at, limit=100)]


def go_round(at, times=3):
    for _ in range(times):
        for key in keys(at):
            for _again in range(3):
                (letters if key.startswith(letters.PREFIX) else owed).fulfil(key, at=at)


def verbs(case):
    return list(Event.objects.filter(case=case).order_by("seq").values_list("verb", flat=True))


def test_a_letter_nobody_took_stays_owed_and_goes_under_the_same_message_id(cast):
    cases.told(cast.ffion, at=cast.at)
    letters.fulfil(next(letters.owed(cast.at, limit=1))[0], at=cast.at)
    letter, fake = Letter.objects.get(), FakePost(trouble=post.Later("busy"))
    with post.standing_in(fake):
        for _ in range(2):
            with pytest.raises(post.Later):
                send(letter, at=cast.at)
        assert keys(cast.at) == [f"outbox:send:{letter.pk}"]
        fake.trouble = None
        send(letter, at=cast.at)
        send(letter, at=cast.at)
    assert [parcel.message_id for parcel in fake.taken] == [letter.message_id]
    letter.refresh_from_db()
    assert letter.status == SENT and letter.sent_at == cast.at


def test_a_letter_that_may_have_gone_is_left_to_a_person(cast):
    case = cases.told(cast.ffion, at=cast.at)
    letters.fulfil(next(letters.owed(cast.at, limit=1))[0], at=cast.at)
    letter, fake = Letter.objects.get(), FakePost(taken_then=post.Uncertain("dropped"))
    with post.standing_in(fake):
        go_round(cast.at)
        letter.refresh_from_db()
        assert letter.status == UNCERTAIN and len(fake.taken) == 1 and keys(cast.at) == []
        assert "sent" not in verbs(case)
        settle(letter, told=False, by=cast.sam, at=cast.at)
        assert keys(cast.at) == [f"outbox:send:{letter.pk}:1"]
        assert verbs(case)[-1] == "offered_again" and Event.objects.get(verb="offered_again").by == cast.sam
        fake.taken_then = None
        go_round(cast.at)
    assert len({parcel.message_id for parcel in fake.taken}) == 1
    assert verbs(case).count("sent") == 1
    with pytest.raises(AlreadySettled):
        settle(letter, told=True, by=cast.sam, at=cast.at)


def test_a_letter_refused_for_good_is_shown_and_not_tried_again(cast):
    cases.told(cast.ffion, at=cast.at)
    letters.fulfil(next(letters.owed(cast.at, limit=1))[0], at=cast.at)
    with post.standing_in(FakePost(trouble=post.Refused("550 no such person"))):
        go_round(cast.at)
    letter = Letter.objects.get()
    assert (letter.status, letter.trouble) == (FAILED, "550 no such person") and keys(cast.at) == []


def test_a_rule_of_safety_made_after_the_letter_still_holds(cast):
    cases.told(cast.ffion, at=cast.at)
    letters.fulfil(next(letters.owed(cast.at, limit=1))[0], at=cast.at)
    note_person({"safe_contact": {"no_email": True}}, at=cast.at, person=cast.ffion)
    with post.standing_in(FakePost()) as fake:
        go_round(cast.at)
    assert fake.taken == [] and Letter.objects.get().status == FAILED
