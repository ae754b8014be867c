"""The calls a case came from, on the case page."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases.models import Case
from putright.cases.queries import happened

from .queries import calls_of
from .words import duration


def panel(request: HttpRequest, case: Case) -> Panel | None:
    """Nothing where no contact of the case came from a call we were told of."""
    written = calls_of(case) if happened(request, case, channel="phone") else []
    if not written:
        return None
    return Panel(_("The call"), "telephone/panel.html", {"written": written, "duration": duration}, order=21)
