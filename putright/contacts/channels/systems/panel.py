"""Which system sent it, on the case page."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases.models import Case

from . import queries


def panel(request: HttpRequest, case: Case) -> Panel | None:
    """Nothing when no system sent anything: one query."""
    sent = list(queries.sent_for(case))
    return Panel(_("From another system"), "systems/panel.html", {"sent": sent}, order=25) if sent else None
