"""The role guard in the actions and on the page: refused in words that teach, with nothing typed lost."""

from datetime import timedelta

import pytest
from django.urls import reverse

from gateways import clock
from putright.cases.actions import wall_off
from putright.cases.models import Case, Event
from putright.cases.refusals import OutsideRemit
from putright.clocks.queries import for_case
from putright.contacts.actions import settle
from putright.contacts.said import Settled
from putright.people.remit import Why
from putright.recovery.actions import ask_to_record, offer
from putright.triage.actions import answer, decide
from putright.triage.models import Decision
from tests.make import people
from tests.make.contacts import contact

from .sheets import NONE_SERIOUS, ORDINARY, SAFE

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(cast):
    return contact(cast.ffion, kind="complaint").case


def someone(cast, **details):
    return people.handler("Lee Other", "handler", cast.sam.team, **details)


def why(act):
    with pytest.raises(OutsideRemit) as refused:
        act()
    return refused.value.why


FORCE = {"employer": "chief_constable", "directed_by": "chief_constable"}
NOT_THEIRS = [
    ({"is_constable": True}, Why.CONSTABLE),
    (FORCE, Why.NOT_DIRECTED),
    ({"employer": "other"}, Why.OTHER_BODY),
]


@pytest.mark.parametrize(("who", "reason"), NOT_THEIRS)
def test_reg_50_nobody_outside_it_decides_puts_right_or_settles(case, cast, who, reason):
    other = someone(cast, **who)
    answer(case, ORDINARY, by=other, at=cast.at)  # anybody may ask what the matter is
    assert why(lambda: decide(case, "outside", by=other, at=cast.at)) is reason
    assert why(lambda: ask_to_record(case, "", by=other, at=cast.at)) is reason
    decide(case, "outside", by=cast.sam, at=cast.at)
    assert why(lambda: offer(case, "apology", "Sorry.", by=other, at=cast.at)) is reason
    fresh = contact(cast.amir)
    assert why(lambda: settle(fresh, Settled("Told."), by=other, at=cast.at)) is reason
    assert Decision.objects.count() == 1 and Case.objects.get(pk=fresh.case.pk).stage == "received"


def test_the_force_s_advisor_under_the_commissioner_s_direction_decides(case, cast):
    advisor = someone(cast, employer="chief_constable", directed_by="commissioner")
    answer(case, ORDINARY, by=advisor, at=cast.at)
    assert decide(case, "outside", by=advisor, at=cast.at).by == advisor


def test_in_essex_the_force_s_team_decides_and_the_commissioner_s_staff_are_told_why_not(case, cast):
    people.office("essex")
    answer(case, ORDINARY, by=cast.sam, at=cast.at)
    assert why(lambda: decide(case, "outside", by=cast.sam, at=cast.at)) is Why.FORCE_HOLDS
    assert decide(case, "outside", by=someone(cast, **FORCE), at=cast.at).route == "outside"


def test_walled_from_the_case_is_a_conflict_in_the_action_too(case, cast):
    wall_off(case, cast.jo, "knows the officer", by=cast.sam, at=cast.at)
    answer(case, ORDINARY, by=cast.sam, at=cast.at)
    assert why(lambda: decide(case, "outside", by=cast.jo, at=cast.at)) is Why.CONFLICT


@pytest.mark.parametrize(("language", "teaches"), [("en", "reg 50(3)"), ("cy", "Rhowch ef i gydweithiwr")])
def test_on_the_page_the_refusal_teaches_and_keeps_every_word(case, cast, client, language, teaches):
    client.force_login(someone(cast, **FORCE).user)
    answer(case, ORDINARY, by=cast.sam, at=cast.at)
    case.refresh_from_db()
    address = reverse("triage:decide", args=[case.reference]).replace("/en/", f"/{language}/")
    with clock.fixed(cast.at):
        given = {"decide-route": "outside", "decide-because": "My own words", "decide-version": case.version}
        page = client.post(address, given).content.decode()
    assert teaches in page and "My own words" in page and not Decision.objects.exists()


@pytest.mark.parametrize(
    ("language", "leads"),
    [("en", "If yes:"), ("cy", "Os ie:")],
)
def test_beside_each_question_stands_what_a_yes_leads_to(case, cast, client, language, leads):
    client.force_login(cast.sam.user)
    with clock.fixed(cast.at):
        page = client.get(reverse("triage:ask", args=[case.reference]).replace("/en/", f"/{language}/")).content.decode()
    assert page.count(leads) == len(NONE_SERIOUS | SAFE)


@pytest.mark.parametrize(("language", "left"), [("en", "29 h 9 min left"), ("cy", "29 awr 9 mun ar ôl")])
def test_the_countdown_runs_before_anybody_has_decided_and_says_whom_to_hand_it_to(case, cast, client, language, left):
    """Clear on Friday 27 March at 16:50: until Saturday 23:59:59. Seen two hours later, at 18:50."""
    people.handler("Rowan Pyle", "standards", cast.pat.team)
    answer(case, {"serious_assault": "yes"}, by=cast.sam, at=cast.at)
    later = cast.at + timedelta(hours=2)
    due = next(one for one in for_case(case, later) if one.promise == "iopc-referral")
    assert due.is_open and due.started_at == cast.at and not Decision.objects.exists()
    client.force_login(cast.sam.user)
    with clock.fixed(later):
        for name in ("triage:ask", "desk:case"):
            page = client.get(reverse(name, args=[case.reference]).replace("/en/", f"/{language}/")).content.decode()
            assert left in page and "Rowan Pyle" in page and "Pat Okoro" in page, name
        work = client.get(reverse("desk:work").replace("/en/", f"/{language}/") + "?show=free").content.decode()
    assert left in work


def test_becoming_clear_is_an_event_once_with_the_rows_that_made_it_so(case, cast):
    answer(case, {"serious_assault": "yes"}, by=cast.sam, at=cast.at)
    answer(case, {"serious_corruption": "yes"}, by=cast.sam, at=cast.at + timedelta(hours=1))
    told = Event.objects.get(case=case, verb="must_refer")
    assert told.at == cast.at and told.facts["rules"] and told.facts["authority"] == ""
