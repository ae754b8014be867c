"""What a person can do to a case file, whatever room they are in. Each is one transaction and writes its events."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from putright.codes.queries import code_list
from putright.codes.refusals import NotListed
from putright.law.calendar import day_of
from putright.people.gates import check
from putright.people.models import Handler, Officer, Person, Representation, Team
from putright.people.queries import handlers_like

from . import choices, danger, references, stages
from .choices import Result
from .linked import linked
from .log import Line, write
from .models import NORMAL, SEALED, Allegation, Case, ComplainedOf, Grant, Wall
from .queries import events
from .refusals import Changed, NoOutcome, NothingRaised, NotThem, WrongSpeaker, WrongStage
from .rules import in_a_line

WITH_SUPERVISOR = "allocation"  # begins why a team has reach while it is asked to put the case right


@dataclass(frozen=True)
class Opening:
    """What a new file is opened with."""

    team: Team
    received_at: datetime
    language: str = ""
    kind: str = ""
    summary: str = ""
    restriction: int = NORMAL
    version: int = 0  # the number of events its log begins with, where they are written at once (log.write_first)


def open_case(person: Person | None, opening: Opening) -> Case:
    """Open a file with a reference nobody can guess. Writes no event: the contact that opens it does (contacts.receive).

    Raises IntegrityError for a reference another file has, a chance of one in a thousand million million for
    each file there is: the caller's transaction is undone and tried again."""
    columns = {**vars(opening), "summary": in_a_line(opening.summary)}
    return Case.objects.create(reference=references.make(), complainant=person, **columns)


def locked(case: Case, *, version: int | None = None) -> Case:
    """The case's row, held until the transaction ends. Refuses (Changed) when it is no longer the version that was read.

    `no_key`: a row that only points at the case, as every event does, need not wait for it, and so cannot deadlock."""
    row = Case.objects.select_for_update(no_key=True).get(pk=case.pk)
    if version is not None and row.version != version:
        raise Changed
    return row


def move(case: Case, verb: str, *, at: datetime) -> None:
    """Move a locked case by one row of the stage table; refuses (WrongStage) a move the table does not have.

    Only other actions call this: they write the event that says why."""
    if not stages.may(case.stage, verb):
        raise WrongStage
    if case.stage == stages.ALLOCATED:  # whatever takes it from a supervisor ends their reach at once, not when rounds go
        Grant.objects.filter(case=case, why__startswith=WITH_SUPERVISOR, until=None).update(until=at)
    case.stage = stages.after(verb)
    case.finished_at = at if case.stage in stages.FINISHED else None
    if verb == "decide_recorded":
        case.recorded_at = at
    case.save(update_fields=["stage", "finished_at", "recorded_at"])


@transaction.atomic
def take(case: Case, *, by: Handler, at: datetime, to: Handler | None = None) -> None:
    """Make one person the single point of contact: oneself, or (a supervisor) somebody of the team.

    Refuses NotAllowed by role, and (NotThem) whoever may not be chosen: linked.py. Theirs already: changes nothing."""
    check(by, "cases.take")
    case = locked(case)
    to = to or by
    if to.pk in linked(case):
        raise NotThem
    if case.assigned_to_id == to.pk:
        return
    case.assigned_to = to
    case.save(update_fields=["assigned_to"])
    write(case, Line("taken", at, by, facts={"to": to.pk}))


@transaction.atomic
def note(case: Case, words: str, *, by: Handler, at: datetime) -> None:
    """Write a note on the file. Refuses NotAllowed by role."""
    check(by, "cases.note")
    write(case, Line("noted", at, by, payload={"words": words}))


@transaction.atomic
def spoke(case: Case, words: str, *, by: Handler, at: datetime, medium: str = "phone") -> None:
    """Write down that we spoke with the complainant and heard how they want it handled (PRA 2002 Sch 3 para 2(6)).

    Keeps the first-contact promise; an oral update outside Schedule 3 restarts the four weeks (CMR 2020 reg 34(3))."""
    check(by, "cases.note")
    write(case, Line("spoke", at, by, facts={"medium": medium}, payload={"words": words}))


@transaction.atomic
def allege(case: Case, words: str, category: str, *, on: date, by: Handler, at: datetime) -> Allegation:
    """Add an allegation with exactly one category of the tree as it stood on that day. Refuses a code not in it."""
    check(by, "cases.allege")
    case = locked(case)
    row = code_list("categories").find(category, on)
    if row is None:
        raise NotListed(category)
    number = Allegation.objects.filter(case=case).count() + 1
    made = Allegation.objects.create(case=case, number=number, words=words, category=category, edition=row.edition)
    write(case, Line("alleged", at, by, facts={"number": number, "category": category}, payload={"words": words}))
    return made


@transaction.atomic
def factor(case: Case, number: int, codes: Sequence[str], *, by: Handler, at: datetime) -> None:
    """Say what else was going on in an allegation: none, one or many of the national factors, as the list stood on the day
    the complaint was received. They take the place of those before; the log keeps both.

    Refuses NoSuchAllegation, NotListed, NotAllowed. Nothing different: changes nothing."""
    check(by, "cases.allege")
    case, on = locked(case), day_of(case.received_at)
    if choices.choose(choices.numbered(case, number), choices.FACTORS, codes, code_list(choices.FACTORS), on):
        write(case, Line("factors", at, by, facts={"number": number, "factors": list(codes)}))


@transaction.atomic
def conclude(case: Case, results: Mapping[int, Result], *, by: Handler, at: datetime) -> None:
    """Write down what came of allegations, by number: an outcome each, and what was done. One event for each allegation.

    They take the place of what was written before. Refuses WrongStage before the outcome is known; NotListed for a code
    that cannot be chosen today, or that is for cases of the other kind, recorded or not; NoSuchAllegation; NotAllowed.
    Guidance: the IOPC's data guidance asks for a decision and the actions of each allegation."""
    check(by, "cases.conclude")
    case = locked(case)
    if case.stage not in (stages.OUTCOME_KNOWN, stages.CLOSED):
        raise WrongStage
    if lines := _concluded(case, results, by, at):
        write(case, *lines)


def _concluded(case: Case, results: Mapping[int, Result], by: Handler, at: datetime) -> list[Line]:
    return [Line("concluded", at, by, facts=facts) for facts in choices.conclude(case, results, day_of(at))]


@transaction.atomic
def name_officer(case: Case, officer: Officer, *, by: Handler | None, at: datetime) -> None:
    """Name who is complained of. Anyone with a log-in who may be that officer is walled off in the same transaction.

    Fails closed: the same collar number, or the same folded name, is enough (CMR 2020 reg 12 impartiality)."""
    if by is not None:
        check(by, "cases.name_officer")
    suspects = handlers_like(officer)
    linked = suspects[0] if suspects else None
    ComplainedOf.objects.create(case=case, officer=officer, handler=linked)
    lines = [Line("officer_named", at, by, facts={"officer": officer.pk}, payload={"words": str(officer)})]
    for suspect in suspects:
        Wall.objects.get_or_create(
            case=case,
            handler=suspect,
            cleared_at=None,
            defaults={"why": "may be the officer named", "at": at, "by": by},
        )
        lines.append(Line("walled", at, by, facts={"handler": suspect.pk, "provisional": True}))
    _free(case, *suspects)
    write(case, *lines)


@transaction.atomic
def wall_off(case: Case, handler: Handler, why: str, *, by: Handler, at: datetime) -> None:
    """For this person the case no longer exists, from their next request. Raising a wall takes one person.

    A second wall for the same person changes nothing."""
    check(by, "cases.wall")
    defaults = {"why": why, "at": at, "by": by}
    _wall, raised = Wall.objects.get_or_create(case=case, handler=handler, cleared_at=None, defaults=defaults)
    if not raised:
        return
    _free(case, handler)
    write(case, Line("walled", at, by, facts={"handler": handler.pk}, payload={"why": why}))


def _free(case: Case, *walled: Handler) -> None:
    """A case cannot be left with somebody for whom it no longer exists: it is nobody's, for another to take."""
    Case.objects.filter(pk=case.pk, assigned_to__in=walled).update(assigned_to=None)


@transaction.atomic
def restrict(case: Case, level: int, why: str, *, by: Handler | None, at: datetime) -> None:
    """Raise a case to sensitive or sealed. Sealing keeps reach for the person who seals it. Never lowers."""
    if by is not None:
        check(by, "cases.seal" if level == SEALED else "cases.note")
    case = locked(case)
    if level <= case.restriction:
        return
    case.restriction = level
    case.save(update_fields=["restriction"])
    if level == SEALED and by is not None:
        Grant.objects.create(case=case, handler=by, why="sealed it", since=at)
    write(case, Line("restricted", at, by, facts={"level": level}, payload={"why": why}))


@transaction.atomic
def see_consent(case: Case, speaker: Representation, *, on: date, by: Handler, at: datetime) -> None:
    """Write down that we have seen the written consent of somebody who speaks for the complainant (PRA 2002 s.12(6)(b)).

    Refuses WrongSpeaker for somebody who does not speak for this complainant now, and NotAllowed by role."""
    check(by, "cases.note")
    _speaks(case, speaker)
    Representation.objects.filter(pk=speaker.pk).update(consent_seen_on=on)
    write(case, Line("consent_seen", at, by, facts={"representation": speaker.pk, "on": on}))


@transaction.atomic
def end_speaking(case: Case, speaker: Representation, *, on: date, by: Handler, at: datetime) -> None:
    """They no longer speak for the complainant: from now on letters go to the complainant alone.

    Refuses WrongSpeaker for somebody who does not speak for this complainant now, and NotAllowed by role."""
    check(by, "cases.note")
    _speaks(case, speaker)
    Representation.objects.filter(pk=speaker.pk).update(ended_on=on)
    write(case, Line("speaks_no_more", at, by, facts={"representation": speaker.pk, "on": on}))


def _speaks(case: Case, speaker: Representation) -> None:
    if not Representation.objects.filter(pk=speaker.pk, person=case.complainant_id, ended_on=None).exists():
        raise WrongSpeaker


def grant(case: Case, why: str, *, at: datetime, team: Team | None = None, handler: Handler | None = None) -> Grant:
    """Give a team or a person reach to one case. Only other actions call this, inside their own transaction and event."""
    return Grant.objects.create(case=case, team=team, handler=handler, why=why, since=at)


def end_grants(case: Case, why: str, *, at: datetime) -> None:
    """End the reach given for that reason. Ended means the next request."""
    Grant.objects.filter(case=case, why=why, until=None).update(until=at)


@transaction.atomic
def close(case: Case, *, by: Handler, at: datetime, results: Mapping[int, Result] | None = None) -> None:
    """Close a case whose outcome is known. A named person closes it; nothing closes by itself. `results`: what came of its
    allegations, where that is said in the same press.

    Refuses WrongStage; NoOutcome while an allegation has none (what is no complaint needs none); NotListed; NotAllowed."""
    check(by, "cases.close")
    case = locked(case)
    known = case.stage == stages.OUTCOME_KNOWN
    lines = _concluded(case, results, by, at) if known and results else []
    if known and choices.lacking(case, day_of(at)):
        raise NoOutcome
    move(case, "close", at=at)
    write(case, *lines, Line("closed", at, by))


@transaction.atomic
def raise_danger(case: Case, kind: str, words: str, *, by: Handler, at: datetime) -> None:
    """Raise immediate danger, a risk to life, or vulnerability: red on the case and at the top of the team's work until
    somebody answers. Words may come later: nobody in danger waits for a form.

    Changes: event `raised`; the person is at risk from now on, whatever the kind. Refuses a kind it does not know
    (ValueError), NotAllowed by role. Keeps nothing from anybody: it calls no help by itself."""
    check(by, "cases.raise_danger")
    if kind not in danger.KINDS:
        raise ValueError(f"{kind} is no kind of danger")
    case = locked(case)
    if case.complainant_id:
        Person.objects.filter(pk=case.complainant_id).update(at_risk=True)
    write(case, Line("raised", at, by, facts={"kind": kind}, payload={"words": words} if words.strip() else {}))


@transaction.atomic
def acknowledge(case: Case, *, by: Handler, at: datetime) -> None:
    """Say “I am dealing with this danger”. Answers everything raised so far; the person stays at risk.

    Refuses NothingRaised when nothing waits for an answer, NotAllowed by role."""
    check(by, "cases.acknowledge")
    case = locked(case)
    if not danger.unanswered(events(case), at=at):
        raise NothingRaised
    write(case, Line("acknowledged", at, by))
