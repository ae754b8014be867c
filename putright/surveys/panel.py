"""On the case page: who was asked how it was, what they said, and asking now."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases.models import Case
from putright.cases.queries import happened, log_once
from putright.cases.stages import FINISHED
from putright.invited import queries as wishes
from putright.people import gates

from . import queries
from .words import SENT


def panel(request: HttpRequest, case: Case) -> Panel | None:
    """Asks only for what the log says there is. Nothing on a case of nobody we know, nor before it is finished: who is asked
    is asked with the answer."""
    if not gates.can(request.handler, "surveys.send") or case.complainant is None:
        return None
    asked = happened(request, case, "survey_sent", "survey_answered") or any(
        "invite" in event.facts for event in log_once(request, case)
    )
    if not asked and case.stage not in FINISHED:
        return None
    invites = queries.invites_of(case) if asked else []
    answers = queries.answers_of(case) if happened(request, case, "survey_answered") else {}
    values = {
        "case": case, "invites": invites, "answers": answers, "sent": SENT, "at": request.at,
        "unwilling": wishes.unwilling(case.complainant),
    }  # fmt: skip
    return Panel(_("How it was for them"), "surveys/panel.html", values, order=60)
