"""Who will be there, work that can wait, and a week of half-hours."""

from datetime import date

import pytest

from putright.staffing.rules.capacity import Growing, Help, Place, established, months, on_hand, there, vacate
from putright.staffing.rules.erlang import CannotReckon, Target
from putright.staffing.rules.rota import Hours, Phone, desk_hours, desks, flat_week, given_up
from putright.staffing.rules.shrinkage import Kind, Week, in_post

GROWING = Growing(2, 0.5)
MARCH, APRIL, JUNE = date(2026, 3, 1), date(2026, 4, 1), date(2026, 6, 1)
PHONE = Phone(348, 120, Target(0.9, 30, 0.05))


def test_staff_in_post_are_people_at_the_desk_and_those_away():
    assert in_post(7, 0.3) == pytest.approx(10)
    with pytest.raises(CannotReckon, match="less than all"):
        in_post(7, 1.0)


def test_work_that_waits_is_hours_and_a_chat_is_shared():
    assert Kind("email", 60, 12).hours == 12 and Kind("chat", 20, 15, 2).hours == 2.5
    assert Week(40, 0.25, 0.8).people(24) == pytest.approx(1)
    with pytest.raises(CannotReckon, match="must have hours"):
        Week(0, 0.3).people(10)


def test_a_post_gives_what_its_stage_gives():
    assert there(Place("a", 0.6, "filled"), MARCH, GROWING) == 0.6
    leaving = Place("b", 1, "leaving", date(2026, 3, 31))
    assert there(leaving, date(2026, 3, 31), GROWING) == 1 and there(leaving, APRIL, GROWING) == 0
    vetting = Place("c", 1, "vetting", APRIL)
    assert [there(vetting, day, GROWING) for day in (MARCH, APRIL, date(2026, 5, 31), JUNE)] == [0, 0.5, 0.5, 1]
    assert there(Place("d", 1, "vacant"), JUNE, GROWING) == 0 == there(Place("e", 1, "closed"), JUNE, GROWING)
    assert there(Place("f", 1, "training", date(2026, 2, 1)), APRIL, GROWING) == 1


def test_capacity_adds_posts_and_what_helps_while_it_lasts():
    places = [Place("a", 1, "filled"), Place("b", 1, "vetting", APRIL), Place("c", 0.5, "closed")]
    overtime = Help(0.3, APRIL, date(2026, 4, 30))
    assert on_hand(places, [overtime], date(2026, 4, 15), GROWING) == pytest.approx(1.8)
    assert on_hand(places, [overtime], date(2026, 5, 15), GROWING) == pytest.approx(1.5)
    assert established(places) == 2 and months(date(2026, 11, 22), 3) == [date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1)]


def test_vacancies_empty_filled_posts_until_somebody_new_has_learned():
    places = [Place("a", 1, "filled"), Place("b", 1, "vetting", JUNE), Place("c", 1, "filled")]
    empty = vacate(places, 2, date(2026, 3, 31), JUNE)
    assert [on_hand(empty, (), day, GROWING) for day in (date(2026, 3, 15), date(2026, 4, 15), date(2026, 6, 15))] == [2, 0, 1.5]
    assert on_hand(empty, (), date(2026, 8, 15), GROWING) == 3
    assert vacate(places, 0, MARCH, JUNE) == places


def test_longer_hours_take_more_people_and_every_open_half_hour_has_somebody():
    week = flat_week(195, Hours(18, 34))
    short, long = desks(week, Hours(18, 34), PHONE), desks(week, Hours(16, 40), PHONE)
    assert len(short) == 80 and len(long) == 120 and long[0, 39] == 1  # nobody is expected, and one must be there
    assert desk_hours(long) == desk_hours(short) + 20
    with pytest.raises(CannotReckon, match="open before"):
        Hours(34, 18).halves()


def test_fewer_hours_at_the_telephone_and_more_give_up():
    week = flat_week(195, Hours(18, 34))
    desk = desks(week, Hours(18, 34), PHONE)
    whole = desk_hours(desk)
    shares = [given_up(week, desk, whole * part, PHONE) for part in (1.2, 1, 0.75, 0.5, 0)]
    assert shares == sorted(shares) and shares[1] <= 0.05 and shares[-1] == 1
