"""One return: signed, taken away, compared with what was published back."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from putright.cases import door, once
from putright.cases.refusals import Refused
from putright.people import gates

from . import actions, csvs, queries, words
from .figures import MEASURES
from .forms import CompareForm, SignForm
from .models import Return
from .refusals import NotSigned
from .rules import Quarter

FILES = ("cases", "allegations", "notes")


def asked(pk: int) -> tuple[Return, str]:
    found = queries.one(pk)
    if found is None:
        raise Http404
    return found, words.quarter(Quarter(found.year, found.quarter))


def one(request: HttpRequest, pk: int) -> HttpResponse:
    of, named = asked(pk)
    back, lines = queries.lines(of)
    page = {
        "title": _("Return: %(quarter)s") % {"quarter": named}, "of": of, "files": FILES, "theirs": back, "lines": lines,
        "measure": words.measure, "signed": getattr(of, "signature", None),
        "may": {what: gates.can(request.handler, f"national.{what}") for what in ("sign", "send", "compare", "fill")},
    }  # fmt: skip
    return render(request, "national/one.html", page)


def sign(request: HttpRequest, pk: int) -> HttpResponse:
    of, named = asked(pk)
    form = SignForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            why = form.cleaned_data["missing_why"]
            once.only(request, lambda: actions.sign(of, why, by=request.handler, at=request.at))
            return redirect("national:one", pk)
        except Refused as refused:
            form.add_error(None, str(refused))
    page = {"title": _("Sign the return: %(quarter)s") % {"quarter": named}, "of": of, "form": form}
    return render(request, "national/sign.html", page, status=422 if form.is_bound else 200)


def file(request: HttpRequest, pk: int, which: str) -> HttpResponse:
    """Only rows of cases open to whoever takes it away; the page says how many are not."""
    of, _named = asked(pk)
    if which not in FILES:
        raise Http404
    if not hasattr(of, "signature"):
        return HttpResponse(str(NotSigned()), status=409, content_type="text/plain; charset=utf-8")
    if which == "notes":
        text = csvs.notes(of)
    else:
        references = {row["reference"] for row in of.rows[which]}
        shown = list(door.cases(request).filter(reference__in=references))
        door.seen(request, shown)
        may = {case.reference for case in shown}
        text = csvs.written(row for row in of.rows[which] if row["reference"] in may)
    answer = HttpResponse(text, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="return-{of.year}-{of.quarter}-{which}.csv"'
    return answer


def compare(request: HttpRequest, pk: int) -> HttpResponse:
    of, named = asked(pk)
    form = CompareForm(request.POST, request.FILES) if request.method == "POST" else CompareForm()
    if form.is_valid():
        given = form.cleaned_data
        read = csvs.read(given["file"].read(), given["measure"], given["value"])
        try:
            once.only(
                request, lambda: actions.publish_back(of, given["source"], read, by=request.handler, at=request.at)
            )
            return redirect("national:one", pk)
        except Refused as refused:
            form.add_error(None, str(refused))
    title = _("Compare with what was published: %(quarter)s") % {"quarter": named}
    page = {"title": title, "of": of, "form": form, "codes": [(code, words.measure(code)) for code in MEASURES]}
    return render(request, "national/compare.html", page, status=422 if form.is_bound else 200)


def behind(request: HttpRequest, pk: int, measure: str) -> HttpResponse:
    """The cases behind a figure of ours: those open to the reader, and how many more there are."""
    of, named = asked(pk)
    if measure not in MEASURES:
        raise Http404
    cases, closed = queries.cases_behind(of, measure, door.cases(request))
    door.seen(request, cases)
    page = {"title": f"{words.measure(measure)}: {named}", "of": of, "cases": cases, "closed": closed}
    return render(request, "national/behind.html", page)
