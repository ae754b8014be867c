"""On the case page: what was found and decided, by whom and why. One query."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases.models import Case
from putright.people.gates import can

from . import explain, queries


def panel(request: HttpRequest, case: Case) -> Panel | None:
    made = queries.latest(case)
    language = "cy" if get_language() == "cy" else "en"
    values = {"past": explain.past([made], language)[0] if made else None}
    links = ()
    if can(request.handler, "triage.ask"):
        say = _("Look at it again") if made else _("Tell what it is")
        links = ((reverse("triage:ask", args=[case.reference]), say),)
    return Panel(_("What it is"), "triage/panel.html", values, links, order=20)
