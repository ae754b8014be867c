"""Drawing up, explaining, signing and revising a report; the boards that have it sent."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from putright.law.calendar import day_of
from putright.layouts import queries as layouts
from putright.messages import actions as messages
from putright.messages.refusals import AlreadySettled
from putright.people.gates import check
from putright.people.models import Handler

from . import done, freezing, rules
from .models import Board, Change, Report, Sending, Signed, Words
from .queries import drafted_parts, period_of, signed_words, still_open, unfinished_parts
from .refusals import (
    AlreadyDrawnUp,
    AlreadySigned,
    BothLanguages,
    NobodyRead,
    NoSuchPart,
    NotInDoubt,
    NotOver,
    RevisedAlready,
    SayWhyRevised,
    SecondPerson,
)


@transaction.atomic
def draw_up(layout: str, period: rules.Period, *, by: Handler | None, at: datetime) -> Report:
    """Count the period and freeze every figure with its definition and a fingerprint; draft what was done. Changes no case.
    `by`: nobody when the rounds do it on the day after the period.

    Refuses NotOver, AlreadyDrawnUp, NotAllowed. Raises layouts.NoSuchLayout."""
    if by is not None:
        check(by, "months.write")
    if period.end > at:
        raise NotOver
    if Report.objects.filter(layout=layout, year=period.year, number=period.number, length=period.length).exists():
        raise AlreadyDrawnUp
    laid = layouts.the(layout, day_of(at))
    made = freezing.keep(Report(layout=layout, by=by, at=at), period, freezing.frozen(laid, period, at=at))
    for part in laid.parts:
        if part.done and (words := done.drafted(period)):
            Words.objects.create(report=made, part=part.slug, **words, at=at, by=None)
    return made


@transaction.atomic
def write(report: Report, part: str, en: str, cy: str, *, by: Handler, at: datetime) -> Words:
    """Words for one part. The earlier version is kept. Refuses NoSuchPart, AlreadySigned, RevisedAlready, NotAllowed."""
    check(by, "months.write")
    _still_open(report)
    if part not in {one["key"] for one in report.figures["sections"]}:
        raise NoSuchPart
    return Words.objects.create(report=report, part=part, en=en.strip(), cy=cy.strip(), at=at, by=by)


def _still_open(report: Report) -> None:
    Report.objects.select_for_update().get(pk=report.pk)  # a signature and a sentence never pass one another
    if Signed.objects.filter(report=report).exists():
        raise AlreadySigned
    if Report.objects.filter(revises=report).exists():
        raise RevisedAlready


@transaction.atomic
def sign(report: Report, *, by: Handler, at: datetime) -> Signed:
    """Say that it may go to the boards. From now on nothing in it changes.

    Refuses AlreadySigned, RevisedAlready, SecondPerson to whoever had a hand in it, NobodyRead of a part that is as it was
    drafted, BothLanguages, NotAllowed."""
    check(by, "months.sign")
    _still_open(report)
    if by.pk == report.by_id or report.words.filter(by=by).exists():
        raise SecondPerson
    if unread := drafted_parts(report):
        raise NobodyRead(unread)
    if missing := unfinished_parts(report):
        raise BothLanguages(missing)
    whole = rules.fingerprint([report.figures, signed_words(report)])
    return Signed.objects.create(report=report, fingerprint=whole, at=at, by=by)


@transaction.atomic
def revise(report: Report, why: str, *, by: Handler, at: datetime) -> Report:
    """Count the period again as it is known now, as the next revision, with the words taken over to be looked at again. The
    older one stays as it was. Refuses SayWhyRevised, RevisedAlready, NotAllowed."""
    check(by, "months.write")
    if not why.strip():
        raise SayWhyRevised
    older = Report.objects.select_for_update().get(pk=report.pk)
    if Report.objects.filter(revises=older).exists():
        raise RevisedAlready
    told = freezing.frozen(layouts.the(older.layout, day_of(at)), period_of(older), at=at)
    row = Report(layout=older.layout, revises=older, revision=older.revision + 1, why=why.strip(), by=by, at=at)
    made = freezing.keep(row, period_of(older), told)
    for part, words in signed_words(older).items():
        Words.objects.create(report=made, part=part, **words, at=at, by=by)
    return made


@transaction.atomic
def note_change(on: date, en: str, cy: str, *, by: Handler, at: datetime) -> Change:
    """Write down what changed on a day, to stand beside the figures of reports drawn up from now on. Refuses NotAllowed."""
    check(by, "months.write")
    return Change.objects.create(on=on, en=en.strip(), cy=cy.strip(), by=by, at=at)


@dataclass(frozen=True)
class BoardDetails:
    name_en: str
    name_cy: str
    layout: str
    length: int
    addresses: tuple[str, ...]
    day: int
    language: str
    encloses: bool
    begins: int = 4  # the first month of its year, where it has one of a year


@transaction.atomic
def keep_board(details: BoardDetails, *, by: Handler, at: datetime) -> Board:
    """From now on this board has such reports sent. Refuses NotAllowed. Raises layouts.NoSuchLayout."""
    check(by, "months.sign")
    layouts.the(details.layout, day_of(at))
    told = vars(details) | {"addresses": "\n".join(dict.fromkeys(details.addresses))}
    return Board.objects.create(**told, by=by, at=at)


@transaction.atomic
def end_board(board: Board, *, by: Handler, at: datetime) -> None:
    """Send this board nothing more. What it was sent stays on record. Refuses NotAllowed."""
    check(by, "months.sign")
    Board.objects.filter(pk=board.pk, ended_at=None).update(ended_at=at, ended_by=by)


@transaction.atomic
def send(report: Report, board: Board, *, by: None = None, at: datetime) -> None:
    """The rounds put a signed report in the post for each address of a board, once each, so `by` is nobody."""
    for address in still_open(report, board):
        key = f"{report.pk}:{board.pk}:{hashlib.sha256(address.encode()).hexdigest()[:24]}"
        mail = messages.put(messages.New("months", key, address, board.language), at=at)
        Sending.objects.get_or_create(report=report, board=board, address=address, defaults={"begun_at": at, "mail": mail})


@transaction.atomic
def settle(sending: Sending, *, told: bool, by: Handler, at: datetime) -> None:
    """Say what became of one that is in doubt, was refused or came back: they have it, or it is offered again under the same
    number.

    Refuses NotInDoubt, NotAllowed."""
    check(by, "months.sign")
    try:
        messages.settle(sending.mail, told=told, by=by, at=at)
    except AlreadySettled as trouble:
        raise NotInDoubt from trouble
