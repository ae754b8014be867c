"""Which system sent it, on the case page."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases.models import Case
from putright.cases.queries import happened

from . import queries


def panel(request: HttpRequest, case: Case) -> Panel | None:
    """Nothing when no system sent anything. One query, and none where nothing came by the web, as all they send does."""
    sent = list(queries.sent_for(case)) if happened(request, case, channel="web") else []
    return Panel(_("From another system"), "systems/panel.html", {"sent": sent}, order=25) if sent else None
