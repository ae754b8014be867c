"""How far people come with the public form: counted when a form is forgotten, by nobody's name."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from gateways import clock
from putright.contacts.channels.web import drafts, questions
from putright.contacts.channels.web.answers import ORDER
from putright.contacts.models import Draft
from putright.facts.months import Month
from putright.portal import begun, owed
from putright.portal.models import Begun
from tests.make.contacts import contact

pytestmark = pytest.mark.django_db
BEGAN = datetime(2026, 1, 31, 23, 30, tzinfo=UTC)
LATER = BEGAN + timedelta(days=28)
JANUARY = date(2026, 1, 1)


def form(*pages, at=BEGAN, language="en", sent=None):
    """A form answered up to the last of those pages."""
    found = drafts.start(language=language, at=at)
    for page in pages:
        found = drafts.keep(found, page, {"words": ["typed"]}, language=language, at=at)
    if sent:
        Draft.objects.filter(pk=found.draft.pk).update(sent=sent, answers={})
    return found


def kept():
    return {(row.month, row.language, row.ended): row.number for row in Begun.objects.all()}


def test_who_begins_sends_or_stops_is_counted_once_and_what_they_typed_is_gone(cast):
    form("safe", "kind", "what-happened")
    form("what-happened", "safe")  # went back: the furthest page counts
    form("safe", language="cy")
    form("safe", sent=contact(cast.ffion))
    assert begun.forget(at=LATER - timedelta(seconds=1)) == 0
    assert begun.forget(at=LATER) == 4 and begun.forget(at=LATER) == 0
    assert not Draft.objects.exists()
    counted = {(JANUARY, "en", "what-happened"): 2, (JANUARY, "cy", "safe"): 1, (JANUARY, "en", "sent"): 1}
    assert kept() == counted
    form("safe", language="cy")
    begun.forget(at=LATER)
    assert kept() == counted | {(JANUARY, "cy", "safe"): 2}


def test_the_order_of_pages_is_the_forms_own():
    assert tuple(page.slug for page in questions.PAGES) == ORDER


def test_the_rounds_forget_what_nobody_touched_for_28_days_and_nothing_else():
    old, touched = form("safe"), form("safe")
    drafts.keep(touched, "kind", {"words": ["typed"]}, language="en", at=BEGAN + timedelta(days=2))
    [key] = [key for key, _since in owed.owed(LATER, limit=10) if key.startswith("portal:forms:")]
    for _again in range(3):
        owed.fulfil(key, at=LATER)
    assert list(Draft.objects.values_list("pk", flat=True)) == [touched.draft.pk] and sum(kept().values()) == 1
    assert drafts.find(old.code, at=LATER) is None
    assert not [key for key, _since in owed.owed(LATER, limit=10) if key.startswith("portal:forms:")]


def test_more_than_are_done_at_once_are_all_done_in_turn(monkeypatch):
    monkeypatch.setattr(begun, "AT_ONCE", 2)
    for _number in range(5):
        form("safe")
    assert [begun.forget(at=LATER) for _turn in range(4)] == [2, 2, 1, 0]
    assert sum(kept().values()) == 5


def test_the_month_is_the_one_in_which_they_began_in_london():
    form("safe", at=datetime(2026, 3, 31, 23, 30, tzinfo=UTC))  # half past midnight in April there
    begun.forget(at=LATER + timedelta(days=90))
    assert {month for month, _language, _ended in kept()} == {date(2026, 4, 1)}


def test_what_may_still_come_is_neither_sent_nor_stopped(cast):
    form("safe"), form("safe", sent=contact(cast.ffion)), form("safe", at=BEGAN + timedelta(days=9))
    form("safe", at=BEGAN - timedelta(days=30))
    begun.forget(at=BEGAN + timedelta(days=1))
    found = begun.told([Month(2026, 2), Month(2026, 1)])
    february, january = found.lines
    assert (february.begun, february.unfinished, february.share) == (1, 1, None)
    assert (january.begun, january.sent, january.stopped, january.unfinished, january.share) == (3, 1, 1, 1, 50)
    assert found.stopped == {"safe": 1} and found.by_language == {"en": (1, 1), "cy": (0, 0)}


@pytest.mark.parametrize(("language", "words"), [
    ("en", ("What happened?", "In Welsh: 0 sent, 1 not sent.", "33")),
    ("cy", ("Beth ddigwyddodd?", "Yn Gymraeg: 0 wedi’u hanfon, 1 heb eu hanfon.", "33")),
])  # fmt: skip
def test_the_page_says_where_people_stop(client, cast, language, words, django_assert_max_num_queries):
    form("safe", "what-happened"), form("safe", "what-happened", language="cy"), form("safe", sent=contact(cast.ffion))
    begun.forget(at=LATER)
    begun.add({(JANUARY, "en", "a-page-of-old"): 0})
    client.force_login(cast.robin.user)
    address = reverse("portal:begun").replace("/en/", f"/{language}/")
    with clock.fixed(LATER):
        client.get(address)
        with django_assert_max_num_queries(8):
            shown = client.get(address).content.decode()
        assert all(word in shown for word in words)
        client.force_login(cast.dana.user)
        assert client.get(address).status_code == 403
