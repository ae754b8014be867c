"""The clock strip, in both languages, without a script."""

from datetime import timedelta

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from putright.cases.actions import spoke
from putright.cases.log import Line, write
from putright.clocks.panel import panel
from putright.people.queries import office
from tests.make import cases

pytestmark = pytest.mark.django_db


@pytest.fixture
def strip(cast):
    def draw(case, language="en", later=timedelta(0)):
        request = RequestFactory().get("/")
        request.at, request.handler, request.office = cast.at + later, cast.sam, office()
        with translation.override(language):
            shown = panel(request, case)
            return shown and render_to_string(shown.template, shown.values)

    return draw


def test_each_promise_says_its_state_when_it_is_due_and_why(cast, strip):
    html = strip(cases.case(cast.ffion))
    assert "First contact" in html and "due 30 March 2026, 5:00pm" in html
    assert "Not counted: Saturday 28 March 2026 (weekend)." in html
    assert "<details" in html and "<script" not in html


def test_the_strip_speaks_welsh_and_london_time(cast, strip):
    html = strip(cases.case(cast.ffion), "cy")
    assert "Cysylltiad cyntaf" in html and "30 Mawrth 2026, 5:00yp" in html and "Pam?" in html
    assert "First contact" not in html and "Due" not in html


def test_a_kept_promise_says_when_and_a_missed_one_stands_out(cast, strip):
    case = cases.case(cast.ffion)
    spoke(case, "heard what she wants", by=cast.sam, at=cast.at)
    html = strip(case, later=timedelta(days=40))
    assert "app-clocks__clock--kept" in html and "Kept:" in html
    assert "app-clocks__clock--late" in html and "Missed:" in html


def test_a_promise_no_longer_needed_says_so(cast, strip):
    case = cases.case(cast.ffion)
    write(case, Line("settled", cast.at, cast.sam))
    assert "No longer needed" in strip(case)


def test_the_panel_asks_one_question(cast, django_assert_num_queries):
    case = cases.case(cast.ffion)
    request = RequestFactory().get("/")
    request.at, request.office = cast.at, office()
    with django_assert_num_queries(1):
        panel(request, case)
