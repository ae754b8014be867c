"""Months of contacts about one reason, as many as are given, the last one being the last whole month."""

from datetime import date, datetime

from putright.contacts.models import Contact
from tests.make import contacts as make

REASON = "delay"


def months_before(when: datetime, back: int) -> datetime:
    year, month = divmod(when.year * 12 + when.month - 1 - back, 12)
    return when.replace(year=year, month=month + 1, day=10)


def counted(cast, *counts: int, reason: str = REASON) -> date:
    """Makes them; the first day of the last whole month."""
    first = make.contact(cast.ffion, at=months_before(cast.at, len(counts) + 2))
    copied = {
        field.attname: getattr(first, field.attname)
        for field in Contact._meta.concrete_fields if field.attname not in ("id", "key", "received_at", "reason")
    }  # fmt: skip
    Contact.objects.bulk_create(
        Contact(**copied, reason=reason, key=make.said().key, received_at=months_before(cast.at, back))
        for back, count in enumerate(reversed(counts), 1)
        for _n in range(count)
    )
    return months_before(cast.at, 1).date().replace(day=1)
