"""Reviews in the month (K16 to K18): asked for, checked, decided, the share upheld and the days it took."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from gateways import clock
from putright.facts.months import Month
from putright.facts.sources import Scope
from putright.people.queries import office
from putright.reports import queries
from putright.reviews.models import Review
from tests.make import reviews as make

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 30, 10, tzinfo=UTC)


@pytest.fixture
def march(cast):
    """Seven asked for: four decided, of which three upheld; one refused, one sent on, one not yet looked at."""
    case = make.recorded(cast.ffion, cast.sam)
    came = [("otherwise", "upheld", 10), ("otherwise", "upheld", 20), ("investigated", "upheld", 30),
            ("investigated", "not_upheld", 7)]  # fmt: skip
    for handled, outcome, days in came:
        made = make.review(case, by=cast.sam, handled=handled, received_on=AT.date() - timedelta(days=days))
        Review.objects.filter(pk=made.pk).update(admitted="accepted", admitted_at=AT, outcome=outcome, decided_at=AT)
    for handled, admitted in (("outside", "refused"), ("otherwise", "forwarded"), ("otherwise", "")):
        made = make.review(case, by=cast.sam, handled=handled, received_on=date(2026, 3, 1))
        Review.objects.filter(pk=made.pk).update(admitted=admitted, admitted_at=AT if admitted else None)
    return case


def test_the_figures_of_the_month(march):
    counted = queries.figures(Scope(Month(2026, 3), office(), AT))
    assert counted.parts("reviews-asked") == {"otherwise": 4, "investigated": 2, "none": 1}
    assert counted.parts("reviews-checked") == {"accepted": 4, "refused": 1, "forwarded": 1}
    assert counted.parts("reviews-decided") == {
        "otherwise-upheld": 2, "investigated-upheld": 1, "investigated-not_upheld": 1,
    }  # fmt: skip
    assert (counted.upheld_share, counted.review_days) == (Decimal(75), Decimal("16.75"))
    assert queries.figures(Scope(Month(2026, 4), office(), datetime(2026, 4, 2, tzinfo=UTC))).upheld_share is None


@pytest.mark.parametrize(("lang", "words"), [("en", "Share of reviews upheld"), ("cy", "Cyfran yr adolygiadau a gadarnhawyd")])
def test_they_are_on_the_page_and_open_into_their_lists(client, cast, march, lang, words):
    with clock.fixed(AT):
        client.force_login(cast.jo.user)
        page = client.get(f"/{lang}/staff/reports/2026/3/").text
        assert words in page and "75.0%" in page and "16.8" in page
        for part in ("", "investigated-not_upheld/"):
            assert march.reference in client.get(f"/{lang}/staff/reports/2026/3/reviews-decided/{part}").text


def test_an_analyst_sees_no_share_of_so_few(client, cast, march):
    with clock.fixed(AT):
        client.force_login(cast.robin.user)
        assert "75.0%" not in client.get("/en/staff/reports/2026/3/").text
