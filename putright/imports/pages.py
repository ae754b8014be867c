"""Checking a file and loading it, and what came of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from putright.cases import door
from putright.cases.refusals import Refused

from . import queries
from .actions import load
from .forms import CHECK, LOAD, ImportForm
from .mapping import layout, said
from .models import Import


def imports(request: HttpRequest) -> HttpResponse:
    """Choose a file; look at what it would do; load it. Nothing of it is kept unless it is loaded."""
    language = "cy" if get_language() == "cy" else "en"
    form = ImportForm(
        request.POST if request.method == "POST" else None,
        request.FILES or None,
        initial={"do": CHECK},
        language=language,
    )
    came: Import | queries.Count | None = None
    if form.is_bound and form.is_valid():
        came = outcome(request, form)
    if isinstance(came, Import):
        return redirect("imports:loaded", came.pk)
    page = {
        "title": _("Bring in complaints"), "form": form, "count": came, "loads": queries.latest(),
        "entries": [(wrong.row.number, said(wrong.reason), wrong.row.cells) for wrong in came.first] if came else [],
    }  # fmt: skip
    return render(request, "imports/door.html", page, status=422 if form.errors else 200)


def outcome(request: HttpRequest, form: ImportForm) -> Import | queries.Count | None:
    """What came of it, or None with the refusal on the form."""
    given = form.cleaned_data
    name, file, written = given["file"].name, given["file"].file, layout(given["layout"])
    try:
        if given["do"] == LOAD:
            return load(file, written, name, by=request.handler, at=request.at)
        return queries.look(file, written, at=request.at)
    except Refused as refusal:
        form.add_error("file", str(refusal))
    return None


def imported(request: HttpRequest, number: int) -> HttpResponse:
    """One load: its counts, and the rows listed with their reasons, fifty at a time."""
    after = request.GET.get("after", "")
    try:
        load = queries.one(number)
    except queries.NoSuchLoad as missing:
        raise Http404 from missing
    begin = int(after) if after.isascii() and after.isdigit() and len(after) < 19 else 0
    sheet = queries.listed(load, begin, door.cases(request))
    door.seen(request, sheet.cases)
    page = {
        "title": _("What was brought in"), "load": load, "listed": queries.how_many_listed(load),
        "entries": [(problem.row_number, said(problem.reason), problem.row) for problem in sheet.rows],
        "next": f"{reverse('imports:loaded', args=[number])}?after={sheet.after}" if sheet.after else "",
        "back": reverse("imports:door"),
    }  # fmt: skip
    return render(request, "imports/imported.html", page)
