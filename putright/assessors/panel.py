"""On the case page: whether the person agreed to be invited to speak to an assessor, once the outcome is with them."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases.models import Case
from putright.people import gates

from . import queries


def panel(request: HttpRequest, case: Case) -> Panel | None:
    """One query, and only on a case that is over and has somebody to write to."""
    over = case.finished_at is not None and case.complainant is not None and not case.complainant.anonymous
    if not over or not gates.can(request.handler, "assessors.see"):
        return None
    return Panel(
        _("Invited to speak to an assessor"),
        "assessors/panel.html",
        {"agreed": queries.has_agreed(case), "case": case},
        order=67,
    )
