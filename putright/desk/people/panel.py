"""This person, on the case page: how often they are in touch, and who may be the same, as far as it is open to whoever looks.
Their contact plan is a panel of its own, nearer the top."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases import door
from putright.cases.models import Case
from putright.contacts import theirs
from putright.people import gates
from putright.people.same import asked_once

from .door import Whole
from .shown import offered


def panel(request: HttpRequest, case: Case) -> Panel | None:
    """None where nobody is known, and for those who do not work with people, only with the case they were given."""
    person = case.complainant
    if not person or not gates.can(request.handler, "people.look"):
        return None
    everybody, language = asked_once(request, person.pk), "cy" if get_language() == "cy" else "en"
    whole = Whole(person, [person], everybody, frozenset())
    values = {
        "person": person, "language": language, "offered": offered(request, whole, language),
        "number": sum(way.number for way in theirs.doors(door.cases(request), everybody)),
    }  # fmt: skip
    links = ((reverse("desk:person", args=[person.pk]), _("All about this person")),)
    return Panel(_("This person"), "desk/people/panel.html", values, links, order=25,
                 empty=values["number"] < 2 and not values["offered"])  # fmt: skip
