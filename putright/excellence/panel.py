"""On the case page, of a case that thanks or has documents: use it as evidence, with one press."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases.models import Case
from putright.people import gates

from . import queries


def panel(request: HttpRequest, case: Case) -> Panel | None:
    """At most one query, and only on a case that thanks."""
    if case.kind != "compliment" or not gates.can(request.handler, "excellence.gather"):
        return None
    item = queries.used(f"staff/cases/{case.reference}/")
    return Panel(_("Evidence of good service"), "excellence/panel.html", {"item": item, "case": case}, order=66)
