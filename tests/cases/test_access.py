"""The access row: one for a response that shows any case, naming each it shows, and none for one that shows none."""

import pytest
from django.db import IntegrityError, transaction
from django.test import RequestFactory

from putright.cases import door
from putright.cases.models import Access, AccessCase
from putright.cases.queries import NoSuchCase
from tests.make import cases

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(cast):
    def ask(person, number="0" * 32):
        request = RequestFactory().get("/")
        request.handler, request.at, request.number, request.resolver_match = person, cast.at, number, None
        return request

    return ask


def rows():
    return list(AccessCase.objects.order_by("case").values_list("access__handler__name", "case__reference"))


def test_opening_a_case_leaves_one_row_with_who_and_when(cast, asked):
    case, request = cases.case(cast.ffion), asked(cast.sam)
    door.case(request, case.reference)
    door.case(request, case.reference)
    door.write_access(request)
    assert rows() == [("Sam Adeyemi", case.reference)]
    assert Access.objects.get().at == cast.at


def test_a_list_leaves_one_row_naming_each_case_on_it(cast, asked):
    shown = [cases.case(cast.ffion) for _ in range(3)]
    cases.case(cast.amir)  # open to Sam, and not on the page
    request = asked(cast.sam)
    door.seen(request, shown)
    door.write_access(request)
    assert Access.objects.count() == 1
    assert {reference for _, reference in rows()} == {case.reference for case in shown}


def test_a_case_that_may_not_be_opened_leaves_none(cast, asked):
    case, request = cases.case(cast.ffion), asked(cast.dana)
    with pytest.raises(NoSuchCase):
        door.case(request, case.reference)
    door.write_access(request)
    assert rows() == []


def test_looking_for_cases_without_showing_them_leaves_none(cast, asked):
    cases.case(cast.ffion)
    request = asked(cast.sam)
    assert door.cases(request).count() == 1
    door.write_access(request)
    assert Access.objects.count() == 0


def test_one_response_can_not_leave_two(cast, asked):
    case, request = cases.case(cast.ffion), asked(cast.sam)
    door.seen(request, [case])
    door.write_access(request)
    with pytest.raises(IntegrityError), transaction.atomic():
        door.write_access(request)
    assert Access.objects.count() == 1
