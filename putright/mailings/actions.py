"""Writing several letters at one press, all or none; and writing down which language people want."""

from collections.abc import Collection, Mapping
from datetime import datetime

from django.db import transaction

from putright.cases.actions import locked
from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.letters.actions import write_letter
from putright.letters.models import Letter
from putright.letters.owed import waiting
from putright.people.actions import note_household, note_person
from putright.people.gates import check
from putright.people.households import household
from putright.people.models import Handler

from . import everybody
from .owing import thanked
from .refusals import NobodyChosen, NobodyKnown, NotForEverybody, NoThanks
from .thanks import Thanks, are_owed, are_there, letters, unasked


@transaction.atomic
def write_to_several(
    case: Case, kind: str, values: Mapping[str, str], people: Collection[int], *, by: Handler, at: datetime
) -> list[Letter]:
    """One letter to each of these people on the case, in their own language and by their own safe way, all at the same moment
    (Welsh language standard 4). The complainant's is the one that is owed, if one is.

    Refuses NotForEverybody, NobodyChosen, NotAllowed by role, and whatever one letter refuses: then none is written."""
    check(by, "mailings.several")
    if kind not in everybody.kinds():
        raise NotForEverybody
    chosen = [one for one in everybody.readers(case, kind, at) if one.person.pk in people]
    if not chosen:
        raise NobodyChosen
    owed = dict(waiting(case)).get(kind)
    return [
        write_letter(
            case, kind, everybody.given_to(case, one, values), by=by, at=at,
            owed_key=owed if one.person.pk == case.complainant_id else None,
        )
        for one in chosen
    ]  # fmt: skip


@transaction.atomic
def pass_on_thanks(case: Case, thanks: Thanks, *, by: Handler, at: datetime) -> list[Letter]:
    """Tell the officer and whoever is in charge of the thanks, with the sender's words, and tell the sender whom we told.
    Without an address the letter is kept on the case, for a person to hand over.

    Refuses NoThanks, NotAllowed by role, and whatever one letter refuses: then none is written."""
    check(by, "mailings.thanks")
    if not are_there(case):
        raise NoThanks
    return [write_letter(case, kind, given, by=by, at=at) for kind, given in letters(thanks)]


@transaction.atomic
def thank_unasked(case: Case, *, by: None = None, at: datetime) -> list[Letter]:
    """The rounds pass thanks on to every officer who was named and has an account, to whoever manages them, and tell the sender.
    The sender's name is left out: nobody asked whether it may be given. Once; nothing where somebody was told meanwhile."""
    case = locked(case)
    if not are_owed(case):
        return []
    named = thanked().filter(case=case).select_related("officer", "handler__user", "handler__managed_by__user")
    rows = list(named.order_by("pk"))
    return [write_letter(case, kind, given, by=by, at=at) for kind, given in unasked(rows)] if rows else []


@transaction.atomic
def choose_language(case: Case, theirs: str, at_home: str, *, by: Handler, at: datetime) -> None:
    """Write down which language the complainant wants, and which everybody at their address was said to want; empty is not
    known. Letters follow from now on; those already made stay as they are.

    Refuses NobodyKnown, NoAddress, NotAllowed by role."""
    check(by, "mailings.language")
    person = case.complainant
    if person is None or person.anonymous:
        raise NobodyKnown
    note_person({"language": theirs}, at=at, person=person)
    now = household(person)
    if at_home != (now.language if now else ""):
        note_household(person, at_home, by=by, at=at)
    write(case, Line("language", at, by, facts={"person": person.pk, "language": theirs, "household": at_home}))
