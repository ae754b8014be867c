"""Adding evidence, saying what it speaks for, taking out what tells who somebody is, and putting it away."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import IO
from uuid import uuid4

from django.db import transaction

from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.documents.actions import keep
from putright.documents.models import Document
from putright.law.calendar import day_of
from putright.letters.filling_ours import blanked, praise
from putright.people.gates import check
from putright.people.models import Handler

from .. import catalogue, rules
from ..models import Item, Use
from ..refusals import ChooseAnElement, Ended, FileSealed, NoSuchElement, OneSource, SayWhenAgreed


@dataclass(frozen=True)
class Evidence:
    """An item as it is typed. `file`: (content, name) of a new one; `document`: one that is there."""

    kind: str
    title: str
    on: date
    words: str = ""
    link: str = ""
    expires_on: date | None = None
    redaction: str = rules.NOT_NEEDED
    consent: str = rules.NOT_NEEDED
    consent_on: date | None = None
    owner: Handler | None = None
    source: str = ""
    case: Case | None = None
    document: Document | None = None
    file: tuple[IO[bytes] | bytes, str] | None = field(default=None, compare=False)


@transaction.atomic
def add(given: Evidence, refs: Iterable[tuple[str, str]], *, by: Handler, at: datetime) -> Item:
    """Keep an item and what it speaks for, as (standard, element). The same source twice is one item.

    Refuses OneSource, ChooseAnElement, NoSuchElement, SayWhenAgreed, FileSealed, NotAllowed; NotTaken for a file."""
    check(by, "excellence.gather")
    there = Item.objects.filter(source=given.source, ended_at=None).first() if given.source else None
    if there:
        return there
    document = _document(given, by, at)
    if not (given.words.strip() or document or given.link or given.source):
        raise OneSource
    _agreed(given)
    made = Item.objects.create(
        owner=given.owner or by,
        document=document,
        at=at,
        by=by,
        **_columns(given),
        source=given.source,
        case=given.case,
    )
    _speaks(made, refs, by, at)
    if given.case:
        write(given.case, Line("used_as_evidence", at, by, facts={"item": made.pk}))
    return made


def _columns(given: Evidence) -> dict[str, object]:
    names = ("kind", "title", "words", "on", "expires_on", "link", "redaction", "consent", "consent_on")
    return {name: getattr(given, name) for name in names}


def _agreed(given: Evidence) -> None:
    if given.consent == rules.GIVEN and given.consent_on is None:
        raise SayWhenAgreed


def _document(given: Evidence, by: Handler, at: datetime) -> Document | None:
    if given.file is None:
        return given.document
    content, name = given.file
    made = keep(content, name, case=None, came_with=uuid4(), by=by, at=at)
    if made.content.sealed_for:
        raise FileSealed
    return made


def _speaks(item: Item, refs: Iterable[tuple[str, str]], by: Handler, at: datetime) -> None:
    chosen = list(dict.fromkeys(refs))
    if not chosen:
        raise ChooseAnElement
    known = {slug: catalogue.the(slug) for slug in {slug for slug, _ in chosen} if slug in catalogue.SLUGS}
    if any(slug not in known or known[slug].element(ref) is None for slug, ref in chosen):
        raise NoSuchElement
    Use.objects.bulk_create(
        [Use(item=item, standard=slug, ref=ref, at=at, by=by) for slug, ref in chosen], ignore_conflicts=True
    )


@transaction.atomic
def use_thanks(case: Case, *, by: Handler, at: datetime) -> Item:
    """One press on a case that thanks: the words with their name taken out, still to be read by a person, for the elements
    that thanks usually speak for. A second press finds the same item. Refuses OneSource where nobody thanked, NotAllowed."""
    check(by, "excellence.gather")
    said = praise(case)
    if said is None:
        raise OneSource
    sender = said.person
    words = blanked(said.words, sender.name, sender.email, sender.phone) if sender else said.words
    given = Evidence(
        "thanks", _title(words), day_of(said.received_at), words, redaction=rules.NEEDED, consent=rules.NOT_ASKED,
        source=f"staff/cases/{case.reference}/", case=case,
    )  # fmt: skip
    return add(given, catalogue.suggested("thanks"), by=by, at=at)


def _title(words: str) -> str:
    first = " ".join(words.split())
    return first if len(first) <= 60 else first[:57].rsplit(" ", 1)[0] + "…"


@transaction.atomic
def change(item: Item, given: Evidence, refs: Iterable[tuple[str, str]], *, by: Handler, at: datetime) -> Item:
    """Put right what an item says, its redaction, the consent and what it speaks for. Consent of somebody on a case is written
    in that case's log. Refuses as `add`, and Ended."""
    check(by, "excellence.gather")
    row = _open(item)
    _agreed(given)
    document = _document(given, by, at) or row.document
    if not (given.words.strip() or document or given.link or row.source):
        raise OneSource
    if row.case and row.consent != given.consent:
        write(row.case, Line("evidence_consent", at, by, facts={"item": row.pk, "consent": given.consent}))
    for name, value in _columns(given).items():
        setattr(row, name, value)
    row.document, row.owner = document, given.owner or row.owner
    row.changed_at, row.changed_by = at, by
    row.save()
    chosen = list(refs)
    Use.objects.filter(item=row).exclude(pk__in=_staying(row, chosen)).delete()
    _speaks(row, chosen, by, at)
    return row


def _staying(item: Item, chosen: list[tuple[str, str]]) -> list[int]:
    return [use.pk for use in Use.objects.filter(item=item) if (use.standard, use.ref) in chosen]


@transaction.atomic
def put_away(item: Item, *, by: Handler, at: datetime) -> Item:
    """It speaks for nothing any more; the row is kept. Refuses Ended, NotAllowed."""
    check(by, "excellence.gather")
    row = _open(item)
    row.ended_at, row.ended_by = at, by
    row.save(update_fields=["ended_at", "ended_by"])
    return row


def _open(item: Item) -> Item:
    row = Item.objects.select_for_update().get(pk=item.pk)
    if row.ended_at:
        raise Ended
    return row
