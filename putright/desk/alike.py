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
    """Nothing yet: links on the case page, where a script adds what is found. No query."""
    if not gates.can(request.handler, "people.look"):
        return None
    title = _("The same person, and cases like this one")
    links = [(reverse("desk:alike", args=[case.reference]), title)]
    if case.complainant_id:
        links.append((reverse("desk:person", args=[case.complainant_id]), _("All about this person")))
    if gates.can(request.handler, "alike.link"):
        links.append((reverse("alike:link", args=[case.reference]), _("Link with another case")))
    return Panel(title, "", links=tuple(links), empty=True)


def alike(request: HttpRequest, reference: str) -> HttpResponse:
    """The page; or only what is found, for the case page's script (`?part`)."""
    case, part = door.case(request, reference), "part" in request.GET
    made = [shown for room in LOOKED_FOR if (shown := room.panel(request, case))]
    panels = [drawn(request, case, shown) for shown in made if not (part and shown.empty)]
    page = {"title": _("The same person, and cases like this one"), "case": case, "panels": panels}
    return render(request, "desk/_panels.html" if part else "desk/alike.html", page)
