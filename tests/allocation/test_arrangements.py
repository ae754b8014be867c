"""How cases are given is the office's to choose, from a day: an officer's own manager, and which need wants which skill."""

from datetime import timedelta

import pytest

from gateways import clock
from putright.allocation.actions import allocate, arrange
from putright.allocation.models import Arrangement
from putright.allocation.queries import arrangements, local_supervisors, may_be_apart
from putright.allocation.refusals import NotAChoice, SayMore
from putright.cases.actions import name_officer, wall_off
from putright.cases.linked import linked
from putright.cases.refusals import NotThem
from putright.chasing import staff
from putright.people.gates import NotAllowed
from putright.people.models import Handler
from tests.make import allocation as make
from tests.make import people

pytestmark = pytest.mark.django_db
PAGE = "/en/staff/how-cases-are-given/"
WHY = "The force and we agreed it."


@pytest.fixture
def case(cast):
    """About Mo, whom Dana manages; Dana leads a district that puts things right."""
    mo = people.handler("Mo Bright", "local_supervisor", cast.dana.team, managed_by=cast.dana)
    made = make.case(cast.ffion, stage="in_recovery")
    name_officer(made, people.officer(name=mo.name), by=cast.sam, at=cast.at)
    return made


def names(case, on):
    return [one.name for one in local_supervisors(case, on)]


def test_the_officers_own_manager_is_barred_until_the_office_lets_them_from_a_day(case, cast):
    today, tomorrow = cast.at.date(), cast.at.date() + timedelta(days=1)
    assert "Dana Price" not in names(case, today)
    with pytest.raises(NotThem):
        allocate(case, cast.dana.team, "Ring her.", by=cast.sam, at=cast.at, to=cast.dana)
    arrange("manager", "yes", tomorrow, WHY, by=cast.jo, at=cast.at)
    assert "Dana Price" not in names(case, today) and "Dana Price" in names(case, tomorrow)
    later = cast.at + timedelta(days=1)
    allocate(case, cast.dana.team, "Ring her.", by=cast.sam, at=later, to=cast.dana)


def test_only_the_manager_is_let_not_the_officer_nor_the_rest_of_the_line_nor_who_is_kept_out(case, cast):
    top = people.handler("Top Chief", "local_supervisor", cast.dana.team)
    Handler.objects.filter(pk=cast.dana.pk).update(managed_by=top)
    arrange("manager", "yes", cast.at.date(), WHY, by=cast.jo, at=cast.at)
    assert linked(case) - linked(case, manager_may=True) == {cast.dana.pk}
    assert not {"Mo Bright", "Top Chief"} & set(names(case, cast.at.date()))
    wall_off(case, cast.dana, "is family", by=cast.jo, at=cast.at)
    assert cast.dana.pk in linked(case, manager_may=True) and "Dana Price" not in names(case, cast.at.date())


def test_somebody_asked_by_a_link_who_is_the_manager(case, cast):
    today = cast.at.date()
    assert may_be_apart(case, "Sgt Dana Price", "", today)
    arrange("manager", "yes", today, WHY, by=cast.jo, at=cast.at)
    assert not may_be_apart(case, "Sgt Dana Price", "", today) and may_be_apart(case, "Mo Bright", "", today)


def test_a_need_wants_the_skill_the_office_chose(cast):
    on = cast.at.date()
    risky = people.person("Ann Risk", at_risk=True)
    made = make.case(risky)
    assert staff.wants([made], arrangements(on))[made.pk] == ("risk",)
    arrange("risk", "adjustments", on, WHY, by=cast.jo, at=cast.at)
    assert staff.wants([made], arrangements(on))[made.pk] == ("adjustments",)
    arrange("risk", "", on, WHY, by=cast.jo, at=cast.at)
    assert staff.wants([made], arrangements(on))[made.pk] == ()


def test_who_is_suggested_follows_it(cast):
    on = cast.at.date()
    arrange("welsh", "risk", on, WHY, by=cast.jo, at=cast.at)
    spoken = people.handler("Zed Quill", "handler", cast.sam.team)
    Handler.objects.filter(pk=spoken.pk).update(speaks_welsh=True)
    made = make.case(cast.ffion, language="cy")
    best = staff.suggestions(type(made).objects.all(), cast.sam.team, [made], cast.at)[made.pk][0]
    assert (best.name, best.has) == ("Zed Quill", ("risk",))


def test_what_cannot_be_chosen_is_refused_and_changes_nothing(cast):
    today = cast.at.date()
    for what, value, since in (("manager", "perhaps", today), ("moon", "risk", today), ("risk", "moon", today),
                               ("manager", "yes", today - timedelta(days=1))):  # fmt: skip
        with pytest.raises(NotAChoice):
            arrange(what, value, since, WHY, by=cast.jo, at=cast.at)
    with pytest.raises(SayMore):
        arrange("manager", "yes", today, " ", by=cast.jo, at=cast.at)
    with pytest.raises(NotAllowed):
        arrange("manager", "yes", today, WHY, by=cast.sam, at=cast.at)
    assert not Arrangement.objects.exists()


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_page_says_what_holds_and_takes_both_choices(client, cast, language, django_assert_max_num_queries):
    page = PAGE.replace("/en/", f"/{language}/")
    with clock.fixed(cast.at):
        client.force_login(cast.jo.user)
        day = {"since-day": cast.at.day, "since-month": cast.at.month, "since-year": cast.at.year, "why": WHY}
        need = {f"need-{name}": given for name, given in day.items()}
        assert client.post(page, {"which": "manager", "value": "yes", **day, "why": ""}).status_code == 422
        assert client.post(page, {"which": "manager", "value": "yes", **day}).status_code == 302
        assert client.post(page, {"which": "need", "need-what": "risk", "need-value": "adjustments", **need}).status_code == 302
        assert client.post(page, {"which": "need", "need-what": "risk", "need-value": "moon", **need}).status_code == 422
        with django_assert_max_num_queries(12):
            shown = client.get(page).content.decode()
    assert arrangements(cast.at.date())["manager"] == "yes" and arrangements(cast.at.date())["risk"] == "adjustments"
    assert WHY in shown and ("Yes: they may be asked" if language == "en" else "Gellir: gellir gofyn") in shown
