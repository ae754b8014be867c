"""What waits for the one who reads complaints about the team, on their own work page. Nobody else is told of any."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from putright.law.calendar import day_of

from . import queries


def due(request: HttpRequest) -> list[tuple[str, str]]:
    """(address, words). No query for anybody who may not read them."""
    if not queries.may_read(request.handler):
        return []
    new, late = queries.waiting(request.handler, day_of(request.at))
    where, lines = reverse("about_us:register"), []
    if new:
        lines.append((where, _("Complaints about the team whose writer does not know that we have it: %(number)s") % {"number": new}))
    if late:
        lines.append((where, _("Complaints about the team that are late: %(number)s") % {"number": late}))
    return lines
