"""The role guard: who may perform which function, by employer, direction, office held and the day the complaint was made."""

from datetime import date

import pytest

import offices
from putright.people.remit import Function, Matter, Why, Worker, refuses

TODAY = date(2026, 3, 27)
OURS = Worker("commissioner", "commissioner")
LENT = Worker("chief_constable", "commissioner")  # the second advisor of the joint team in Dyfed-Powys
FORCE = Worker("chief_constable", "chief_constable")
SERGEANT = Worker("chief_constable", "commissioner", is_constable=True)
HELD = (Function.RECOVER, Function.DECIDE, Function.NOTIFY)


def matter(slug, on=TODAY, **details):
    return Matter(on, offices.load(slug).functions(on), **details)


@pytest.mark.parametrize("worker", [OURS, LENT, FORCE, SERGEANT])
@pytest.mark.parametrize("slug", ["hertfordshire", "essex"])
def test_nobody_in_the_team_investigates_or_gives_officers_orders(worker, slug):
    assert refuses(worker, Function.INVESTIGATE, matter(slug)) is Why.NEVER_INVESTIGATES
    assert refuses(worker, Function.TASK_OFFICER, matter(slug)) is Why.NEVER_TASKS


@pytest.mark.parametrize("function", HELD)
@pytest.mark.parametrize("slug", ["hertfordshire", "cleveland", "dyfed-powys"])
def test_reg_50_where_the_commissioner_holds_first_handling(slug, function):
    held = matter(slug)
    assert refuses(OURS, function, held) is None
    assert refuses(LENT, function, held) is None
    assert refuses(FORCE, function, held) is Why.NOT_DIRECTED
    assert refuses(SERGEANT, function, held) is Why.CONSTABLE
    assert refuses(Worker("other", "commissioner"), function, held) is Why.OTHER_BODY


@pytest.mark.parametrize("function", HELD)
def test_s13A_in_model_1_the_force_s_team_decides_and_the_commissioner_s_staff_do_not(function):
    assert refuses(FORCE, function, matter("essex")) is None
    assert refuses(OURS, function, matter("essex")) is Why.FORCE_HOLDS


def test_s13A_4_the_day_the_complaint_was_made_says_who_holds_it():
    before, after = date(2022, 1, 31), date(2022, 2, 1)
    assert refuses(OURS, Function.DECIDE, matter("cleveland", before)) is Why.FORCE_HOLDS
    assert refuses(FORCE, Function.DECIDE, matter("cleveland", before)) is None
    assert refuses(OURS, Function.DECIDE, matter("cleveland", after)) is None
    assert refuses(FORCE, Function.DECIDE, matter("cleveland", after)) is Why.NOT_DIRECTED


def test_s29_about_the_chief_constable_it_is_the_commissioner_s_in_every_model():
    about = matter("essex", authority="local_policing_body")
    assert refuses(FORCE, Function.DECIDE, about) is Why.COMMISSIONER_HOLDS
    assert refuses(OURS, Function.DECIDE, about) is None


@pytest.mark.parametrize("function", [Function.CLARIFY, *HELD, Function.REFER, Function.REVIEW])
def test_somebody_with_a_link_to_the_case_does_nothing_on_it(function):
    linked = Worker("commissioner", "commissioner", conflicted=True)
    assert refuses(linked, function, matter("hertfordshire")) is Why.CONFLICT


def test_referral_stays_with_the_authority():
    assert refuses(OURS, Function.REFER, matter("hertfordshire")) is Why.AUTHORITY_REFERS
    assert refuses(FORCE, Function.REFER, matter("hertfordshire")) is None
    assert refuses(OURS, Function.REFER, matter("hertfordshire", authority="local_policing_body")) is None


@pytest.mark.parametrize("worker", [OURS, LENT, FORCE])
def test_before_section_13A_the_joint_team_of_2014_puts_right_whoever_employs_them(worker):
    assert refuses(worker, Function.RECOVER, matter("dyfed-powys", date(2014, 11, 10))) is None


def test_a_review_is_never_a_constable_s_nor_the_force_s():
    assert refuses(OURS, Function.REVIEW, matter("essex")) is None
    assert refuses(FORCE, Function.REVIEW, matter("essex")) is Why.NOT_DIRECTED
    assert refuses(SERGEANT, Function.REVIEW, matter("essex")) is Why.CONSTABLE


@pytest.mark.parametrize("slug", ["hertfordshire", "cleveland", "dyfed-powys", "essex"])
def test_in_every_office_everybody_of_the_front_team_may_do_its_work(slug):
    team = [one for one in offices.load(slug).staff if one.role in ("handler", "supervisor")]
    assert team
    for one in team:
        for function in (Function.CLARIFY, *HELD):
            assert refuses(Worker(one.employer, one.direction), function, matter(slug)) is None, (one.slug, function)
