"""On the case page: what was found and decided, by whom and why. Two queries at most."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases.models import Case
from putright.cases.queries import happened
from putright.people.gates import can

from . import explain, queries
from .wording import ROUTES


def panel(request: HttpRequest, case: Case) -> Panel | None:
    made = queries.latest(case) if happened(request, case, "decided") else None
    language = "cy" if get_language() == "cy" else "en"
    last = queries.last_proposal(case) if happened(request, case, "proposed") else None
    open_one = last if last and last.ended_at is None else None
    refused = last if last and last.agreed is False and (not made or made.at < last.at) else None
    values = {
        "past": explain.past([made], language)[0] if made else None, "put": open_one, "refused": refused, "routes": ROUTES,
    }  # fmt: skip
    links = ()
    if can(request.handler, "triage.ask"):
        say = _("Look at it again") if made else _("Tell what it is")
        links = ((reverse("triage:ask", args=[case.reference]), say),)
    if open_one and can(request.handler, "triage.second") and open_one.by_id != request.handler.pk:
        links = ((reverse("triage:second", args=[case.reference]), _("Look at what was proposed")), *links)
    empty = not (made or open_one or refused)
    return Panel(_("What it is"), "triage/panel.html", values, links, order=20, empty=empty)
