"""A month with contacts, and its report."""

from datetime import UTC, datetime, timedelta

from putright.contacts.said import Settled
from putright.months import actions
from putright.months.models import Report
from putright.months.rules import Period
from tests.make import contacts

FEBRUARY = Period(2026, 2)
IN_FEBRUARY = datetime(2026, 2, 10, 12, tzinfo=UTC)
AFTER = datetime(2026, 3, 3, 9, tzinfo=UTC)
LAYOUT = "quality-of-service"


def received(cast, how_many: int, *, settle: int = 0, at: datetime = IN_FEBRUARY, **more) -> None:
    for number in range(how_many):
        details = {"channel": "phone", "kind": "dissatisfaction", "reason": "informed.no-update"} | more
        if number < settle:
            details["settled"] = Settled("Rang the officer, who will call today.", "informed.no-update")
        contacts.contact(cast.ffion, by=cast.sam, at=at - timedelta(minutes=number), **details)


def drawn_up(cast, **more) -> Report:
    return actions.draw_up(LAYOUT, FEBRUARY, **{"by": cast.robin, "at": AFTER} | more)


def signed(cast, *, at: datetime = AFTER) -> Report:
    row = drawn_up(cast)
    actions.write(row, "in-short", "A quiet month.", "Mis tawel.", by=cast.robin, at=AFTER)
    actions.sign(row, by=cast.jo, at=at)
    return Report.objects.get(pk=row.pk)


def line(figures, key: str) -> dict:
    return next(one for section in figures["sections"] for one in section["lines"] if one["key"] == key)
