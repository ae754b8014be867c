"""Questions about ringing back. No writes. Who may not be rung at this hour is on no list of whom to ring."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from putright.cases.models import Case
from putright.invited.models import NoSurvey
from putright.law.calendar import day_of, in_london
from putright.people.models import Handler, Person
from putright.people.protect import Protection, most_protective
from putright.people.rules import phone_key
from putright.people.same import protection
from putright.quality.population import touched_by

from . import rules
from .models import Batch, Given, Keep, Told, Victim


def batches() -> QuerySet[Batch]:
    """The newest first, with how many were drawn and how many answered."""
    drawn = Count("victims", distinct=True)
    answered = Count("victims", filter=Q(victims__said__isnull=False), distinct=True)
    return Batch.objects.select_related("by").annotate(drawn=drawn, answered=answered).order_by("-pk")


def given(by: Handler) -> QuerySet[Given]:
    """Files this person gave whose columns are not agreed yet."""
    return Given.objects.filter(by=by).order_by("-pk")


def same_person(victim: Victim) -> Person | None:
    """The one person here with that number and that name, if there is just one."""
    key = phone_key(victim.phone)
    found = Person.objects.filter(phone_key=key)[:2] if key else []
    if len(found) != 1 or found[0].name.casefold() != victim.name.casefold():
        return None
    return found[0]


def protected(victim: Victim) -> Mapping[str, object]:
    """The safe-contact rule: of the list, and of everybody here with that number, whichever protects more."""
    key = phone_key(victim.phone)
    others = [protection(person) for person in Person.objects.filter(phone_key=key)[:20]] if key else []
    return most_protective(Protection(victim.safe), others).safe_contact


def is_over(victim: Victim) -> bool:
    results = list(victim.attempts.values_list("result", flat=True))
    return hasattr(victim, "said") or len(results) >= rules.MOST or bool(rules.OVER & set(results))


def dealt_with_by(victim: Victim, who: Handler) -> bool:
    """Whether the list says that it was their work, by name or collar number."""
    named = victim.dealt_with_by.strip().casefold()
    return bool(named) and named in (who.name.casefold(), who.collar_number.casefold())


def to_ring(cases: QuerySet[Case], who: Handler, at: datetime) -> list[tuple[Victim, int]]:
    """Whom they may ring now, with how often it was tried: those not reached yet whom the rule lets us ring at this hour, and
    nobody about whose case it was their own work. Of our own cases those among `cases`, which are open to them, without whoever
    has since said that they want no survey.

    Three queries, and some for each number that is also somebody here."""
    others = cases.exclude(touched_by([who])).exclude(complainant__in=NoSurvey.objects.filter(until=None).values("person"))
    mine = Q(case=None) | Exists(others.filter(pk=OuterRef("case_id")))
    found = Victim.objects.filter(mine, said=None).exclude(phone="").select_related("batch").annotate(tried=Count("attempts"))
    over = Victim.objects.filter(attempts__result__in=rules.OVER).values("pk")
    waiting = list(found.filter(tried__lt=rules.MOST).exclude(pk__in=over).order_by("batch_id", "tried", "number")[:200])
    keys = {phone_key(one.phone) for one in waiting}
    known = set(Person.objects.filter(phone_key__in=keys - {""}).values_list("phone_key", flat=True))
    now = in_london(at).time()
    return [
        (one, one.tried) for one in waiting
        if not dealt_with_by(one, who) and rules.may_ring(protected(one) if phone_key(one.phone) in known else one.safe, now)
    ]  # fmt: skip


@dataclass
class Result:
    """What the victims of one department said. No names."""

    drawn: int = 0
    answered: int = 0
    wrong: int = 0
    settled: int = 0
    marks: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    words: list[str] = field(default_factory=list)

    def met(self, code: str) -> int | None:
        said = self.marks[code]
        asked = said["met"] + said["partly"] + said["not"]
        return round(100 * said["met"] / asked) if asked else None

    def lines(self, names: Mapping[str, str]) -> list[str]:
        """How many, and then for each point that was asked how many in every 100 said yes."""
        counts = {"drawn": self.drawn, "answered": self.answered, "wrong": self.wrong, "settled": self.settled}
        told = _("Drawn: %(drawn)s. Answered: %(answered)s. Something was still wrong: %(wrong)s, put right in the call: "
                 "%(settled)s.") % counts  # fmt: skip
        shares = {code: self.met(code) for code in names}
        return [told] + [
            f"{names[code]}{'' if names[code].endswith('?') else ':'} " + _("%(share)s in every 100") % {"share": share}
            for code, share in shares.items() if share is not None
        ]  # fmt: skip

    def add(self, other: "Result") -> None:
        """The figures of another department; its words stay there."""
        self.drawn += other.drawn
        self.answered += other.answered
        self.wrong += other.wrong
        self.settled += other.settled
        for code, said in other.marks.items():
            self.marks[code] += said


def results(batch: Batch) -> dict[str, Result]:
    """Department -> what was said, and how much was put right in the call. One query."""
    found: dict[str, Result] = defaultdict(Result)
    for victim in Victim.objects.filter(batch=batch).select_related("said__contact").order_by("department", "number"):
        one = found[victim.department]
        one.drawn += 1
        if (said := getattr(victim, "said", None)) is None:
            continue
        one.answered += 1
        one.words += [said.words] if said.words else []
        one.wrong += said.contact is not None
        one.settled += said.contact is not None and said.contact.settled_at is not None
        for code, mark in said.marks.items():
            one.marks[code][mark] += 1
    return found


def of_all(results: Mapping[str, Result]) -> Result:
    """Every department's figures together: a single department's may be of one or two people."""
    whole = Result()
    for one in results.values():
        whole.add(one)
    return whole


def told(batch: Batch) -> dict[str, list[Told]]:
    found: dict[str, list[Told]] = defaultdict(list)
    for row in Told.objects.filter(batch=batch).select_related("by").order_by("pk"):
        found[row.department].append(row)
    return found


def kept(on: date) -> tuple[int, bool]:
    """How many days a drawn name is kept, as it holds that day, and whether the office set it itself. One query."""
    row = Keep.objects.filter(since__lte=on).order_by("since", "pk").last()
    return (row.days, True) if row else (rules.KEPT, False)


def to_forget(at: datetime) -> QuerySet[Batch]:
    """Draws older than that which still name somebody."""
    days, _ours = kept(day_of(at))
    named = Victim.objects.filter(batch=OuterRef("pk"), forgotten_at=None)
    return Batch.objects.filter(Exists(named), at__lt=at - timedelta(days=days)).order_by("at", "pk")


def to_drop(at: datetime) -> QuerySet[Given]:
    """Files from which nobody drew."""
    return Given.objects.filter(at__lt=at - timedelta(days=rules.UNFINISHED)).order_by("at", "pk")
