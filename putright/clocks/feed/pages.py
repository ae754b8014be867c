"""The secret address: making it, renewing it, ending it; and the calendar itself."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from putright.cases import door
from putright.people.queries import office

from . import actions, queries
from .ics import calendar


def feed(request: HttpRequest) -> HttpResponse:
    """The address is shown once, on the page that made it; afterwards only that there is one."""
    address = ""
    if request.method == "POST" and "end" in request.POST:
        actions.end_feed(by=request.handler, at=request.at)
        return redirect("clocks:feed")
    if request.method == "POST":
        secret = actions.give_feed(by=request.handler, at=request.at)
        address = request.build_absolute_uri(reverse("clocks:calendar", args=[secret]))
    page = {
        "title": _("My calendar"), "address": address, "held": queries.feed_of(request.handler), "back": reverse("desk:more")
    }  # fmt: skip
    answer = render(request, "clocks/feed.html", page)
    answer["Cache-Control"] = "no-store"
    return answer


@require_safe
def subscribed(request: HttpRequest, secret: str) -> HttpResponse:
    """For a calendar programme, which cannot sign in: the secret stands for the person, and reaches no more than they do."""
    handler = queries.whose(secret)
    if handler is None:
        raise Http404
    request.handler = handler
    language = "cy" if (get_language() or "").startswith("cy") else "en"
    cases = queries.assigned(door.cases(request), handler)
    door.seen(request, cases)
    text = calendar(_("Promises"), queries.entries(cases, language, request.at, office=office()), request.at)
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="promises.ics"'
    answer["Cache-Control"] = "private, no-store"
    return answer
