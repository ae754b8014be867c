"""On the case page: what a forum should hear of it, and what came back."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases.models import Case
from putright.cases.queries import happened
from putright.codes.queries import asked_once
from putright.people.gates import can
from putright.quality.asking import language

from . import queries, words


def panel(request: HttpRequest, case: Case) -> Panel | None:
    """Two queries, and none while nothing was raised."""
    if not can(request.handler, "forums.note"):
        return None
    rows = queries.of_case(case) if happened(request, case, "forum_raised") else []
    names = {row.code: row.name(language()) for row in asked_once(request, queries.FORUMS).rows} if rows else {}
    values = {"rows": rows, "forums": names, "states": words.SHOWN}
    links = ((reverse("forums:raise", args=[case.reference]), _("Take it to a forum")),)
    return Panel(_("For a forum"), "forums/panel.html", values, links, order=68, empty=not rows)
