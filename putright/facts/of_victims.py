"""The figures about victims: reviews they asked for, and their rights under the Code.

The Welsh is machine-written; awaiting a translator."""

from django.db.models import F
from django.db.models.expressions import Combinable

from offices import Text
from putright.cases.models import Case
from putright.law.calendar import day_of
from putright.victims.models import Review, UnderCode

from . import names
from .measure import CONTACTS, REVIEWS, Measure, always
from .rows import Row, Stored, Worked
from .sources import Scope, renamed, stored


def asked(scope: Scope) -> Stored:
    """Victims' reviews asked for, by what the decision was, as it is known now."""
    return _within(scope, renamed("decision", {}))


def by_door(scope: Scope) -> Stored:
    return _within(scope, F("door"))


def _within(scope: Scope, part: Combinable) -> Stored:
    """By the day the request reached us; a row's moment is that of its case's opening of the review."""
    first, last = day_of(scope.month.start), scope.month.last_day
    found = Review.objects.filter(asked_on__gte=first, asked_on__lte=last)
    return Stored(found.annotate(file=F("case_id"), when=F("opened_at"), part=part))


def ended(scope: Scope) -> Stored:
    return stored(Review.objects.exclude(ended_at=None), "ended_at", scope, part=F("result"))


def under_code(scope: Scope) -> Worked:
    """Rights of the Victims' Code that contacts of the month were about: one row for each right of each contact."""
    within = UnderCode.objects.filter(contact__received_at__gte=scope.month.start, contact__received_at__lt=scope.month.end)
    found = within.order_by("contact__received_at", "pk").values_list("rights", "case", "contact__received_at")
    rows = [(right, case, when) for rights, case, when in found for right in rights]
    return Worked(
        [(right, Row(number, case, when)) for number, (right, case, when) in enumerate(rows)],
        Case.objects.filter(pk__in=[case for _, case, _ in rows]),
    )


VICTIMS = (
    Measure(
        "victims-reviews",
        Text("Victims’ reviews asked for", "Adolygiadau dioddefwyr y gofynnwyd amdanynt"),
        Text(
            "Requests under the victims’ right to review that reached us in the month, by what had been decided, as it is known"
            " now. Includes those that turn out not to be covered.",
            "Ceisiadau o dan hawl dioddefwyr i adolygiad a’n cyrhaeddodd yn y mis, yn ôl yr hyn a benderfynwyd, fel y mae’n"
            " hysbys bellach. Mae’n cynnwys y rhai y gwelir nad ydynt wedi’u cwmpasu.",
        ),
        REVIEWS, asked, always(names.DECISIONS),
    ),
    Measure(
        "victims-reviews-doors",
        Text("Victims’ reviews by the way they came", "Adolygiadau dioddefwyr yn ôl sut y daethant"),
        Text(
            "Requests under the victims’ right to review that reached us in the month, by the way they came.",
            "Ceisiadau o dan hawl dioddefwyr i adolygiad a’n cyrhaeddodd yn y mis, yn ôl sut y daethant.",
        ),
        REVIEWS, by_door, always(names.CHANNELS),
    ),
    Measure(
        "victims-reviews-ended",
        Text("Results of victims’ reviews", "Canlyniadau adolygiadau dioddefwyr"),
        Text(
            "Victims’ reviews that ended in the month, by their result, whenever they were asked for.",
            "Adolygiadau dioddefwyr a ddaeth i ben yn y mis, yn ôl eu canlyniad, pryd bynnag y gofynnwyd amdanynt.",
        ),
        REVIEWS, ended, names.results,
    ),
    Measure(
        "victims-rights",
        Text("Rights of the Victims’ Code", "Hawliau Cod y Dioddefwyr"),
        Text(
            "Rights of the Victims’ Code that contacts received in the month were about. A contact about two counts twice.",
            "Hawliau Cod y Dioddefwyr yr oedd cysylltiadau’r mis amdanynt. Mae cysylltiad am ddwy yn cyfrif ddwywaith.",
        ),
        CONTACTS, under_code, names.rights, by_day=False,
    ),
)  # fmt: skip
