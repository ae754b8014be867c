"""Opening a survey, keeping half an answer, and answering."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from putright.cases.actions import locked
from putright.cases.log import Line, write
from putright.invited import queries as invites
from putright.invited import rules as settings
from putright.invited.actions import no_more
from putright.invited.models import Invite
from putright.law.calendar import day_of
from putright.people.gates import check
from putright.people.models import Handler
from putright.questionnaires import rules
from putright.questionnaires.models import Version
from putright.questionnaires.queries import content as content_of

from .. import equality, queries
from ..models import Against, Half, Look, Response
from ..refusals import NothingAnswered, NotOpen, NotYours, ReadAlready, TypedByYou


@transaction.atomic
def note_opened(invite: Invite, *, by: None = None, at: datetime) -> None:
    """Somebody with the code looked at it for the first time. Changes its first opening and nothing else."""
    Invite.objects.filter(pk=invite.pk, opened_at=None).update(opened_at=at)


@transaction.atomic
def keep_half(invite: Invite, answers: Mapping[str, str], *, by: None = None, at: datetime) -> None:
    """Keep what they have so far, to go on by the same code. Nothing they said about themselves. Refuses NotOpen."""
    row = Invite.objects.select_for_update(of=("self",)).get(pk=invite.pk)
    if why := invites.trouble(row, at=at):
        raise NotOpen(why)
    Half.objects.update_or_create(invite=row, defaults={"answers": dict(answers), "changed_at": at})


@transaction.atomic
def answer(invite: Invite, given: rules.Given, *, by: Handler | None, at: datetime) -> Response:
    """Take the answers of whoever has the code, or what a handler was told on the phone or read on paper (`by`). Paper may be
    typed in some days after the last (invited.rules.TYPED_FOR): it came in time.

    Changes: one Response; the invite is used; half an answer is gone; tallies of what they said about themselves, which are
    counted and not kept; their wish not to be asked again. Event `survey_answered` where there is a case.
    Refuses NotOpen (used, taken back, late), NothingAnswered, NotAllowed by role where a handler types."""
    if by is not None:
        check(by, "surveys.send")
    case = locked(invite.case) if invite.case else None
    row = Invite.objects.select_for_update(of=("self",)).get(pk=invite.pk)
    if why := invites.trouble(row, at=at - settings.TYPED_FOR if by and given.how == rules.PAPER else at):
        raise NotOpen(why)
    version = queries.asked_by(row)
    if version is None or not (given.scores or given.words):
        raise NothingAnswered
    made = _kept(invite, version, given, by, at)
    Invite.objects.filter(pk=row.pk).update(answered_at=at, opened_at=row.opened_at or at)
    Half.objects.filter(invite=row).delete()
    equality.count(version, given, at=at)
    if given.no_more:
        no_more(row, at=at)
    if case:
        write(case, Line("survey_answered", at, by, "" if by else "unverified", facts={"response": made.pk, "how": given.how}))
    return made


def _kept(invite: Invite, version: Version, given: rules.Given, by: Handler | None, at: datetime) -> Response:
    content = content_of(version)
    known = {one.code: one for one in content.questions}
    scores = {code: value for code, value in given.scores.items() if code in known and rules.allowed(known[code], value)}
    said = queries.first_contact(invite.case) if invite.case else None
    held = invites.settings_at(at)
    unhappy = rules.unhappy(content, scores, at_most=held[settings.UNHAPPY])
    return Response.objects.create(
        invite=invite, version=version, how=given.how, language=given.language, scores=scores, unhappy=unhappy,
        words={code: text for code, text in given.words.items() if code in known}, may_contact=given.may_contact,
        channel=said.channel if said else "", area=queries.area_of(invite.case), at=at,
        month=f"{day_of(at):%Y-%m}", typed_by=by,
        twice=bool(by and given.how == rules.PAPER and _second_look(invite, by, held[settings.HELD])),
    )  # fmt: skip


def _second_look(invite: Invite, by: Handler, one_in: int) -> bool:
    """Drawn by chance; and always where whoever types it holds the case, for nobody marks their own work."""
    return queries.holds(invite.case, by) or queries.drawn_for_a_second_look(invite, one_in)


@transaction.atomic
def hold_against(response: Response, given: rules.Given, *, by: Handler, at: datetime) -> Against:
    """A second person read the paper: what was typed is as they say. Changes: the scores and words where they differ, whether it
    is unhappy while nobody has read it; one Against with the questions that differed. Event `survey_held_against_paper` where
    there is a case. Refuses TypedByYou for whoever typed it, NotYours for whoever holds the case, ReadAlready when it was done,
    NotAllowed by role."""
    check(by, "surveys.send")
    case = locked(response.invite.case) if response.invite.case else None
    row = Response.objects.select_for_update(of=("self",)).select_related("version").get(pk=response.pk)
    if row.typed_by_id == by.pk or not row.twice:
        raise TypedByYou
    if queries.holds(case, by):
        raise NotYours
    if Against.objects.filter(response=row).exists():
        raise ReadAlready
    asked = {*row.scores, *row.words, *given.scores, *given.words}
    changed = sorted(code for code in asked if _said(row, code) != _says(given, code))
    row.scores, row.words = dict(given.scores), dict(given.words)
    if not Look.objects.filter(response=row).exists():
        content = content_of(row.version)
        row.unhappy = rules.unhappy(content, row.scores, at_most=invites.settings_at(at)[settings.UNHAPPY])
    row.save(update_fields=["scores", "words", "unhappy"])
    made = Against.objects.create(response=row, changed=changed, by=by, at=at)
    if case:
        write(case, Line("survey_held_against_paper", at, by, facts={"response": row.pk, "changed": len(changed)}))
    return made


def _said(row: Response, code: str) -> str:
    return str(row.scores.get(code, "") or row.words.get(code, ""))


def _says(given: rules.Given, code: str) -> str:
    return given.scores.get(code, "") or given.words.get(code, "")
