"""Scoring from the pages in both languages; nobody scores their own; the assessed units change nothing."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from gateways import clock
from putright.people.gates import NotAllowed
from putright.quality import lists
from putright.quality.refusals import Done, Incomplete, NotYours, OwnWork
from putright.scoring import queries
from putright.scoring.actions import Heard, add_call, say_done, score
from putright.scoring.models import Call, Outcome, Score
from putright.scoring.refusals import OnlySenior, OwnManager, ThereAlready
from tests.quality import samples


@pytest.fixture
def vera(cast):
    return samples.senior()


def heard(cast, unit: str = "switchboard", number: str = "T-1", **other: object) -> Heard:
    return Heard(unit, cast.at.date(), number, other.pop("taken_by", "Ash Doe"), other.pop("manager", cast.dana), **other)


def marks(cast, **other: str) -> dict[str, str]:
    return {point.code: "met" for point in lists.points("calls", cast.at.date())} | other


@pytest.fixture
def sign_in(client, cast):
    def go(who):
        client.force_login(who.user)
        return client

    with clock.fixed(cast.at + timedelta(days=1)):
        yield go


def said(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize("language", ["en", "cy"])
def test_written_down_scored_and_answered_from_the_pages(sign_in, cast, vera, language):
    base = f"/{language}/staff/scored-calls/"
    typed = {"unit": "switchboard", "number": "T-77", "taken_by": "Ash Doe", "taker": "", "manager": str(cast.dana.pk)}
    typed |= {"on-day": "27", "on-month": "3", "on-year": "2026", "calibration": "no"}
    client = sign_in(cast.jo)
    assert client.post(f"{base}new/", typed | {"manager": ""}).status_code == 422
    assert client.post(f"{base}new/", typed).status_code == 302
    call = Call.objects.get()
    given = {f"p-{code}": mark for code, mark in marks(cast, danger="not").items()} | {"words": "Ask about danger first."}
    assert client.post(f"{base}{call.pk}/", given).status_code == 302
    made = Score.objects.get()
    assert made.failed and "T-77" in said(client.get(base)) and "Ask about danger first." in said(client.get(f"{base}{call.pk}/"))
    assert f"{base}told/" in said(sign_in(cast.dana).get(f"/{language}/staff/my-work/"))
    assert "Ash Doe" in said(client.get(f"{base}told/"))
    assert client.post(f"{base}told/{made.pk}/", {"words": "We practised it."}).status_code == 302
    assert Outcome.objects.get().by == cast.dana and "We practised it." in said(sign_in(cast.jo).get(f"{base}{call.pk}/"))
    for who in (vera, cast.jo, cast.robin):
        assert "Ash Doe" not in said(sign_in(who).get(f"{base}figures/"))
    for who in (cast.sam, cast.pat, cast.dana, cast.robin):
        assert sign_in(who).get(base).status_code == 403


def test_nobody_scores_their_own_call_nor_their_own_people(cast, vera):
    ours = [
        add_call(heard(cast, number="a", taker=cast.jo), by=vera, at=cast.at),
        add_call(heard(cast, number="b", manager=cast.jo), by=vera, at=cast.at),
        add_call(heard(cast, number="c", taken_by=" jo marsh "), by=vera, at=cast.at),
    ]
    for call in ours:
        with pytest.raises(OwnWork):
            score(call, marks(cast), "", by=cast.jo, at=cast.at)
    assert not Score.objects.exists()


def test_the_teams_own_calls_are_a_senior_managers(cast, vera):
    with pytest.raises(OnlySenior):
        add_call(heard(cast, "team"), by=cast.jo, at=cast.at)
    call = add_call(heard(cast, "team", manager=cast.jo, taker=cast.sam), by=vera, at=cast.at)
    with pytest.raises(OnlySenior):
        score(call, marks(cast), "", by=cast.jo, at=cast.at)
    score(call, marks(cast), "", by=vera, at=cast.at)


def test_the_assessed_units_write_nothing_but_what_they_did(cast, vera):
    call = add_call(heard(cast), by=vera, at=cast.at)
    for who in (cast.dana, cast.pat, cast.sam, cast.robin):
        with pytest.raises(NotAllowed):
            add_call(heard(cast, number="x"), by=who, at=cast.at)
        with pytest.raises(NotAllowed):
            score(call, marks(cast), "", by=who, at=cast.at)
    made = score(call, marks(cast), "", by=vera, at=cast.at)
    with pytest.raises(NotYours):
        say_done(made, "Talked.", by=cast.pat, at=cast.at)
    say_done(made, "Talked.", by=cast.dana, at=cast.at)
    with pytest.raises(Done):
        say_done(made, "Again.", by=cast.dana, at=cast.at)
    for table in ("call", "score", "outcome"):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM scoring_{table}")


def test_once_whole_and_never_twice(cast, vera):
    call = add_call(heard(cast), by=vera, at=cast.at)
    with pytest.raises(ThereAlready):
        add_call(heard(cast), by=cast.jo, at=cast.at)
    with pytest.raises(Incomplete):
        score(call, {"danger": "met"}, "", by=vera, at=cast.at)
    score(call, marks(cast), "", by=vera, at=cast.at)
    with pytest.raises(Done):
        score(call, marks(cast), "", by=cast.jo, at=cast.at)


def test_calibration_is_scored_by_several_unseen_and_nobody_is_told(sign_in, cast, vera):
    call = add_call(heard(cast, calibration=True), by=vera, at=cast.at)
    score(call, marks(cast, kind="not"), "", by=vera, at=cast.at)
    page = f"/en/staff/scored-calls/{call.pk}/"
    assert "Vera Pryce" not in said(sign_in(cast.jo).get(page))
    score(call, marks(cast), "", by=cast.jo, at=cast.at)
    with pytest.raises(Done):
        score(call, marks(cast), "", by=cast.jo, at=cast.at)
    shown = said(sign_in(cast.jo).get(page))
    assert "Vera Pryce" in shown and "From 86 to 100 of 100: 14 apart." in shown and "Polite and kind" in shown
    assert queries.unanswered(cast.dana) == 0 and queries.figures(cast.at.date())[1] == {}


def test_figures_by_unit_month_and_point(cast, vera):
    for number, mark in enumerate(["met", "not"]):
        score(add_call(heard(cast, number=str(number)), by=vera, at=cast.at), marks(cast, safe=mark), "", by=vera, at=cast.at)
    by_month, whole = queries.figures(cast.at.date().replace(day=1))
    one = by_month["switchboard"][cast.at.date().replace(day=1)]
    assert (one.points, one.failed, one.mean, whole["switchboard"].met("safe")) == ([100, 90], 1, 95, 50)


def test_a_longer_list_asks_no_more_of_the_database(sign_in, cast, vera, django_assert_max_num_queries):
    def fill(number: int) -> None:
        for _ in range(number):
            call = add_call(heard(cast, number=str(Call.objects.count())), by=vera, at=cast.at)
            score(call, marks(cast), "", by=vera, at=cast.at)

    def asked(who, page: str) -> int:
        with django_assert_max_num_queries(40) as seen:
            assert sign_in(who).get(f"/en/staff/scored-calls/{page}").status_code == 200
        return len(seen)

    pages = [(vera, ""), (vera, "figures/"), (cast.dana, "told/"), (vera, "new/")]
    fill(1)
    few = {page: asked(who, page) for who, page in pages}
    fill(9)
    assert all(asked(who, page) <= few[page] for who, page in pages)


@pytest.mark.parametrize("manager", ["taker", "name"])
def test_nobody_is_told_of_their_own_call_as_their_own_line_manager(cast, vera, manager):
    other = {"taker": cast.jo} if manager == "taker" else {"taken_by": f" {cast.jo.name.upper()} "}
    with pytest.raises(OwnManager):
        add_call(heard(cast, "team", manager=cast.jo, **other), by=vera, at=cast.at)
    assert not Call.objects.exists()


def test_a_call_that_two_score_at_once_keeps_the_first(sign_in, cast, vera):
    gwen, call = samples.senior("Gwen Hale"), add_call(heard(cast), by=vera, at=cast.at)
    page = f"/en/staff/scored-calls/{call.pk}/"
    assert sign_in(vera).get(page).status_code == sign_in(gwen).get(page).status_code == 200
    given = {f"p-{code}": mark for code, mark in marks(cast).items()} | {"words": "Mine."}
    assert sign_in(vera).post(page, given).status_code == 302
    late = sign_in(gwen).post(page, given | {"words": "Hers, typed for ten minutes."})
    assert late.status_code == 422 and "Hers, typed for ten minutes." in said(late) and Score.objects.get().by == vera
