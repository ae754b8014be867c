"""Writing down what the figures rest on, what was counted, and what was promised and delivered. No case changes."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from design.dates import day
from putright.days.models import Week
from putright.days.queries import told_of
from putright.people.gates import check
from putright.people.models import Handler

from . import words
from .costs import keep_costs
from .models import Benefit, Delivered, Measured, Rate
from .refusals import CannotBe, DeliveredAlready, NoEvidence
from .years import Year


@dataclass(frozen=True)
class Figure:
    """`amount` in pounds, or minutes. No `source` means that nobody could say, and every page will."""

    kind: str
    year: Year
    amount: Decimal
    source: str = ""
    leaves_out: str = ""
    rank: str = ""


@dataclass(frozen=True)
class Counted:
    name: str
    since: date
    months: int
    contacts: int
    settled: int
    source: str = ""
    staff: int | None = None


@transaction.atomic
def set_rate(figure: Figure, *, by: Handler, at: datetime) -> Rate:
    """Write down one figure of a year; an earlier one for the same stays listed and no longer holds. The month and the reports
    go by it from then on.

    Refuses by role; CannotBe for a kind or rank there is not, an amount below nought, or an hour that costs nothing."""
    check(by, "value.set")
    if figure.kind not in words.KINDS or (figure.kind == words.HOUR) != (figure.rank in words.RANKS):
        raise CannotBe(_("Choose what the figure is, and a rank only for an officer’s hour."))
    if figure.amount < 0 or (figure.kind != words.COST and not figure.amount):
        raise CannotBe(_("This figure has to be more than nothing."))
    if figure.kind == words.SHARE and figure.amount > 100:
        raise CannotBe(_("A share of the time is 100 at most."))
    made = Rate.objects.create(
        kind=figure.kind, rank=figure.rank, year=figure.year.first, amount=figure.amount, source=figure.source.strip(),
        leaves_out=figure.leaves_out.strip(), by=by, at=at,
    )  # fmt: skip
    keep_costs()
    return made


@transaction.atomic
def take_measured(week: Week, *, by: Handler, at: datetime) -> Rate:
    """The share that a week of written-down days gave is the office's from that week's year on, with where it comes from, in the
    language it is taken in. Refuses by role; CannotBe where nothing may be told of the week."""
    check(by, "value.set")
    told = told_of(week)
    if told is None or told.share is None:
        raise CannotBe(_("Nothing may be told of that week."))
    source = _("Measured in the week of %(day)s: %(gave)s of %(asked)s handlers") % {
        "day": day(week.first_day, get_language() or "en"), "gave": told.gave, "asked": told.asked,
    }  # fmt: skip
    figure = Figure(words.SHARE, Year.of(week.first_day), Decimal(told.share), source, _("Supervisors and managers."))
    return set_rate(figure, by=by, at=at)


@transaction.atomic
def set_before(counted: Counted, *, by: Handler, at: datetime) -> Measured:
    """Write down what was counted over some months. Refuses by role; CannotBe where the counts are not possible."""
    check(by, "value.set")
    if counted.months < 1:
        raise CannotBe(_("Say over how many months it was counted: one or more."))
    if not 0 <= counted.settled <= counted.contacts:
        raise CannotBe(_("More were put right than there were contacts. Check both numbers."))
    return Measured.objects.create(
        name=counted.name, since=counted.since, months=counted.months, contacts=counted.contacts, settled=counted.settled,
        staff=counted.staff, source=counted.source.strip(), by=by, at=at,
    )  # fmt: skip


@transaction.atomic
def plan(what: str, measure: str, owner: Handler, due: date, *, by: Handler, at: datetime) -> Benefit:
    """Write down a benefit that is planned, who answers for it, and what would show it. Refuses by role."""
    check(by, "value.set")
    return Benefit.objects.create(what=what, measure=measure, owner=owner, due=due, by=by, at=at)


@transaction.atomic
def deliver(benefit: Benefit, on: date, evidence: str, *, by: Handler, at: datetime) -> Delivered:
    """Write down that a benefit came. Refuses by role; NoEvidence without words; DeliveredAlready the second time."""
    check(by, "value.set")
    if not evidence.strip():
        raise NoEvidence
    try:
        with transaction.atomic():
            return Delivered.objects.create(benefit=benefit, on=on, evidence=evidence.strip(), by=by, at=at)
    except IntegrityError:
        raise DeliveredAlready from None
