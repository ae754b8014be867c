"""The menu at the top of every staff page: only what this person may open."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from putright.people import gates

ITEMS = (
    ("desk:work", _("My work")),
    ("contacts:new", _("New contact")),
    ("contacts:there_and_then", _("There and then")),
    ("contacts:pass_to_team", _("Pass to the team")),
    ("contacts:look_overs", _("To look over")),
    ("contacts:links", _("Personal links")),
    ("desk:search", _("Find a case")),
    ("letters:outbox", _("Outbox")),
    ("reports:month", _("The month")),
    ("codes:lists", _("Code lists")),
    ("desk:law", _("The law")),
    ("imports:door", _("Load an old log")),
    ("accounts:everybody", _("Accounts")),
    ("systems:tokens", _("Other systems")),
)


def items(request: HttpRequest) -> list[dict[str, object]]:
    """For `navigation` in design/staff.html; empty for somebody who is not signed in."""
    handler = getattr(request, "handler", None)
    if not handler:
        return []
    verbs = gates.table("PAGES")
    here = request.resolver_match.view_name if request.resolver_match else ""
    return [
        {"text": str(words), "href": reverse(page), "current": page == here}
        for page, words in ITEMS
        if page in verbs and gates.can(handler, str(verbs[page]))
    ]
