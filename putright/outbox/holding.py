"""Holding something back from letters, by two people and for a time; and naming another case where it is true."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction

from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.law.calendar import day_of
from putright.letters.models import Mention, Withheld
from putright.letters.withholding import GROUNDS, PARTS
from putright.people.gates import check
from putright.people.models import Handler
from putright.people.same import together

from .refusals import AlreadySettled, NeedsAnother, NoDay, NotHeldBack, NotTheirs

LONGEST = timedelta(days=90)  # our own choice: the law asks for a review and names no time [recalled]


def _day_fits(day: date, at: datetime) -> None:
    if not day_of(at) < day <= day_of(at) + LONGEST:
        raise NoDay


@dataclass(frozen=True)
class Ask:
    """What is to be held back, on which ground, why, and when it is looked at again."""

    part: str
    ground: str
    because: str
    look_again_on: date


@transaction.atomic
def ask_to_withhold(case: Case, ask: Ask, *, by: Handler, at: datetime) -> Withheld:
    """Ask that a part of letters be held back; nothing is until somebody else agrees (PRA 2002 s.20(6); CMR 2020 reg 35).

    Refuses NotHeldBack where it is already, NoDay beyond the next 90 days, ValueError for a part or ground there is not;
    NotAllowed by role."""
    check(by, "outbox.withhold")
    _day_fits(ask.look_again_on, at)
    if ask.part not in PARTS or ask.ground not in GROUNDS:
        raise ValueError(f"no such part or ground: {ask.part}, {ask.ground}")
    try:
        with transaction.atomic():
            made = Withheld.objects.create(case=case, by=by, at=at, **asdict(ask))
    except IntegrityError:
        raise NotHeldBack from None
    facts = {"withheld": made.pk, "part": ask.part, "ground": ask.ground, "until": ask.look_again_on.isoformat()}
    write(case, Line("withhold_asked", at, by, facts=facts, payload={"because": ask.because}))
    return made


@transaction.atomic
def agree(withheld: Withheld, *, by: Handler, at: datetime) -> None:
    """The second person agrees: from now letters leave that part out. Refuses NeedsAnother, AlreadySettled; NotAllowed."""
    check(by, "outbox.withhold")
    row = _open(withheld)
    if row.agreed_by_id:
        raise AlreadySettled
    if row.by_id == by.pk:
        raise NeedsAnother
    row.agreed_by, row.agreed_at = by, at
    row.save(update_fields=["agreed_by", "agreed_at"])
    write(row.case, Line("withheld", at, by, facts={"withheld": row.pk, "part": row.part, "ground": row.ground}))


@transaction.atomic
def look_again(withheld: Withheld, until: date | None, *, by: Handler, at: datetime) -> None:
    """Looked at again: it stays held back until a later day, or, with no day, it is told from now on.

    Keeping it needs somebody other than who asked for it. Refuses NeedsAnother, NoDay, AlreadySettled; NotAllowed."""
    check(by, "outbox.withhold")
    row = _open(withheld)
    facts: dict[str, object] = {"withheld": row.pk, "part": row.part}
    if until is None:
        row.ended_at = at
        row.save(update_fields=["ended_at"])
        write(row.case, Line("withhold_ended", at, by, facts=facts))
        return
    if row.by_id == by.pk:
        raise NeedsAnother
    _day_fits(until, at)
    row.look_again_on = until
    row.save(update_fields=["look_again_on"])
    write(row.case, Line("withhold_kept", at, by, facts=facts | {"until": until.isoformat()}))


@transaction.atomic
def note_due(pk: int, *, at: datetime) -> None:
    """The rounds write down that the day to look again has come: it is then on the work page of those who decided, until one
    of them has looked (`look_again`). Nothing is told by itself. Once for each such day; event `withhold_due`."""
    row = Withheld.objects.select_for_update(of=("self",)).select_related("case").get(pk=pk)
    if row.ended_at or row.look_again_on > day_of(at) or row.noticed_for == row.look_again_on:
        return
    row.noticed_for = row.look_again_on
    row.save(update_fields=["noticed_for"])
    facts = {"withheld": row.pk, "part": row.part, "until": row.look_again_on.isoformat()}
    write(row.case, Line("withhold_due", at, None, "rounds", facts))


def _open(withheld: Withheld) -> Withheld:
    row = Withheld.objects.select_for_update(of=("self",)).select_related("case").get(pk=withheld.pk)
    if row.ended_at:
        raise AlreadySettled
    return row


@transaction.atomic
def allow_mention(case: Case, other: Case, because: str, *, by: Handler, at: datetime) -> None:
    """Letters of `case` may name `other`: a supervisor says why. Only where both are of the same person.

    Refuses NotTheirs; NotAllowed by role. Twice is once."""
    check(by, "outbox.allow")
    mine, theirs = case.complainant_id, other.complainant_id
    if mine is None or theirs is None or theirs not in together([mine]).get(mine, frozenset()) | {mine}:
        raise NotTheirs
    _row, new = Mention.objects.get_or_create(case=case, other=other, defaults={"because": because, "by": by, "at": at})
    if new:
        facts = {"other": other.reference}
        write(case, Line("mention_allowed", at, by, facts=facts, payload={"because": because}))
