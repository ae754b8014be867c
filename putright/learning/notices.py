"""What the force or a board is late with, on one's own work page."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from putright.cases import door
from putright.law.calendar import day_of
from putright.people import gates

from . import queries


def due(request: HttpRequest) -> list[tuple[str, str]]:
    """(address, words) of what is past its day. Two queries."""
    if not gates.can(request.handler, "learning.note"):
        return []
    asked, acts = queries.late(door.cases(request), day_of(request.at))
    lines = []
    if asked:
        where = reverse("learning:recommendations") + "?show=late"
        lines.append((where, _("Recommendations the force has not answered in time: %(number)s") % {"number": asked}))
    if acts:
        lines.append((reverse("learning:actions"), _("Boards’ actions that are late: %(number)s") % {"number": acts}))
    return lines
