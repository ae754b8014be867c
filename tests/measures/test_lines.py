"""Targets and what others have: dated lines, who changed them and why, over what the office's pack says."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction

from gateways import clock
from offices import load
from putright.facts.months import Month
from putright.facts.sources import Scope
from putright.measures import actions, queries, refusals, rules
from putright.measures.actions import Beside
from putright.measures.models import Line
from putright.people.gates import NotAllowed
from putright.people.queries import office
from putright.reports import queries as reports
from putright.reports.taking import still, working_days
from tests.make import contacts

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 27, 16, 50, tzinfo=UTC)
ON = AT.date()
D = Decimal
TARGET = Beside("days-outside", "ours", D("13"), date(2026, 1, 1), "The board wants it sooner", "most", "Board, 4 December")


@pytest.fixture
def supervisor(client, cast):
    with clock.fixed(AT):
        client.force_login(cast.jo.user)
        yield client


def held(figure: str, on: date = ON, slug: str = "essex") -> list[tuple[str, Decimal]]:
    return [(one.whose, one.value) for one in queries.beside([figure], on, load(slug))[figure]]


def test_the_pack_gives_the_first_lines_and_what_is_written_down_takes_their_place(cast):
    assert held("days-outside") == [("published", D(20)), ("national", D(22))]
    actions.set_line(TARGET, by=cast.jo, at=AT)
    actions.set_line(Beside("days-outside", "national", D(21), date(2026, 2, 1), "Published in January"), by=cast.jo, at=AT)
    assert held("days-outside") == [("ours", D(13)), ("published", D(20)), ("national", D(21))]
    assert held("days-outside", date(2026, 1, 31)) == [("ours", D(13)), ("published", D(20)), ("national", D(22))]


def test_cleveland_set_13_working_days_beside_a_national_17():
    lines = queries.beside(["days-outside"], ON, load("cleveland"))["days-outside"]
    assert {(one.whose, one.value) for one in lines} >= {("ours", D(13)), ("national", D(17)), ("national", D(22))}
    ours = next(one for one in lines if one.whose == "ours")
    assert ours.met(D(13)) and not ours.met(D("13.1")) and ours.met(None) is None


def test_the_newest_line_of_a_day_holds_and_an_empty_one_takes_it_away(cast):
    actions.set_line(TARGET, by=cast.jo, at=AT)
    actions.set_line(Beside("days-outside", "ours", D(11), date(2026, 1, 1), "A slip of the pen", "most"), by=cast.jo, at=AT)
    assert held("days-outside")[0] == ("ours", D(11))
    actions.set_line(Beside("days-outside", "ours", None, date(2026, 3, 1), "No longer wanted"), by=cast.jo, at=AT)
    assert held("days-outside")[0][0] == "published" and held("days-outside", date(2026, 2, 28))[0] == ("ours", D(11))
    assert len(queries.history()) == 3


@pytest.mark.parametrize(("change", "refusal"), [
    ({"figure": "nonsense"}, refusals.CannotBe), ({"whose": "mine"}, refusals.CannotBe), ({"value": D(-1)}, refusals.CannotBe),
    ({"way": ""}, refusals.CannotBe), ({"why": "  "}, refusals.SaysNotWhy),
])  # fmt: skip
def test_what_cannot_be_is_refused(cast, change, refusal):
    with pytest.raises(refusal):
        actions.set_line(Beside(**{**vars(TARGET), **change}), by=cast.jo, at=AT)
    assert not Line.objects.exists()


def test_only_a_supervisor_writes_it_down(cast):
    for somebody in (cast.sam, cast.robin):
        with pytest.raises(NotAllowed):
            actions.set_line(TARGET, by=somebody, at=AT)


def test_the_database_refuses_to_rewrite_a_line(cast):
    one = actions.set_line(TARGET, by=cast.jo, at=AT)
    for change in (lambda: Line.objects.filter(pk=one.pk).update(value=1), lambda: Line.objects.filter(pk=one.pk).delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_how_many_employees_makes_figures_for_each_thousand(cast):
    for _number in range(3):
        contacts.contact(cast.ffion, at=AT)
    scope = Scope(Month(2026, 3), office(), AT)
    assert reports.figures(scope).worked("cases-each-thousand") is None
    actions.set_line(Beside("employees", "ours", D(6_000), date(2026, 1, 1), "From the workforce figures"), by=cast.jo, at=AT)
    assert reports.figures(scope).worked("cases-each-thousand") == D("0.5")
    assert rules.per_thousand(3, D(0)) is None


@pytest.mark.parametrize(("value", "text"), [("13.0000", "13"), ("4.5000", "4.5"), ("6000", "6,000"), ("100", "100"), ("0", "0")])
def test_a_figure_is_written_without_needless_noughts(value, text):
    assert rules.written(D(value)) == text


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_page_tells_what_holds_and_who_changed_it(supervisor, cast, language, django_assert_max_num_queries):
    actions.set_line(TARGET, by=cast.jo, at=AT)
    with django_assert_max_num_queries(12):
        html = supervisor.get(f"/{language}/staff/targets/").text
    assert "The board wants it sooner" in html and cast.jo.name in html and "/staff/reports/measures/days-outside/" in html


def test_an_analyst_reads_it_and_has_no_form(client, cast):
    with clock.fixed(AT):
        client.force_login(cast.robin.user)
        assert "/staff/targets/new/" not in client.get("/en/staff/targets/").text
        assert client.get("/en/staff/targets/new/").status_code == 403


GIVEN = {
    "figure": "days-outside", "whose": "ours", "value": "13", "way": "most", "since-day": "1", "since-month": "1",
    "since-year": "2026", "source": "Board", "why": "The board wants it sooner",
}  # fmt: skip


def test_a_target_is_written_down_and_shown_as_met_or_not_on_the_figures_own_page(supervisor, cast):
    assert "selected" in supervisor.get("/en/staff/targets/new/?figure=days-outside").text
    answer = supervisor.post("/en/staff/targets/new/", GIVEN)
    assert answer.status_code == 302 and held("days-outside")[0] == ("ours", D(13))
    html = supervisor.get("/en/staff/reports/measures/days-outside/").text
    assert "Our target: 13" in html and ">Met<" not in html and ">Not met<" not in html  # nothing ended: not known


@pytest.mark.parametrize("typed", ["many", "-4", "1e12", "NaN", "4.12345"])
def test_what_is_no_number_comes_back_as_typed(supervisor, typed):
    answer = supervisor.post("/en/staff/targets/new/", {**GIVEN, "value": typed})
    assert answer.status_code == 422 and typed in answer.text and not Line.objects.exists()


def test_a_contact_settled_for_good_is_known_only_when_the_28_days_are_over(cast):
    one = contacts.contact(cast.ffion, at=datetime(2026, 3, 3, 10, tzinfo=UTC))
    back = contacts.contact(cast.amir, at=datetime(2026, 3, 4, 10, tzinfo=UTC))
    for made in (one, back):
        type(made).objects.filter(pk=made.pk).update(settled_at=made.received_at, answer="done")
    contacts.contact(cast.amir, at=datetime(2026, 3, 31, 9, tzinfo=UTC))

    def worked(at: datetime) -> tuple[object, object]:
        found = reports.figures(Scope(Month(2026, 3), office(), at))
        return found.parts("stayed"), found.worked("stayed-share")

    assert worked(datetime(2026, 3, 31, 11, tzinfo=UTC)) == ({"for-good": 1, "came-back": 1}, D(100) / 3)
    assert worked(datetime(2026, 3, 30, 9, tzinfo=UTC)) == ({"too-soon": 1, "came-back": 1}, None)


def test_the_days_a_case_stood_still_are_taken_away_once():
    stop, on, ended = (datetime(2026, 3, day, 12, tzinfo=UTC) for day in (2, 6, 12))  # Monday, Friday, the Thursday after
    log = [("clock_stopped", stop, "refer"), ("clock_stopped", stop, "outcome"), ("clock_went_on", on, "refer")]
    assert len(still([*log, ("clock_went_on", on, "outcome")], ended)) == 4
    assert len(still(log, ended)) == 8  # one of them never went on
    assert working_days(date(2026, 3, 2), date(2026, 3, 12)) == 8 and working_days(date(2026, 4, 2), date(2026, 4, 7)) == 1
    assert working_days(date(2031, 3, 3), date(2031, 3, 10)) == 5  # beyond the bank holidays that are held
