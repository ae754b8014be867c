"""A pack of another office made into a case here. Called by actions.take_in, inside its transaction.

What is read from outside is held to the published shape first (`read`); nothing of it is believed beyond that."""

import io
import json
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from pydantic import ValidationError

from putright.cases.actions import locked, move, name_officer
from putright.cases.choices import ACTIONS, FACTORS, OUTCOMES
from putright.cases.log import Line
from putright.cases.models import Allegation, Case, Choice
from putright.contacts.actions import receive
from putright.contacts.said import Said
from putright.documents.actions import keep
from putright.people.actions import note_officer, note_person, represent
from putright.people.models import Handler, Officer, Person, Representation
from putright.people.queries import office

from . import schema
from .queries import BEFORE, TOLD
from .refusals import NotAPack, NotReadable, Ours, TooLarge, WrongBytes

MOST = 64 * 1024 * 1024  # bytes of pack.json itself
TOGETHER = 1024 * 1024 * 1024  # bytes of everything in a ZIP, unpacked
PACKED = b"PK\x03\x04"


@dataclass(frozen=True)
class Given:
    """A pack as it came and as it was understood, and the ZIP it lay in, if it did: its documents lie beside it."""

    pack: schema.Pack
    raw: dict[str, Any]
    beside: zipfile.ZipFile | None = None


def read(content: bytes) -> Given:
    """A pack.json, or a ZIP with one in it. Refuses NotReadable, TooLarge, and NotAPack with the first few things wrong."""
    beside = _unpacked(content) if content.startswith(PACKED) else None
    text = beside.read("pack.json") if beside else content
    if len(text) > MOST:
        raise TooLarge
    try:
        raw = json.loads(text)
        return Given(schema.Pack.model_validate(raw), raw, beside)
    except ValidationError as problem:
        raise NotAPack([f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in problem.errors()[:5]]) from problem
    except (ValueError, RecursionError) as problem:
        raise NotReadable from problem


def _unpacked(content: bytes) -> zipfile.ZipFile:
    try:
        packed = zipfile.ZipFile(io.BytesIO(content))
        sizes = {part.filename: part.file_size for part in packed.infolist()}
    except (zipfile.BadZipFile, ValueError) as problem:
        raise NotReadable from problem
    if "pack.json" not in sizes:
        raise NotReadable
    if sizes["pack.json"] > MOST or sum(sizes.values()) > TOGETHER:
        raise TooLarge
    return packed


def make(given: Given, *, by: Handler, at: datetime) -> Case:
    """The case with everything of the pack that has a place of its own here. Refuses Ours and WrongBytes."""
    pack = given.pack
    if pack.from_.slug == office().slug:
        raise Ours(pack.reference)
    person = _person(pack.complainant, at=at, by=by) if pack.complainant != schema.Complainant() else None
    case = _contacts(pack, person, by=by, at=at)
    named = [_officer(one) for one in pack.officers]
    for officer in named:
        name_officer(case, officer, by=by, at=at)
    for alleged in pack.allegations:
        _alleged(alleged, case, named)
    _documents(given, case, by=by, at=at)
    return _recorded(case, pack.recorded_at, at=at)


def history(given: Given) -> list[Line]:
    """What happened elsewhere, each line on its own day, by nobody here."""
    lines = []
    for one in given.pack.chronology:
        facts = {"verb": one.verb, "office": one.office} | {key: said for key in TOLD if (said := getattr(one, key))}
        lines.append(Line(BEFORE, one.at, None, "import", facts))
    return lines


def _person(who: schema.Complainant, *, by: Handler, at: datetime) -> Person:
    person = note_person(who.model_dump(exclude={"representative", "safe_contact"}) | _safe(who.safe_contact), at=at)
    if speaks := who.representative:
        details = speaks.model_dump(exclude={"capacity", "consent_seen_on", "safe_contact"}) | _safe(
            speaks.safe_contact
        )
        made = represent(person, details, speaks.capacity, by=by, at=at)
        Representation.objects.filter(pk=made.pk).update(consent_seen_on=speaks.consent_seen_on)
    return person


def _safe(rule: schema.SafeContact) -> dict[str, object]:
    return {"safe_contact": rule.model_dump(exclude_unset=True)}


def _contacts(pack: schema.Pack, person: Person | None, *, by: Handler, at: datetime) -> Case:
    first, *others = (
        Said(key=uuid5(pack.id, f"contact {number}"), **one.model_dump()) for number, one in enumerate(pack.contacts)
    )
    case = receive(first, person, by=by, at=at).case
    for said in others:
        receive(said, person, by=by, at=at, joins=case)
    made = locked(case)
    language = pack.complainant.language or pack.contacts[0].language
    if made.received_at != pack.received_at or made.language != language:
        made.received_at, made.language = pack.received_at, language
        made.save(update_fields=["received_at", "language"])
    return made


def _officer(one: schema.Officer) -> Officer:
    return note_officer(**one.model_dump(exclude={"identified"}))


def _alleged(one: schema.Allegation, case: Case, named: Sequence[Officer]) -> None:
    """With the category and the codes it had there, and the days they were chosen by."""
    made = Allegation.objects.create(
        case=case, number=one.number, words=one.words, category=one.category, edition=one.edition
    )
    made.officers.set(named[place - 1] for place in one.officers if place <= len(named))
    Choice.objects.bulk_create(
        Choice(allegation=made, which=which, code=choice.code, on=choice.on)
        for which, chosen in ((FACTORS, one.factors), (OUTCOMES, one.outcomes), (ACTIONS, one.actions))
        for choice in chosen
    )


def _documents(given: Given, case: Case, *, by: Handler, at: datetime) -> None:
    """Those that came along, byte for byte. The others are named by the pack, and stay named (queries.documents)."""
    came_with = UUID(str(uuid5(given.pack.id, "documents")))
    for one, part in _beside(given):
        with part:
            made = keep(part, one.name, case=case, came_with=came_with, by=by, at=at)
        if made.content.sha256 != one.sha256:
            raise WrongBytes(one.name)


def _beside(given: Given) -> Iterator[tuple[schema.Document, Any]]:
    if given.beside is None:
        return
    here = set(given.beside.namelist())
    for one in given.pack.documents:
        if f"documents/{one.sha256}" in here:
            yield one, given.beside.open(f"documents/{one.sha256}")


def _recorded(case: Case, recorded_at: datetime | None, *, at: datetime) -> Case:
    """What was recorded there is recorded, since the day it was: no provision takes it back (PRA 2002 Sch 3 para 2)."""
    if recorded_at:
        made = locked(case)
        move(made, "decide_recorded", at=at)
        made.recorded_at = recorded_at
        made.save(update_fields=["recorded_at"])
        return made
    return case
