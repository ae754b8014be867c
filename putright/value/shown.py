"""The figures of cost and worth as lines of a page: what each is, what it leaves out, and how it is rounded."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from putright.hiding.rules import share_hidden
from putright.reports.rules import ValueForMoney, figure, pounds, share

from .models import Measured
from .queries import Held, Money
from .rules import Against, a_month, changed, each, pays_for_itself


@dataclass(frozen=True)
class Line:
    """`text` is None where it is not known."""

    name: str
    text: str | None
    leaves_out: str


def side_by_side(worth: ValueForMoney) -> tuple[Line, Line]:
    """The two costs, which are never shown one without the other."""
    return (
        Line(
            _("Cost of a contact"), pounds(worth.cost_per_contact),
            _("The team’s cost shared over every contact, put right or not. It leaves out what others spend on the contacts that"
              " are passed to them."),
        ),
        Line(
            _("Cost of one put right at first contact"), pounds(worth.cost_per_resolution),
            _("The same cost shared over only those put right at first contact. It leaves out the good done by the others, which"
              " were heard, helped and passed on."),
        ),
    )  # fmt: skip


def saved(worth: ValueForMoney) -> tuple[Line, ...]:
    return (
        Line(
            _("Officer hours saved"), figure(worth.officer_hours_saved, 2),
            _("Assumed, not counted: the minutes are an assumption. It leaves out contacts that come back, and those that would"
              " never have reached an officer."),
        ),
        Line(
            _("Worth of those hours"), pounds(worth.money_saved),
            _("No money is handed back: the officers are paid all the same, and are free for something else."),
        ),
        Line(
            _("Worth, less the team’s cost"), pounds(worth.net, pence=False),
            _("It leaves out whatever the team’s cost leaves out: see below."),
        ),
        Line(
            _("Minutes that would just pay for the team"), figure(worth.break_even_minutes, 1),
            _("The break-even: with fewer minutes saved for each contact put right, the team costs more than it saves."),
        ),
    )  # fmt: skip


def pays(worth: ValueForMoney) -> str:
    """One sentence, with its condition in it."""
    if not pays_for_itself(worth.net):
        return _("With these assumptions the team costs more than the officer time it saves.")
    return _("With these assumptions the officer time saved is worth at least what the team costs.")


def beside(found: Against | None) -> str:
    """The cost of a contact against the benchmark, in a sentence; empty where either is not known."""
    if found is None or found.differs is None:
        return ""
    number = {"share": f"{figure(abs(found.differs), 1)}%"}
    if found.differs <= 0:
        return _("A contact here costs %(share)s less than is said of elsewhere.") % number
    return _("A contact here costs %(share)s more than is said of elsewhere.") % number


def amount(held: Held | None, *, money: bool = True) -> str:
    """As it was set: pounds, or minutes without needless noughts."""
    if held is None:
        return _("not set")
    return plain(held.amount, money=money)


def plain(number: Decimal, *, money: bool) -> str:
    return (pounds(number) or "") if money else f"{number.normalize():f}"


def hidden(found: Money) -> bool:
    """Whether a count is so small that somebody who may not open cases could pick a person out."""
    return share_hidden(found.settled, found.contacts)


@dataclass(frozen=True)
class Compared:
    """What was counted over some months, as monthly numbers, and the change from the time before it."""

    one: Measured
    a_month: str
    settled_a_month: str
    share: str | None
    contacts_changed: str | None
    settled_changed: str | None
    each: str | None


def compared(one: Measured, earlier: Measured | None) -> Compared:
    now, settled_now = a_month(one.contacts, one.months), a_month(one.settled, one.months)
    contacts = changed(a_month(earlier.contacts, earlier.months), now) if earlier else None
    settled = changed(a_month(earlier.settled, earlier.months), settled_now) if earlier else None
    return Compared(
        one, figure(now, 0) or "", figure(settled_now, 0) or "", figure(share(one.settled, one.contacts), 1),
        signed(contacts), signed(settled), figure(each(now, one.staff), 0) if one.staff else None,
    )  # fmt: skip


def signed(change: Decimal | None) -> str | None:
    """A change in per cent to one place, with a plus where it rose."""
    text = figure(change, 1)
    return f"+{text}" if text and change and change > 0 else text
