"""What anybody may read, and where a supervisor publishes it."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from putright.cases import once
from putright.cases.refusals import Refused
from putright.codes.queries import code_list
from putright.national import words
from putright.national.queries import one as one_return
from putright.national.rules import Quarter

from . import actions, queries, tables
from .models import Table


def home(request: HttpRequest) -> HttpResponse:
    refusal = ""
    if request.method == "POST":
        given = request.POST.get("made_of", "")
        of = one_return(int(given)) if given.isdecimal() and len(given) < 10 else None
        if of is None:
            raise Http404
        try:
            once.only(request, lambda: actions.publish(of, by=request.handler, at=request.at))
            return redirect("publication:home")
        except Refused as refused:
            refusal = str(refused)
    ready = [(of, words.quarter(Quarter(of.year, of.quarter))) for of in queries.ready()]
    page = {"title": _("Publish figures"), "ready": ready, "rows": named(), "refusal": refusal}
    return render(request, "publication/home.html", page, status=422 if refusal else 200)


def named() -> list[tuple[Table, str]]:
    return [(one, words.quarter(Quarter(one.year, one.quarter))) for one in queries.tables()]


def figures(request: HttpRequest) -> HttpResponse:
    return render(request, "publication/figures.html", {"title": _("Figures about complaints"), "rows": named()})


def asked(year: int, number: int) -> Table:
    if (found := queries.one(year, number) if year < 2200 and number < 5 else None) is None:
        raise Http404
    return found


def quarter(request: HttpRequest, year: int, number: int) -> HttpResponse:
    one = asked(year, number)
    of, listed = Quarter(year, number), code_list("categories")
    language = "cy" if get_language() == "cy" else "en"
    rows = [
        (listed.name(code, of.first, language) if code else _("All"), numbers) for code, _name, *numbers in one.rows
    ]
    title = _("Allegations: %(quarter)s") % {"quarter": words.quarter(of)}
    page = {"title": title, "one": one, "rows": rows, "most": one.smallest - 1}
    return render(request, "publication/quarter.html", page)


def csv(request: HttpRequest, year: int, number: int) -> HttpResponse:
    text = tables.as_csv(asked(year, number).rows)
    answer = HttpResponse(text, content_type="text/csv; charset=utf-8")
    answer["Link"] = '<allegations.csv-metadata.json>; rel="describedby"; type="application/csvm+json"'
    return answer


def metadata(request: HttpRequest, year: int, number: int) -> HttpResponse:
    one = asked(year, number)
    title = f"Allegations by category, quarter {number} of {Quarter(year, number).name}"
    return JsonResponse(tables.described("allegations.csv", title, one.smallest, one.width))
