"""My work, search, and the case on one page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.allocation import panel as allocation
from putright.cases import door, panel, search, stages
from putright.cases.models import Case
from putright.clocks import panel as clocks
from putright.contacts import panel as contacts
from putright.letters import panel as letters
from putright.people import gates
from putright.recovery import panel as recovery
from putright.triage import panel as triage

from . import queries
from .timeline import entries

DOES = ("cases.take", "cases.note", "cases.close")
PANELS = (clocks, contacts, triage, recovery, panel, allocation, letters)
SHOWN = {
    "mine": gettext_lazy("Mine"),
    "free": gettext_lazy("Nobody’s yet"),
    "team": gettext_lazy("All going on"),
    "outside": gettext_lazy("Waiting for others"),
    "finished": gettext_lazy("Finished"),
}


def home(request: HttpRequest) -> HttpResponse:
    """Where signing in leads: work for those who have cases, the figures or nothing but a welcome for those who do not."""
    if gates.can(request.handler, "desk.work"):
        return redirect("desk:work")
    if gates.can(request.handler, "reports.month"):
        return redirect("reports:month")
    return render(request, "desk/no_work.html", {"title": _("Signed in")})


def work(request: HttpRequest) -> HttpResponse:
    default = "mine" if gates.can(request.handler, "cases.take") else "team"
    shown = request.GET.get("show", default)
    shown = shown if shown in queries.SHOWN else default
    sheet = queries.work(door.cases(request), request.handler, shown, at=request.at, after=request.GET.get("after", ""))
    door.seen(request, [row.case for row in sheet.rows])
    page = {"title": _("My work"), "sheet": sheet, "shown": shown, "views": views(shown)}
    return render(request, "desk/work.html", page)


def views(shown: str) -> list[dict[str, object]]:
    address = reverse("desk:work")
    return [{"text": words, "href": f"{address}?show={key}", "current": key == shown} for key, words in SHOWN.items()]


def find(request: HttpRequest) -> HttpResponse:
    """Search by reference, name or words, among the cases open to this person only."""
    text = request.GET.get("q", "").replace("\x00", "")[:200]
    found = list(
        search.find(door.cases(request), text)
        .select_related("complainant", "assigned_to")
        .order_by("-received_at", "-pk")[: queries.PAGE + 1]
    )
    shown = found[: queries.PAGE]
    door.seen(request, shown)
    page = {
        "title": _("Find a case"), "text": text, "rows": queries.rows(shown, at=request.at),
        "more": len(found) > len(shown),
    }  # fmt: skip
    return render(request, "desk/search.html", page)


def case(request: HttpRequest, reference: str) -> HttpResponse:
    """The case on one page: each room brings its panel."""
    found = door.case(request, reference)
    made = [shown for room in PANELS if (shown := room.panel(request, found))]
    page = {
        "title": found.reference, "case": found, "stage": stages.name(found.stage, get_language() or "en"),
        "panels": [drawn(request, found, shown) for shown in sorted(made, key=lambda shown: shown.order)],
        "entries": entries(found), "may": {verb for verb in DOES if gates.can(request.handler, verb)},
    }  # fmt: skip
    return render(request, "desk/case.html", page)


def drawn(request: HttpRequest, case: Case, shown: Panel) -> tuple[Panel, str]:
    """A panel with its room's template filled in: the desk writes no sentence of another room's itself."""
    return shown, render_to_string(shown.template, {**shown.values, "case": case}, request)
