"""A person reads an answer, and where it was unhappy decides whether to look again."""

from dataclasses import dataclass
from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from django.db import transaction

from putright.cases import stages
from putright.cases.actions import locked, move
from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.contacts.actions import receive
from putright.contacts.said import Said
from putright.people.gates import check
from putright.people.models import Handler
from putright.questionnaires import rules

from .. import queries
from ..models import Look, Response
from ..refusals import NotYours, ReadAlready, SayWhetherAgain


@dataclass(frozen=True)
class Made:
    """What the reader made of it. `again`: yes or no, where it was unhappy; else empty."""

    again: str = ""
    why: str = ""
    suggestion: bool = False
    praise: bool = False


@transaction.atomic
def read(response: Response, made: Made, *, by: Handler, at: datetime) -> Look:
    """Say that it was read, and what follows. Nothing closes or opens itself: the machine finds it unhappy, a person decides.

    Changes: one Look; events `survey_read`, and `reopened`, `survey_taken_up` or `survey_not_reopened`. Looking again moves a
    case that was settled or is no complaint back to triage; where the stage table has no such move (closed, recorded, with
    somebody else), their words join the case as a contact, which waits under “Replies and questions”.
    Refuses NotYours for whoever holds the case, SayWhetherAgain, ReadAlready, NotAllowed by role."""
    check(by, "surveys.read")
    case = locked(response.invite.case) if response.invite.case else None
    if queries.holds(case, by):
        raise NotYours
    if response.unhappy and (made.again not in (rules.YES, rules.NO) or not made.why.strip()):
        raise SayWhetherAgain
    row = Response.objects.select_for_update(of=("self",)).get(pk=response.pk)
    if Look.objects.filter(response=row).exists():
        raise ReadAlready
    look = Look.objects.create(response=row, by=by, at=at, **(vars(made) if response.unhappy else vars(made) | {"again": ""}))
    if case:
        facts = {"response": row.pk, "unhappy": row.unhappy, "suggestion": look.suggestion, "praise": look.praise}
        write(case, Line("survey_read", at, by, facts=facts))
        _decided(case, response, look, by, at)
    return look


def _decided(case: Case, response: Response, look: Look, by: Handler, at: datetime) -> None:
    """What follows from their choice, on the case."""
    payload: dict[str, object] = {"words": look.why}
    if look.again == rules.NO:
        write(case, Line("survey_not_reopened", at, by, facts={"response": response.pk}, payload=payload))
    elif look.again == rules.YES and stages.may(case.stage, "look_again"):
        move(case, "look_again", at=at)
        write(case, Line("reopened", at, by, facts={"response": response.pk}, payload=payload))
    elif look.again == rules.YES:
        words = "\n\n".join(response.words.values()) or look.why
        key = uuid5(NAMESPACE_URL, f"putright:survey:{response.pk}")
        said = Said(key=key, channel="web", words=words, language=response.language, unverified=True)
        receive(said, response.invite.person, by=None, at=at, joins=case)
        write(case, Line("survey_taken_up", at, by, facts={"response": response.pk}, payload=payload))
