"""A week that an invented team of six wrote down, so that what is told of one can be seen. The demonstration’s own team is too
small to be asked: the page says so."""

from dataclasses import asdict
from datetime import datetime, timedelta

from putright.days import queries, rules
from putright.days.models import Week
from putright.law.calendar import day_of
from putright.people.models import Handler
from putright.people.roles import Role

ORDINARY = {"answering": 255, "casework": 105, "learning": 15, "meetings": 45, "rest": 30}
ONE_REVIEWS = {"answering": 180, "casework": 90, "reviews": 120, "meetings": 45, "rest": 15}
TEAM, DAYS = (*(ORDINARY,) * 5, ONE_REVIEWS), 5


def show_a_week(staff: list[Handler], *, now: datetime) -> None:
    """Two weeks ago, as the rounds would have left it."""
    by, today = next(one for one in staff if one.role == Role.SUPERVISOR), day_of(now)
    first_day = today - timedelta(days=today.weekday() + 14)
    headings = queries.headings(first_day)
    days = [(person, minutes) for person, minutes in enumerate(TEAM) for _day in range(DAYS)]
    told = rules.told(days, headings, len(TEAM))
    Week.objects.create(
        first_day=first_day, headings=[asdict(one) for one in headings], open=False, told=told.plain, ended_at=now,
        at=now - timedelta(days=20), by=by,
    )  # fmt: skip
