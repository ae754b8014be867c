"""Reports for boards in the demonstration: last month's as a draft somebody has begun to write in; in Essex, February 2019."""

from collections.abc import Callable, Sequence
from datetime import datetime

import offices
from putright.facts.months import Month
from putright.months import actions
from putright.months.rules import Period
from putright.people.models import Handler

from .february import show_february


def show_reports(
    pack: offices.Office, staff: Sequence[Handler], *, now: datetime, say: Callable[[str], object], whole: bool
) -> None:
    """`whole`: with the month of 8,552 contacts, which takes seconds to make."""
    last = Month.of(now).previous
    writer = min((one for one in staff if one.role in ("analyst", "supervisor")), key=lambda one: one.role)
    row = actions.draw_up("quality-of-service", Period(last.year, last.number), by=writer, at=now)
    actions.write(
        row, "in-short", "Invented for the demonstration. Somebody has begun to write here.",
        "Dychmygol, ar gyfer yr arddangosiad. Mae rhywun wedi dechrau ysgrifennu yma.", by=writer, at=now,
    )  # fmt: skip
    if whole and pack.slug == "essex":
        show_february(staff, say)
