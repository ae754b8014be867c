"""Writing a record, noting who approved it, publishing it without what is exempt, and withdrawing it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from putright.law.calendar import day_of
from putright.people.gates import check
from putright.people.models import Handler

from . import queries, rules
from .models import Approval, Published, Record, Version
from .refusals import (
    BothLanguages,
    ConfirmFirst,
    DoneAlready,
    MarkNotRead,
    NotApproved,
    NothingWritten,
    NotPublished,
    NotSigned,
    NotTheNewest,
    SayWhyLate,
    StillThere,
)
from .without import public_texts

Texts = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Written:
    """A record as it is typed. `texts`: language -> part -> words, exempt passages marked where they stand."""

    timing: str
    decided_on: date
    texts: Texts = field(default_factory=dict)
    nolan: bool = False


@transaction.atomic
def write(written: Written, record: Record | None = None, *, by: Handler, at: datetime) -> Version:
    """Save a new record, or a new version of one. It is neither approved nor published by that.

    Refuses NothingWritten, MarkNotRead, NotAllowed."""
    check(by, "decisions.write")
    return _saved(written, record, by, at, withdrawn=False)


def _saved(written: Written, record: Record | None, by: Handler, at: datetime, *, withdrawn: bool) -> Version:
    if not any(parts.get("title", "").strip() for parts in written.texts.values()):
        raise NothingWritten
    grounds = {row.code for row in queries.grounds().rows}
    try:
        rules.taken_out(written.texts, grounds)
    except rules.BadMark as mark:
        raise MarkNotRead(mark.words) from None
    if record is None:
        record = Record.objects.create(number=queries.next_number(), made_at=at, by=by)
    Record.objects.select_for_update().get(pk=record.pk)
    number = Version.objects.filter(record=record).count() + 1
    columns = {name: value for name, value in vars(written).items() if name != "texts"}
    texts = {language: dict(parts) for language, parts in written.texts.items()}
    return Version.objects.create(
        record=record, version=number, texts=texts, withdrawn=withdrawn, at=at, by=by, **columns
    )


@dataclass(frozen=True)
class Signed:
    """Who approved it, in which post, their signature as typed, and when."""

    name: str
    on: date
    signature: str
    post: str = ""


@transaction.atomic
def approve(version: Version, signed: Signed, *, by: Handler, at: datetime) -> Approval:
    """Note who approved this version. Refuses ConfirmFirst without the Nolan confirmation, NotSigned, NotTheNewest,
    DoneAlready, NotAllowed."""
    check(by, "decisions.publish")
    row = _newest(version)
    if hasattr(row, "approval"):
        raise DoneAlready
    if not row.nolan:
        raise ConfirmFirst
    if not signed.name.strip() or not signed.signature.strip():
        raise NotSigned
    return Approval.objects.create(version=row, at=at, by=by, **vars(signed))


@transaction.atomic
def publish(version: Version, late_why: Mapping[str, str] | None = None, *, by: Handler, at: datetime) -> Published:
    """Publish a version without what is exempt. The public's text is made here, once, and kept apart from the full one.

    Refuses NotApproved, BothLanguages, StillThere, SayWhyLate after five working days, NotTheNewest, DoneAlready,
    NotAllowed. Law: Specified Information Order 2011, 5(d); the five days are Dyfed-Powys’s."""
    check(by, "decisions.publish")
    row = _newest(version)
    if hasattr(row, "published"):
        raise DoneAlready
    if not hasattr(row, "approval"):
        raise NotApproved
    if missing := rules.lacking(row.texts, withdrawn=row.withdrawn):
        raise BothLanguages(missing)
    texts = public_texts(row)
    signed = row.approval
    grounds = {ground.code for ground in queries.grounds().rows}
    late = day_of(at) > rules.publish_by(row.decided_on)
    why = {language: (late_why or {}).get(language, "").strip() for language in rules.LANGUAGES} if late else {}
    also = "\n".join([signed.name, signed.post, signed.signature, *why.values()])
    if left := rules.still_there(rules.taken_out(row.texts, grounds), texts, also):
        raise StillThere(len(left))
    if late and not all(why.values()):
        raise SayWhyLate
    return Published.objects.create(
        record=row.record, version=row, texts=texts, name=signed.name, post=signed.post, signature=signed.signature,
        timing=row.timing, decided_on=row.decided_on, approved_on=signed.on, withdrawn=row.withdrawn, late_why=why,
        at=at, by=by,
    )  # fmt: skip


@transaction.atomic
def withdraw(version: Version, why: Mapping[str, str], *, by: Handler, at: datetime) -> Version:
    """A new version that says that the decision is withdrawn, and why in each language. The public sees it once that is
    approved and published as any other. Refuses NotPublished, BothLanguages, MarkNotRead, NotTheNewest, NotAllowed."""
    check(by, "decisions.publish")
    row = _newest(version)
    if not Published.objects.filter(record=row.record).exists():
        raise NotPublished
    if missing := [(language, "withdrawn") for language in rules.LANGUAGES if not why.get(language, "").strip()]:
        raise BothLanguages(missing)
    texts = {language: {**row.texts.get(language, {}), "withdrawn": why[language]} for language in rules.LANGUAGES}
    written = Written(row.timing, day_of(at), texts, row.nolan)
    return _saved(written, row.record, by, at, withdrawn=True)


def _newest(version: Version) -> Version:
    """The version, held; refuses NotTheNewest when there is one after it."""
    Record.objects.select_for_update().get(pk=version.record_id)
    row = Version.objects.select_related("record", "approval", "published").get(pk=version.pk)
    if Version.objects.filter(record=row.record_id, version__gt=row.version).exists():
        raise NotTheNewest
    return row
