"""On one's own work page: that the team is asked how it is to work here, until one has answered."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from design.dates import day
from putright.people.roles import FRONT

from . import queries


def due(request: HttpRequest) -> list[tuple[str, str]]:
    """One query, and one more while the team is asked."""
    by = request.handler
    asking = queries.open_for(by, at=request.at) if by.role in FRONT else None
    if asking is None or queries.has_answered(asking, by):
        return []
    said = _("You are asked how it is to work here, without your name, until %(day)s") % {"day": day(asking.closes_on)}
    return [(reverse("valued:home"), said)]
