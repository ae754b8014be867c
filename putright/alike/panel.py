"""Cases that belong with this one, on the case page: those linked, and those that may be about the same thing with the words that
match. All of it only as far as it is open to whoever looks."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases import door
from putright.cases.models import Case
from putright.people import gates
from putright.people.same import asked_once

from .queries import of_case, shown
from .suggested import suggested
from .words import LINKS


def panel(request: HttpRequest, case: Case) -> Panel | None:
    """None for those who do not work with contacts, only with the case they were given."""
    if not gates.can(request.handler, "alike.link"):
        return None
    found = of_case(case)
    linked = shown(door.cases(request), found)
    everybody = asked_once(request, case.complainant_id) if case.complainant_id else frozenset()
    like = suggested(door.cases(request), case, everybody, besides=found)
    door.seen(request, [one.case for one in (*linked, *like)])
    values = {"linked": linked, "alike": like, "kinds": LINKS, "language": "cy" if get_language() == "cy" else "en"}
    links = ((reverse("alike:link", args=[case.reference]), _("Link with another case")),)
    return Panel(_("Cases like this one"), "alike/linked.html", values, links, order=26, empty=not (linked or like))
