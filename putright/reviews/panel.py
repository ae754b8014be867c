"""The reviews of a case, on the case page. One query where any were asked for."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases.models import Case
from putright.cases.queries import happened
from putright.law.calendar import day_of
from putright.people.gates import can

from .queries import of_case
from .shown import row


def panel(request: HttpRequest, case: Case) -> Panel | None:
    """Nothing asked for: only the link, from the day the outcome may be known. No panel for whom reviews are not."""
    if not can(request.handler, "reviews.look"):
        return None
    found = of_case(case) if happened(request, case, "review_asked") else []
    ask = (reverse("reviews:ask", args=[case.reference]), _("They ask for a review"))
    if not found and case.recorded_at is None and case.finished_at is None:
        return None
    for one in found:
        one.case = case
    return Panel(_("Reviews"), "reviews/panel.html", {"rows": [row(one, day_of(request.at)) for one in found]}, (ask,), order=45,
                 empty=not found)  # fmt: skip
