"""The charter's table: each promise as the office makes it today, and how it was kept in the three months to today."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from offices import Office
from putright.facts.months import Month
from putright.hiding.rules import share_hidden
from putright.law.calendar import day_of
from putright.reports.cells import per_cent
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


def quarter(at: datetime) -> tuple[Month, ...]:
    """This month, as far as it has gone, and the two before it: a month alone has too few promises to show."""
    now = Month.of(at)
    return now.previous.previous, now.previous, now


def lines(office: Office, language: str, *, at: datetime) -> list[Line]:
    """The promises made that day. One query. A share that would give away a number under five is not shown."""
    counted = {one.promise: one for one in Counted.objects.filter(month=day_of(quarter(at)[0].start))}
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
    said = {"kept": f"{one.kept:,}", "late": f"{one.missed:,}", "percent": per_cent(share(one.kept, whole))}
    return _("%(kept)s kept in time, %(late)s late (%(percent)s in time)") % said
