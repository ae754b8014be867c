"""The staffing answers in the demonstration: calls counted before the exchange told us, posts, what helps, the risks.

All of it is invented. Two posts are empty and two people are in vetting, as Essex had it in 2019."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random

from putright.law.calendar import add_months, at, day_of, is_working_day
from putright.people.models import Handler
from putright.people.roles import Role
from putright.staffing import actions
from putright.staffing.actions import Stood

from .calls import WEEK
from .exchange import BY_HOUR

SEED, WEEKS, OPENED, MORE = 42, 30, 14, 1.18  # a door opened so many weeks ago and brought so much more
BUSY, QUIET, A_DAY = (1.2, 1.05, 1.0, 0.95, 0.85, 0.25, 0.25), 0.25, 70  # Monday to Sunday; a bank holiday; calls now
POSTS = (
    ("Adviser 1", "1", False, "filled", None), ("Adviser 2", "1", True, "filled", None),
    ("Adviser 3", "1", False, "filled", None), ("Adviser 4", "1", False, "filled", None),
    ("Adviser 5", "0.6", True, "leaving", 2), ("Adviser 6", "1", False, "filled", None),
    ("Adviser 7", "1", False, "vetting", 2), ("Adviser 8", "1", True, "vetting", 3),
    ("Improvement manager", "0.5", False, "filled", None),
)  # fmt: skip


def plan(staff: list[Handler], *, now: datetime) -> None:
    """Everything by the ordinary actions, said by a supervisor."""
    by = next(one for one in staff if one.role == Role.SUPERVISOR)
    today, opened = day_of(now), day_of(now) - timedelta(weeks=OPENED)
    actions.keep_counts(counted(today, opened), by=by, at=now)
    actions.open_door("Option 3 of the 101 menu", opened, Decimal(10), by=by, at=now)
    for name, part, welsh, stage, ahead in POSTS:
        stood = Stood(stage, add_months(today, ahead) if ahead else None)
        actions.add_post(name, Decimal(part), welsh, stood, by=by, at=now)
    actions.assume("shrinkage", Decimal(28), "Leave, sickness and training of last year, from the rota.",
                   since=today - timedelta(days=60), by=by, at=now)  # fmt: skip
    relieve(today, by, now)
    worry(today, by, now)


def counted(today: date, opened: date) -> Iterator[tuple[datetime, int]]:
    """Half-hours of whole weeks until the exchange begins to tell us, in its own shape of a day."""
    luck = Random(SEED)  # noqa: S311 - an invented history, no secret
    for back in range(WEEKS * 7, WEEK + 1, -1):
        day = today - timedelta(days=back)
        expected = A_DAY * (BUSY[day.weekday()] if is_working_day(day) else QUIET) / (1 if day >= opened else MORE)
        for half in range(2 * len(BY_HOUR)):
            start = at(day, time(half // 2, half % 2 * 30))
            yield start, rang(luck, expected * BY_HOUR[half // 2] / sum(BY_HOUR) / 2)


def rang(luck: Random, expected: float) -> int:
    """How many ring at random in a time in which so many are expected."""
    number, passed = 0, luck.expovariate(1)
    while passed < expected:
        number, passed = number + 1, passed + luck.expovariate(1)
    return number


def relieve(today: date, by: Handler, now: datetime) -> None:
    month = add_months(today.replace(day=1), 1)
    rows = (
        ("overtime", "Saturdays are paid; two evenings a week", "0.5", 4, False),
        ("shared", "One day a week from the control room", "0.2", 8, True),
    )
    for kind, name, part, months, planned in rows:
        row = {"kind": kind, "name": name, "part": Decimal(part), "since": month, "planned": planned}
        actions.relieve(row | {"until": add_months(month, months) - timedelta(days=1)}, by=by, at=now)


def worry(today: date, by: Handler, now: datetime) -> None:
    rows = (
        ("More callers give up while posts are empty.", "Overtime until the new advisers know the work.", 4, 4, 20),
        ("Vetting takes longer than three months.", "Asked every fortnight; a third person is kept in reserve.", 3, 3, 34),
    )
    for words, answer, chance, harm, days in rows:
        row = {"words": words, "answer": answer, "chance": chance, "harm": harm, "owner": "Team supervisor", "closed": False}
        actions.put_risk(row | {"look_again": today + timedelta(days=days)}, by=by, at=now)
