"""Adding up the days of a team so that nobody is picked out, and reading a length of time."""

from datetime import date
from random import Random

import pytest

from putright.days import rules
from putright.days.rules import Heading
from putright.hiding.rules import SMALLEST

HEADINGS = [
    Heading(code, code, code, contacts)
    for code, contacts in (("answering", True), ("cases", True), ("reviews", False), ("meetings", False), ("other", False))
]  # fmt: skip


def days(*people):
    return list(enumerate(people))


@pytest.mark.parametrize(("typed", "minutes"), [
    ("", 0), (" ", 0), ("0", 0), ("1:30", 90), ("1.5", 90), ("1,25", 75), ("7.50", 450), ("0:15", 15), ("12", 720), ("2.0", 120),
])  # fmt: skip
def test_hours_are_read_as_people_write_them(typed, minutes):
    assert rules.minutes(typed) == minutes
    assert rules.minutes(rules.length(minutes)) == minutes


@pytest.mark.parametrize("typed", ["1:20", "1.3", "-1", "an hour", "1:60", "١", "1e3", "1:30:00", "100", "½"])
def test_what_is_no_length_in_quarter_hours_is_refused(typed):
    with pytest.raises(ValueError):
        rules.minutes(typed)


def test_five_people_give_a_share_and_each_heading():
    each = {"answering": 240, "cases": 120, "meetings": 75}
    told = rules.told(days(*[each] * 5), HEADINGS, 6)
    assert (told.gave, told.asked, told.why, told.minutes) == (5, 6, "", 2175)
    assert told.share == 83  # 360 of 435 minutes: 82.76
    assert {tuple(one.codes): one.minutes for one in told.blocks} == {
        ("answering",): 1200, ("cases",): 600, ("reviews",): 0, ("meetings",): 375, ("other",): 0
    }  # fmt: skip


def test_from_four_people_nothing_is_told_not_even_how_many_gave():
    told = rules.told(days(*[{"answering": 60, "other": 60}] * 4), HEADINGS, 6)
    assert (told.why, told.gave, told.blocks, told.share) == (rules.FEW, 0, (), None)


def test_all_time_on_contacts_is_told_and_one_persons_exception_is_not():
    all_of_it = [{"answering": 480}] * 6
    assert rules.told(days(*all_of_it), HEADINGS, 6).share == 100
    told = rules.told(days(*all_of_it[:5], {"answering": 240, "other": 240}), HEADINGS, 6)
    assert (told.why, told.share) == (rules.ONE_SIDE, None)


def test_a_heading_that_one_person_has_stands_together_with_another():
    each = {"answering": 300, "meetings": 60}
    told = rules.told(days(*[each] * 5, {"answering": 300, "reviews": 120}), HEADINGS, 6)
    assert {tuple(one.codes): one.minutes for one in told.blocks} == {
        ("answering",): 1800, ("cases",): 0, ("other",): 0, ("reviews", "meetings"): 420
    }  # fmt: skip


def test_whatever_people_write_each_number_told_is_five_peoples_or_nobodys():
    luck = Random(8)  # noqa: S311 - invented days
    seen = set()
    for _again in range(3000):
        team = [
            {one.code: luck.choice((0, 0, 15, 240)) for one in HEADINGS if luck.random() < 0.6}
            for _who in range(luck.randrange(9))
        ]
        told = rules.told(days(*team), HEADINGS, len(team))
        seen.add(told.why)
        codes = [code for one in told.blocks for code in one.codes]
        assert sorted(codes) == (sorted(one.code for one in HEADINGS) if not told.why else [])
        for one in told.blocks:
            who = [given for given in team if any(given.get(code) for code in one.codes)]
            assert one.minutes == sum(given.get(code, 0) for given in team for code in one.codes)
            assert not 0 < len(who) < SMALLEST
            assert (len(one.codes) == 1) or all(code in codes for code in one.codes)
    assert seen == {"", rules.FEW, rules.ONE_SIDE}


def test_what_is_kept_of_a_week_reads_back_the_same():
    told = rules.told(days(*[{"answering": 60, "other": 15}] * 5), HEADINGS, 5)
    again = rules.of_plain({**told.plain, "blocks": [dict(one) for one in told.plain["blocks"]]})
    assert (again.share, again.minutes, again.gave) == (told.share, told.minutes, told.gave) == (80, 375, 5)


def test_a_week_begins_on_a_monday_of_the_next_eight():
    assert rules.mondays(date(2026, 3, 27))[0] == date(2026, 3, 30)
    assert rules.mondays(date(2026, 3, 30))[0] == date(2026, 3, 30)
    assert len(rules.mondays(date(2026, 3, 27))) == 8
    assert rules.days_of(date(2026, 3, 30))[-1] == date(2026, 4, 5)
