"""Making passes, and ending those that a newer one replaces. A handler gives and ends one in `own_page`."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from putright.cases.models import Case
from putright.people.models import Handler, Person, Representation

from . import codes
from .models import FORM, HANDLER, LETTER, Pass


@dataclass(frozen=True)
class Holder:
    """Who is to have a pass: themselves, or as somebody who speaks for another (and may they act, or only read)."""

    person: Person
    speaks: Representation | None = None
    acts: bool = True


def make(case: Case, holder: Holder, code: str, *, by: Handler | None, at: datetime, salt: str = "") -> Pass:
    """Keep the digest of a code. The caller's action checks and writes the event."""
    made = _new(case, holder, code, by=by, at=at, salt=salt)
    made.save(force_insert=True)
    return made


def _new(case: Case, holder: Holder, code: str, *, by: Handler | None, at: datetime, salt: str = "") -> Pass:
    how = LETTER if salt else HANDLER if by else FORM
    return Pass(
        case=case, person=holder.person, speaks=holder.speaks, acts=holder.acts, how=how, given_at=at, given_by=by, salt=salt,
        digest=codes.digest(case.reference, code),
    )  # fmt: skip


def make_for_letter(case: Case, holder: Holder, *, by: Handler | None, at: datetime) -> Pass:
    """A pass whose code is made again when the letter goes out (`code_of`): it lies nowhere meanwhile. The letter's action
    writes the event."""
    salt = secrets.token_hex(16)
    return make(case, holder, codes.derived(settings.SECRET_KEY, salt), by=by, at=at, salt=salt)


def code_of(one: Pass) -> str:
    """The code of a pass made for a letter; empty once it was used, or ended: nobody need print it again."""
    return "" if one.used_at or one.ended_at or not one.salt else codes.derived(settings.SECRET_KEY, one.salt)


def make_at_form(case: Case, holder: Holder, code: str, *, at: datetime) -> None:
    """Keep the pass of somebody who sends the public form; the code is made from the form's own. Twice is once. It is part of
    sending, whose event is the contact's; the pass itself says when and how it came about."""
    Pass.objects.bulk_create([_new(case, holder, code, by=None, at=at)], ignore_conflicts=True)


def end_older(case: Case, person: Person, *, at: datetime, besides: Sequence[int] = ()) -> int:
    """Every code of theirs on this case opens nothing from now. The caller's action checks and writes the event."""
    open_ones = Pass.objects.filter(case=case, person=person, ended_at=None).exclude(pk__in=besides)
    return int(open_ones.update(ended_at=at))
