"""Contact plans whose review is due, on the work page: of people this handler may look at, and nobody else's."""

from django.http import HttpRequest

from putright.law.calendar import day_of
from putright.people import gates
from putright.people.plans import to_review

from . import door

MOST = 20


def due(request: HttpRequest) -> dict[str, object]:
    """For the work page. One query; two more where a review is due. A plan's own handler sees it, and so does everybody of the
    team: nobody's absence may leave it undone."""
    if not gates.can(request.handler, "people.plan"):
        return {"reviews": []}
    found = list(to_review(day_of(request.at))[: MOST * 5])
    files = door.visible(request, {plan.person_id for plan in found}) if found else {}
    mine = [plan for plan in found if plan.person_id in files][:MOST]
    door.seen(request, {min(files[plan.person_id]) for plan in mine})
    return {"reviews": sorted(mine, key=lambda plan: (plan.handler_id != request.handler.pk, plan.review_on))}
