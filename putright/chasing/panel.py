"""On the case page: who has it, what they said to it, and what was done about silence outside."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases import stages
from putright.cases.models import Case
from putright.cases.queries import happened, log_once
from putright.people import gates

from . import queries, rules
from .models import Link
from .words import CLOSED, RUNGS


def panel(request: HttpRequest, case: Case) -> Panel | None:
    """No query where nothing was given or asked outside; four where something was."""
    if case.stage in stages.FINISHED or not gates.can(request.handler, "chasing.give"):
        return None
    given = queries.given_now(case) if happened(request, case, "given_to") else None
    outside = happened(request, case, "link_made", "asked_again") and case.stage == stages.ALLOCATED
    links = list(queries.links_of(case)) if outside else []
    lost = list(queries.not_reached(Case.objects.filter(pk=case.pk))) if outside else []
    values = {
        "case": case, "lost": lost, "given": given,
        "mine": bool(given and given.to_id == request.handler.pk == case.assigned_to_id),
        "holds": case.assigned_to_id == request.handler.pk,
        "links": [(one, CLOSED[why][0] if (why := _why(one, request)) else "") for one in links],
        "rungs": [(one.at, RUNGS[one.number]) for one in queries.rungs_of(case)] if outside else [],
        "waits": case.stage == stages.ALLOCATED, "days": _silent(request, case),
    }  # fmt: skip
    theirs = given is not None and case.assigned_to_id == given.to_id
    empty = not (theirs or links or values["rungs"] or values["days"] is not None)
    return Panel(_("Whose it is"), "chasing/panel.html", values, _links(case, request.handler.pk), order=39, empty=empty)


def _silent(request: HttpRequest, case: Case) -> int | None:
    """Working days since a supervisor was asked, while there is no answer. From the log: no query."""
    told = [event for event in log_once(request, case) if event.verb in ("allocated", "answered_back", "given_back")]
    asked = told[-1] if told and case.stage == stages.ALLOCATED and told[-1].verb == "allocated" else None
    return rules.waited(asked.at, request.at) if asked else None


def _why(one: Link, request: HttpRequest) -> str:
    return rules.trouble(ended=one.ended, waits=True, until=one.until, at=request.at)


def _links(case: Case, me: int) -> tuple[tuple[str, str], ...]:
    offered = [
        ("give", _("Give it to a colleague"), True),
        ("hand_back", _("Hand it back"), case.assigned_to_id == me),
        ("ask", _("Ask somebody by a link"), stages.may(case.stage, "allocate")),
        ("renew", _("Send a new link"), case.stage == stages.ALLOCATED),
    ]
    return tuple((reverse(f"chasing:{page}", args=[case.reference]), words) for page, words, fits in offered if fits)
