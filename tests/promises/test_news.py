"""A handler is told on My work that a promise of a case of theirs moved, until somebody did something about it."""

from datetime import timedelta

import pytest

from gateways import clock as time
from putright.cases.actions import locked, note, spoke, take, wall_off
from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.promises import queries
from tests.make import cases

from .test_changes import DAY, PROCLAIMED, made, second

__all__ = ["second"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def case(cast):
    made_now = cases.case(cast.ffion)
    take(made_now, by=cast.sam, at=cast.at)
    made_now.refresh_from_db()
    return made_now


def news(handler, at):
    return [one.case.reference for one in queries.news(handler, Case.objects.all(), at)]


def test_a_later_day_is_told_until_somebody_was_in_touch_with_the_person(case, cast, second):
    made(PROCLAIMED, cast, second)
    assert news(cast.sam, cast.at) == [case.reference] and news(cast.jo, cast.at) == []
    note(case, "Read it.", by=cast.sam, at=cast.at)
    assert news(cast.sam, cast.at) == [case.reference]
    spoke(case, "Told her of the new day.", by=cast.sam, at=cast.at)
    assert news(cast.sam, cast.at) == []


def test_an_earlier_day_is_told_until_the_handler_did_something(case, cast, second):
    made(PROCLAIMED, cast, second)
    case.refresh_from_db()
    spoke(case, "Told her.", by=cast.sam, at=cast.at)
    on = cast.at.isoformat()
    facts = {"promise": "first-contact", "was_at": on, "now_at": on, "worse": False, "change": 1}
    write(locked(case), Line("clock_changed", cast.at, cast.jo, facts=facts))
    assert news(cast.sam, cast.at) == [case.reference]
    note(case, "Seen.", by=cast.sam, at=cast.at)
    assert news(cast.sam, cast.at) == []


def test_it_is_old_after_four_weeks(case, cast, second):
    made(PROCLAIMED, cast, second)
    assert news(cast.sam, cast.at + timedelta(days=29)) == []


@pytest.mark.parametrize("language", ["en", "cy"])
def test_my_work_says_both_days_and_why_and_only_to_whom_the_case_is_open(client, case, cast, second, language):
    change = made(PROCLAIMED, cast, second)
    with time.fixed(cast.at + DAY):
        client.force_login(cast.sam.user)
        page = client.get(f"/{language}/staff/?show=mine", follow=True).content.decode()
        assert {"en": "fall due on another day now", "cy": "ar ddiwrnod arall nawr"}[language] in page
        assert case.reference in page and f"/{language}/staff/promises/changes/{change.pk}/" in page
        wall_off(case, cast.sam, "Knows her", by=cast.jo, at=cast.at)
        assert case.reference not in client.get(f"/{language}/staff/?show=mine", follow=True).content.decode()
