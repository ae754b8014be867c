"""The household of a person: which language was said for everybody at their address, and who else there is in touch with us. Only
people this handler may look at; nobody else is named or counted."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from putright.cases.models import Case
from putright.people import gates
from putright.people.households import household, place
from putright.people.models import Person

from . import door

MOST = 20
SAID = {"cy": _("Welsh"), "en": _("English"), "cy+en": _("Both: they want different languages")}


@dataclass(frozen=True)
class Home:
    """`said`: empty where nobody was asked. `href`: where it is written down, for who may."""

    said: str
    others: list[tuple[Person, str]]
    href: str


def of(request: HttpRequest, whole: door.Whole, files: Iterable[Case]) -> Home:
    """One query where an address is known, and three more where its postcode is."""
    now = household(whole.person)
    theirs = next((case for case in files if case.complainant_id in whole.pks), None)
    may = theirs is not None and not whole.person.anonymous and gates.can(request.handler, "mailings.language")
    href = reverse("mailings:language", args=[theirs.reference]) if theirs and may else ""
    return Home(str(SAID.get(now.language, "")) if now else "", others(request, whole), href)


def others(request: HttpRequest, whole: door.Whole) -> list[tuple[Person, str]]:
    """Who else lives there by what they told us, each with the language they chose."""
    mine = place(whole.person)
    if not mine or not whole.person.postcode_key:
        return []
    near = Person.objects.filter(postcode_key=whole.person.postcode_key).exclude(pk__in=whole.everybody).order_by("pk")
    there = [one for one in near[: MOST * 5] if place(one) == mine]
    files = door.visible(request, [one.pk for one in there]) if there else {}
    seen = [one for one in there if one.pk in files][:MOST]
    door.seen(request, {min(files[one.pk]) for one in seen})
    return [(one, str(SAID.get(one.language, _("Not known: ask")))) for one in seen]
