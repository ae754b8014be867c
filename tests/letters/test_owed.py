"""What letters are owed unasked, and that each is written and sent once however often it is tried."""

from datetime import timedelta

import pytest

from putright.cases.log import Line, write
from putright.cases.models import Case, Event
from putright.cases.queries import events
from putright.letters import owed
from putright.letters.actions import write_letter
from putright.letters.models import MADE, SENT, Letter
from putright.letters.queries import of_case
from putright.letters.refusals import PartMissing
from putright.outbox import owed as outbox
from putright.rounds import worker

from . import cases


def keys(at):
    return [key for room in (owed, outbox) for key, _since in room.owed(at, limit=100)]


def go_round(at, times=3):
    for _ in range(times):
        for key in keys(at):
            for _again in range(3):
                (owed if key.startswith(owed.PREFIX) else outbox).fulfil(key, at=at)


def verbs(case):
    return list(Event.objects.filter(case=case).order_by("seq").values_list("verb", flat=True))


def test_everybody_who_got_in_touch_is_answered_once(cast):
    case = cases.told(cast.ffion, at=cast.at)
    assert keys(cast.at) == [f"letters:ack:{case.reference}"]
    go_round(cast.at)
    letter = Letter.objects.get()
    assert (letter.kind, letter.language, letter.status, letter.by) == ("acknowledgement", "cy", SENT, None)
    assert verbs(case) == ["received", "wrote", "sent"]
    assert keys(cast.at) == []


def test_thanks_are_thanked_for(cast):
    cases.told(cast.ffion, at=cast.at, kind="compliment")
    go_round(cast.at)
    assert Letter.objects.get().kind == "thanks"


def test_nothing_is_owed_for_what_was_settled_at_once_or_imported(cast):
    settled, imported = cases.told(cast.ffion, at=cast.at), cases.told(cast.ffion, at=cast.at)
    Case.objects.filter(pk=settled.pk).update(stage="settled")
    Case.objects.filter(pk=imported.pk).update(imported=True)
    cases.decided(imported, "outside", by=cast.sam, at=cast.at)
    assert keys(cast.at) == []


@pytest.mark.parametrize("route", ["outside", "recorded"])
def test_a_decision_is_told(cast, route):
    case = cases.told(cast.ffion, at=cast.at)
    go_round(cast.at)
    cases.decided(case, route, by=cast.sam, at=cast.at)
    assert keys(cast.at) == [f"letters:decided:{case.reference}:4"]
    go_round(cast.at)
    assert list(Letter.objects.order_by("pk").values_list("kind", "status")) == [
        ("acknowledgement", SENT),
        (route, SENT),
    ]


def test_a_decision_replaced_before_it_was_told_is_not_told(cast):
    case = cases.told(cast.ffion, at=cast.at)
    cases.decided(case, "outside", by=cast.sam, at=cast.at)
    cases.decided(case, "recorded", by=cast.sam, at=cast.at)
    go_round(cast.at)
    assert set(Letter.objects.values_list("kind", flat=True)) == {"acknowledgement", "recorded"}


def test_grounds_are_a_persons_words_so_that_letter_waits_for_a_person_and_not_for_the_rounds(cast):
    case = cases.told(cast.ffion, at=cast.at)
    cases.decided(case, "not_complaint", by=cast.sam, at=cast.at)
    key = f"letters:decided:{case.reference}:2"
    with pytest.raises(PartMissing):
        owed.fulfil(key, at=cast.at)
    assert key not in keys(cast.at) and owed.waiting(case) == [("not_complaint", key)]
    write_letter(case, "not_complaint", {"grounds": "Y cyngor."}, by=cast.sam, at=cast.at, owed_key=key)
    assert owed.waiting(case) == []


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ("standards", "adran safonau proffesiynol"),
        ("iopc", "IOPC"),
        ("commissioner", "Swyddfa Comisiynydd"),
        ("panel", "Panel"),
    ],
)
def test_a_hand_over_is_told_with_whom_and_what(cast, body, named):
    case = cases.told(cast.ffion, at=cast.at)
    cases.handed_over(case, body, by=cast.sam, at=cast.at)
    go_round(cast.at)
    told = Letter.objects.exclude(kind="acknowledgement").get()
    assert told.kind == ("referred" if body == "iopc" else "passed_on") and named in told.body
    assert body == "iopc" or "He shouted at my mother." in told.body


def test_an_outcome_is_never_written_unasked(cast):
    case = cases.told(cast.ffion, at=cast.at)
    go_round(cast.at)
    write(case, Line("put_right", cast.at, cast.sam))
    assert keys(cast.at) == []


def test_history_older_than_the_look_back_is_not_gone_through(cast):
    cases.told(cast.ffion, at=cast.at)
    assert keys(cast.at + owed.LOOK_BACK + timedelta(minutes=1)) == []


def test_asking_what_is_owed_takes_two_queries_however_many_cases(cast, django_assert_num_queries):
    for _ in range(5):
        cases.decided(cases.told(cast.ffion, at=cast.at), "outside", by=cast.sam, at=cast.at)
    with django_assert_num_queries(2):
        assert len(list(owed.owed(cast.at, limit=100))) == 10


def test_the_worker_does_all_of_it_in_two_rounds(cast):
    case = cases.told(cast.ffion, at=cast.at)
    cases.handed_over(case, "standards", by=cast.sam, at=cast.at)
    for _ in range(2):
        assert [worker.do_one(key, lambda: cast.at) for key in keys(cast.at)] == [True, True]
    assert set(Letter.objects.values_list("kind", "status")) == {("acknowledgement", SENT), ("passed_on", SENT)}
    assert not Letter.objects.filter(status=MADE).exists()


def test_what_one_case_is_owed_is_what_the_rounds_find_of_it(cast):
    case = cases.told(cast.ffion, at=cast.at)
    for route in ("outside", "recorded"):
        cases.decided(case, route, by=cast.sam, at=cast.at)
    cases.handed_over(case, "standards", by=cast.sam, at=cast.at)
    for at in (cast.at, cast.at + timedelta(minutes=1)):
        found = [one.owes for one in owed.untold(Event.objects.filter(case=case))]
        assert len(found) == (2 if at == cast.at else 0)
        log = list(events(case))
        assert [key for _kind, key in owed.waiting(case, log, list(of_case(case)))] == found
        assert [key for _kind, key in owed.waiting(case)] == found
        for key in found:
            owed.fulfil(key, at=at)
