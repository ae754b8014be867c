"""A link for somebody without an account: one use, for one case, for a while; and the ladder when they are silent."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gateways import post
from gateways.post_fake import FakePost
from putright.allocation.actions import answer_back, give_back
from putright.allocation.models import Allocation
from putright.allocation.refusals import NotTheirs, SayMore
from putright.allocation.rules import Answered, Asked
from putright.cases.actions import name_officer
from putright.cases.log import broken_at
from putright.cases.models import Event
from putright.cases.refusals import NotThem
from putright.chasing import owed as ours
from putright.chasing import queries
from putright.chasing.actions.outside import (
    Addressee,
    answer,
    ask_outside,
    climb,
    not_them,
    remind_now,
    renew,
    return_it,
)
from putright.chasing.actions.people import set_ladder
from putright.chasing.models import Link, Message, Rung
from putright.chasing.refusals import AskedToday, Closed, NoLink, NotInOrder, NotWaiting
from putright.chasing.rules import DEFAULT, Steps
from putright.messages import owed as messages
from putright.messages import rules as mail
from putright.people.gates import NotAllowed
from putright.people.models import Handler
from tests.make import allocation as make
from tests.make import people

from .links import WHO, asked, link_of

pytestmark = pytest.mark.django_db
DONE = Answered("apology", "I rang and said sorry.", "yes")


def events(case, verb):
    return list(Event.objects.filter(case=case, verb=verb).order_by("seq"))


def rounds(at):
    """Everything owed at that moment, until nothing is; how many pieces."""
    done = 0
    while keys := [(room, key) for room in (ours, messages) for key, _since in room.owed(at, limit=50)]:
        for room, key in keys:
            room.fulfil(key, at=at)
            room.fulfil(key, at=at)
            done += 1
    return done


def test_the_secret_is_kept_nowhere(cast):
    case, secret = asked(cast)
    kept = " ".join(str(value) for value in Link.objects.values().get().values())
    assert secret not in kept and secret.replace("-", "") not in kept and queries.found(secret) == link_of(case)
    assert queries.found(secret.lower().replace("-", " ")) == link_of(case)
    for forged in ("", "x" * 32, secret[:-1] + ("0" if secret[-1] != "0" else "1"), secret[:-4], "ŵ" * 29):
        assert queries.found(forged) is None


def test_an_answer_lands_as_with_an_account_and_the_link_is_used(cast):
    case, secret = asked(cast)
    answer(queries.found(secret), DONE, at=cast.at)
    (event,) = events(case, "answered_back")
    allocation = Allocation.objects.get(case=case)
    assert event.facts == {"allocation": allocation.pk, "did": "apology", "content": "yes", "link": link_of(case).pk}
    assert event.by is None and event.by_words == "unverified" and event.payload.body == {"words": DONE.words}
    assert (allocation.did, allocation.content, allocation.answered_at) == ("apology", "yes", cast.at)
    with pytest.raises(Closed) as again:
        answer(queries.found(secret), DONE, at=cast.at)
    assert again.value.why == "used" and len(events(case, "answered_back")) == 1 and broken_at(case) is None


def test_an_empty_answer_uses_nothing_up(cast):
    case, secret = asked(cast)
    for wrong in (replace(DONE, words=" "), replace(DONE, did="shouted"), replace(DONE, content="")):
        with pytest.raises(SayMore):
            answer(queries.found(secret), wrong, at=cast.at)
    answer(queries.found(secret), DONE, at=cast.at)


def test_it_can_be_given_back_with_a_reason(cast):
    case, secret = asked(cast)
    return_it(queries.found(secret), "She works in another district.", at=cast.at)
    case.refresh_from_db()
    assert case.stage == "in_recovery" and events(case, "given_back")[0].payload.body["why"].startswith("She works")


@pytest.mark.parametrize("how", ["late", "renewed", "not_me", "not_needed", "answered with an account"])
def test_a_closed_link_says_why_and_changes_nothing(how, cast):
    case, secret = asked(cast)
    at, why = cast.at, how
    if how == "late":
        at += timedelta(days=DEFAULT.link_days, seconds=1)
    elif how == "renewed":
        renew(case, Addressee(**WHO), by=cast.sam, at=cast.at)
    elif how == "not_me":
        not_them(queries.found(secret), at=cast.at)
    elif how == "not_needed":
        give_back(case, "We did it ourselves", by=cast.sam, at=cast.at)
    else:
        why = "not_needed"
        answer_back(Allocation.objects.get(case=case), "other", "Done", "no", by=cast.dana, at=cast.at)
    before = Event.objects.filter(case=case).count()
    for act, more in ((answer, (DONE,)), (return_it, ("No",)), (not_them, ())):
        with pytest.raises(Closed) as refused:
            act(queries.found(secret), *more, at=at)
        assert refused.value.why == why
    assert Event.objects.filter(case=case).count() == before


def test_a_renewed_link_works_and_the_old_one_does_not(cast):
    case, old = asked(cast)
    new = renew(case, Addressee(**WHO), by=cast.sam, at=cast.at)
    answer(queries.found(new), DONE, at=cast.at)
    assert old != new and [link.ended for link in Link.objects.order_by("pk")] == ["renewed", "used"]


def test_who_may_be_linked_cannot_be_asked_nor_their_superior_and_it_does_not_say_why(cast):
    case = make.case(cast.ffion, stage="in_recovery")
    name_officer(case, people.officer(name="Nia Bowen", collar_number="4411"), by=cast.sam, at=cast.at)
    free = {**WHO, "name": "Sgt Kit Marlow", "superior": ""}
    for change in ({"name": "Sgt Nia Bowen"}, {"name": "N. Bowen"}, {"number": "PS 4411"}, {"superior": "Insp Bowen"}):
        with pytest.raises(NotThem) as refused:
            ask_outside(case, cast.dana.team, Asked("Ring her", "apology"), Addressee(**free | change), by=cast.sam, at=cast.at)
        assert str(refused.value) == "That person cannot be chosen. Choose somebody else."
    case.refresh_from_db()
    assert case.stage == "in_recovery" and not Allocation.objects.exists()
    ask_outside(case, cast.dana.team, Asked("Ring her", "apology"), Addressee(**free), by=cast.sam, at=cast.at)


def test_a_supervisor_in_the_line_of_the_one_complained_of_is_not_asked_and_cannot_answer(cast):
    """Dana manages the constable who is named only after the case was given to her team."""
    case, _secret = asked(cast)
    constable = people.handler("Lee Marsh-Tagg", "local_supervisor", cast.dana.team, managed_by=cast.dana)
    name_officer(case, people.officer(name=constable.name), by=cast.sam, at=cast.at)
    with pytest.raises(NotTheirs):
        answer_back(Allocation.objects.get(case=case), "other", "Done", "no", by=cast.dana, at=cast.at)
    give_back(case, "Another team", by=cast.sam, at=cast.at)
    with pytest.raises(NotThem):
        ask_outside(case, cast.dana.team, Asked("Ring", "apology"), Addressee(**WHO), by=cast.sam, at=cast.at)


def test_the_message_names_the_addressee_and_carries_the_link_and_nothing_of_the_complaint(cast):
    case, secret = asked(cast)
    with post.standing_in(FakePost()) as box:
        assert rounds(cast.at) == 1
    (sent,) = box.taken
    assert sent.to == WHO["email"] and secret in sent.plain and WHO["name"] in sent.plain and case.reference in sent.subject
    assert WHO["told"] not in sent.plain and "Ffion" not in sent.plain + sent.html and not sent.pdf


def test_a_message_nobody_took_stays_owed_and_a_refused_one_is_kept_with_its_trouble(cast):
    asked(cast)
    (key,) = [key for key, _ in messages.owed(cast.at, limit=5)]
    with post.standing_in(FakePost(post.Later("no line"))), pytest.raises(post.Later):
        messages.fulfil(key, at=cast.at)
    assert Message.objects.get().mail.state == mail.WAITING
    with post.standing_in(FakePost(post.Refused("no such person"))):
        messages.fulfil(key, at=cast.at)
    row = Message.objects.get().mail
    assert (row.state, row.trouble, row.words) == (mail.REFUSED, "no such person", "")


def test_a_message_about_a_link_that_was_used_first_does_not_go(cast):
    _case, secret = asked(cast)
    answer(queries.found(secret), DONE, at=cast.at)
    with post.standing_in(FakePost()) as box:
        rounds(cast.at)
    assert box.taken == [] and Message.objects.get().mail.state == mail.DROPPED


def test_silence_climbs_to_them_their_superior_and_our_supervisor_each_once(cast):
    case, secret = asked(cast)
    with post.standing_in(FakePost()) as box:
        for days in range(40):
            rounds(cast.at + timedelta(days=days))
    assert [sent.to for sent in box.taken] == [WHO["email"], WHO["email"], WHO["superior_email"]]
    assert [event.facts["rung"] for event in events(case, "asked_again")] == [1, 2, 3]
    assert [rung.at.date().isoformat() for rung in Rung.objects.order_by("number")] == ["2026-04-07", "2026-04-14", "2026-04-21"]
    assert secret in box.taken[1].plain and secret not in box.taken[2].plain


def test_the_superior_may_answer_by_a_link_of_their_own_and_then_neither_works(cast):
    case, secret = asked(cast)
    with post.standing_in(FakePost()) as box:
        rounds(cast.at + timedelta(days=18))
    theirs = box.taken[-1].plain.split("put-right/")[1].split("/")[0]
    at = cast.at + timedelta(days=19)
    answer(queries.found(theirs), DONE, at=at)
    with pytest.raises(Closed):
        answer(queries.found(secret), DONE, at=at)


def test_an_answer_stops_the_ladder(cast):
    case, secret = asked(cast)
    answer(queries.found(secret), DONE, at=cast.at)
    assert not list(ours.owed(cast.at + timedelta(days=60), limit=9)) and not Rung.objects.exists()
    climb(Allocation.objects.get(case=case), 1, at=cast.at)
    assert not Rung.objects.exists()


def test_a_superior_who_turns_out_to_be_linked_is_passed_over_in_silence(cast):
    case, _secret = asked(cast)
    name_officer(case, people.officer(name=WHO["superior"]), by=cast.sam, at=cast.at)
    with post.standing_in(FakePost()) as box:
        rounds(cast.at + timedelta(days=40))
    assert WHO["superior_email"] not in [sent.to for sent in box.taken] and Rung.objects.count() == 3


def test_whoever_is_named_after_they_were_asked_can_answer_no_more_and_is_not_told_why(cast):
    case, secret = asked(cast)
    name_officer(case, people.officer(name="PC Nia Bowen"), by=cast.sam, at=cast.at)
    with pytest.raises(Closed) as refused:
        answer(queries.found(secret), DONE, at=cast.at)
    assert refused.value.why == "not_needed"
    with post.standing_in(FakePost()) as box:
        rounds(cast.at + timedelta(days=20))
    assert [sent.to for sent in box.taken] == [WHO["superior_email"]]


def test_the_office_sets_its_own_ladder_from_a_day(cast):
    set_ladder(Steps(1, 2, 3, 7), cast.at.date() + timedelta(days=7), "The chief asked", by=cast.jo, at=cast.at)
    assert queries.steps(cast.at.date()) == DEFAULT and DEFAULT.source == "demonstration"
    assert queries.steps(cast.at.date() + timedelta(days=7)).rungs == (1, 2, 3)
    with pytest.raises(NotInOrder):
        set_ladder(Steps(3, 2, 1), cast.at.date(), "", by=cast.jo, at=cast.at)
    with pytest.raises(NotAllowed):
        set_ladder(Steps(), cast.at.date(), "", by=cast.sam, at=cast.at)


def test_asking_again_by_hand_is_once_a_day_and_needs_a_link_that_works(cast):
    case, _secret = asked(cast)
    remind_now(case, by=cast.sam, at=cast.at)
    with pytest.raises(AskedToday):
        remind_now(case, by=cast.sam, at=cast.at)
    remind_now(case, by=cast.sam, at=cast.at + timedelta(days=1))
    not_them(link_of(case), at=cast.at)
    with pytest.raises(NoLink):
        remind_now(case, by=cast.sam, at=cast.at + timedelta(days=2))
    give_back(case, "Ours", by=cast.sam, at=cast.at)
    for act in (remind_now, lambda case, **who: renew(case, Addressee(**WHO), **who)):
        with pytest.raises(NotWaiting):
            act(case, by=cast.sam, at=cast.at)


def test_asking_outside_is_for_the_front_team(cast):
    case = make.case(cast.ffion, stage="in_recovery")
    for other in (cast.dana, cast.robin, cast.pat):
        with pytest.raises(NotAllowed):
            ask_outside(case, cast.dana.team, Asked("Ring", "apology"), Addressee(**WHO), by=other, at=cast.at)
    assert Handler.objects.filter(pk=cast.dana.pk).exists() and not Link.objects.exists()
