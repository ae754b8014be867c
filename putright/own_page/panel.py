"""On the case page: what somebody asked for on their own page and who could open it."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases.models import Case
from putright.passes.queries import of_case, wrong_tries
from putright.people import gates

from . import queries
from .words import WAYS


def panel(request: HttpRequest, case: Case) -> Panel | None:
    """Four queries. None for those who cannot do anything about it."""
    if not gates.can(request.handler, "own_page.deal_with"):
        return None
    values = {
        "asks": [queries.told(one) for one in queries.asks(case)],
        "changes": [(one, queries.field(one)) for one in queries.unchecked(case)],
        "passes": list(of_case(case).filter(ended_at=None)), "ways": WAYS, "case": case,
        "tries": wrong_tries(case, at=request.at),
    }  # fmt: skip
    links = ((reverse("own_page:give", args=[case.reference]), _("Give a code for their own page")),)
    waits = bool(values["asks"] or values["changes"])
    return Panel(_("Their own page"), "own_page/panel.html", values, links, order=15 if waits else 70)
