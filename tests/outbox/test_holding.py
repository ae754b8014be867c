"""Holding something back: a ground of the law, two people, a day to look again, and what the letter says instead."""

from datetime import date, timedelta

import pytest

from putright.cases.models import Case, Event
from putright.letters.actions import write_letter
from putright.letters.models import Withheld
from putright.letters.withholding import GROUNDS
from putright.outbox import queries
from putright.outbox.holding import LONGEST, Ask, agree, ask_to_withhold, look_again
from putright.outbox.refusals import AlreadySettled, NeedsAnother, NoDay, NotHeldBack
from putright.people.gates import NotAllowed
from putright.people.models import Handler
from tests.letters import cases
from tests.make import people

from .rounds import go_round, keys, update


@pytest.fixture
def case(cast):
    return cases.told(cast.ffion, at=cast.at)


def ask(cast, **other):
    given = {"part": "progress", "ground": "proceedings", "because": "A trial is listed for May."}
    return Ask(**{**given, "look_again_on": cast.at.date() + timedelta(days=30)} | other)


@pytest.fixture
def asked(case, cast):
    return ask_to_withhold(case, ask(cast), by=cast.sam, at=cast.at)


def test_nothing_is_held_back_until_somebody_else_agrees(case, asked, cast):
    assert "We asked." in update(case, cast).body
    with pytest.raises(NeedsAnother):
        agree(asked, by=cast.sam, at=cast.at)
    agree(asked, by=cast.jo, at=cast.at)
    body = update(case, cast).body
    assert "We asked." not in body and "rheoliad 35" in body and "26 Ebrill 2026" in body and "We wait." in body
    with pytest.raises(AlreadySettled):
        agree(asked, by=cast.jo, at=cast.at)


@pytest.mark.parametrize("ground", GROUNDS)
def test_the_letter_never_says_the_ground_or_the_reason(cast, ground):
    case = cases.told(cast.amir, at=cast.at)
    row = ask_to_withhold(case, ask(cast, ground=ground), by=cast.sam, at=cast.at)
    agree(row, by=cast.jo, at=cast.at)
    body = update(case, cast).body
    assert "trial" not in body and str(GROUNDS[ground]) not in body and "regulation 35" in body


def test_only_that_part_of_that_kind_of_letter_is_held_back(case, asked, cast):
    agree(asked, by=cast.jo, at=cast.at)
    outcome = {"outcome": "We are sorry.", "reasons": "We looked.", "change": ""}
    assert "rheoliad 35" not in write_letter(case, "outcome", outcome, by=cast.sam, at=cast.at).body


def test_its_reason_is_in_the_part_of_the_log_that_can_be_erased(case, asked):
    event = Event.objects.get(verb="withhold_asked")
    assert event.facts["ground"] == "proceedings" and "trial" not in str(event.facts)
    assert event.payload.body == {"because": "A trial is listed for May."}


def test_it_is_owed_to_be_looked_at_again(case, asked, cast):
    mine = type(case).objects.filter(pk=case.pk)
    agree(asked, by=cast.jo, at=cast.at)
    assert queries.to_look_again(mine, on=asked.look_again_on - timedelta(days=1)) == []
    assert queries.to_look_again(mine, on=asked.look_again_on) == [asked]
    assert queries.to_look_again(type(case).objects.none(), on=asked.look_again_on) == []


def test_looked_at_again_it_stays_by_another_person_or_ends(case, asked, cast):
    agree(asked, by=cast.jo, at=cast.at)
    with pytest.raises(NeedsAnother):
        look_again(asked, cast.at.date() + timedelta(days=60), by=cast.sam, at=cast.at)
    look_again(asked, cast.at.date() + timedelta(days=60), by=cast.jo, at=cast.at)
    assert Withheld.objects.get().look_again_on == cast.at.date() + timedelta(days=60)
    look_again(asked, None, by=cast.sam, at=cast.at)
    assert "We asked." in update(case, cast).body
    with pytest.raises(AlreadySettled):
        look_again(asked, None, by=cast.sam, at=cast.at)


@pytest.mark.parametrize("days", [0, -1, LONGEST.days + 1])
def test_a_day_too_far_or_past_is_refused(case, cast, days):
    with pytest.raises(NoDay):
        ask_to_withhold(case, ask(cast, look_again_on=cast.at.date() + timedelta(days=days)), by=cast.sam, at=cast.at)


def test_the_same_part_twice_no_other_ground_and_no_other_role(case, asked, cast):
    with pytest.raises(NotHeldBack):
        ask_to_withhold(case, ask(cast), by=cast.jo, at=cast.at)
    with pytest.raises(ValueError, match="no such part or ground"):
        ask_to_withhold(case, ask(cast, part="outcome", ground="embarrassing"), by=cast.sam, at=cast.at)
    with pytest.raises(NotAllowed):
        agree(asked, by=cast.pat, at=cast.at)


def held(case, cast):
    row = ask_to_withhold(case, ask(cast), by=cast.sam, at=cast.at)
    agree(row, by=cast.jo, at=cast.at)
    return row


def due_lines(case):
    return Event.objects.filter(case=case, verb="withhold_due").count()


def test_the_day_to_look_again_is_owed_once_and_once_more_after_it_was_put_off(case, cast):
    row, day = held(case, cast), cast.at + timedelta(days=30)
    go_round(day - timedelta(days=1))
    assert due_lines(case) == 0
    go_round(day)
    assert due_lines(case) == 1 and keys(day) == []
    look_again(row, day.date() + timedelta(days=20), by=cast.jo, at=day)
    go_round(day + timedelta(days=19))
    assert due_lines(case) == 1
    go_round(day + timedelta(days=20))
    assert due_lines(case) == 2
    look_again(row, None, by=cast.sam, at=day + timedelta(days=20))
    go_round(day + timedelta(days=90))
    assert due_lines(case) == 2


def test_it_stands_on_the_work_page_of_those_who_decided_until_one_of_them_looked(case, cast, client):
    row = held(case, cast)
    mo = people.handler("Mo Bright", "handler", cast.sam.team)

    def seen_by(handler, language="en"):
        client.force_login(handler.user)
        page = client.get(f"/{language}/staff/my-work/?show=mine").content.decode()
        return f"/staff/cases/{case.reference}/hold-back/{row.pk}/" in page

    Withheld.objects.filter(pk=row.pk).update(look_again_on=date(2090, 1, 1))
    assert not seen_by(cast.sam)
    Withheld.objects.filter(pk=row.pk).update(look_again_on=cast.at.date())
    assert seen_by(cast.sam) and seen_by(cast.jo, language="cy") and not seen_by(mo)
    Handler.objects.filter(pk__in=[cast.sam.pk, cast.jo.pk]).update(left_on=cast.at.date())
    assert seen_by(mo)  # nobody who decided it is here any more
    Handler.objects.filter(pk=cast.sam.pk).update(left_on=None)
    assert not seen_by(mo)
    look_again(row, None, by=cast.sam, at=cast.at)
    assert not seen_by(cast.sam)


def test_a_walled_case_is_on_nobodys_list(case, cast):
    held(case, cast)
    on = cast.at.date() + timedelta(days=30)
    assert queries.theirs_to_look_again(Case.objects.all(), cast.sam, on=on)
    assert not queries.theirs_to_look_again(Case.objects.none(), cast.sam, on=on)
