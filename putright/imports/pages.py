"""Checking a file and loading it, and what came of it."""

import csv
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from putright.cases import door
from putright.cases.refusals import Refused
from putright.codes.queries import code_list
from putright.contacts.kinds.queries import KINDS

from . import centurion, giving, queries, steps
from .actions import load, load_mapped
from .forms import CHECK, LOAD, ColumnsForm, FileForm, ImportForm, ValuesForm
from .mapping import Wrong, layout, mend, said
from .models import Given, Import
from .sheets import safe


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


def begin(request: HttpRequest) -> HttpResponse:
    """Give a file of any layout, once. It is kept for a day while it is mapped and checked."""
    form = FileForm(request.POST if request.method == "POST" else None, request.FILES or None)
    if form.is_bound and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            given = giving.keep(file.name, file.read(), by=request.handler, at=request.at)
            return redirect("imports:columns", given.key)
        except Refused as refusal:
            form.add_error("file", str(refusal))
    page = {"title": _("Bring in an old log"), "form": form, "back": reverse("imports:door")}
    return render(request, "imports/begin.html", page, status=422 if form.errors else 200)


def given_to(request: HttpRequest, key: UUID) -> Given:
    try:
        return queries.given_to(request.handler, key, at=request.at)
    except queries.NoSuchLoad as missing:
        raise Http404 from missing


def columns(request: HttpRequest, key: UUID) -> HttpResponse:
    """Which column is which: begun with a guess, or with what was said of the last file with these headings."""
    given = given_to(request, key)
    data = request.POST if request.method == "POST" else None
    form = ColumnsForm(data, found=given.found, plan=queries.plan_of(given))
    if form.is_bound and form.is_valid():
        giving.map_columns(given, form.plan(), by=request.handler, at=request.at)
        asks = any(found for found in given.plan["values"].values())
        return redirect("imports:values" if asks else "imports:check", key)
    page = {"title": _("Which column is which?"), "form": form, "given": given, "back": reverse("imports:begin")}
    return render(request, "imports/columns.html", page, status=422 if form.is_bound else 200)


def values(request: HttpRequest, key: UUID) -> HttpResponse:
    """What their words mean here."""
    given = given_to(request, key)
    plan, language = queries.plan_of(given), "cy" if get_language() == "cy" else "en"
    words = steps.as_written(given.found["words"], dict(plan.columns))
    offered = steps.choices(code_list("categories"), code_list(KINDS), language)
    form = ValuesForm(request.POST if request.method == "POST" else None, plan=plan, words=words, choices=offered)
    if form.is_bound and form.is_valid():
        giving.map_values(given, form.values(), by=request.handler, at=request.at)
        return redirect("imports:check", key)
    page = {"title": _("What do their words mean?"), "form": form, "back": reverse("imports:columns", args=[key])}
    return render(request, "imports/values.html", page, status=422 if form.is_bound else 200)


def check(request: HttpRequest, key: UUID) -> HttpResponse:
    """What loading it would do; the press loads it. Pressed twice it loads nothing twice."""
    given = given_to(request, key)
    if request.method == "POST":
        return redirect("imports:loaded", load_mapped(given, by=request.handler, at=request.at).pk)
    count = queries.look_mapped(given, at=request.at)
    page = {
        "title": _("What loading it would do"), "count": count, "given": given,
        "entries": [(wrong, said(wrong.reason), mend(wrong.reason)) for wrong in sorted(count.first, key=by_row)],
        "back": reverse("imports:columns", args=[key]),
    }  # fmt: skip
    return render(request, "imports/check.html", page)


def by_row(wrong: Wrong) -> int:
    return wrong.row.number


def errors(request: HttpRequest, key: UUID) -> HttpResponse:
    """Everything wrong with the file, as CSV: row, column, cell, what is wrong, how to mend it."""
    given = given_to(request, key)
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="putright-rows.csv"'
    answer.write("\ufeff")
    writer = csv.writer(answer)
    writer.writerow(
        [_("Row"), _("Column"), _("What it says"), _("What is wrong"), _("How to mend it"), _("What became of it")]
    )
    for wrong in sorted(queries.wrongs(given, at=request.at), key=by_row):
        line = [str(wrong.row.number), wrong.column, wrong.cell, said(wrong.reason), mend(wrong.reason)]
        writer.writerow([safe(cell) for cell in [*line, _("Loaded") if wrong.loaded else _("Left out")]])
    return answer


def came_back(request: HttpRequest) -> HttpResponse:
    """What the force's complaints system says of cases that were handed over: suggested, and written down by nobody yet."""
    form, came = FileForm(request.POST if request.method == "POST" else None, request.FILES or None), None
    if form.is_bound and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            came = centurion.suggest(file.name, file.read(), door.cases(request), by=request.handler, at=request.at)
            door.seen(request, [one.case for one in came.suggested])
        except Refused as refusal:
            form.add_error("file", str(refusal))
    page = {
        "title": _("What came back from Centurion"), "form": form, "came": came, "headings": centurion.headings(),
        "back": reverse("imports:door"),
    }  # fmt: skip
    return render(request, "imports/came_back.html", page, status=422 if form.errors else 200)


def imported(request: HttpRequest, number: int) -> HttpResponse:
    """One load: its counts, and the rows listed with their reasons, fifty at a time."""
    after = request.GET.get("after", "")
    try:
        load = queries.one(number)
    except queries.NoSuchLoad as missing:
        raise Http404 from missing
    first = int(after) if after.isascii() and after.isdigit() and len(after) < 19 else 0
    sheet = queries.listed(load, first, door.cases(request))
    twins = queries.twins(load, door.cases(request)) if not first else []
    door.seen(request, [*sheet.cases, *(one.case for twin in twins for one in (twin.brought, twin.other))])
    page = {
        "title": _("What was brought in"), "load": load, "twins": twins, "listed": queries.how_many_listed(load),
        "entries": [(problem.row_number, said(problem.reason), problem.row) for problem in sheet.rows],
        "next": f"{reverse('imports:loaded', args=[number])}?after={sheet.after}" if sheet.after else "",
        "back": reverse("imports:door"),
    }  # fmt: skip
    return render(request, "imports/imported.html", page)
