"""A question whose day has come, on the work page of whoever it is for, until they take it away or a week is over."""

from datetime import timedelta

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from putright.law.calendar import day_of
from putright.people import gates

from . import queries

SHOWN = timedelta(days=7)


def due(request: HttpRequest) -> list[tuple[str, str]]:
    """(address, words) of each. One query, and none for who may not ask."""
    if not gates.can(request.handler, "extracts.ask"):
        return []
    found = queries.not_taken(request.handler, day_of(request.at) - SHOWN)[:5]
    return [(reverse("extracts:start"), _("Ready for you: %(name)s") % {"name": one.question.name}) for one in found]
