"""Visits are planned in secret, made by somebody from elsewhere, scored, and what is wrong is followed until it is right."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from gateways import clock
from putright.people.gates import NotAllowed
from putright.quality import lists
from putright.quality.actions import setting
from putright.quality.refusals import DayIsOver, Done, Incomplete, NotYours, OwnWork
from putright.shopping import actions, queries
from putright.shopping.models import Action, Found, Place, Scenario, Step, Visit
from putright.shopping.refusals import BeforePlanned, Closed, Ended, NotYet, OfThatPlace, OtherKind
from tests.quality import samples


@pytest.fixture
def vera(cast):
    return samples.senior()


@pytest.fixture
def counter(cast, vera):
    return actions.add_place("counter", "North counter", "Cownter y gogledd", cast.dana.team, by=vera, at=cast.at)


def scenario(cast, vera, kind: str = "counter") -> Scenario:
    told = actions.Told(kind, "A lost purse", "Pwrs coll", "You lost a purse.", "Rydych wedi colli pwrs.")
    return actions.add_scenario(told, by=vera, at=cast.at)


def planned(cast, vera, place: Place, shopper=None, at=None) -> Visit:
    told = scenario(cast, vera, place.kind)
    due = (cast.at + timedelta(days=7)).date()
    return actions.plan_visit(place, told, shopper or cast.sam, due, by=vera, at=at or cast.at)


def marks(visit: Visit, cast, mark: str = "met", **other: str) -> dict[str, str]:
    return {one.code: mark for one in lists.points(actions.LIST[visit.place.kind], cast.at.date())} | other


def made(visit: Visit, cast, mark: str = "met", on=None, **other: str) -> Found:
    on = on or cast.at.date()
    return actions.write_down(visit, on, marks(visit, cast, mark, **other), "Kind.", by=visit.shopper, at=cast.at)


@pytest.fixture
def sign_in(client, cast):
    def go(who):
        client.force_login(who.user)
        return client

    with clock.fixed(cast.at):
        yield go


def said(response) -> str:
    return " ".join(response.content.decode().split())


def test_nobody_visits_their_own_place(cast, vera, counter):
    told = scenario(cast, vera)
    with pytest.raises(OfThatPlace):
        actions.plan_visit(counter, told, cast.dana, cast.at.date(), by=vera, at=cast.at)
    visit = planned(cast, vera, counter)
    type(cast.sam).objects.filter(pk=cast.sam.pk).update(team=cast.dana.team)
    cast.sam.refresh_from_db()
    with pytest.raises(OwnWork):
        actions.write_down(visit, cast.at.date(), marks(visit, cast), "Kind.", by=cast.sam, at=cast.at)


def test_a_scenario_is_for_its_kind_of_place(cast, vera, counter):
    with pytest.raises(OtherKind):
        actions.plan_visit(counter, scenario(cast, vera, "web"), cast.sam, cast.at.date(), by=vera, at=cast.at)


def test_only_whoever_goes_writes_it_down_and_once(cast, vera, counter):
    visit = planned(cast, vera, counter)
    with pytest.raises(NotYours):
        actions.write_down(visit, cast.at.date(), marks(visit, cast), "Kind.", by=cast.jo, at=cast.at)
    with pytest.raises(Incomplete):
        actions.write_down(visit, cast.at.date(), {"open": "met"}, "Kind.", by=cast.sam, at=cast.at)
    made(visit, cast)
    with pytest.raises(Done):
        made(visit, cast)
    for who in (cast.jo, cast.dana, cast.sam):
        with pytest.raises(NotAllowed):
            actions.plan_visit(counter, visit.scenario, cast.sam, cast.at.date(), by=who, at=cast.at)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE shopping_found SET points = 100")


@pytest.mark.parametrize(("kind", "points"), [("counter", 75), ("web", 75)])
def test_both_kinds_are_scored_and_a_refused_complaint_fails(cast, vera, kind, points):
    place = actions.add_place(kind, "Place", "Lle", None, by=vera, at=cast.at)
    found = made(planned(cast, vera, place), cast, took="not")
    assert (found.points, found.failed) == (points, True)  # 9 of 12 either way


def test_scores_by_place_with_their_trend(cast, vera, counter):
    for months, mark in ((3, "not"), (2, "met"), (1, "met")):
        then = cast.at - timedelta(days=30 * months)
        made(planned(cast, vera, counter, at=then), cast, mark, on=then.date())
    one = queries.standings(vera)[0]
    assert [points for _month, points, _failed in one.visits] == [0, 100, 100] and (one.mean, one.change) == (67, 50)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_planned_made_and_put_right_from_the_pages(sign_in, cast, vera, language):
    base = f"/{language}/staff/visits/"
    client = sign_in(vera)
    place = {"kind": "counter", "en": "North counter", "cy": "Cownter y gogledd", "team": str(cast.dana.team_id)}
    assert client.post(f"{base}plan/place/", place | {"cy": ""}).status_code == 422
    assert client.post(f"{base}plan/place/", place).status_code == 302
    told = {"kind": "counter", "en": "A purse", "cy": "Pwrs", "text_en": "You lost it.", "text_cy": "Fe’i collwyd."}
    assert client.post(f"{base}plan/scenario/", told).status_code == 302
    where, what = Place.objects.get(), Scenario.objects.get()
    visit = {"place": str(where.pk), "scenario": str(what.pk), "due-day": "3", "due-month": "4", "due-year": "2026"}
    assert client.post(f"{base}plan/visit/", visit | {"shopper": str(cast.sam.pk)}).status_code == 302
    visit = Visit.objects.get()
    assert f"{base}" in said(sign_in(cast.sam).get(f"/{language}/staff/my-work/"))
    hidden = said(sign_in(cast.dana).get(f"{base}results/")) + said(client.get(f"{base}results/{where.pk}/"))
    assert cast.sam.name not in hidden and client.get(f"{base}plan/").status_code == 403
    given = {f"p-{code}": mark for code, mark in marks(visit, cast).items()} | {"words": "Kind and quick."}
    given |= {"on-day": "27", "on-month": "3", "on-year": "2026"}
    assert sign_in(cast.sam).post(f"{base}{visit.pk}/", given).status_code == 302
    found = Found.objects.get()
    asked = {"words": "Mend the door.", "owner": str(cast.dana.pk), "due-day": "1", "due-month": "5", "due-year": "2026"}
    assert sign_in(vera).post(f"{base}found/{found.pk}/action/", asked).status_code == 302
    action = Action.objects.get()
    assert "visits/actions/" in said(sign_in(cast.dana).get(f"/{language}/staff/my-work/"))
    shown = said(client.get(f"{base}results/{where.pk}/"))
    assert "Kind and quick." in shown and cast.sam.name not in shown
    assert "26 March" not in shown and "26 Mawrth" not in shown and "27 March" not in shown and "27 Mawrth" not in shown
    assert client.post(f"{base}actions/{action.pk}/", {"words": "Ordered.", "done": "no"}).status_code == 302
    assert client.post(f"{base}actions/{action.pk}/", {"words": "Mended.", "done": "yes"}).status_code == 302
    assert client.get(f"{base}actions/{action.pk}/").status_code == 404 and Step.objects.count() == 2
    assert "Mended." in said(sign_in(vera).get(f"{base}results/{where.pk}/"))


def test_an_action_is_its_owners_and_is_done_once(cast, vera, counter):
    action = actions.ask_for(made(planned(cast, vera, counter), cast), "Mend.", cast.dana, cast.at.date(), by=vera, at=cast.at)
    with pytest.raises(NotYours):
        actions.say_how_it_goes(action, "Done.", True, by=cast.jo, at=cast.at)
    assert queries.open_of(cast.dana) == 1
    actions.say_how_it_goes(action, "Done.", True, by=cast.dana, at=cast.at)
    with pytest.raises(Done):
        actions.say_how_it_goes(action, "Again.", True, by=cast.dana, at=cast.at)
    assert queries.open_of(cast.dana) == 0


def test_another_districts_place_is_not_found(sign_in, cast, vera):
    place = actions.add_place("counter", "South", "De", cast.sam.team, by=vera, at=cast.at)
    assert sign_in(cast.dana).get(f"/en/staff/visits/results/{place.pk}/").status_code == 404
    assert "South" not in said(sign_in(cast.dana).get("/en/staff/visits/results/"))


def test_longer_lists_ask_no_more_of_the_database(sign_in, cast, vera, counter, django_assert_max_num_queries):
    def fill(number: int) -> None:
        for _ in range(number):
            found = made(planned(cast, vera, counter), cast)
            actions.ask_for(found, "Mend.", cast.dana, cast.at.date(), by=vera, at=cast.at)
            planned(cast, vera, counter)

    def asked(who, page: str) -> int:
        with django_assert_max_num_queries(40) as seen:
            assert sign_in(who).get(f"/en/staff/visits/{page}").status_code == 200
        return len(seen)

    fill(1)
    pages = [(vera, "plan/"), (vera, "plan/visit/"), (cast.sam, ""), (vera, "results/"), (vera, f"results/{counter.pk}/"),
             (cast.dana, "actions/")]  # fmt: skip
    few = {page: asked(who, page) for who, page in pages}
    fill(6)
    assert all(asked(who, page) <= few[page] for who, page in pages)


def test_a_station_that_closed_is_visited_no_more_and_keeps_what_was_found(sign_in, cast, vera, counter):
    made(planned(cast, vera, counter), cast)
    visit, today = planned(cast, vera, counter), cast.at.date()
    base = "/en/staff/visits/"
    typed = {"on-day": str(today.day), "on-month": str(today.month), "on-year": str(today.year)}
    page = f"{base}plan/place/{counter.pk}/close/"
    assert "not made: 1." in said(sign_in(vera).get(page))
    assert sign_in(vera).post(page, typed).status_code == 302 and sign_in(vera).post(page, typed).status_code == 404
    assert "Not made: the place is closed" in said(sign_in(vera).get(f"{base}plan/"))
    assert counter.name("en") not in said(sign_in(vera).get(f"{base}plan/visit/"))
    with pytest.raises(Closed):
        actions.plan_visit(counter, visit.scenario, cast.sam, today, by=vera, at=cast.at)
    with pytest.raises(Done):
        actions.close_place(counter, today, by=vera, at=cast.at)
    assert counter.name("en") in said(sign_in(cast.dana).get(f"{base}results/"))
    assert sign_in(cast.dana).get(f"{base}results/{counter.pk}/").status_code == 200


def test_a_scenario_that_ended_is_planned_with_no_more_and_stays_on_the_visits_it_has(sign_in, cast, vera, counter):
    visit, today = planned(cast, vera, counter), cast.at.date()
    one, base = visit.scenario, "/en/staff/visits/"
    typed = {"on-day": str(today.day), "on-month": str(today.month), "on-year": str(today.year)}
    page = f"{base}plan/scenario/{one.pk}/end/"
    assert "not made: 1. They stay." in said(sign_in(vera).get(page))
    assert sign_in(vera).post(page, {}).status_code == 422 and not Scenario.objects.get(pk=one.pk).ended
    assert sign_in(vera).post(page, typed).status_code == 302 and sign_in(vera).post(page, typed).status_code == 404
    assert Scenario.objects.get(pk=one.pk).ended_on == today and Scenario.objects.get(pk=one.pk).ended_by == vera
    assert "Not used any more. Last day:" in said(sign_in(vera).get(f"{base}plan/"))
    assert f">{one.name('en')}</option>" not in sign_in(vera).get(f"{base}plan/visit/").content.decode()
    assert one.text("en") in said(sign_in(cast.sam).get(f"{base}{visit.pk}/"))
    made(visit, cast)


def test_ending_a_scenario_refuses_a_day_to_come_a_second_press_and_whoever_does_not_plan(cast, vera, counter):
    one, today = planned(cast, vera, counter).scenario, cast.at.date()
    with pytest.raises(NotYet):
        actions.end_scenario(one, today + timedelta(days=1), by=vera, at=cast.at)
    for who in (cast.sam, cast.jo, cast.dana):
        with pytest.raises(NotAllowed):
            actions.end_scenario(one, today, by=who, at=cast.at)
    actions.end_scenario(one, today, by=vera, at=cast.at)
    with pytest.raises(Done):
        actions.end_scenario(one, today, by=vera, at=cast.at)
    with pytest.raises(Ended):
        actions.plan_visit(counter, one, cast.sam, today, by=vera, at=cast.at)


def test_a_visit_of_before_the_last_day_is_still_written_down_for_a_week(cast, vera, counter):
    visit, today = planned(cast, vera, counter), cast.at.date()
    actions.close_place(counter, today, by=vera, at=cast.at)
    later = cast.at + timedelta(days=1)
    with pytest.raises(Closed):
        actions.write_down(visit, later.date(), marks(visit, cast), "Shut.", by=cast.sam, at=later)
    assert list(queries.to_make(cast.sam, today + timedelta(days=7))) == [visit]
    assert not queries.to_make(cast.sam, today + timedelta(days=8)).exists()
    actions.write_down(visit, today, marks(visit, cast), "Kind.", by=cast.sam, at=later)


def test_days_that_cannot_be_are_refused(cast, vera, counter):
    visit, today = planned(cast, vera, counter), cast.at.date()
    yesterday, tomorrow = today - timedelta(days=1), today + timedelta(days=1)
    with pytest.raises(BeforePlanned):
        actions.write_down(visit, yesterday, marks(visit, cast), "Kind.", by=cast.sam, at=cast.at)
    with pytest.raises(DayIsOver):
        actions.plan_visit(counter, visit.scenario, cast.sam, yesterday, by=vera, at=cast.at)
    with pytest.raises(DayIsOver):
        actions.ask_for(made(visit, cast), "Mend.", cast.dana, yesterday, by=vera, at=cast.at)
    with pytest.raises(NotYet):
        actions.close_place(counter, tomorrow, by=vera, at=cast.at)
    for who in (cast.sam, cast.jo, cast.dana):
        with pytest.raises(NotAllowed):
            actions.close_place(counter, today, by=who, at=cast.at)


def test_a_list_changed_since_the_visit_is_the_one_that_is_asked_and_taken(sign_in, cast, vera, counter):
    """The form shows the list of today; so must what takes it, or nobody could ever save."""
    visit = planned(cast, vera, counter)
    later = cast.at + timedelta(days=3)
    line = setting.Line("visit-counter", "own-1", "A chair", "Cadair", later.date(), "Asked for")
    setting.set_item(line, by=vera, at=cast.at)
    with clock.fixed(later):
        given = {f"p-{one.code}": "met" for one in lists.points("visit-counter", later.date())} | {"words": "Kind."}
        on = {"on-day": str(cast.at.day), "on-month": str(cast.at.month), "on-year": str(cast.at.year)}
        assert sign_in(cast.sam).post(f"/en/staff/visits/{visit.pk}/", given | on).status_code == 302
    assert Found.objects.get().marks["own-1"] == "met"
