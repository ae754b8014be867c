"""Which letters of a review are called for and not written: whose, since which event, and what each still wants. No writes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from putright.cases.models import Case, Event
from putright.interested.queries import told as kept_informed
from putright.letterkinds.parts import COMPLAINANT, FORCE
from putright.letters.addressee import PERSON, SUBJECT, subjects
from putright.letters.models import PULLED, Letter
from putright.reviews.models import Review
from putright.reviews.rules import NOT_UPHELD, UPHELD

PREFIX = "review_letters:"
LOOK_BACK = timedelta(days=35)  # as the other letters: longer than any outage nobody noticed
ASKED, DECISION, NOTICE, RECOMMENDATION, COPY = (
    "review_asked", "review_decision", "review_notice", "recommendation", "response_copy",
)  # fmt: skip
TELLS = {
    ASKED: "review_received", "review_forwarded": "review_forwarded", "review_refused": "review_refused",
    "review_decided": DECISION, "review_recommended": DECISION, "review_finished": DECISION, "review_answered": COPY,
}  # fmt: skip
SAYS_WHO = {"review_noticed": NOTICE, "review_copied": COPY}  # a person says who is told; each of them has a letter
ENDS = ("review_forwarded", "review_refused", "review_withdrawn", "review_decided")  # after these it is not said that it came
KINDS = {*TELLS.values(), *SAYS_WHO.values(), RECOMMENDATION}


@dataclass(frozen=True)
class Due:
    """A letter nobody has written: of what kind, and to whom, as letters.addressee reads it."""

    event: Event
    kind: str
    to: str = COMPLAINANT

    @property
    def key(self) -> str:
        end = "" if self.to == COMPLAINANT else f":{self.to}"
        return f"{PREFIX}{self.kind}:{self.event.case.reference}:{self.event.seq}{end}"


def due(at: datetime, cases: QuerySet[Case] | None = None) -> list[Due]:
    """Longest ago first. Two queries, where nothing was decided and nobody said whom to tell."""
    asked = Q(verb__in=[*TELLS, *SAYS_WHO, *ENDS], at__gt=at - LOOK_BACK, at__lte=at, case__imported=False)
    recent = Event.objects.filter(asked) if cases is None else Event.objects.filter(asked, case__in=cases)
    events = list(recent.select_related("case__complainant").order_by("at", "case_id", "seq"))
    if not events:
        return []
    looked = Looked(events)
    return [one for event in events for one in looked.called_for(event) if not looked.is_written(one)]


class Looked:
    """The events of some reviews, with their letters and how each review stands, read once."""

    def __init__(self, events: Sequence[Event]) -> None:
        self.events = events
        cases = {one.case_id for one in events}
        written = Letter.objects.filter(case__in=cases, kind__in=KINDS).exclude(status=PULLED)
        self.written = [
            (one.case_id, one.kind, (one.values.get("to") or {}).get("to") or COMPLAINANT, one.made_at)
            for one in written.only("case", "kind", "values", "made_at")
        ]
        stands = any(one.verb in SAYS_WHO or TELLS.get(one.verb) == DECISION for one in events)
        found = Review.objects.filter(case__in=cases) if stands else ()
        self.reviews = {(one.case_id, one.number): one for one in found}

    def review(self, event: Event) -> Review | None:
        return self.reviews.get((event.case_id, int(str(event.facts.get("review") or 0))))

    def after(self, event: Event) -> list[Event]:
        return [one for one in self.events if _same(one, event) and one.seq > event.seq]

    def called_for(self, event: Event) -> Iterator[Due]:
        if event.verb in SAYS_WHO:
            if not any(one.verb == "review_withdrawn" for one in self.after(event)):
                yield from (Due(event, SAYS_WHO[event.verb], to) for to in readers(event))
        elif event.verb in TELLS and self.calls(event):
            yield Due(event, TELLS[event.verb])
            if TELLS[event.verb] == DECISION:
                yield from self.of_the_result(event)

    def calls(self, event: Event) -> bool:
        """Whether a letter goes with it: not with an upheld decision alone, nor that it came once more was said of it. What is
        finished has told its result, unless it was upheld and nothing was recommended."""
        after, review = self.after(event), self.review(event)
        if any(one.verb == event.verb for one in after):
            return False  # a later one takes its place
        if event.verb == ASKED:
            return not any(one.verb in ENDS for one in after)
        if event.verb == "review_finished":
            return review is not None and review.outcome == UPHELD and review.recommended_at is None
        return event.verb != "review_decided" or event.facts.get("outcome") == NOT_UPHELD

    def of_the_result(self, event: Event) -> Iterator[Due]:
        """The force, and whoever was told of the application, are told what came of it; what is recommended has a letter of its
        own to the force, which says by when it must answer (CMR 2020 reg 30(5))."""
        yield Due(event, RECOMMENDATION if event.verb == "review_recommended" else DECISION, FORCE)
        noticed = Event.objects.filter(case=event.case, verb="review_noticed", facts__review=event.facts["review"])
        told = dict.fromkeys(to for one in noticed.select_related("case").order_by("seq") for to in readers(one))
        yield from (Due(event, DECISION, to) for to in told if to != FORCE)

    def is_written(self, one: Due) -> bool:
        """Written since it was called for, or since it could have been: a handler may write it first."""
        review, since = self.review(one.event), one.event.at
        begins = {DECISION: "decided_at", RECOMMENDATION: "decided_at", NOTICE: "admitted_at", COPY: "recommended_at"}
        if review and one.kind in begins and not (one.kind == COPY and one.to == COMPLAINANT):
            since = min(since, getattr(review, begins[one.kind]) or since)
        wanted = (one.event.case_id, one.kind, one.to)
        return any((case, kind, to) == wanted and when >= since for case, kind, to, when in self.written)


def readers(event: Event) -> Iterable[str]:
    """To whom a letter goes of those an event says are told: interested persons who still agree, and every officer of the case
    who is known. The complainant's letters have events of their own. At most two queries."""
    told, named, case = set(event.facts.get("told", ())), set(event.facts.get("interested", ())), event.case
    if "authority" in told:
        yield FORCE
    if "interested" in told:
        yield from (f"{PERSON}:{row.person_id}" for row in kept_informed(case) if row.pk in named)
    if "subject" in told:
        yield from (f"{SUBJECT}:{row.pk}" for row in subjects(case))


def _same(one: Event, other: Event) -> bool:
    return one.case_id == other.case_id and one.facts.get("review") == other.facts.get("review")
