"""Which codes contacts hold, for the screen that changes the lists."""

from collections.abc import Mapping

from django.db.models import Count, Max, Q

from design.dates import LONDON
from putright.cases.models import Event
from putright.codes.usage import Use

from .channels.social.rules import NEED_NOT
from .models import Contact


def _of(field: str) -> Mapping[str, Use]:
    """A contact's codes are chosen from the lists of the day it was written down."""
    found = Contact.objects.exclude(**{field: ""}).values(field).annotate(
        open=Count("case", filter=Q(case__finished_at=None), distinct=True), last=Max("entered_at")
    )  # fmt: skip
    return {row[field]: Use(row["open"], row["last"].astimezone(LONDON).date()) for row in found}


def reasons() -> Mapping[str, Use]:
    return _of("reason")


def methods() -> Mapping[str, Use]:
    return _of("channel")


def heard() -> Mapping[str, Use]:
    """Those people name, and those whose short link they followed: whichever was used last."""
    said, followed = _of("heard_from"), _of("came_by")
    return {code: _later(said.get(code), followed.get(code)) for code in said.keys() | followed.keys()}


def kinds() -> Mapping[str, Use]:
    return _of("topic")


def passive() -> Mapping[str, Use]:
    """What was seen on social media and found to be passive."""
    found = Event.objects.filter(verb="seen_on_social", facts__passive="yes").aggregate(
        open=Count("case", filter=Q(case__finished_at=None), distinct=True), last=Max("at")
    )
    return {NEED_NOT: Use(found["open"], found["last"].astimezone(LONDON).date())} if found["last"] else {}


def _later(one: Use | None, other: Use | None) -> Use:
    uses = [use for use in (one, other) if use]
    return Use(sum(use.open_cases for use in uses), max((use.last for use in uses if use.last), default=None))


USES = {"reasons": reasons, "methods": methods, "heard": heard, "kinds": kinds, "passive": passive}
