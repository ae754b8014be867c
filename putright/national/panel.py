"""On the case page of a complaint: what it says for the national return."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases.models import Case
from putright.people import gates


def panel(request: HttpRequest, case: Case) -> Panel | None:
    """No query: only the way there."""
    if case.kind != "complaint" or not gates.can(request.handler, "national.fill"):
        return None
    return Panel(_("For the national return"), "national/panel.html", {"case": case}, order=67)
