"""The charter's table: each promise as the office makes it today, and how it was kept in the last whole month."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from offices import Office
from putright.law.calendar import day_of
from putright.reports.cells import per_cent
from putright.reports.hiding import share_hidden
from putright.facts.months import Month
from putright.reports.rules import share

from .models import Counted

COUNTED = ("first-contact", "refer", "update", "outcome")  # `reply` is what we wish of others: nothing of ours to keep


@dataclass(frozen=True)
class Line:
    """A promise, and how it was kept, in words: a share, or why there is none."""

    promise: str
    words: str
    kept: str
    law: bool


def last_month(at: datetime) -> Month:
    return Month.of(at).previous


def lines(office: Office, language: str, *, at: datetime) -> list[Line]:
    """The promises made that day. One query. A share that would give away a number under five is not shown."""
    month: date = day_of(last_month(at).start)
    counted = {one.promise: one for one in Counted.objects.filter(month=month)}
    made = [office.promise(name, day_of(at)) for name in COUNTED]
    return [Line(one.name, one.words.said(language), _kept(counted.get(one.name)), one.statutory) for one in made if one]


def _kept(one: Counted | None) -> str:
    if one is None:
        return _("Not counted yet")
    whole = one.kept + one.missed
    if not whole:
        return _("Nothing fell due")
    if share_hidden(one.kept, whole):
        return _("Too few to show")
    return _("%(percent)s of %(whole)s kept in time") % {"percent": per_cent(share(one.kept, whole)), "whole": f"{whole:,}"}
