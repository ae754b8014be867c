"""Who has it, on the case page."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases import stages
from putright.cases.models import Case, Event
from putright.cases.queries import happened, log_once
from putright.imports.centurion import returned
from putright.people.gates import can
from putright.people.models import Handler
from putright.people.roles import Role

from . import queries, words
from .models import Allocation, Handover


def panel(request: HttpRequest, case: Case) -> Panel | None:
    """Everything given to somebody else and what came back; two queries at most. Nothing to say and nothing to do: no panel."""
    given = list(queries.allocations(case)) if happened(request, case, "allocated") else []
    handed = list(queries.handovers(case)) if happened(request, case, "handed_over") else []
    if not can(request.handler, "cases.look_whole"):  # what is asked of their own team only
        given, handed = [one for one in given if one.team_id == request.handler.team_id], []
    lacks = bool(handed) and lacking(log_once(request, case))
    links = tuple(
        (reverse(page, args=[case.reference]), text)
        for page, text in what_next(request.handler, case, given, handed, lacks=lacks)
    )
    if not (given or handed or links):
        return None
    language = "cy" if (get_language() or "").startswith("cy") else "en"
    values = {
        "case": case,
        "given": [{"it": one, "team": one.team.name(language), "did": words.DID.get(one.did, ""),
                   "content": words.CONTENT.get(one.content, "")} for one in given],
        "handed": [{"it": one, "to": words.BODIES[one.body]} for one in handed],
        "looks": can(request.handler, "packs.look"),
        "returned": returned(case) if handed and not (handed[-1].receipt_at and handed[-1].outcome_at) else None,
    }  # fmt: skip
    return Panel(_("Who has it"), "allocation/panel.html", values, links, order=40, empty=not (given or handed))


def lacking(log: Iterable[Event]) -> bool:
    """Whether what was handed over last went with something missing that has not followed."""
    told = [event for event in log if event.verb in ("handed_over", "rest_sent")]
    last = told[-1].facts if told else {}
    return bool(last.get("incomplete") or last.get("missing"))


def what_next(
    by: Handler, case: Case, given: list[Allocation], handed: list[Handover], *, lacks: bool = False
) -> list[tuple[str, str]]:
    """What this person may do now, most likely first, as (page, words)."""
    waiting = bool(given) and given[-1].ended_at is None and case.stage == stages.ALLOCATED
    last = handed[-1] if handed else None
    theirs = last is not None and (by.role != Role.STANDARDS or last.team_id == by.team_id)
    mine = waiting and given[-1].team_id == by.team_id
    offered = [
        ("allocation.answer", "answer", _("Answer what was done"), mine),
        ("packs.receipt", "receipt", _("Write down their receipt"), theirs and last and not last.receipt_at),
        ("packs.send_rest", "rest", _("Send the rest"), lacks and last),
        ("packs.outcome", "outcome", _("Write down the outcome"), theirs and _may(case, "outcome_back")),
        ("allocation.allocate", "allocate", _("Ask a supervisor to put it right"), _may(case, "allocate")),
        ("packs.hand_over", "hand_over", _("Pass it to the body that must deal with it"), _may(case, "hand_over")),
        ("allocation.give_back", "give_back", _("Give it back"), mine),
        ("allocation.give_back", "give_back", _("Take it back"), not mine and _may(case, "give_back")),
    ]
    return [(f"{verb.partition('.')[0]}:{page}", text) for verb, page, text, fits in offered if fits and can(by, verb)]


def _may(case: Case, verb: str) -> bool:
    return stages.may(case.stage, verb)
