"""On the case page: replies that wait to be read, questions asked and meetings; while it waits for triage, a link to the first
steps."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases.models import Case
from putright.cases.queries import happened, log_once
from putright.cases.stages import RECEIVED
from putright.people import gates

from . import queries, rules
from .words import BECAME, VALUES


def panel(request: HttpRequest, case: Case) -> Panel | None:
    """Asks only for what the log says there is: nothing for a case with no reply, question or meeting, past triage."""
    if not gates.can(request.handler, "asking.ask"):
        return None
    asked = list(queries.of_case(case)) if happened(request, case, "question_sent") else []
    met = list(queries.meetings_of(case)) if happened(request, case, "meeting_considered") else []
    held = any(one.ended == rules.HELD for one in met)
    owed = {one.pk for one in queries.records_owed(queries.meetings_of(case))} if held else set()
    language = "cy" if get_language() == "cy" else "en"
    values = {
        "case": case, "at": request.at, "replies": queries.replies(log_once(request, case)),
        "questions": [(one, one.words.get(language) or next(iter(one.words.values()), "")) for one in asked],
        "open": any(one.ended_at is None for one in asked), "meetings": met, "records": owed, "record": queries.RECORD,
        "became": BECAME, "values": VALUES,
    }  # fmt: skip
    links = (
        *(() if values["open"] else ((reverse("asking:ask", args=[case.reference]), _("Ask one question")),)),
        (reverse("asking:meeting", args=[case.reference]), _("Offer a meeting")),
        *(((reverse("asking:steps"), _("First steps")),) if case.stage == RECEIVED else ()),
    )
    empty = not (values["replies"] or asked or met)
    return Panel(_("Replies, questions and meetings"), "asking/panel.html", values, links, order=22, empty=empty)
