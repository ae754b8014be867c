"""On the case page: what somebody asked for on their own page and who could open it."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases.models import Case
from putright.cases.queries import happened
from putright.passes.queries import with_tries
from putright.people import gates

from . import queries
from .words import WAYS

ASKED = ("asked_to_record", "wants_to_withdraw", "gave_feedback")  # in the log, each of these wrote down an ask


def panel(request: HttpRequest, case: Case) -> Panel | None:
    """One query where nobody asked for anything, two more at most. None for those who cannot do anything about it."""
    if not gates.can(request.handler, "own_page.deal_with"):
        return None
    asked, changed = happened(request, case, *ASKED), happened(request, case, "gave_new_details")
    given, tries = with_tries(case, at=request.at)
    values = {
        "asks": [queries.told(one) for one in queries.asks(case)] if asked else [],
        "changes": [(one, queries.field(one)) for one in queries.unchecked(case)] if changed else [],
        "passes": [one for one in given if one.ended_at is None], "ways": WAYS, "case": case, "tries": tries,
    }  # fmt: skip
    links = ((reverse("own_page:give", args=[case.reference]), _("Give a code for their own page")),)
    waits = bool(values["asks"] or values["changes"])
    return Panel(_("Their own page"), "own_page/panel.html", values, links, order=15 if waits else 70,
                 empty=not (waits or values["passes"] or tries))  # fmt: skip
