"""On the case page: who else is kept informed."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases.models import Case
from putright.cases.queries import happened
from putright.contacts import reaching
from putright.law.calendar import day_of
from putright.people import gates

from . import queries
from .words import FINDINGS, TIES


def panel(request: HttpRequest, case: Case) -> Panel | None:
    """No query where nobody was written down; one where somebody was, and one for each of them."""
    if not gates.can(request.handler, "interested.keep"):
        return None
    rows = list(queries.of_case(case)) if happened(request, case, "interested_added") else []
    on = day_of(request.at)
    shown = [
        (one, TIES[one.tie], FINDINGS[queries.found(one, on=on).answer.value], reaching.rules(one.person)) for one in rows
    ]
    links = ((reverse("interested:add", args=[case.reference]), _("Add somebody who is kept informed")),)
    return Panel(_("Who else is kept informed"), "interested/panel.html", {"rows": shown, "case": case}, links, order=62,
                 empty=not rows)  # fmt: skip
