"""What this room owes unasked: the letters of a review to whoever asked for it, as `review_letters:<kind>:<reference>:<seq>`,
where <seq> is the place in the log of the event that calls for it. Reviews are few: they are looked through, not counted."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from putright.cases.models import Case, Event
from putright.cases.queries import by_reference
from putright.letterkinds.kinds import KINDS
from putright.letters.actions import write_letter
from putright.letters.models import Letter
from putright.reviews.queries import letter_values
from putright.reviews.rules import NOT_UPHELD

PREFIX = "review_letters:"
LOOK_BACK = timedelta(days=35)  # as the other letters: longer than any outage nobody noticed
ASKED, DECISION = "review_asked", "review_decision"
TELLS = {
    ASKED: "review_received", "review_forwarded": "review_forwarded", "review_refused": "review_refused",
    "review_decided": DECISION, "review_recommended": DECISION, "review_finished": DECISION, "review_answered": "response_copy",
}  # fmt: skip
ENDS = ("review_forwarded", "review_refused", "review_withdrawn", "review_decided")  # after these it is not said that it came


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    """Letters nobody has written yet, longest ago first. Two queries."""
    recent = Event.objects.filter(verb__in=[*TELLS, *ENDS], at__gt=at - LOOK_BACK, at__lte=at, case__imported=False)
    events = list(recent.select_related("case").order_by("at", "case_id", "seq"))
    written = Letter.objects.filter(case__in={one.case_id for one in events}, kind__in=TELLS.values()) if events else ()
    made = [(one.case_id, one.kind, one.made_at) for one in written]
    due = [one for one in events if one.verb in TELLS and _calls(one, events) and not _told(one, events, made)]
    for event in due[:limit]:
        yield f"{PREFIX}{TELLS[event.verb]}:{event.case.reference}:{event.seq}", event.at


def _calls(event: Event, events: Iterable[Event]) -> bool:
    """Whether a letter goes with it: not with an upheld decision alone, nor that it came once more was said of it."""
    after = [one for one in events if _same(one, event) and one.seq > event.seq]
    if any(one.verb == event.verb for one in after):
        return False  # a later one takes its place
    if event.verb == ASKED:
        return not any(one.verb in ENDS for one in after)
    return event.verb != "review_decided" or event.facts.get("outcome") == NOT_UPHELD


def _told(event: Event, events: Iterable[Event], made: Iterable[tuple[int, str, datetime]]) -> bool:
    """Whether that letter was written since: of a decision, since it was decided."""
    decided = [one.at for one in events if _same(one, event) and one.verb == "review_decided"]
    since = min([event.at, *decided]) if TELLS[event.verb] == DECISION else event.at
    return any((case, kind) == (event.case_id, TELLS[event.verb]) and when >= since for case, kind, when in made)


def _same(one: Event, other: Event) -> bool:
    return one.case_id == other.case_id and one.facts.get("review") == other.facts.get("review")


def fulfil(key: str, *, at: datetime) -> None:
    """Write it with what the review says; done three times it has one effect. What was written by hand meanwhile, or is no
    longer called for, is left alone. Raises PartMissing where a person must first add something: it stays owed."""
    kind, reference, _seq = key.removeprefix(PREFIX).split(":")
    if key not in dict(owed(at, limit=10**6)):
        return
    case = by_reference(reference)
    try:
        with transaction.atomic():
            write_letter(case, kind, given(case, kind), by=None, at=at, owed_key=key)
    except IntegrityError:
        if not Letter.objects.filter(owed_key=key).exists():
            raise


def given(case: Case, kind: str) -> dict[str, str]:
    """The words of the letter: those that differ by language as the letter asks for them, the days as they are."""
    said = {language: letter_values(case, language)[kind] for language in ("en", "cy")}
    words = {f"{name}_{language}": said[language].get(name, "") for language in said for name in KINDS[kind].asks}
    return words | {name: said["en"].get(name, "") for name in KINDS[kind].once}
