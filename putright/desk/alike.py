"""Who the complainant may be, and what the case may belong with: looked for when asked, so that no case page waits for it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.alike import panel as linking
from putright.cases import door
from putright.cases.models import Case
from putright.people import gates

from .drawn import drawn
from .people import panel as people

LOOKED_FOR = (people, linking)


def panel(request: HttpRequest, case: Case) -> Panel | None:
    """The place for it on the case page, filled by a script; without one, a link. No query."""
    if not gates.can(request.handler, "people.look"):
        return None
    address = reverse("desk:alike", args=[case.reference])
    links = ((address, _("Look for them")),)
    return Panel(_("The same person, and cases like this one"), "desk/alike_place.html", {"address": address}, links, order=25)


def alike(request: HttpRequest, reference: str) -> HttpResponse:
    """The page; or only what is found, for the case page's script (`?part`)."""
    case = door.case(request, reference)
    panels = [drawn(request, case, shown) for room in LOOKED_FOR if (shown := room.panel(request, case))]
    page = {"title": _("The same person, and cases like this one"), "case": case, "panels": panels}
    return render(request, "desk/_panels.html" if "part" in request.GET else "desk/alike.html", page)
