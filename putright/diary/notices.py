"""What the office has not published in time, on the work page of whoever keeps the diary."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from putright.law.calendar import day_of
from putright.people import gates

from . import queries


def due(request: HttpRequest) -> list[tuple[str, str]]:
    """(address, words) of what is past its day in law. One query, and none for who may not publish."""
    if not gates.can(request.handler, "diary.keep"):
        return []
    late = queries.how_late(day_of(request.at))
    return [(reverse("diary:diary"), _("Late in the publication diary: %(number)s") % {"number": late})] if late else []
