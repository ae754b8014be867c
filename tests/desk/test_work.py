"""My work: what falls due first, fifty at a time, and only what this person may open."""

import re

import pytest

from putright.cases.actions import take, wall_off
from putright.cases.models import Access, AccessCase
from tests.make.contacts import contact

from .furnish import many, settled

pytestmark = pytest.mark.django_db
REFERENCE = re.compile(r"PR-[0-9A-Z]{5}-[0-9A-Z]{5}(?=</a>)")
NEXT = re.compile(r'href="([^"]*after=[^"]*)">Show the next')


@pytest.fixture
def sam(client, cast):
    client.force_login(cast.sam.user)
    return client


def listed(client, show, language="en"):
    return REFERENCE.findall(client.get(f"/{language}/staff/my-work/", {"show": show}).content.decode())


def test_fifty_rows_cost_at_most_twelve_queries(sam, cast, django_assert_max_num_queries):
    many(cast, 55)
    sam.get("/en/staff/my-work/")  # the first request of a session writes the session
    for language in ("en", "cy"):
        with django_assert_max_num_queries(12):
            answer = sam.get(f"/{language}/staff/my-work/?show=free")
        assert len(REFERENCE.findall(answer.content.decode())) == 50


def test_paging_forward_misses_nothing_and_repeats_nothing_when_all_fall_due_together(sam, cast):
    made = {case.reference for case in many(cast, 120)}
    seen, address = [], "/en/staff/my-work/?show=team"
    while address and len(seen) <= 120:
        words = sam.get(address).content.decode()
        seen += REFERENCE.findall(words)
        found = NEXT.search(words)
        address = found[1].replace("&amp;", "&") if found else ""
    assert len(seen) == 120 and set(seen) == made


@pytest.mark.parametrize(
    "after",
    ["nonsense", "2026-03-27T10:00~1", "2026-03-27T10:00+00:00~" + "9" * 40, "\x00~1", "~", "0001-01-01T00:00+00:00~5"],
)
def test_a_spoilt_place_in_the_list_begins_again(sam, cast, after):
    many(cast, 1)
    assert len(REFERENCE.findall(sam.get("/en/staff/my-work/", {"show": "team", "after": after}).content.decode())) == 1


def test_each_list_holds_its_own(sam, cast):
    mine, free, done = contact(cast.ffion).case, contact(cast.amir).case, settled(cast)
    take(mine, by=cast.sam, at=cast.at)
    assert listed(sam, "mine") == [mine.reference]
    assert listed(sam, "free") == [free.reference]
    assert set(listed(sam, "team")) == {mine.reference, free.reference}
    assert listed(sam, "outside") == []
    assert listed(sam, "finished") == [done.reference]
    assert listed(sam, "no such list") == listed(sam, "mine")


def test_a_wall_takes_the_row_away(sam, cast):
    case = contact(cast.ffion).case
    wall_off(case, cast.sam, "is family", by=cast.jo, at=cast.at)
    assert listed(sam, "team") == [] and Access.objects.count() == 0


def test_one_access_row_names_every_case_listed(sam, cast):
    many(cast, 3)
    listed(sam, "team")
    assert Access.objects.count() == 1 and AccessCase.objects.count() == 3


def test_those_who_take_no_cases_on_are_offered_no_such_list(client, cast):
    client.force_login(cast.pat.user)
    words = client.get("/en/staff/my-work/").content.decode()
    assert "show=mine" not in words and "show=team" in words and "/contacts/new" not in words


def test_the_first_page_after_signing_in_is_for_each_their_own(client, cast):
    client.force_login(cast.sam.user)
    assert client.get("/en/staff/").url == "/en/staff/my-work/"
    client.force_login(cast.toni.user)
    assert client.get("/en/staff/").url == "/en/staff/accounts/"
