"""The assessor's way in, who agreed to be invited, their invitations, and the answers that only the assessor can open."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime

from django.db import transaction

from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.law.calendar import day_of
from putright.letters.actions import write_letter
from putright.letters.models import Letter
from putright.passes import codes
from putright.people.gates import check
from putright.people.models import Handler

from .. import queries, rules, sealed
from ..models import Agreed, Assessor, Cycle, Invited, Slot
from ..refusals import CodeNotKnown, DidNotAgree, NobodyChosen, NotJoined, TooLongOpen, TooManyWords

JOINING, OWN, ANSWER = "joining", "own", "answer"


@transaction.atomic
def let_in(cycle: Cycle, name: str, reach: str, until: date, *, by: Handler, at: datetime) -> tuple[Assessor, str]:
    """Give an assessor a way in until a day. The code that comes back opens once, and only to make one of their own: what is
    sealed with that, nobody here can open. Refuses TooLongOpen, NotAllowed."""
    check(by, "assessors.lead")
    if not day_of(at) <= until <= day_of(at + rules.LONGEST):
        raise TooLongOpen
    code = codes.make()
    made = Assessor.objects.create(
        cycle=cycle, name=name, reach=reach, until=until, joining=codes.digest(JOINING, code), at=at, by=by
    )
    return made, code


@transaction.atomic
def join(code: str, *, by: None = None, at: datetime) -> tuple[Assessor, str]:
    """The assessor's first press: their joining code is used up, and their own is made and shown to them once.
    Refuses CodeNotKnown."""
    row = (
        queries.alive(at)
        .filter(joining=codes.digest(JOINING, codes.read(code)), joined_at=None)
        .select_for_update()
        .first()
    )
    if row is None:
        raise CodeNotKnown
    own = codes.make()
    row.joined_at, row.digest, row.public = at, codes.digest(OWN, own), sealed.public(own)
    row.save(update_fields=["joined_at", "digest", "public"])
    return row, own


@transaction.atomic
def shut_out(row: Assessor, *, by: Handler, at: datetime) -> None:
    """Their code opens nothing from now. Refuses NotAllowed."""
    check(by, "assessors.lead")
    Assessor.objects.filter(pk=row.pk, ended_at=None).update(ended_at=at)


@transaction.atomic
def agrees(case: Case, agreed: bool, *, by: Handler, at: datetime) -> None:
    """Write down that the person of a case agreed to be invited, or does not any more. Refuses DidNotAgree where there is
    nobody to write to, NotAllowed."""
    check(by, "assessors.see")
    if agreed and (case.complainant is None or case.complainant.anonymous):
        raise DidNotAgree
    there = Agreed.objects.filter(case=case, ended_at=None)
    if agreed == there.exists():
        return
    if agreed:
        Agreed.objects.create(case=case, on=day_of(at), at=at, by=by)
    else:
        there.update(ended_at=at)
    write(case, Line("agreed_to_speak" if agreed else "no_longer_agrees", at, by))


@transaction.atomic
def invite(
    assessor: Assessor, cases: Collection[Case], visit: Mapping[str, str], site: str, *, by: Handler, at: datetime
) -> list[Letter]:
    """One letter to each person who agreed and was not invited yet, with a code of their own, and a slot for their answer that
    is full from the start. `visit`: visit_en, visit_cy. Refuses NotJoined, NobodyChosen, DidNotAgree, NotAllowed, and whatever
    one letter refuses: then none is written."""
    check(by, "assessors.see")
    if not assessor.public or assessor.ended_at:
        raise NotJoined
    done = set(Invited.objects.filter(assessor=assessor).values_list("case_id", flat=True))
    wanted = [case for case in cases if case.pk not in done]
    if not wanted:
        raise NobodyChosen
    agreed = set(Agreed.objects.filter(case__in=wanted, ended_at=None).values_list("case_id", flat=True))
    if {case.pk for case in wanted} - agreed:
        raise DidNotAgree
    return list(_letters(assessor, wanted, visit, site, by, at))


def _letters(
    assessor: Assessor, cases: Collection[Case], visit: Mapping[str, str], site: str, by: Handler, at: datetime
) -> Iterable[Letter]:
    for case in cases:
        code = codes.make()
        Slot.objects.create(
            assessor=assessor, digest=codes.digest(ANSWER, code), sealed=sealed.seal(assessor.public, None)
        )
        Invited.objects.create(assessor=assessor, case=case, at=at, by=by)
        how = f"{assessor.name}, {assessor.reach}. {site}: {code}"
        yield write_letter(case, "assessor", {"assessor": how, **visit}, by=by, at=at)


@transaction.atomic
def answer(code: str, words: Mapping[str, str], *, by: None = None, at: datetime) -> None:
    """Somebody invited says that they will speak. Sealed to the assessor; nothing else is written anywhere: no event, no
    count, no moment. Refuses CodeNotKnown, TooManyWords."""
    slot = Slot.objects.select_for_update().filter(
        digest=codes.digest(ANSWER, codes.read(code)), assessor__in=queries.alive(at)
    ).select_related("assessor").first()  # fmt: skip
    if slot is None:
        raise CodeNotKnown
    try:
        slot.sealed = sealed.seal(slot.assessor.public, words)
    except ValueError:
        raise TooManyWords from None
    slot.save(update_fields=["sealed"])
