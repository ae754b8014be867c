"""Taking information down, handing it over, and letting it go. None of it touches a case but the contact that counts it."""

import secrets
from datetime import datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from putright.codes.queries import code_list
from putright.contacts.actions import receive
from putright.contacts.kinds.rules import INTELLIGENCE
from putright.contacts.said import Said, Settled
from putright.law.calendar import day_of
from putright.people.gates import check
from putright.people.models import Handler

from . import queries, rules, scrub
from .history import write
from .models import Keeper, KeptFrom, Record, Source, Words
from .refusals import (
    KeeperAlready,
    NobodyLeft,
    NoReference,
    NotAGrade,
    NotAKeeper,
    NotGivenYet,
    NothingTold,
    NotYourself,
    SayWhy,
)
from .rules import Told


def take(told: Told, key: UUID, *, by: Handler, at: datetime) -> Record:
    """Take down what somebody insists on telling us. The same key again changes nothing.

    The contact log gets one settled contact that says only that information was taken. A threat to life is on every
    supervisor's work from this commit on. Refuses NothingTold, NotAGrade, NobodyLeft (kept from all supervisors), and by role."""
    check(by, "intelligence.take")
    _fit(told, at)
    try:
        with transaction.atomic():
            return Record.objects.filter(key=key).first() or _taken(told, key, by, at)
    except IntegrityError:
        again = Record.objects.filter(key=key).first()  # pressed twice at once
        if again is None:
            raise
        return again


def _taken(told: Told, key: UUID, by: Handler, at: datetime) -> Record:
    number = secrets.token_hex(16)
    made = Record.objects.create(
        key=key, at=at, by=by, threat=told.threat, source_grade=told.grades[0], assessment=told.grades[1],
        handling=told.grades[2], digest=rules.digest(number, told.said, told.sanitised, at),
    )  # fmt: skip
    Words.objects.create(record=made, said=told.said, sanitised=told.sanitised, pack_number=number)
    Source.objects.create(record=made, name=told.name, reach=told.reach)
    KeptFrom.objects.bulk_create(KeptFrom(record=made, handler_id=pk) for pk in told.kept_from)
    write(made, "taken", by=by, at=at)
    receive(_counted(told, key), None, by=by, at=at)
    return made


def _fit(told: Told, at: datetime) -> None:
    if not (told.said.strip() and told.sanitised.strip()):
        raise NothingTold
    lists = zip(rules.GRADES, told.grades, strict=True)
    if not all(code_list(which).find(code, day_of(at)) for which, code in lists):
        raise NotAGrade
    if not {one.pk for one in queries.supervisors()} - set(told.kept_from):
        raise NobodyLeft


def _counted(told: Told, key: UUID) -> Said:
    """All that the contact log is ever told."""
    words = _("Information was taken and is passed on. It is not kept here.")
    settled = Settled(_("They were told of Crimestoppers first."))
    return Said(uuid5(NAMESPACE_URL, f"putright:information:{key}"), told.channel, words, kind="enquiry",
                topic=INTELLIGENCE, seconds=told.seconds, settled=settled)  # fmt: skip


@transaction.atomic
def open_pack(record: Record, *, by: Handler, at: datetime) -> Words:
    """The pack, to be given to the intelligence unit. Each opening is written down. Refuses by role; LookupError once gone."""
    check(by, "intelligence.hand_over")
    queries.reach(by, record)
    words = queries.words_of(record)
    Record.objects.filter(pk=record.pk, pack_opened_at=None).update(pack_opened_at=at)
    write(record, "pack_opened", by=by, at=at)
    return words


@transaction.atomic
def open_source(record: Record, why: str, *, by: Handler, at: datetime) -> tuple[Source, Words]:
    """The sealed sheet: who told us, and what they really said. Each opening stays on record with its reason.

    Refuses NotAKeeper, SayWhy, and by role; LookupError once it is gone."""
    check(by, "intelligence.source")
    queries.reach(by, record)
    if not queries.is_keeper(by):
        raise NotAKeeper
    if len(why.strip()) < rules.SHORTEST_REASON:
        raise SayWhy
    words = queries.words_of(record)
    Record.objects.filter(pk=record.pk, source_opened_at=None).update(source_opened_at=at)
    write(record, "source_opened", by=by, at=at, why=why.strip()[:200])
    return Source.objects.get(record=record), words


@transaction.atomic
def confirm(record: Record, reference: str, *, by: Handler, at: datetime) -> None:
    """The unit has it, under that reference: words, source and grades are deleted here, in the same commit. Once.

    Refuses NoReference, NotGivenYet (pack or sealed sheet never opened), and by role."""
    check(by, "intelligence.hand_over")
    queries.reach(by, record)
    held = Record.objects.select_for_update().get(pk=record.pk)
    if held.purged_at:
        return
    if not reference.strip():
        raise NoReference
    if not (held.pack_opened_at and held.source_opened_at):
        raise NotGivenYet
    Source.objects.filter(record=held).delete()
    Words.objects.filter(record=held).delete()
    held.source_grade = held.assessment = held.handling = ""
    held.reference, held.confirmed_by, held.purged_at = reference.strip()[:60], by, at
    held.save()
    write(held, "confirmed", by=by, at=at)
    scrub.after_commit((Words._meta.db_table, Source._meta.db_table))


@transaction.atomic
def name_keeper(handler: Handler, why: str, *, by: Handler, at: datetime) -> Keeper:
    """Let another supervisor open sealed sheets. Refuses NotYourself, KeeperAlready, SayWhy, NotAKeeper (not a supervisor)."""
    check(by, "intelligence.name_keeper")
    if handler.pk == by.pk:
        raise NotYourself
    if handler.pk not in {one.pk for one in queries.supervisors()}:
        raise NotAKeeper
    if queries.is_keeper(handler):
        raise KeeperAlready
    if len(why.strip()) < rules.SHORTEST_REASON:
        raise SayWhy
    write(None, "keeper_named", by=by, at=at, why=why.strip()[:200], about=handler)
    return Keeper.objects.create(handler=handler, named_by=by, at=at, why=why.strip()[:200])


@transaction.atomic
def end_keeper(keeper: Keeper, *, by: Handler, at: datetime) -> None:
    """They open no more sealed sheets. Ending twice ends once. Refuses by role."""
    check(by, "intelligence.name_keeper")
    if Keeper.objects.filter(pk=keeper.pk, ended_at=None).update(ended_at=at, ended_by=by):
        write(None, "keeper_ended", by=by, at=at, about=keeper.handler)
