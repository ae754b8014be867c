"""Concerns this person may see: those of cases open to them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from putright.cases.models import Case
from putright.contacts.models import Answer

from . import words
from .models import Concern, Step

FORUMS = "forums"  # the list of them
TO_THE_FORUM = "to-the-forum"  # a question of a kind of contact: codes/asked
AT_ONCE = 50


@dataclass(frozen=True)
class Heard:
    """A concern with its steps by what they are, and where it stands."""

    concern: Concern
    steps: Mapping[str, Step] = field(default_factory=dict)

    @property
    def state(self) -> str:
        return next((what for what in (words.BACK, words.LEFT, words.BROUGHT) if what in self.steps), words.WAITING)


def of_forum(cases: QuerySet[Case], forum: str) -> QuerySet[Concern]:
    open_to = Exists(cases.filter(pk=OuterRef("case_id")))
    return Concern.objects.filter(open_to, forum=forum).select_related("case", "by").order_by("-pk")


def in_state(found: QuerySet[Concern], state: str) -> QuerySet[Concern]:
    def has(what: str) -> Exists:
        return Exists(Step.objects.filter(concern=OuterRef("pk"), what=what))

    if state == words.WAITING:
        return found.filter(~has(words.BROUGHT), ~has(words.LEFT))
    return found.filter(has(words.BROUGHT), ~has(words.BACK)) if state == words.BROUGHT else found.filter(has(state))


def page(found: QuerySet[Concern], after: int) -> tuple[list[Heard], int]:
    """Fifty of them, the newest first, and the number to go on after; nought at the end. Two queries."""
    rows = list((found.filter(pk__lt=after) if after else found)[: AT_ONCE + 1])
    return with_steps(rows[:AT_ONCE]), rows[AT_ONCE - 1].pk if len(rows) > AT_ONCE else 0


def with_steps(rows: Iterable[Concern]) -> list[Heard]:
    """One query."""
    listed = list(rows)
    steps: dict[int, dict[str, Step]] = {one.pk: {} for one in listed}
    for step in Step.objects.filter(concern__in=steps).select_related("by"):
        steps[step.concern_id][step.what] = step
    return [Heard(one, steps[one.pk]) for one in listed]


def of_case(case: Case) -> list[Heard]:
    """Two queries."""
    return with_steps(Concern.objects.filter(case=case).select_related("by").order_by("-pk"))


def one(cases: QuerySet[Case], pk: int) -> Concern | None:
    return Concern.objects.filter(Exists(cases.filter(pk=OuterRef("case_id"))), pk=pk).select_related("case").first()


def marked(cases: QuerySet[Case], forum: str) -> list[Case]:
    """Cases with a contact of the kind named as the forum, of which somebody answered that it should hear of it, and nobody
    wrote down what: the newest fifty and one. One query."""
    said = Answer.objects.filter(contact__case=OuterRef("pk"), topic=forum, question=TO_THE_FORUM, value="yes")
    written = Concern.objects.filter(case=OuterRef("pk"), forum=forum)
    return list(cases.filter(Exists(said), ~Exists(written)).order_by("-received_at", "-pk")[: AT_ONCE + 1])


def last_meeting(forum: str) -> date | None:
    return Step.objects.filter(concern__forum=forum, what=words.BROUGHT).order_by("-on").values_list("on", flat=True).first()
