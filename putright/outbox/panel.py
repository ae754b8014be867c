"""On the case page: letters that did not reach them, and what is held back from letters."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases.models import Case
from putright.cases.queries import happened
from putright.letters.panel import ALL_NAMES
from putright.letters.withholding import GROUNDS, PARTS
from putright.people.gates import can

from . import queries
from .words import RETURNED


def panel(request: HttpRequest, case: Case) -> Panel | None:
    """At most two queries, and none where nothing of the kind happened: the log is already read."""
    if not can(request.handler, "outbox.look"):
        return None
    back = queries.back_on(case) if happened(request, case, "came_back") else []
    withheld = queries.withheld_on(case) if happened(request, case, "withhold_asked") else []
    links = []
    if can(request.handler, "outbox.work"):
        links.append((reverse("outbox:text", args=[case.reference]), _("Send a text message")))
        links.append((reverse("outbox:withhold", args=[case.reference]), _("Hold something back from letters")))
    if can(request.handler, "outbox.allow"):
        links.append((reverse("outbox:mention", args=[case.reference]), _("Let letters name another case")))
    if not (back or withheld or links):
        return None
    values = {
        "back": back,
        "withheld": withheld,
        "names": ALL_NAMES,
        "returned": RETURNED,
        "parts": PARTS,
        "grounds": GROUNDS,
    }
    values |= {"case": case, "may_work": can(request.handler, "outbox.work")}
    return Panel(_("How letters reach them"), "outbox/panel.html", values, tuple(links), order=61, empty=not (back or withheld))
