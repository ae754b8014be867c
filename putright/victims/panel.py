"""On the case page: each review with its reasons, dates and what is to be done, and the Victims' Code on its contacts."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases.models import Case, Event
from putright.cases.queries import CAME, happened, log_once
from putright.clocks.promises import latest
from putright.clocks.queries import of_log
from putright.codes.queries import asked_once
from putright.law.calendar import day_of
from putright.people import gates

from . import queries, rules, shown, words
from .models import Review, UnderCode

ABOUT = frozenset({rules.TOPIC, "victim-enquiry"})  # kinds of contact that are about a crime somebody suffered


def panel(request: HttpRequest, case: Case) -> Panel | None:
    """Asks only for what the log says there is: nothing for a case with no review and no Code."""
    if not gates.can(request.handler, "victims.keep"):
        return None
    came = [event for event in log_once(request, case) if event.verb in CAME and event.facts.get("contact")]
    reviews = queries.of_case(case) if happened(request, case, "victim_review_opened") else []
    codes = queries.codes_of(case) if happened(request, case, "victims_code_noted") else {}
    language = "cy" if get_language() == "cy" else "en"
    values = {
        "case": case, "reviews": [_review(request, case, one, language) for one in reviews],
        "codes": [_code(request, row, language) for row in codes.values()], "names": words,
    }  # fmt: skip
    return Panel(_("Victims’ rights"), "victims/panel.html", values, _links(case, reviews, came), order=46,
                 empty=not (reviews or codes))  # fmt: skip


def _links(case: Case, reviews: list[Review], came: list[Event]) -> tuple[tuple[str, str], ...]:
    links = []
    if not any(one.ended_at is None for one in reviews):
        links.append((reverse("victims:open", args=[case.reference]), _("A victim asks for a review")))
    if came:
        about = [event for event in came if event.facts.get("topic") in ABOUT] or came
        links.append(
            (reverse("victims:code", args=[case.reference, about[-1].facts["contact"]]), _("Note the Victims’ Code"))
        )
    return tuple(links)


def _review(request: HttpRequest, case: Case, one: Review, language: str) -> dict[str, object]:
    clocks = of_log(log_once(request, case), case, request.at, office=getattr(request, "office", None))
    given = asked_once(request, queries.RESULTS) if one.result else None
    result = given.name(one.result, day_of(one.ended_at), language) if given and one.ended_at else ""
    line = shown.line(one, latest(clocks), request.at, language)
    rank = asked_once(request, queries.RANKS).name(one.reviewer_rank, day_of(request.at), language) if one.reviewer_rank else ""
    return {"review": one, "line": line, "weighed": shown.weighed(one), "result": result, "rank": rank}


def _code(request: HttpRequest, row: UnderCode, language: str) -> dict[str, object]:
    listed = asked_once(request, queries.RIGHTS)
    rights = [listed.name(code, day_of(row.at), language) for code in row.rights]
    by = rules.tell_by(row.happened_on, enhanced=row.enhanced == "yes") if row.happened_on else None
    late = bool(by and ((row.told_on or day_of(request.at)) > by))
    return {"row": row, "rights": rights, "by": by, "late": late}
