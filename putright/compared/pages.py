"""Pages: what another body says it has, against what we sent."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from putright.allocation.models import Handover
from putright.allocation.words import BODIES
from putright.cases import door
from putright.cases.refusals import Refused
from putright.law.calendar import day_of

from . import actions, comparing, queries, words
from .comparing import Line, Sent
from .forms import ColumnsForm, CompareForm, NoteForm
from .models import Comparison

LONDON = ZoneInfo("Europe/London")
PAGE = 50


def reconcile(request: HttpRequest) -> HttpResponse:
    """Give a file of theirs, and say which time it is about."""
    form = CompareForm(request.POST if request.method == "POST" else None, request.FILES or None, at=request.at)
    if form.is_bound and form.is_valid():
        given, file = form.cleaned_data, form.cleaned_data["file"]
        try:
            made = actions.compare(
                given["body"],
                file.name,
                file.read(),
                (given["since"], given["until"]),
                by=request.handler,
                at=request.at,
            )
            return redirect("compared:columns", made.pk)
        except Refused as refused:
            form.add_error("file", str(refused))
    page = {"title": _("What they say they have"), "form": form, "made": queries.comparisons(), "bodies": BODIES}
    return render(request, "compared/reconcile.html", page, status=422 if form.errors else 200)


def columns(request: HttpRequest, number: int) -> HttpResponse:
    """Which column is which: begun with a guess."""
    one = found(number)
    form = ColumnsForm(request.POST if request.method == "POST" else None, headings=one.headings, initial=one.columns)
    if form.is_bound and form.is_valid():
        actions.map_columns(one, form.cleaned_data, by=request.handler, at=request.at)
        return redirect("compared:comparison", one.pk)
    page = {"title": _("Which column is which?"), "form": form, "one": one}
    return render(request, "compared/columns.html", page, status=422 if form.errors else 200)


def comparison(request: HttpRequest, number: int) -> HttpResponse:
    """Line by line, fifty at a time; a note works one off. A case that is not open to the reader is no line of theirs."""
    one = found(number)
    form = NoteForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        actions.work_off(one, form.cleaned_data["line"], form.cleaned_data["note"], by=request.handler, at=request.at)
        return redirect(request.get_full_path())
    handed, lines = compared(request, one)
    done = queries.worked_off(one)
    kind = request.GET.get("show", "")
    shown = [
        line for line in lines if line.kind == kind or not kind and line.key not in done and line.kind != comparing.SAME
    ]
    first = at_page(request.GET.get("after", ""))
    listed = shown[first : first + PAGE]
    door.seen(request, [handed[line.sent.key].case for line in listed if line.sent])
    wrong = form.data.get("line", "") if form.errors else ""
    page = {
        "title": _("Against what we sent"), "one": one, "wrong": wrong,
        "form": form if any(line.key == wrong for line in listed) else None, "body": BODIES[one.body], "lines": listed,
        "counts": [(each, words.LINES[each], sum(line.kind == each for line in lines)) for each in comparing.KINDS],
        "open": sum(line.key not in done and line.kind != comparing.SAME for line in lines), "done": done, "kind": kind,
        "kinds": words.LINES, "differs": words.DIFFERS, "named": words.COLUMNS, "handed": handed,
        "next": first + PAGE if len(shown) > first + PAGE else 0,
    }  # fmt: skip
    return render(request, "compared/comparison.html", page, status=422 if form.errors else 200)


def found(number: int) -> Comparison:
    one = queries.comparison(number)
    if one is None:
        raise Http404
    return one


def compared(request: HttpRequest, one: Comparison) -> tuple[dict[int, Handover], list[Line]]:
    """What we sent them in that time, by number, and every line of the comparison. Four queries, however long the file is."""
    since = datetime.combine(one.since, time(), LONDON)
    until = datetime.combine(one.until + timedelta(days=1), time(), LONDON)
    handed = {went.pk: went for went in queries.sent(door.cases(request), one.body, since, until)}
    outcomes = queries.outcomes_of([went.case_id for went in handed.values()])
    sent = [
        Sent(
            went.pk,
            went.case.reference,
            went.their_reference,
            day_of(went.case.received_at),
            outcomes.get(went.case_id, ()),
        )
        for went in handed.values()
    ]
    rows = comparing.said(one.headings, one.rows, one.columns)
    return handed, comparing.compare(sent, rows, day_of(request.at))


def at_page(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
