"""What triage shows on the case page."""

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory

from putright.triage.actions import answer, decide
from putright.triage.panel import panel
from tests.make.contacts import contact

from .sheets import ORDINARY

pytestmark = pytest.mark.django_db


def asked_by(handler):
    request = RequestFactory().get("/")
    request.handler = handler
    return request


def test_before_anybody_decided_it_says_so_and_leads_to_the_questions(cast):
    case = contact(cast.ffion).case
    shown = panel(asked_by(cast.sam), case)
    assert shown.values["past"] is None
    assert [words for _, words in shown.links] == ["Tell what it is"]


def test_afterwards_it_says_what_by_whom_and_why(cast, django_assert_num_queries):
    case = contact(cast.ffion).case
    answer(case, ORDINARY, by=cast.sam, at=cast.at)
    decide(case, "recorded", by=cast.sam, at=cast.at, because="Three of these this month.")
    with django_assert_num_queries(2):
        shown = panel(asked_by(cast.jo), case)
        words = render_to_string(shown.template, {**shown.values, "case": case})
    for expected in ("Record it under Schedule 3", "Sam Adeyemi", "Three of these this month.", "the chief officer"):
        assert expected in words


def test_who_may_not_triage_is_offered_no_link(cast):
    case = contact(cast.ffion).case
    assert panel(asked_by(cast.pat), case).links == ()
