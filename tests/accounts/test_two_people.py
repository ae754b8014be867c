"""A log-in is opened, changed and given a new link by two people; a leaver lets go; walls go up before anybody arrives."""

from datetime import timedelta

import pytest

from putright.accounts import actions, links, queries, refusals
from putright.accounts.account import Account, account_of
from putright.accounts.models import Deed
from putright.cases.actions import name_officer, take
from putright.cases.models import Case, Event, Wall
from putright.people.gates import NotAllowed
from putright.people.models import Handler
from tests.make import cases as make_cases
from tests.make import people as make_people

pytestmark = pytest.mark.django_db
NIA = Account("Nia Parry", "handler", "front", speaks_welsh=True)


@pytest.fixture
def quinn(cast) -> Handler:
    return make_people.handler("Quinn Ellis", "privacy", make_people.team("privacy", "other"))


def asked(cast, account=NIA, kind="open", about=None):
    return actions.ask(kind, account, "She starts on Monday", about=about, by=cast.jo, at=cast.at)


def nia(cast) -> Handler:
    actions.agree(asked(cast), by=cast.toni, at=cast.at)
    return Handler.objects.get(name="Nia Parry")


def test_nothing_is_done_until_a_second_person_agrees(cast):
    waiting = asked(cast)
    assert not Handler.objects.filter(name="Nia Parry").exists()
    secret = actions.agree(waiting, by=cast.toni, at=cast.at)
    made = Handler.objects.get(name="Nia Parry")
    assert (made.role, made.team.slug, made.speaks_welsh, made.user.username) == ("handler", "front", True, "nia.parry")
    assert queries.joining(secret, at=cast.at).handler == made
    assert [line.verb for line in queries.history(made)] == ["opened"]


def test_the_one_who_asked_cannot_agree(cast):
    with pytest.raises(refusals.SamePerson):
        actions.agree(asked(cast), by=cast.jo, at=cast.at)


def test_the_one_it_is_about_cannot_agree(cast):
    waiting = asked(cast, Account("Toni Ashe", "supervisor", "front"), "change", cast.toni)
    with pytest.raises(refusals.SamePerson):
        actions.agree(waiting, by=cast.toni, at=cast.at)


def test_one_of_the_two_is_an_administrator(cast, quinn):
    with pytest.raises(refusals.NoAdministrator):
        actions.agree(asked(cast), by=quinn, at=cast.at)


@pytest.mark.parametrize("who", ["sam", "dana", "pat", "robin"])
def test_nobody_else_may_ask_or_agree(cast, who):
    with pytest.raises(NotAllowed):
        actions.ask("open", NIA, "Why not", by=getattr(cast, who), at=cast.at)
    with pytest.raises(NotAllowed):
        actions.agree(asked(cast), by=getattr(cast, who), at=cast.at)


def test_an_answer_is_given_once(cast, quinn):
    waiting = asked(cast)
    actions.decline(waiting, by=quinn, at=cast.at)
    with pytest.raises(refusals.AlreadySettled):
        actions.agree(waiting, by=cast.toni, at=cast.at)
    assert not queries.waiting()


def test_what_one_asked_oneself_can_be_taken_back(cast):
    actions.decline(asked(cast), by=cast.jo, at=cast.at)
    assert not queries.waiting() and not Handler.objects.filter(name="Nia Parry").exists()


def test_two_people_of_one_name_get_two_user_names(cast):
    nia(cast)
    actions.agree(asked(cast), by=cast.toni, at=cast.at)
    names = Handler.objects.filter(name="Nia Parry").values_list("user__username", flat=True)
    assert sorted(names) == ["nia.parry", "nia.parry2"]


def test_a_change_that_changes_nothing_is_refused(cast):
    with pytest.raises(refusals.Unchanged):
        asked(cast, account_of(cast.sam), "change", cast.sam)


def test_a_change_keeps_what_was_there_before(cast):
    waiting = asked(cast, Account("Sam Adeyemi", "supervisor", "front"), "change", cast.sam)
    actions.agree(waiting, by=cast.toni, at=cast.at)
    cast.sam.refresh_from_db()
    assert cast.sam.role == "supervisor"
    assert Deed.objects.get(handler=cast.sam, verb="changed").facts["role"] == ["handler", "supervisor"]


def test_somebody_complained_of_earlier_is_walled_before_they_can_sign_in(cast):
    """The hole this closes: an officer named in March who joins the office in June."""
    case = make_cases.case(cast.ffion)
    name_officer(case, make_people.officer(name="Nia Parry", rank="PC"), by=cast.sam, at=cast.at)
    newcomer = nia(cast)
    assert Wall.objects.filter(case=case, handler=newcomer, cleared_at=None).exists()
    assert Event.objects.filter(case=case, verb="walled").last().facts["handler"] == newcomer.pk


def test_a_new_collar_number_raises_walls_too(cast):
    case = make_cases.case(cast.ffion)
    name_officer(case, make_people.officer(collar_number="7788"), by=cast.sam, at=cast.at)
    account = Account("Dana Price", "local_supervisor", "north", is_constable=True, collar_number="PC 7788")
    actions.agree(asked(cast, account, "change", cast.dana), by=cast.toni, at=cast.at)
    assert Wall.objects.filter(case=case, handler=cast.dana).count() == 1


def test_a_leaver_lets_go_of_what_they_had_in_hand(cast):
    case = make_cases.case(cast.ffion)
    take(case, by=cast.sam, at=cast.at)
    actions.leave(cast.sam, by=cast.jo, at=cast.at)
    assert Case.objects.get(pk=case.pk).assigned_to is None
    assert Event.objects.filter(case=case).last().verb == "let_go"
    with pytest.raises(refusals.HasLeft):
        actions.leave(cast.sam, by=cast.jo, at=cast.at)


def test_the_last_administrator_cannot_leave_nor_stop_being_one(cast):
    with pytest.raises(refusals.LastOne):
        actions.leave(cast.toni, by=cast.jo, at=cast.at)
    first = nia(cast)
    other = asked(cast, Account("Nia Parry", "administrator", "front"), "change", first)
    actions.agree(other, by=cast.toni, at=cast.at)
    actions.leave(cast.toni, by=cast.jo, at=cast.at)
    cast.toni.refresh_from_db()
    assert cast.toni.left_on


def test_a_link_works_once_and_for_three_days(cast):
    secret = actions.agree(asked(cast), by=cast.toni, at=cast.at)
    assert queries.joining(secret, at=cast.at + timedelta(days=3)) is None
    joining = queries.joining(secret, at=cast.at + timedelta(days=2))
    links.use(joining, "three quiet words here", at=cast.at)
    assert queries.joining(secret, at=cast.at) is None
    with pytest.raises(refusals.LinkSpent):
        links.use(joining, "four quiet words here", at=cast.at)


def test_a_new_link_ends_the_old_one_and_the_old_password(cast):
    newcomer = nia(cast)
    secret = links.make(newcomer, at=cast.at)
    newer = actions.agree(asked(cast, None, "link", newcomer), by=cast.toni, at=cast.at)
    assert queries.joining(secret, at=cast.at) is None
    assert queries.joining(newer, at=cast.at)
    newcomer.user.refresh_from_db()
    assert not newcomer.user.has_usable_password()


def test_the_trail_cannot_be_rewritten(cast):
    from django.db import DatabaseError, transaction

    nia(cast)
    with pytest.raises(DatabaseError), transaction.atomic():
        Deed.objects.update(verb="left")
