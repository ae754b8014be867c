"""Today: mine, and the team's. The list asked for stands below its figure; the whole question is in the address."""

from collections.abc import Mapping

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from design.typed import cleaned
from putright.cases import door, stages
from putright.cases.models import Case
from putright.chasing.queries import Sheet
from putright.people import gates

from . import queries
from .tabs import tabs
from .words import LISTS, TABS


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The first of these pages that this person may open."""
    return redirect(next(f"dashboards:{name}" for name in TABS if gates.can(request.handler, f"dashboards.{name}")))


def figures(name: str, counted: Mapping[str, int], shown: str, who: int) -> list[tuple[object, int, str, bool]]:
    """What a list is called, how long it is, where it opens, and whether it is the one below."""
    address, more = reverse(f"dashboards:{name}"), {"who": who} if who else {}
    to = {key: f"{address}?{urlencode({'show': key} | more)}#list" for key in counted}
    return [(words, counted[key], to[key], key == shown) for key, words in LISTS.items() if key in counted]


def asked(request: HttpRequest, counted: Mapping[str, int]) -> str:
    """The list asked for; else the first that is not empty."""
    wanted = request.GET.get("show", "")
    return wanted if wanted in counted else next((key for key in counted if counted[key]), next(iter(counted)))


def drawn(request: HttpRequest, name: str, template: str, sheet: Sheet, page: dict[str, object]) -> HttpResponse:
    door.seen(request, sheet.cases)
    whole = page | {
        "title": str(TABS[name]), "tabs": tabs(request, name), "sheet": sheet, "stage": stages.name, "more": more(request, sheet),
    }  # fmt: skip
    return render(request, template, whole)


def more(request: HttpRequest, sheet: Sheet) -> str:
    """The address of the next sheet of the same question; nothing where this is the last."""
    if not sheet.after:
        return ""
    given = request.GET.copy()
    given["after"] = sheet.after
    return f"?{given.urlencode()}#list"


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """What waits for whoever reads. A fixed number of queries."""
    cases = queries.of_one(door.cases(request), request.handler.pk)
    counted = {key: number for key, number in queries.counts(cases, request.at).items() if key in queries.LISTS}
    shown = asked(request, counted)
    sheet = queries.listed(cases, shown, request.at, cleaned(request.GET.get("after", "")))
    page: dict[str, object] = {"figures": figures("mine", counted, shown, 0), "list": LISTS[shown]}
    return drawn(request, "mine", "dashboards/mine.html", sheet, page)


@require_safe
def team(request: HttpRequest) -> HttpResponse:
    """The whole team or, where the address says so, one colleague. A fixed number of queries."""
    every: QuerySet[Case] = door.cases(request)
    held, who = queries.holding(every, request.at), request.GET.get("who", "")
    one = next((row.handler for row in held if str(row.handler.pk) == who), None)
    if who and one is None and not who.isdecimal():
        raise Http404
    cases = queries.of_one(every, one.pk) if one else every
    counted = queries.counts(cases, request.at)
    shown = asked(request, counted)
    sheet = queries.listed(cases, shown, request.at, cleaned(request.GET.get("after", "")))
    page: dict[str, object] = {
        "figures": figures("team", counted, shown, one.pk if one else 0), "list": LISTS[shown], "held": held, "one": one,
        "telephone": queries.on_the_telephone(request.at), "chats": queries.to_chat(),
    }  # fmt: skip
    return drawn(request, "team", "dashboards/team.html", sheet, page)
