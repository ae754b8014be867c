"""A supervisor's view: counts, then one list, and one press to act on each line."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from design.typed import cleaned
from putright.cases import door
from putright.people.queries import office

from .. import queries, shown
from ..words import LISTS, RUNGS


def team(request: HttpRequest) -> HttpResponse:
    """A fixed number of queries, whatever there is. The list asked for; else the first that is not empty."""
    request.office = office()
    cases = door.cases(request)
    counts = queries.counts(cases, request.at)
    asked = request.GET.get("show", "")
    show = asked if asked in LISTS else next((name for name in queries.LISTS if counts[name]), queries.LISTS[0])
    sheet = queries.listed(cases, show, request.at, cleaned(request.GET.get("after", "")))
    lost = list(queries.not_reached(cases)[: queries.PAGE])
    door.seen(request, [*sheet.cases, *(one.allocation.case for one in lost)])
    address = reverse("chasing:team")
    lists = [(f"{address}?show={name}", words, counts[name], name == show) for name, words in LISTS.items()]
    page = {
        "title": _("The team’s work"), "lists": lists, "show": show, "list": LISTS[show],
        "rows": shown.rows(request, sheet.cases), "after": sheet.after, "rungs": RUNGS, "lost": lost,
    }  # fmt: skip
    return render(request, "chasing/team.html", page)
