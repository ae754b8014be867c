"""What came from memory, and writing down where it was read since."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from putright.cases import once
from putright.cases.refusals import Refused
from putright.law.calendar import day_of
from putright.people import gates

from . import actions, queries, words
from .fields import FIELDS
from .forms import SourceForm
from .queries import Remembered


def name(one: Remembered) -> str:
    if one.which == queries.FIELD:
        return str(FIELDS[one.code].name)
    return one.cy if get_language() == "cy" else one.en


def listed(request: HttpRequest) -> HttpResponse:
    """Each list with its codes; what was read since stands under the others."""
    found, read = queries.remembered(day_of(request.at)), queries.sources()
    groups = [
        (words.LISTS[which], [(one, name(one), read.get((one.which, one.code))) for one in found if one.which == which])
        for which in (queries.FIELD, *queries.LISTS)
    ]  # fmt: skip
    page = {
        "title": _("What we know from memory"), "groups": [pair for pair in groups if pair[1]], "all": len(found),
        "read": sum((one.which, one.code) in read for one in found), "may": gates.can(request.handler, "national.compare"),
    }  # fmt: skip
    return render(request, "national/recalled.html", page)


def source(request: HttpRequest, which: str, code: str) -> HttpResponse:
    """Where one of them was read."""
    one = next((each for each in queries.remembered(day_of(request.at)) if (each.which, each.code) == (which, code)), None)
    if one is None:
        raise Http404
    there = queries.sources().get((which, code))
    form = SourceForm(request.POST if request.method == "POST" else None, initial={"source": there.source if there else ""})
    if form.is_valid():
        try:
            given = form.cleaned_data["source"]
            once.only(request, lambda: actions.read_in(which, code, given, by=request.handler, at=request.at))
            return redirect("national:recalled")
        except Refused as refused:
            form.add_error(None, str(refused))
    page = {"title": name(one), "one": one, "group": words.LISTS[which], "form": form, "back": reverse("national:recalled")}
    return render(request, "national/source.html", page, status=422 if form.is_bound else 200)
