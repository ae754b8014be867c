"""What scored calls put on a line manager's work page."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from putright.people import gates

from . import queries


def due(request: HttpRequest) -> list[tuple[str, str]]:
    if gates.can(request.handler, "scoring.answer") and (new := queries.unanswered(request.handler)):
        return [(reverse("scoring:told"), _("Scored calls of your people: %(number)s") % {"number": new})]
    return []
