"""What becomes of letters: sent, settled, pulled back, another way, come back. Each once, however often it is said."""

from datetime import datetime

from django.db import transaction

from putright.cases.log import Line, write
from putright.contacts.channels.email.addresses import message_id_for
from putright.letters.addressee import reach_now
from putright.letters.models import FAILED, KEPT, MADE, PULLED, REPLACED, SENT, UNCERTAIN, Letter
from putright.letters.rules import POST, address
from putright.people.gates import check
from putright.people.models import Handler

from . import drawing, rules
from .models import Returned
from .refusals import AlreadySettled, NoOtherWay, TooLate


def _held(letter: Letter) -> Letter:
    """The letter's row, nobody else's until the transaction ends."""
    return Letter.objects.select_for_update(of=("self",)).select_related("case", "person").get(pk=letter.pk)


def _about(row: Letter) -> dict[str, object]:
    return {"letter": row.pk, "kind": row.kind, "medium": row.medium}


@transaction.atomic
def note_sent(letter: Letter, *, by: Handler | None, at: datetime) -> None:
    """The letter was taken, printed, or told. From now on the database refuses to change it. Twice is once.

    The rounds say so for a letter that went; a person for one that was printed or in doubt. Refuses NotAllowed by role."""
    if by is not None:
        check(by, "outbox.work")
    row = _held(letter)
    if row.status == SENT:
        return
    row.status, row.sent_at, row.trouble = SENT, at, ""
    row.save(update_fields=["status", "sent_at", "trouble"])
    write(row.case, Line("sent", at, by, "" if by else "rounds", facts=_about(row)))


@transaction.atomic
def settle(letter: Letter, *, told: bool, by: Handler, at: datetime) -> None:
    """Say what happened to a letter that did not simply go: they have been told, or it is to be offered again.

    It is offered again under the same number. Refuses AlreadySettled when nothing is in doubt, or when there is no
    way to send it; NotAllowed by role."""
    check(by, "outbox.work")
    row = _held(letter)
    if row.status not in ({UNCERTAIN, FAILED, KEPT} if told else {UNCERTAIN, FAILED}):
        raise AlreadySettled
    if told:
        note_sent(row, by=by, at=at)
        return
    row.status, row.again = MADE, row.again + 1
    row.save(update_fields=["status", "again"])
    write(row.case, Line("offered_again", at, by, facts=_about(row)))


@transaction.atomic
def pull_back(letter: Letter, *, by: Handler, at: datetime) -> None:
    """Take a letter back before it goes. What owed it owes it again. Refuses TooLate once it is going; NotAllowed by role."""
    check(by, "outbox.work")
    row = _held(letter)
    if row.status != MADE:
        raise TooLate
    row.status, row.owed_key = PULLED, None
    row.save(update_fields=["status", "owed_key"])
    write(row.case, Line("pulled_back", at, by, facts=_about(row)))


@transaction.atomic
def other_way(letter: Letter, way: str, *, by: Handler, at: datetime) -> Letter:
    """The same words to the same person by another way, as a new letter: one that was sent is never changed.

    For a letter that came back or could not go. Refuses NoOtherWay where that way is not known or not safe,
    AlreadySettled where nothing is wrong with the letter, and NotAllowed by role."""
    check(by, "outbox.work")
    row = _held(letter)
    back = Returned.objects.filter(letter=row, seen_to_at=None)
    if row.status not in (FAILED, UNCERTAIN) and not back.exists():
        raise AlreadySettled
    reach = reach_now(row)
    where = address(reach, way)
    coded = way != POST and "pass" in row.values  # a code is for paper alone
    if coded or way not in rules.ways(reach) or (way, where) == (row.medium, row.address):
        raise NoOtherWay
    back.update(seen_to_at=at)
    if row.status != SENT:
        Letter.objects.filter(pk=row.pk).update(status=REPLACED)
    facts = _about(row) | {"way": way}
    made = Letter(
        case=row.case, person=row.person, kind=row.kind, language=row.language, medium=way, address=where, status=MADE,
        subject=row.subject, body=row.body, values=row.values, made_at=at, by=by, message_id=message_id_for(row.case),
    )  # fmt: skip
    made.pdf = drawing.again(made, reach)
    made.save()
    write(row.case, Line("other_way", at, by, facts=facts | {"next": made.pk}))
    return made


@transaction.atomic
def came_back(letter: Letter, how: str, said: str, *, by: Handler | None, at: datetime) -> None:
    """A letter that was sent did not reach them: the promise it kept runs on (clocks/promises.py). Twice is once."""
    row = _held(letter)
    if row.status != SENT or Returned.objects.filter(letter=row).exists():
        return
    Returned.objects.create(letter=row, how=how[:40], said=said[:2000], at=at)
    write(row.case, Line("came_back", at, by, "" if by else "rounds", facts=_about(row) | {"how": how[:40]}))


@transaction.atomic
def told_anyway(letter: Letter, *, by: Handler, at: datetime) -> None:
    """They were told themselves what a letter that came back said. Refuses AlreadySettled; NotAllowed by role."""
    check(by, "outbox.work")
    row = _held(letter)
    if not Returned.objects.filter(letter=row, seen_to_at=None).update(seen_to_at=at):
        raise AlreadySettled
    write(row.case, Line("sent", at, by, facts=_about(row) | {"medium": "told"}))
