"""What the sample puts on somebody's work page."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from putright.cases import door
from putright.people import gates

from . import queries


def due(request: HttpRequest) -> list[tuple[str, str]]:
    """(address, words) of what waits for this person. What is walled off from them is not counted."""
    open_ones = door.cases(request)
    if gates.can(request.handler, "quality.look") and (waiting := queries.waiting(request.handler, open_ones)):
        return [(reverse("quality:mine"), _("Cases of the month’s sample to look at: %(number)s") % {"number": waiting})]
    if gates.can(request.handler, "quality.answer") and (new := queries.unanswered(request.handler, open_ones)):
        return [(reverse("quality:findings"), _("Findings on your work that you may answer: %(number)s") % {"number": new})]
    return []
