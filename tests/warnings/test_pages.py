"""The page of warnings, one with its working, and setting one aside."""

from datetime import datetime, timedelta

import pytest

from gateways import clock
from putright.cases.models import Case
from putright.contacts.models import Contact
from putright.people.gates import NotAllowed
from putright.warnings import actions, queries, refusals, rules
from putright.warnings.models import Dismissed
from tests.make import contacts as make

REASON = "delay"


@pytest.fixture
def rose(cast):
    """Twenty months of ten contacts a month about one reason, and thirty in the last whole month."""
    begins = cast.at.replace(day=10)
    first = make.contact(cast.ffion, at=cast.at - timedelta(days=700))
    copied = {
        field.attname: getattr(first, field.attname)
        for field in Contact._meta.concrete_fields if field.attname not in ("id", "key", "received_at", "reason")
    }  # fmt: skip
    made = []
    for back in range(1, 21):
        when = months_before(begins, back)
        made += [
            Contact(**copied, reason=REASON, key=make.said().key, received_at=when)
            for _n in range(30 if back == 1 else 10)
        ]
    Contact.objects.bulk_create(made)
    return months_before(begins, 1).date().replace(day=1)


def months_before(when: datetime, back: int) -> datetime:
    year, month = divmod(when.year * 12 + when.month - 1 - back, 12)
    return when.replace(year=year, month=month + 1)


def test_a_month_that_rose_stands_on_the_page_until_it_is_set_aside(cast, rose):
    (warning,) = queries.standing(cast.at)
    assert (warning.code, warning.judged.period.begins, warning.judged.period.count) == (REASON, rose, 30)
    month = actions.Which(rules.REASON, REASON, rose)
    actions.dismiss(month, "One football match.", by=cast.jo, at=cast.at)
    assert queries.standing(cast.at) == []
    kept = queries.of(rules.REASON, REASON, cast.at)[-1]
    assert kept.judged.fired and kept.aside.why == "One football match." and kept.aside.by == cast.jo


def test_what_is_refused(cast, rose):
    month = actions.Which(rules.REASON, REASON, rose)
    with pytest.raises(NotAllowed):
        actions.dismiss(month, "Because.", by=cast.sam, at=cast.at)
    with pytest.raises(refusals.SayWhy):
        actions.dismiss(month, "  ", by=cast.jo, at=cast.at)
    with pytest.raises(refusals.NoWarning):
        actions.dismiss(
            actions.Which(rules.REASON, REASON, rose.replace(year=rose.year - 1)), "x", by=cast.jo, at=cast.at
        )
    actions.dismiss(month, "One football match.", by=cast.jo, at=cast.at)
    with pytest.raises(refusals.AsideAlready):
        actions.dismiss(month, "Again.", by=cast.jo, at=cast.at)
    assert Dismissed.objects.count() == 1


def said(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize(
    ("language", "more", "rule"),
    [("en", "more than the", "Rule: one alone"), ("cy", "mwy na’r", "Rheol: un ar ei ben ei hun")],
)
def test_read_opened_and_set_aside_from_the_pages(client, cast, rose, language, more, rule):
    client.force_login(cast.jo.user)
    with clock.fixed(cast.at):
        listed = said(client.get(f"/{language}/staff/warnings/"))
        address = f"/{language}/staff/warnings/reason/{REASON}/"
        assert (
            more in listed
            and address in listed
            and f"/{language}/staff/warnings/" in said(client.get(f"/{language}/staff/more/"))
        )
        opened = said(client.get(address))
        assert rule in opened and 'role="img"' in opened and "<table" in opened
        aside = f"{address}{rose.year}/{rose.month}/aside/"
        assert client.post(aside, {"why": ""}).status_code == 422
        assert client.post(aside, {"why": "One football match."}).status_code == 302
        assert "One football match." in said(client.get(address))


def test_weeks_are_shown_when_asked_for(client, cast, rose):
    client.force_login(cast.sam.user)
    with clock.fixed(cast.at):
        page = said(client.get(f"/en/staff/warnings/reason/{REASON}/?weeks=1"))
        assert "Week beginning" in page and "aside/" not in page
        assert client.get("/en/staff/warnings/reason/nothing-like-it/").status_code == 404
        assert client.get("/en/staff/warnings/person/1/").status_code == 404


def test_as_many_questions_however_many_contacts(cast, rose, django_assert_num_queries):
    assert Case.objects.count() == 1
    with django_assert_num_queries(3):
        queries.standing(cast.at)
