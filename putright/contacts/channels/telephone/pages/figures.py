"""How long people waited."""

from collections.abc import Iterator
from csv import writer
from dataclasses import dataclass
from datetime import date
from io import StringIO
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from design import dates
from design.dates import LONDON
from putright.contacts.opening import is_open
from putright.people import gates
from putright.people.queries import office

from .. import figures as reckoned
from .. import hours
from ..actions import set_yardstick
from ..forms import PeriodForm, YardstickForm, week
from ..words import duration, percent


@dataclass(frozen=True)
class Row:
    name: str
    tally: reckoned.Tally
    closed: bool = False


def period(request: HttpRequest) -> tuple[PeriodForm, date, date]:
    """What was asked for, or the last seven days."""
    first, last = week(request.at.astimezone(LONDON).date())
    asked = any(name.startswith(("first-", "last-")) for name in request.GET)
    form = PeriodForm(request.GET if asked else None, initial={"first": first, "last": last})
    if asked and form.is_valid():
        first, last = form.cleaned_data["first"], form.cleaned_data["last"]
    return form, first, last


def boxes(first: date, last: date) -> str:
    days = {"first": first, "last": last}
    return urlencode({f"{name}-{part}": getattr(day, part) for name, day in days.items() for part in ("day", "month", "year")})


@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    request.office = office()
    form, first, last = period(request)
    said = reckoned.marks()
    found = reckoned.cells(first, last, said)
    in_hours = [cell for cell in found if is_open(request.office, cell.start)]
    total, opened = reckoned.total(found), reckoned.total(in_hours)
    page = {
        "title": _("How long callers wait"), "form": form, "first": first, "last": last, "asked": boxes(first, last),
        "total": total, "open": opened, "closed": total.offered - opened.offered, "tables": tables(request, found, first == last),
        "mark": reckoned.in_force(said, last), "duration": duration, "percent": percent,
        "sets": gates.can(request.handler, "contacts.set_yardstick"),
        "sees": gates.can(request.handler, "contacts.see_unmatched"),
        "changed": len({reckoned.in_force(said, day) for day in (first, last)}) > 1,
    }  # fmt: skip
    return render(request, "telephone/figures.html", page, status=422 if form.errors else 200)


def tables(request: HttpRequest, found: list[reckoned.Cell], one_day: bool) -> list[tuple[str, str, list[Row]]]:
    """(heading of the first column, caption, rows): by half-hour, by day, by menu option."""
    by_half = list(halves(request, found, one_day))
    by_day = reckoned.gathered(found, lambda cell: cell.start.astimezone(LONDON).date())
    named = hours.options(request.office, request.at, get_language() or "en")
    options = reckoned.gathered(found, lambda cell: cell.option)
    return [
        (_("Half-hour"), _("By half-hour"), by_half),
        (_("Day"), _("By day"), [Row(dates.day(day, weekday=True), tally) for day, tally in sorted(by_day.items())]),
        (_("Menu option"), _("By menu option"), [Row(option_name(key, named), tally) for key, tally in sorted(options.items())]),
    ]


def option_name(option: str, named: dict[str, str]) -> str:
    if not option:
        return _("None")
    return f"{option}: {named[option]}" if option in named else option


def halves(request: HttpRequest, found: list[reckoned.Cell], one_day: bool) -> Iterator[Row]:
    """Of one day each by itself, the hour that came twice included; of more days, all of the same clock time together."""
    if one_day:
        for start, tally in sorted(reckoned.gathered(found, lambda cell: cell.start).items()):
            yield Row(reckoned.clock(start), tally, closed=not is_open(request.office, start))
    else:
        yield from (Row(*told) for told in sorted(reckoned.gathered(found, lambda cell: reckoned.wall(cell.start)).items()))


@require_safe
def csv(request: HttpRequest) -> HttpResponse:
    """Every half-hour and menu option of the period: London time with its offset, times in seconds."""
    _form, first, last = period(request)
    paper = StringIO()
    sheet = writer(paper)
    names = list(vars(reckoned.Tally()))
    sheet.writerow(["half_hour", "option", *names])
    for cell in reckoned.cells(first, last, reckoned.marks()):
        option = f"'{cell.option}" if cell.option[:1] in ("=", "+", "-", "@") else cell.option
        sheet.writerow([cell.start.astimezone(LONDON).isoformat(), option, *(getattr(cell.tally, name) for name in names)])
    answer = HttpResponse(f"\ufeff{paper.getvalue()}", content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="calls-{first}-{last}.csv"'
    return answer


def yardstick(request: HttpRequest) -> HttpResponse:
    """What answering in time means, from a day on."""
    said = reckoned.marks()
    held = reckoned.in_force(said, request.at.astimezone(LONDON).date())
    start = {"seconds": held.seconds, "percent": held.percent, "short": held.short}
    form = YardstickForm(request.POST if request.method == "POST" else None, initial=start)
    if form.is_bound and form.is_valid():
        set_yardstick(form.mark(), by=request.handler, at=request.at)
        return redirect("telephone:figures")
    page = {"title": _("What answering in time means"), "form": form, "said": said, "back": reverse("telephone:figures")}
    return render(request, "telephone/yardstick.html", page, status=422 if form.errors else 200)
