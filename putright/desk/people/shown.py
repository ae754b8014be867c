"""What the pages about a person show: suggestions a handler may see, and warnings before two are joined."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _

from putright.cases.queries import any_walls
from putright.people.alike import Likeness
from putright.people.keys import SAID
from putright.people.models import Person
from putright.people.same import Suggestion, may_be

from . import door
from .door import Whole

MOST = 5


@dataclass(frozen=True)
class Offered:
    """A suggestion this handler may see: who, what speaks for it and against, and how they were found."""

    person: Person
    likeness: Likeness
    found_by: tuple[str, ...]


def offered(request: HttpRequest, whole: Whole, language: str) -> list[Offered]:
    """Who may be the same person, among those this handler may look at. Three queries, and two more where any was found."""
    found = may_be(whole.person, one=whole.everybody)
    if not found:
        return []
    files = door.visible(request, [one.person.pk for one in found])
    mine = [one for one in found if one.person.pk in files][:MOST]
    door.seen(request, {case for one in mine for case in sorted(files[one.person.pk])[:MOST]})
    return [Offered(one.person, one.likeness, said(one, language)) for one in mine]


def said(one: Suggestion, language: str) -> tuple[str, ...]:
    return tuple(SAID[rule].said(language) for rule in one.found_by)


def warnings(one: Whole, other: Whole) -> list[str]:
    """What to think of before two are said to be one person. Of walls only that there are some, in cases this handler may
    open: for whom, and in which case, is on that case."""
    found = []
    if differ(one.person.language, other.person.language):
        found.append(_("They use different languages with us. Each case keeps its own. Ask which they would like."))
    if one.person.at_risk != other.person.at_risk:
        found.append(_("One of them is at risk. From now on that warning stands beside both."))
    if differ(str(one.kept.safe_contact or ""), str(other.kept.safe_contact or "")):
        found.append(_("They must not be reached in the same ways. From now on the stricter rules of both hold."))
    if any_walls([*one.files, *other.files]):
        found.append(_("Somebody is kept out of a case of theirs. They still will be: this opens no case to anybody."))
    return found


def differ(one: str, other: str) -> bool:
    return one != other


FIELDS = ("name", "born_on", "language", "phone", "email", "address", "postcode", "adjustments")


def side_by_side(one: Person, other: Person) -> Iterable[tuple[str, object, object]]:
    """What is known of each, line by line; lines with nothing on either side are left out."""
    names = {
        "name": _("Name"), "born_on": _("Date of birth"), "language": _("Language"), "phone": _("Telephone"), "email": _("Email"),
        "address": _("Address"), "postcode": _("Postcode"), "adjustments": _("Needs"),
    }  # fmt: skip
    for field in FIELDS:
        ours, theirs = getattr(one, field), getattr(other, field)
        if ours or theirs:
            yield names[field], ours, theirs
