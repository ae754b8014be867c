"""What this room owes unasked: words the law or our promise wants written. That they go is owed by putright/outbox.

- `letters:ack:<reference>`: everybody who got in touch is answered, unless it was settled there and then.
- `letters:decided:<reference>:<seq>` and `letters:handed_over:<reference>:<seq>`: they are told of a decision, or of whom
  it was passed to (PRA 2002 Sch 3 paras 2(5), 2(6D), 4(6)). A decision that a later one replaced is not told. That it is
  not a complaint is told with grounds (para 2(9)), and grounds are a person's words: `waiting` shows it, a handler writes it.

Looked for in the last weeks' events only, by the index on their verb: history that was imported is never gone through."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from django.db import IntegrityError
from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat

from putright.cases.models import Case, Event
from putright.cases.queries import by_reference
from putright.cases.stages import SETTLED

from .actions import write_letter
from .models import Letter
from .queries import of_case

PREFIX = "letters:"
LOOK_BACK = timedelta(days=35)  # longer than any outage nobody noticed
ACKNOWLEDGES = ("acknowledgement", "thanks")
TOLD = ("decided", "handed_over")
BY_ITSELF = ("outside", "recorded")  # of the decisions, those whose letter needs no words of a person
ROUTES = ("outside", "recorded", "not_complaint")  # kinds of letter have the names of the routes they tell of


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    """Up to `limit` of each of the two kinds of work. Two queries, however much history there is."""
    for reference, since in unanswered(at).values_list("case__reference", "at")[:limit]:
        yield f"{PREFIX}ack:{reference}", since
    recent = Event.objects.filter(Q(verb="handed_over") | Q(facts__route__in=BY_ITSELF), at__gt=at - LOOK_BACK, at__lte=at)
    for key, since in untold(recent).values_list("owes", "at")[:limit]:
        yield key, since


def unanswered(at: datetime) -> QuerySet[Event]:
    """First contacts nobody has answered yet, oldest first."""
    answered = Letter.objects.filter(case=OuterRef("case"), kind__in=ACKNOWLEDGES)
    first = Event.objects.filter(verb="received", seq=1, at__gt=at - LOOK_BACK, at__lte=at, case__imported=False)
    return first.exclude(case__stage=SETTLED).filter(~Exists(answered)).order_by("at", "pk")


def untold(events: QuerySet[Event]) -> QuerySet[Event]:
    """Decisions and hand-overs nobody was told of yet, oldest first, each with `owes`: its key."""
    same = Event.objects.filter(case=OuterRef("case"), verb=OuterRef("verb"), seq__gt=OuterRef("seq"))
    key = Concat(
        Value(PREFIX), F("verb"), Value(":"), F("case__reference"), Value(":"), Cast("seq", CharField()),
        output_field=CharField(),
    )  # fmt: skip
    told = events.filter(verb__in=TOLD, case__imported=False).annotate(owes=key)
    return told.filter(~Exists(same), ~Exists(Letter.objects.filter(owed_key=OuterRef("owes")))).order_by("at", "pk")


def fulfil(key: str, *, at: datetime) -> None:
    """Write what the key names; done three times it has one effect.

    Raises PartMissing where a person must first add something (the letters page says what): it stays owed."""
    _, what, rest = key.split(":", 2)
    if what == "ack":
        _once(by_reference(rest), None, key, at=at)
    else:
        reference, seq = rest.rsplit(":", 1)
        case = by_reference(reference)
        _once(case, Event.objects.get(case=case, seq=int(seq)), key, at=at)


def _once(case: Case, event: Event | None, key: str, *, at: datetime) -> None:
    """One letter for one key, whoever comes first: looked up, and held to it by the unique key."""
    if Letter.objects.filter(owed_key=key).exists():
        return
    try:  # write_letter has its own transaction, which begins when the letter is made
        write_letter(case, kind_owed(case, event), {}, by=None, at=at, owed_key=key)
    except IntegrityError:
        if not Letter.objects.filter(owed_key=key).exists():
            raise


def kind_owed(case: Case, event: Event | None) -> str:
    """Which letter an event calls for; thanks are thanked for and not acknowledged as a complaint."""
    if event is None:
        return "thanks" if case.kind == "compliment" else "acknowledgement"
    if event.verb == "handed_over":
        return "referred" if event.facts.get("body") == "iopc" else "passed_on"
    route = str(event.facts["route"])
    if route not in ROUTES:
        raise ValueError(f"no letter tells of the route {route}")
    return route


def waiting(
    case: Case, log: Iterable[Event] | None = None, letters: Iterable[Letter] | None = None
) -> list[tuple[str, str]]:
    """For one case: (kind, key) of each letter still owed for a decision or a hand-over; what `untold` finds, of one case.
    One query for the log and one for its letters, unless the page has them."""
    if case.imported:
        return []
    log = Event.objects.filter(case=case, verb__in=TOLD).order_by("seq") if log is None else log
    last = {event.verb: event for event in log if event.verb in TOLD}
    written = {one.owed_key for one in (of_case(case) if letters is None else letters)} if last else set()
    keys = {f"{PREFIX}{event.verb}:{case.reference}:{event.seq}": event for event in last.values()}
    found = sorted(keys.items(), key=lambda one: one[1].seq)
    return [(kind_owed(case, event), key) for key, event in found if key not in written]
