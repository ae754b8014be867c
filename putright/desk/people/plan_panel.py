"""The contact plan agreed with this person, on the case page: before anybody rings them, and nothing where there is none."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases import door
from putright.cases.models import Case
from putright.contacts import theirs
from putright.law.calendar import day_of
from putright.people.plans import plans_of
from putright.people.same import asked_once


def panel(request: HttpRequest, case: Case) -> Panel | None:
    """For everybody who may open the case: whoever rings them must know. Two queries at most, four where somebody was joined."""
    if not case.complainant_id:
        return None
    everybody = asked_once(request, case.complainant_id)
    plans = plans_of(list(everybody))
    if any(plan.person_id != case.complainant_id for plan in plans):  # somebody else's is shown where a case of theirs is open
        seen = theirs.files(door.cases(request), everybody)
        plans = [plan for plan in plans if plan.person_id in seen]
    values = {"plans": plans, "on": day_of(request.at)}
    return Panel(_("Contact plan"), "desk/people/plans.html", values, order=12) if plans else None
