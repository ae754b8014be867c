"""What mystery visits put on somebody's work page."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from putright.law.calendar import day_of
from putright.people import gates

from . import queries


def due(request: HttpRequest) -> list[tuple[str, str]]:
    found = []
    if gates.can(request.handler, "shopping.visit") and (waiting := queries.to_make(request.handler, day_of(request.at)).count()):
        found.append((reverse("shopping:mine"), _("Mystery visits to make: %(number)s") % {"number": waiting}))
    if gates.can(request.handler, "shopping.put_right") and (open_ones := queries.open_of(request.handler)):
        found.append((reverse("shopping:actions"), _("To put right after a visit: %(number)s") % {"number": open_ones}))
    return found
