"""That today waits to be written down, on one's own work page."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from . import queries


def due(request: HttpRequest) -> list[tuple[str, str]]:
    """(address, words). One query, two while a week goes on; none for who is not asked."""
    if not queries.is_asked(request.handler) or queries.wrote_today(request.handler, request.at) is not False:
        return []
    return [(reverse("days:home"), _("How the day goes: write down today"))]
