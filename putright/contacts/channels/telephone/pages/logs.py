"""An exchange's log as a file, and what could not be matched."""

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from putright.cases.refusals import Refused

from .. import queries
from ..actions import load_log, look_at_unread
from ..forms import CHECK, LOAD, MEGABYTES, LogForm
from ..log import Written as Layout
from ..models import LogLoad
from ..reading import REASONS
from ..words import OUTCOMES


def whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


@require_safe
def unmatched(request: HttpRequest) -> HttpResponse:
    """What could not be read, calls nobody offered us, and calls answered where nobody is."""
    found = queries.unread(whole(request.GET.get("after", "")))
    page = {
        "title": _("Calls that could not be matched"), "unread": found[: queries.PAGE], "reasons": REASONS,
        "next": found[queries.PAGE - 1].pk if len(found) > queries.PAGE else 0, "outcomes": OUTCOMES,
        "never": queries.never_offered(), "nobodys": queries.nobodys(since=request.at - timedelta(days=28)),
        "back": reverse("telephone:figures"),
    }  # fmt: skip
    return render(request, "telephone/unmatched.html", page)


@require_POST
def looked(request: HttpRequest, number: int) -> HttpResponse:
    try:
        look_at_unread(queries.one_unread(number), by=request.handler, at=request.at)
    except queries.NoSuchCall as missing:
        raise Http404 from missing
    return redirect("telephone:unmatched")


def load(request: HttpRequest) -> HttpResponse:
    """Choose a log; look at what it would do; load it."""
    posted = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = LogForm(*posted, exchanges=queries.exchanges(), initial={"do": CHECK, "clock": "london"})
    came: LogLoad | queries.Looked | None = None
    if form.is_bound and form.is_valid():
        came = outcome(request, form)
    if isinstance(came, LogLoad):
        return redirect("telephone:loaded", came.pk)
    page = {
        "title": _("Load an exchange’s log"), "form": form, "count": came, "loads": queries.loads(), "most": MEGABYTES,
        "rows": [(wrong.row, REASONS[wrong.reason], wrong.words) for wrong in came.first or []] if came else [],
        "back": reverse("telephone:figures"),
    }  # fmt: skip
    return render(request, "telephone/load.html", page, status=422 if form.errors else 200)


def outcome(request: HttpRequest, form: LogForm) -> LogLoad | queries.Looked | None:
    """What came of it, or None with the refusal on the form."""
    given = form.cleaned_data
    exchange, layout = form.exchanges[given["exchange"]], Layout(form.names(), given["clock"])
    file = given["file"]
    try:
        if given["do"] == LOAD:
            return load_log(file.file, exchange, layout, file.name, by=request.handler, at=request.at)
        return queries.look(file.file, exchange, layout, at=request.at)
    except Refused as refusal:
        form.add_error("file", str(refusal))
    return None


@require_safe
def loaded(request: HttpRequest, number: int) -> HttpResponse:
    """One load: its counts, and the rows that could not be taken, fifty at a time."""
    try:
        made = queries.load(number)
    except queries.NoSuchCall as missing:
        raise Http404 from missing
    found = queries.rows_wrong(made, whole(request.GET.get("after", "")))
    shown = found[: queries.PAGE]
    page = {
        "title": _("What was loaded"), "load": made, "rows": [(one.row, REASONS[one.reason], one.words) for one in shown],
        "next": shown[-1].row if len(found) > queries.PAGE else 0, "back": reverse("telephone:load"),
    }  # fmt: skip
    return render(request, "telephone/loaded.html", page)
