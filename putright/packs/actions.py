"""Handing a case over and hearing back; taking in what another office hands us. Each is one transaction, with its event."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from putright.allocation import reach
from putright.allocation.models import Handover
from putright.allocation.queries import with_now
from putright.allocation.refusals import AlreadyWritten, NotTheirs, SayMore
from putright.cases import choices
from putright.cases.actions import grant, locked, move
from putright.cases.choices import Result
from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.cases.remit import check_remit
from putright.law.calendar import day_of
from putright.people.gates import check
from putright.people.models import Handler
from putright.people.remit import Function
from putright.people.roles import Role

from . import making, queries, rules, taking_in
from .models import Referral, Rest, TakenIn
from .refusals import NeedsReason, NotABody, NothingFollows, NotSufficient
from .rules import Sending
from .taking_in import Given


@transaction.atomic
def hand_over(
    case: Case, body: str, *, by: Handler, at: datetime, because: str = "", sent: Sending | None = None
) -> Handover:
    """Pass the case to the body that must deal with it, with the pack kept exactly as it goes. A body that has a team
    here reaches the case from now on; a supervisor it was with does not.

    `sent.version` is the case's when the pack was shown. Refuses Changed when it moved on since, NotABody, NotSufficient
    with each missing part (save, with a reason, where the law's day runs: rules.INCOMPLETE), NeedsReason when another
    body was suggested and `because` is empty; by role and stage.
    Refuses (OutsideRemit) whoever is complained of or kept out; and a referral to the IOPC by anybody but the authority's
    own people: it is the authority that refers (PRA 2002 Sch 3 para 4), so it is handed to them."""
    check(by, "packs.hand_over")
    sent = sent or Sending()
    if body not in rules.BODIES:
        raise NotABody
    case = locked(case, version=sent.version)
    matter = queries.matter(case)
    check_remit(case, by, rules.function_of(body), authority=str(matter.decision.get("authority") or matter.owner))
    made = making.pack(matter, body, at, sent)
    parts = queries.lacks(matter, made, body)
    if parts and not (body in rules.INCOMPLETE and sent.incomplete.strip()):
        raise NotSufficient(parts)
    if body not in (rules.suggest(matter).body, "agency") and not because.strip():
        raise NeedsReason
    reach.end(with_now(case), at=at)
    move(case, "hand_over", at=at)
    return _went(case, body, because, making.incomplete(made, parts, sent.incomplete), by, at)


def _went(case: Case, body: str, because: str, made: rules.Pack, by: Handler, at: datetime) -> Handover:
    team = queries.team_of(body)
    went = Handover.objects.create(case=case, body=body, because=because, team=team, pack=made, at=at, by=by)
    if team is not None:
        grant(case, f"handover {went.pk}", at=at, team=team)
    facts = {"body": body, "handover": went.pk, "incomplete": bool(made["incomplete"])}
    write(case, Line("handed_over", at, by, facts=facts, payload={"because": because}))
    return went


@transaction.atomic
def receipt(handover: Handover, their_reference: str, received_from: str, *, by: Handler, at: datetime) -> None:
    """Write down that they have it: who said so, and their reference if they gave one.

    Refuses standards for what was handed to another body, an empty name, and a second receipt."""
    check(by, "packs.receipt")
    case, handover = _theirs(handover, by)
    if handover.receipt_at:
        raise AlreadyWritten
    if not received_from.strip():
        raise SayMore
    handover.receipt_at, handover.receipt_from, handover.their_reference = at, received_from[:200], their_reference[:60]
    handover.save(update_fields=["receipt_at", "receipt_from", "their_reference"])
    facts = {"handover": handover.pk, "their_reference": handover.their_reference}
    write(case, Line("receipt", at, by, facts=facts, payload={"from": received_from}))


@transaction.atomic
def outcome_back(
    handover: Handover, words: str, *, by: Handler, at: datetime, results: Mapping[int, Result] | None = None
) -> None:
    """Write down what they found: in words, and for each allegation its decision and the actions taken, by their codes.
    Starts our promise to tell the person within five working days.

    Refuses standards for what was handed to another body, empty words, a second outcome, a code that cannot be chosen
    that day (NotListed), and by stage."""
    check(by, "packs.outcome")
    case, handover = _theirs(handover, by)
    if handover.outcome_at:
        raise AlreadyWritten
    if not words.strip():
        raise SayMore
    move(case, "outcome_back", at=at)
    handover.outcome_at, handover.outcome = at, words
    handover.save(update_fields=["outcome_at", "outcome"])
    found = choices.conclude(case, results, day_of(at)) if results else []
    line = Line("outcome_back", at, by, facts={"handover": handover.pk}, payload={"words": words})
    write(case, line, *(Line("concluded", at, by, facts=facts) for facts in found))


def _theirs(handover: Handover, by: Handler) -> tuple[Case, Handover]:
    """Handlers write down what any body answers; standards only for what was handed to them; nobody complained of."""
    case = locked(handover.case)
    now = Handover.objects.get(pk=handover.pk)
    if by.role == Role.STANDARDS and now.team_id != by.team_id:
        raise NotTheirs
    check_remit(case, by, Function.CLARIFY)
    return case, now


@transaction.atomic
def send_rest(handover: Handover, *, by: Handler, at: datetime, version: int | None = None) -> Rest:
    """Send what was missing when it went: the whole pack as it is now, kept exactly as it goes. It says what is missing still.

    Refuses Changed when the case moved on since `version`, NothingFollows when nothing missing is known yet, by role, and
    (OutsideRemit) those who could not have handed it over."""
    check(by, "packs.send_rest")
    case = locked(handover.case, version=version)
    now = Handover.objects.get(pk=handover.pk)
    matter = queries.matter(case)
    check_remit(case, by, rules.function_of(now.body), authority=str(matter.decision.get("authority") or matter.owner))
    made = making.pack(matter, now.body, at, Sending(receiver=now.pack.get("receiver", ""), agreed=now.pack.get("agreed", False)))
    found = queries.follows(now, matter, made)
    if not found.known:
        raise NothingFollows
    kept = making.incomplete(made, found.missing, now.pack["incomplete"]["because"])
    sent = Rest.objects.create(handover=now, parts=list(found.known), pack=kept, at=at, by=by)
    facts = {"handover": now.pk, "rest": sent.pk, "parts": list(found.known), "missing": list(found.missing)}
    write(case, Line("rest_sent", at, by, facts=facts))
    return sent


@transaction.atomic
def rest_receipt(rest: Rest, their_reference: str, received_from: str, *, by: Handler, at: datetime) -> None:
    """Write down that they have what was sent after. Refuses as `receipt` does."""
    check(by, "packs.receipt")
    case, _handover = _theirs(rest.handover, by)
    rest = Rest.objects.get(pk=rest.pk)
    if rest.receipt_at:
        raise AlreadyWritten
    if not received_from.strip():
        raise SayMore
    rest.receipt_at, rest.receipt_from, rest.their_reference = at, received_from[:200], their_reference[:60]
    rest.save(update_fields=["receipt_at", "receipt_from", "their_reference"])
    facts = {"rest": rest.pk, "their_reference": rest.their_reference}
    write(case, Line("rest_receipt", at, by, facts=facts, payload={"from": received_from}))


@transaction.atomic
def write_referral(case: Case, answers: Mapping[str, str], *, by: Handler, at: datetime) -> None:
    """Write down what the IOPC asks of a referral and the case does not hold (rules.REFERRAL). Takes the place of what was
    written before; the log keeps both. Refuses by role, and (OutsideRemit) whoever is complained of or kept out."""
    check(by, "packs.refer")
    case = locked(case)
    check_remit(case, by, Function.CLARIFY)
    kept = {name: answers.get(name, "").strip() for name in rules.REFERRAL}
    Referral.objects.update_or_create(case=case, defaults={"answers": kept, "at": at, "by": by})
    said: dict[str, object] = {name: words for name, words in kept.items() if words}
    write(case, Line("referral_written", at, by, facts={"parts": sorted(said)}, payload=said))


@transaction.atomic
def take_in(given: Given, *, by: Handler, at: datetime) -> Case:
    """Make a case of a pack that another office handed to us: people, words, allegations, officers, documents, and what
    happened there as imported history with that office's name. The same pack again changes nothing and is the same case.

    Whoever it is about is walled off as ever (cases.name_officer). Refuses by role, Ours (it began here and came home),
    and WrongBytes (a document that is not what the pack says). The days of the law count from when it was first received."""
    check(by, "packs.take_in")
    known = TakenIn.objects.filter(pack_id=given.pack.id).select_related("case").first()
    if known:
        return known.case
    case = taking_in.make(given, by=by, at=at)
    TakenIn.objects.create(
        pack_id=given.pack.id, case=case, office=given.pack.from_.slug, reference=given.pack.reference, pack=given.raw,
        at=at, by=by,
    )  # fmt: skip
    facts: dict[str, object] = {
        "office": given.pack.from_.slug,
        "reference": given.pack.reference,
        "pack": str(given.pack.id),
    }
    write(case, *taking_in.history(given), Line("taken_in", at, by, facts=facts))
    return case
