"""Where the rows of each measure come from. Each function gives the rows of one month; every row has `file` (its case),
`when` and `part`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.db.models import Case as Choose
from django.db.models import CharField, Count, Exists, F, Max, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, Concat

from offices import Office
from putright.alike.often import callers
from putright.allocation.models import Handover
from putright.cases.models import Case, Event
from putright.codes.queries import code_list
from putright.contacts.models import Answer, Contact
from putright.law.calendar import day_of
from putright.people.plans import often as definition
from putright.reviews.models import Review
from putright.triage.models import Decision

from . import fallen, names
from .months import Month, Span
from .reckoning import Fell
from .rows import WHOLE, Page, Row, Stored, Worked
from .sentries import PASSES


@dataclass(frozen=True)
class Scope:
    """What a figure is asked for: a month, of one office, as known at a moment. `lists` gives the codes; a page gives those
    it has read already."""

    month: Month | Span
    office: Office
    at: datetime
    lists: names.Lists = code_list

    @cached_property
    def reckoning(self) -> fallen.Reckoned:
        return fallen.reckoned(self.month, self.office, self.at)


def renamed(field: str, to: Mapping[str, str]) -> Choose:
    """A column with some of its values called something else, and an empty one NOT_TOLD."""
    whens = [When(**{field: old}, then=Value(new)) for old, new in to.items() if old != new]
    return Choose(When(**{field: ""}, then=Value(names.NOT_TOLD)), *whens, default=F(field), output_field=CharField())


def stored(
    found: QuerySet, moment: str, scope: Scope, *, file: str = "case_id", part: Combinable | None = None
) -> Stored:
    """The rows of `found` whose `moment` is in the month."""
    within = found.filter(**{f"{moment}__gte": scope.month.start, f"{moment}__lt": scope.month.end})
    return Stored(within.annotate(file=F(file), when=F(moment), part=part or Value(WHOLE)))


def contacts(scope: Scope) -> Stored:
    counted_as: dict[str, str] = {way.slug: way.counts_as for way in scope.office.ways_in if way.counts_as}
    return stored(Contact.objects.all(), "received_at", scope, part=renamed("channel", counted_as))


def kinds(scope: Scope) -> Stored:
    return stored(Contact.objects.all(), "received_at", scope, part=renamed("kind", {}))


def topics(scope: Scope) -> Stored:
    return stored(Contact.objects.all(), "received_at", scope, part=renamed("topic", {}))


def vehicles(scope: Scope) -> Stored:
    """Contacts about vehicles in a pound, by whether they were still unhappy in the end."""
    after = Answer.objects.filter(contact=OuterRef("pk"), topic=names.VEHICLES, question=names.STILL_UNHAPPY)
    part = Coalesce(Subquery(after.values("value")[:1]), Value(names.NOT_TOLD), output_field=CharField())
    return stored(Contact.objects.filter(topic=names.VEHICLES), "received_at", scope, part=part)


def reasons(scope: Scope) -> Stored:
    known = [reason.code for reason in scope.office.reasons]
    part = Choose(
        When(reason="", then=Value(names.NOT_TOLD)), When(reason__in=known, then=F("reason")),
        default=Value(names.UNLISTED), output_field=CharField(),
    )  # fmt: skip
    return stored(Contact.objects.all(), "received_at", scope, part=part)


def reason_groups(scope: Scope) -> Stored:
    whens = [When(reason=code, then=Value(group)) for code, group in names.group_of(scope.office).items()]
    part = Choose(
        When(reason="", then=Value(names.NOT_TOLD)), *whens, default=Value(names.UNLISTED), output_field=CharField()
    )
    return stored(Contact.objects.all(), "received_at", scope, part=part)


def heard(scope: Scope) -> Stored:
    return stored(Contact.objects.all(), "received_at", scope, part=renamed("heard_from", {}))


def passed_on(scope: Scope) -> Stored:
    """The cases passed on, by how often: events of the log, who heard it first, and whom they had told before us."""
    passes = Event.objects.filter(case=OuterRef("pk"), verb__in=PASSES).order_by().values("case")
    first = Contact.objects.filter(case=OuterRef("pk"))
    told = first.order_by().values("case").annotate(most=Max("told_before")).values("most")
    came = Choose(When(Exists(first.exclude(via="")), then=Value(1)), default=Value(0))
    number = Coalesce(Subquery(passes.annotate(number=Count("pk")).values("number")), 0) + Coalesce(Subquery(told), 0) + came
    part = Choose(
        When(passes=1, then=Value("once")), When(passes=2, then=Value("twice")), default=Value("more"), output_field=CharField()
    )
    return stored(Case.objects.annotate(passes=number).filter(passes__gt=0), "received_at", scope, file="pk", part=part)


def settled(scope: Scope) -> Stored:
    return stored(Contact.objects.exclude(settled_at=None), "received_at", scope)


def logged(scope: Scope) -> Stored:
    return stored(Case.objects.all(), "received_at", scope, file="pk", part=renamed("kind", {}))


def recorded(scope: Scope) -> Stored:
    """The decision that first recorded each case."""
    earlier = Decision.objects.filter(case=OuterRef("case"), route="recorded", number__lt=OuterRef("number"))
    first = Decision.objects.filter(~Exists(earlier), route="recorded")
    return stored(first, "at", scope, part=renamed("reason_recorded", {}))


def handed_over(scope: Scope) -> Stored:
    return stored(Handover.objects.all(), "at", scope, part=F("body"))


def put_right(scope: Scope) -> Stored:
    return stored(Event.objects.filter(verb="put_right"), "at", scope)


def handled() -> Choose:
    """How the complaint of a review had been dealt with: by an investigation of the force, or otherwise."""
    known = ("investigated", "otherwise")
    whens = [When(facts__handled=one, then=Value(one)) for one in known]
    return Choose(*whens, default=Value("none"), output_field=CharField())


def reviews_asked(scope: Scope) -> Stored:
    return stored(Review.objects.all(), "at", scope, part=handled())


def reviews_checked(scope: Scope) -> Stored:
    return stored(Review.objects.exclude(admitted=""), "admitted_at", scope, part=F("admitted"))


def reviews_decided(scope: Scope) -> Stored:
    """Valid reviews decided, by how it had been dealt with and whether the outcome was reasonable and proportionate."""
    return stored(Review.objects.all(), "decided_at", scope, part=Concat(handled(), Value("-"), F("outcome")))


def often(scope: Scope) -> Worked:
    """Frequent callers, each by the newest of their cases of the month. Every contact counts, whoever may open it."""
    fewest = definition(min(scope.month.last_day, day_of(scope.at))).contacts
    found = callers(scope.month.start, scope.month.end, fewest)
    rows = [(WHOLE, Row(min(one.people), one.last_case, one.last_at)) for one in found]
    return Worked(rows, Case.objects.filter(pk__in=[one.last_case for one in found]))


@dataclass(frozen=True)
class Promises:
    """Promises of one fate that fell due in the month. Counted without making a list of them."""

    scope: Scope
    fate: str

    def counts(self) -> Mapping[str, int]:
        return {promise: number for (fate, promise), number in self.scope.reckoning.fates.items() if fate == self.fate}

    def page(self, part: str, open_cases: QuerySet[Case], after: str = "") -> Page:
        def order(fell: Fell) -> tuple[datetime, int, str]:
            return fell.due_at, fell.case, fell.promise

        chosen = sorted((fell for fell in self.scope.reckoning.fell if fell.fate == self.fate), key=order)
        rows = [(fell.promise, Row(number, fell.case, fell.due_at)) for number, fell in enumerate(chosen)]
        return Worked(rows, self.scope.reckoning.among).page(part, open_cases, after)


@dataclass(frozen=True)
class FirstContacts:
    """First contacts made in the month. Counted without making a list of them."""

    scope: Scope

    def counts(self) -> Mapping[str, int]:
        return {WHOLE: self.scope.reckoning.reached[0]}

    def page(self, part: str, open_cases: QuerySet[Case], after: str = "") -> Page:
        made = sorted(self.scope.reckoning.contacted, key=lambda one: (one.at, one.case))
        rows = [(WHOLE, Row(number, one.case, one.at)) for number, one in enumerate(made)]
        return Worked(rows, self.scope.reckoning.among).page(part, open_cases, after)
