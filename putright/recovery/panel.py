"""On the case page: what was tried, what they said to it, and what may be tried next. One query at most."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases.models import Case
from putright.cases.queries import happened
from putright.codes.queries import asked_once
from putright.people.gates import can
from putright.triage.actions import can_record

from .actions import OPEN
from .forms import CONTENT
from .queries import OFFERS, attempts, called


def panel(request: HttpRequest, case: Case) -> Panel | None:
    tried = attempts(case) if happened(request, case, "offered") else []
    is_open = case.stage in OPEN
    if not tried and not is_open and not can_record(case):
        return None
    may_answer = is_open and can(request.handler, "recovery.answer")
    language = "cy" if get_language() == "cy" else "en"
    offers = called(tried, asked_once(request, OFFERS), language) if tried else {}
    values = {"case": case, "attempts": tried, "offers": offers, "contents": CONTENT, "may_answer": may_answer}
    links = _links(request, case, is_open)
    return Panel(_("Putting it right"), "recovery/panel.html", values, links, order=30, empty=not tried)


def _links(request: HttpRequest, case: Case, is_open: bool) -> tuple[tuple[str, str], ...]:
    links = []
    if is_open and can(request.handler, "recovery.offer"):
        links.append((reverse("recovery:offer", args=[case.reference]), _("Offer to put it right")))
    if can_record(case) and can(request.handler, "recovery.ask_to_record"):
        links.append((reverse("recovery:ask_to_record", args=[case.reference]), _("They want it recorded")))
    return tuple(links)
