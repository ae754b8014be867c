"""The team is asked how it is to work here: once each, without names, and nothing is seen before the end."""

import json
import re
from datetime import date, timedelta
from functools import cache
from itertools import permutations, product

import pytest
from django.db import IntegrityError, connection, transaction

from design.testing import MannerlyClient
from gateways import clock
from putright.cases.models import Event, Press
from putright.people.gates import NotAllowed
from putright.people.models import Handler
from putright.rounds import house
from putright.valued import actions, owed, queries, rules
from putright.valued.models import Asking
from putright.valued.refusals import AnsweredAlready, NotOpen, NotThatDay, OpenAlready, SwitchedOff, TooFew, TooSoon
from tests.make import people

pytestmark = pytest.mark.django_db
LAST = date(2026, 4, 10)
CHANGES = re.compile(r'value="[^"]{20,}"|nonce[-=][^ ;>]*')
NAMES = ("Ali Khan", "Bea Lowe", "Cai Morgan", "Del Frost")


@pytest.fixture
def team(cast):
    """Six: Sam, Jo and four more."""
    return [cast.sam, cast.jo, *people.handlers(*((name, "handler", cast.sam.team) for name in NAMES))]


def asked(cast, at=None, closes_on=LAST):
    return actions.ask(closes_on, by=cast.jo, at=at or cast.at)


def say(asking, who, mark="4", words="", *, at):
    actions.answer(asking, {"valued": mark}, words, by=who, at=at)


def over(asking):
    """The asking as it stands after the rounds on the morning after its last day."""
    at = people.AT.replace(year=2026, month=asking.closes_on.month, day=asking.closes_on.day) + timedelta(days=1)
    for key, _since in list(owed.owed(at, limit=9)):
        owed.fulfil(key, at=at)
    asking.refresh_from_db()
    return asking


def browse(who, language="en"):
    client = MannerlyClient()
    client.force_login(who.user)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = language
    return client


@cache
def means_of_the_unequal():
    mixed = [marks for marks in product(range(1, 6), repeat=5) if len(set(marks)) > 1]
    return {rules.mean({mark: marks.count(int(mark)) for mark in rules.MARKS}) for marks in mixed}


def test_each_mean_is_the_nearest_half_and_the_ends_are_not_told_apart():
    for marks in product(range(1, 6), repeat=5):
        of = {mark: marks.count(int(mark)) for mark in rules.MARKS}
        shown = rules.mean(of)
        true = 2 * sum(marks) / 5
        assert rules.LOWEST <= shown <= rules.HIGHEST
        assert abs(shown - true) <= 0.5 or shown in (rules.LOWEST, rules.HIGHEST)
        if len(set(marks)) == 1:  # all said the same: others who did not would show the same mean
            assert shown in means_of_the_unequal()
    assert rules.mean({"5": 4}) is None and rules.mean({}) is None


def test_results_come_after_the_last_day_and_everything_else_is_forgotten(cast, team):
    asking = asked(cast)
    for number, who in enumerate(team):
        say(asking, who, str(1 + number % 5), f"Words {number}", at=cast.at)
    end = cast.at.replace(month=4, day=10)
    assert not list(owed.owed(end, limit=9)) and not queries.ended(cast.jo)
    actions.end(asking, at=end)  # the last day is still theirs
    asking.refresh_from_db()
    assert asking.ended_at is None
    done = over(asking)
    assert done.means == {"valued": 5} and len(done.told) == 6  # (1+2+3+4+5+1)/6 = 2.67 -> 2½
    assert (done.tallies, done.words, done.taken) == ({}, [], [])
    over(done)
    assert done.means == {"valued": 5}
    with pytest.raises(IntegrityError), transaction.atomic():
        Asking.objects.filter(pk=done.pk).update(taken=["x"])
    assert owed in house.ROOMS


def test_with_four_answers_nothing_is_kept_not_even_their_words(cast, team):
    asking = asked(cast)
    for who in team[:4]:
        say(asking, who, "1", "Less shouting.", at=cast.at)
    done = over(asking)
    assert done.means == {"valued": None} and done.told == [] and done.words == []


def test_a_question_that_four_answered_is_hidden_beside_one_that_five_did(cast, team):
    asking = asked(cast)
    for who in team[:4]:
        actions.answer(asking, {"valued": "2", "fair": "2"}, "", by=who, at=cast.at)
    actions.answer(asking, {"valued": "2"}, "Alone with words.", by=team[4], at=cast.at)
    done = over(asking)
    assert done.means == {"valued": 4, "fair": None} and done.told == []


def test_nobody_answers_twice_nor_late_nor_from_another_team_nor_in_another_role(cast, team):
    asking = asked(cast)
    say(asking, cast.sam, at=cast.at)
    with pytest.raises(AnsweredAlready):
        say(asking, cast.sam, "1", at=cast.at)
    with pytest.raises(NotOpen):
        say(asking, team[2], at=cast.at.replace(month=4, day=11))
    with pytest.raises(NotAllowed):
        say(asking, cast.dana, at=cast.at)
    other = people.handler("Wyn Ellis", "handler", people.team("another", "front"))
    with pytest.raises(NotOpen):
        say(asking, other, at=cast.at)
    asking.refresh_from_db()
    assert sum(asking.tallies["valued"].values()) == 1


def test_a_team_under_five_is_not_asked_and_one_who_left_does_not_count(cast, team):
    Handler.objects.filter(pk__in=[team[-1].pk, team[-2].pk]).update(left_on=cast.at.date())
    with pytest.raises(TooFew):
        asked(cast)
    Handler.objects.filter(pk=team[-1].pk).update(left_on=None)
    asked(cast)


def test_a_supervisor_asks_for_one_to_six_weeks_once_at_a_time(cast, team):
    with pytest.raises(NotAllowed):
        actions.ask(LAST, by=cast.sam, at=cast.at)
    for wrong in (date(2026, 3, 27), date(2026, 4, 2), date(2026, 5, 9), date(9999, 1, 1), date(1, 1, 1)):
        with pytest.raises(NotThatDay):
            asked(cast, closes_on=wrong)
    asked(cast)
    with pytest.raises(OpenAlready):
        asked(cast)


# --- as an adversary ---


def test_two_askings_cannot_differ_by_one_person(cast, team):
    """Not again within three months; and switching off and on gives no way round: what was open is gone unread."""
    over(asked(cast))
    with pytest.raises(TooSoon):
        asked(cast, at=cast.at.replace(month=7, day=9), closes_on=date(2026, 7, 20))
    second = asked(cast, at=cast.at.replace(month=7, day=10), closes_on=date(2026, 7, 20))
    for who in team[:5]:
        say(second, who, at=cast.at.replace(month=7, day=10))
    actions.switch(False, by=cast.jo, at=cast.at)
    with pytest.raises(NotOpen):
        say(second, team[5], at=cast.at.replace(month=7, day=10))
    with pytest.raises(SwitchedOff):
        asked(cast, at=cast.at.replace(month=11, day=1), closes_on=date(2026, 11, 20))
    actions.switch(True, by=cast.jo, at=cast.at)
    assert not Asking.objects.filter(pk=second.pk).exists() and queries.ended(cast.jo).count() == 1


def test_who_answered_in_one_asking_is_not_held_beside_another(cast, team):
    one, two = Asking(pk=1), Asking(pk=2)
    assert queries.digest(one, cast.sam) != queries.digest(two, cast.sam)
    assert queries.digest(one, cast.sam) != queries.digest(one, cast.jo)


def stored(asking):
    asking.refresh_from_db()
    return json.dumps([asking.tallies, asking.words, asking.taken])


def test_whatever_order_they_answer_in_the_same_is_stored_so_the_last_one_is_not_told(cast, team):
    given = [(team[0], "1", "Zeal."), (team[1], "5", "A chair."), (team[2], "3", "More time.")]
    asking = asked(cast)
    seen = set()
    for order in permutations(given):
        Asking.objects.filter(pk=asking.pk).update(tallies={}, words=[], taken=[])
        for who, mark, words in order:
            say(asking, who, mark, words, at=cast.at + timedelta(seconds=int(mark)))
        seen.add(stored(asking))
    assert len(seen) == 1


def rows():
    with connection.cursor() as cursor:
        counted = {}
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608 - a table of ours
            counted[table] = cursor.fetchone()[0]
    return counted


def test_an_answer_adds_no_row_anywhere_no_event_and_no_moment(cast, team):
    asking = asked(cast)
    before, moments = rows(), Asking.objects.values_list("asked_on", "closes_on", "ended_at").get()
    with clock.fixed(cast.at):
        page = browse(cast.sam).post("/en/staff/working-here/answer/", {"valued": "2", "words": "More time."})
    assert page.status_code == 302
    asking.refresh_from_db()
    assert asking.words == ["More time."] and asking.tallies == {"valued": {"1": 0, "2": 1, "3": 0, "4": 0, "5": 0}}
    after = rows()
    assert {table for table in after if after[table] != before[table]} <= {"django_session"}
    assert Asking.objects.values_list("asked_on", "closes_on", "ended_at").get() == moments
    assert not Event.objects.exists() and not Press.objects.exists()


def shown(who):
    return CHANGES.sub("", browse(who).get("/en/staff/working-here/").content.decode())


def test_no_page_changes_when_a_colleague_answers(cast, team):
    """Neither the supervisor nor anybody else can see that somebody answered, nor how many did."""
    asking = asked(cast)
    with clock.fixed(cast.at):
        before = shown(cast.jo)
        for who in (team[0], *team[2:]):
            say(asking, who, "1", "No.", at=cast.at)
        assert shown(cast.jo) == before
        assert browse(cast.jo).get(f"/en/staff/working-here/{asking.pk}/").status_code == 404
