"""What anybody may read: what must be published, when it was, and the pages of ours that were."""

import csv
import io

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from putright.codes.csvs import safe
from putright.law.calendar import day_of
from putright.national import words as national

from . import made, queries, rules, words
from .duties import duties, held
from .models import Published
from .pages import language

HEADS = ("duty", "provision", "period", "began", "due", "published", "address")


def duties_page(request: HttpRequest) -> HttpResponse:
    """Late ones too: the public may know what we owe."""
    today = day_of(request.at)
    named = held(today)
    listed = queries.stood([*queries.waiting(), *queries.done()], today, named)
    page = {
        "title": _("What we must publish"), "rows": listed, "duties": named.values(), "states": words.STATES,
        "colours": words.COLOURS, "language": language(), "period": words.period, "back": reverse("publication:figures"),
    }  # fmt: skip
    return render(request, "diary/duties.html", page)


def as_file(rows: list[list[str]]) -> HttpResponse:
    paper = io.StringIO()
    csv.writer(paper).writerows([safe(cell) for cell in row] for row in rows)
    return HttpResponse(paper.getvalue(), content_type="text/csv; charset=utf-8")


def csv_page(request: HttpRequest) -> HttpResponse:
    """Open data: the whole diary, one occasion a line, in English."""
    today = day_of(request.at)
    rows = [
        [duty.en, duty.cite, of.period, of.began_on.isoformat(), of.due_on.isoformat(), day.isoformat() if day else "",
         address(request, of.published) if day else ""]
        for of, duty, _state in queries.stood([*queries.waiting(), *queries.done()], today, held(today))
        for day in [queries.published_on(of)]
    ]  # fmt: skip
    return as_file([list(HEADS), *rows])


def address(request: HttpRequest, published: Published) -> str:
    return published.address or request.build_absolute_uri(reverse("diary:paper", args=[published.pk]))


def asked(pk: int) -> Published:
    if (found := queries.paper(pk)) is None or found.occasion.duty not in duties():
        raise Http404
    return found


def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """A page of ours as it was frozen: the IOPC's figures, or the statement with the year's figures."""
    one = asked(pk)
    duty, period = duties()[one.occasion.duty], words.period(one.occasion.period)
    page = {
        "title": f"{duty.name(language())}: {period}", "one": one, "duty": duty, "language": language(), "parts": words.PARTS,
        "measure": national.measure, "quarters": national.QUARTERS, "averages": made.AVERAGES,
        "iopc": duty.page == rules.IOPC, "back": reverse("diary:duties"),
    }  # fmt: skip
    return render(request, "diary/paper.html", page)


def paper_csv(request: HttpRequest, pk: int) -> HttpResponse:
    """Its figures, one a line."""
    one = asked(pk)
    if duties()[one.occasion.duty].page == rules.IOPC:
        return as_file([["measure", "figure"], *one.page["figures"]])
    heads = ["quarter", "under_schedule_3", "outside_schedule_3", "all", *made.AVERAGES]
    lines = [[row["quarter"], *row["allegations"], *(row["days"][code] for code in made.AVERAGES)] for row in one.page["figures"]]
    return as_file([heads, *([("" if cell is None else str(cell)) for cell in line] for line in lines)])
