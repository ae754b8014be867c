"""What the page of a case may ask of the database, whatever kind of case it is."""

from datetime import timedelta

import pytest

from putright.asking.actions import meetings
from putright.cases.models import Case
from putright.codes.asked.rules import Answered
from putright.people.actions import Agreed, agree_plan, merge
from putright.triage import actions as triage
from tests.asking.questions import asked
from tests.make import people
from tests.make.contacts import contact
from tests.make.passes import at_home
from tests.triage.sheets import ORDINARY

from .furnish import full, settled

pytestmark = pytest.mark.django_db
MOST = 25


def joined_with_another(cast) -> Case:
    """Two who are one person, with a contact plan."""
    case, other = full(cast), people.person("Ffion Rhys")
    contact(other)
    merge(cast.ffion, other, "The same voice.", by=cast.jo, at=cast.at)
    agree_plan(other, Agreed("Rings on Fridays.", cast.sam, (cast.at + timedelta(days=90)).date()), by=cast.jo, at=cast.at)
    return case


def asked_and_offered_a_meeting(cast) -> Case:
    case = full(cast)
    asked(case, by=cast.sam, at=cast.at)
    meetings.consider(case, offered=True, by=cast.sam, at=cast.at)
    return case


def told_on_their_own_page(cast) -> Case:
    case = full(cast)
    guest = at_home(case)
    guest.post("record/", key="one", words="I want it recorded.")
    return case


def about_a_vehicle(cast) -> Case:
    return contact(cast.ffion, topic="vehicle-recovery", answers=(Answered("fee", cast.at.date(), "192.00"),)).case


def waiting_for_triage(cast) -> Case:
    return contact(cast.ffion, kind="complaint", about="PC Gwyn Pugh").case


def to_be_referred(cast) -> Case:
    case = waiting_for_triage(cast)
    triage.answer(case, ORDINARY | {"death_or_serious_injury": "yes"}, by=cast.sam, at=cast.at)
    return case


KINDS = [full, settled, joined_with_another, asked_and_offered_a_meeting, told_on_their_own_page, about_a_vehicle,
         waiting_for_triage, to_be_referred]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_a_case_asks_at_most_twenty_five(client, cast, kind, django_assert_max_num_queries):
    address = f"/en/staff/cases/{kind(cast).reference}/"
    client.force_login(cast.sam.user)
    client.get(address)
    with django_assert_max_num_queries(MOST):
        assert client.get(address).status_code == 200
