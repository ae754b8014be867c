"""This person, on the case page: how often they are in touch, who may be the same, and cases that are or may be about the same
thing. All of it only as far as it is open to whoever looks. Their contact plan is a panel of its own, nearer the top."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases import door
from putright.cases.models import Case
from putright.contacts import alike, theirs
from putright.contacts.linking.queries import of_case, shown
from putright.contacts.linking.words import LINKS
from putright.people import gates
from putright.people.same import together

from .door import Whole
from .shown import offered


def panel(request: HttpRequest, case: Case) -> Panel | None:
    """None for those who do not work with people, only with the case they were given."""
    if not gates.can(request.handler, "people.look"):
        return None
    found, language = of_case(case), "cy" if get_language() == "cy" else "en"
    linked = shown(door.cases(request), found)
    everybody = together([case.complainant_id])[case.complainant_id] if case.complainant_id else frozenset()
    like = alike.suggested(door.cases(request), case, everybody, besides=found)
    door.seen(request, [one.case for one in (*linked, *like)])
    values = {
        "linked": linked, "alike": like, "kinds": LINKS, "language": language,
        "unlinks": gates.can(request.handler, "contacts.link"), **_person(request, case, everybody, language),
    }  # fmt: skip
    return Panel(_("This person and cases like it"), "desk/people/panel.html", values, _links(request, case), order=25)


def _person(request: HttpRequest, case: Case, everybody: frozenset[int], language: str) -> dict[str, object]:
    if not case.complainant:
        return {"person": None, "offered": [], "number": 0}
    whole = Whole(case.complainant, [case.complainant], everybody, frozenset())
    return {
        "person": case.complainant, "offered": offered(request, whole, language),
        "number": sum(way.number for way in theirs.doors(door.cases(request), everybody)),
    }  # fmt: skip


def _links(request: HttpRequest, case: Case) -> tuple[tuple[str, str], ...]:
    wanted = []
    if case.complainant_id:
        wanted.append(("people.look", reverse("desk:person", args=[case.complainant_id]), _("All about this person")))
    wanted.append(("contacts.link", reverse("desk:link", args=[case.reference]), _("Link with another case")))
    return tuple((address, words) for verb, address, words in wanted if gates.can(request.handler, verb))
