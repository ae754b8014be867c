"""How complete each quarter is, whose cases lack what, and one case with each of its fields."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from putright.cases import door, once
from putright.cases.refusals import Refused
from putright.law.calendar import day_of
from putright.people import gates

from . import actions, queries, rules, words
from .fields import FIELDS, STATES, WHY_NOT
from .forms import FillForm
from .rules import Quarter, Told


def home(request: HttpRequest) -> HttpResponse:
    rows = [(Quarter(one.year, one.quarter), one) for one in queries.returns()[:50]]
    page = {
        "title": _("The national return"),
        "quarters": queries.quarters(request.at),
        "rows": rows,
        "named": words.quarter,
    }
    return render(request, "national/home.html", page)


def asked(request: HttpRequest, year: int, number: int) -> Quarter:
    """404 for a quarter there is not, of before the scheme, or that has not begun."""
    if not (1 <= number <= 4 and rules.FIRST <= year < 2200):
        raise Http404
    found = Quarter(year, number)
    if found.first > day_of(request.at):
        raise Http404
    return found


def quarter(request: HttpRequest, year: int, number: int) -> HttpResponse:
    """The dry run: what would be sent now, in numbers. A press prepares the return."""
    return dry_run(request, asked(request, year, number))


@require_POST
def prepare(request: HttpRequest, year: int, number: int) -> HttpResponse:
    of = asked(request, year, number)
    try:
        once.only(request, lambda: actions.prepare(of, by=request.handler, at=request.at))
    except Refused as refused:
        return dry_run(request, of, str(refused))
    return redirect("national:home")


def dry_run(request: HttpRequest, of: Quarter, refusal: str = "") -> HttpResponse:
    found = queries.known(queries.complaints(of))
    tallied = rules.tally(FIELDS, found)
    page = {
        "title": _("Dry run: %(quarter)s") % {"quarter": words.quarter(of)}, "of": of, "refusal": refusal,
        "rows": [(FIELDS[code], counts) for code, counts in tallied.items()], "cases": len(found),
        "allegations": sum(len(one.alleged) for one in found), "missing": queries.still_missing(found),
        "over": of.after <= day_of(request.at), "may": gates.can(request.handler, "national.prepare"),
        "opens": gates.can(request.handler, "national.fill"), "sources": queries.sources(),
    }  # fmt: skip
    return render(request, "national/quarter.html", page, status=422 if refusal else 200)


def fixes(request: HttpRequest, year: int, number: int, code: str = "") -> HttpResponse:
    """What to mend, person by person: only cases open to the reader, and how many more there are."""
    of = asked(request, year, number)
    if code and code not in FIELDS:
        raise Http404
    found, closed = queries.fixes(of, door.cases(request), code)
    door.seen(request, [fix.case for listed in found.values() for fix in listed])
    title = _("Missing: %(quarter)s") % {"quarter": words.quarter(of)}
    on_all = {person: rules.on_all(fix.missing for fix in listed) for person, listed in found.items()}
    page = {
        "title": title, "of": of, "found": found, "on_all": on_all, "closed": closed, "fields": FIELDS, "only": FIELDS.get(code),
    }  # fmt: skip
    return render(request, "national/fixes.html", page)


def case(request: HttpRequest, reference: str) -> HttpResponse:
    """Every field of the capture list on one case."""
    one = door.case(request, reference)
    (known,) = queries.known(door.cases(request).filter(pk=one.pk).select_related("complainant"))
    rows = [
        (FIELDS[code], state, WHY_NOT.get(state.why, state.why)) for code, state in rules.states(FIELDS, known).items()
    ]
    page = {"title": _("For the national return"), "case": one, "rows": rows, "states": STATES, "sources": queries.sources()}
    return render(request, "national/case.html", page)


def fill(request: HttpRequest, reference: str, code: str) -> HttpResponse:
    """One field of a case, written down or said not to apply."""
    one = door.case(request, reference)
    if code not in FIELDS or not FIELDS[code].by_hand:
        raise Http404
    form = FillForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        told = Told(form.cleaned_data["value"], form.cleaned_data["why_not"])
        try:
            once.only(request, lambda: actions.fill(one, code, told, by=request.handler, at=request.at))
            return redirect("national:case", reference)
        except Refused as refused:
            form.add_error(None, str(refused))
    page = {"title": str(FIELDS[code].name), "case": one, "form": form, "field": FIELDS[code]}
    return render(request, "national/fill.html", page, status=422 if form.is_bound else 200)
