"""On the page of a case that is thanks: pass it on to whom it is for."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases.models import Case
from putright.cases.queries import happened
from putright.people import gates


def panel(request: HttpRequest, case: Case) -> Panel | None:
    """Only on thanks; no query."""
    if case.kind != "compliment" or not gates.can(request.handler, "workforce.write"):
        return None
    links = ((reverse("workforce:case_thanks", args=[case.reference]), _("Show these thanks to whom they are for")),)
    values = {"told": happened(request, case, "thanks_noted")}
    return Panel(_("Thanks"), "workforce/panel.html", values, links, order=47)
