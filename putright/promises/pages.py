"""The promises, the calendar and the hours on a screen: what holds, what was asked for, what it would move, and who must know."""

from collections.abc import Iterable
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from design.dates import WEEKDAYS
from design.forms import Form
from offices import amending
from offices.shape import Hours, Promise
from putright.cases import door, once
from putright.clocks import queries as clocks
from putright.clocks.periods import PROMISES, period, promise_for
from putright.clocks.words import NAMES, REASONS, amount
from putright.codes.queries import asked_once
from putright.law.calendar import day_of
from putright.law.promises import STATUTORY
from putright.people import gates
from putright.people.queries import office
from putright.people.refusals import Refused

from . import actions, opening, queries
from .forms import KINDS, AnswerForm, DayForm, HoursForm, PromiseForm
from .models import Amendment
from .refusals import CannotBe


def promises(request: HttpRequest) -> HttpResponse:
    """What is promised today, when the office is open, the days that were added or moved, and every change that was asked for."""
    request.office, language = office(), _language()
    today = day_of(request.at)
    made = [row for name in PROMISES if (row := request.office.promise(name, today))]
    page = {
        "title": _("Promises and the calendar"), "language": language, "statutory": STATUTORY, "names": _names(language),
        "rows": [(row, _length(row)[language]) for row in made], "days": request.office.days_off,
        "hours": _week(request.office.hours(today)), "to_come": _to_come(request.office.opening, today),
        "waiting": list(queries.waiting()), "settled": list(queries.every().exclude(settled=None)[:50]),
        "may_change": gates.can(request.handler, "promises.ask"), "back": reverse("desk:more"),
    }  # fmt: skip
    return render(request, "promises/list.html", page)


def change_promise(request: HttpRequest, promise: str) -> HttpResponse:
    request.office = office()
    if promise not in PROMISES or promise in STATUTORY:
        raise Http404
    held = promise_for(request.office, promise, day_of(request.at))
    if held is None:
        raise Http404
    reasons = clocks.reasons(asked_once(request, REASONS), "stop", day_of(request.at))
    form = PromiseForm(_posted(request), reasons=reasons, held=held)
    return _asking(request, form, "promise", lambda: promise, _names(_language())[promise])


def change_day(request: HttpRequest) -> HttpResponse:
    form = DayForm(_posted(request))
    return _asking(request, form, "day", lambda: form.on.isoformat(), _("A day that is added or moved"))


def change_hours(request: HttpRequest) -> HttpResponse:
    form = HoursForm(_posted(request), held=office().hours(day_of(request.at)))
    return _asking(request, form, "hours", lambda: form.on.isoformat(), _("Opening hours"))


def _asking(request: HttpRequest, form: PromiseForm | DayForm | HoursForm, kind: str, name: object, title: str) -> HttpResponse:
    """Keep what is asked for, and show what it would move. A refusal is shown on the form."""
    if form.is_valid():
        try:
            wanted = actions.Wanted(kind, name(), form.row(), form.cleaned_data["why"])
            made: list[Amendment] = []
            once.only(request, lambda: made.append(actions.ask(wanted, by=request.handler, at=request.at)))
            return redirect("promises:change", made[0].pk) if made else redirect("promises:list")
        except Refused as refused:
            form.add_error(None, str(refused))
    page = {"title": title, "form": form, "back": reverse("promises:list")}
    return render(request, "promises/form.html", page, status=422 if form.errors else 200)


def change(request: HttpRequest, number: int) -> HttpResponse:
    """One change: what it would move among the cases open to whoever looks; once agreed, who must know."""
    request.office = office()
    found = queries.every().filter(pk=number).first()
    if found is None:
        raise Http404
    form = AnswerForm(_posted(request))
    if form.is_valid() and _answered(request, found, form):
        return redirect("promises:change", number)
    settled = getattr(found, "settled", None)
    page = {
        "title": _("A change of the promises"), "change": found, "settled": settled, "form": form, "language": _language(),
        "names": _names(_language()), "kinds": KINDS, "back": reverse("promises:list"), **_moves(request, found, settled),
        "on": date.fromisoformat(str(found.content["day" if found.kind == "day" else "since"])),
        "week": _week(amending.week(found.content)) if found.kind == "hours" else [],
        "mine": found.by_id == request.handler.pk,
        "may_answer": found.by_id == request.handler.pk or gates.can(request.handler, "promises.agree"),
    }  # fmt: skip
    return render(request, "promises/change.html", page, status=422 if form.errors else 200)


def _answered(request: HttpRequest, found: Amendment, form: Form) -> bool:
    act = actions.agree if form.cleaned_data["answer"] == "agree" else actions.decline
    try:
        once.only(request, lambda: act(found, by=request.handler, at=request.at))
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _moves(request: HttpRequest, found: Amendment, settled: object) -> dict[str, object]:
    cases = door.cases(request)
    if settled:
        told = queries.to_tell(found, cases) if settled.agreed else []
        door.seen(request, [one.case for one in told])
        return {"told": told, "moved": [], "wrong": ""}
    try:
        after, _text = queries.office_with(found.kind, found.content, request.at)
    except CannotBe as wrong:
        return {"told": [], "moved": [], "wrong": str(wrong)}
    moved = list(queries.moved(request.office, after, cases, request.at))
    door.seen(request, [one.case for one in moved])
    return {"told": [], "moved": moved, "wrong": ""}


def _week(rows: Iterable[Hours]) -> list[tuple[str, str]]:
    """Each day's name with its hours, as they stand on the page: (Monday, 09:00 to 17:00)."""
    open_days, said = opening.by_day(rows), _("%(opens)s to %(closes)s")
    return [
        (name, opening.written(open_days[day], said) if day in open_days else _("closed"))
        for day, name in zip(opening.DAYS, WEEKDAYS[_language()], strict=True)
    ]


def _to_come(rows: Iterable[Hours], today: date) -> list[tuple[date, list[tuple[str, str]]]]:
    """The weeks of hours that are agreed and not yet begun, by their first day."""
    later: dict[date, list[Hours]] = {}
    for row in rows:
        if row.since and row.since > today and not row.planned:
            later.setdefault(row.since, []).append(row)
    return [(since, _week(later[since])) for since in sorted(later)]


def _length(row: Promise) -> dict[str, str]:
    made = period(row)
    return amount(made.n, str(made.kind))


def _names(language: str) -> dict[str, str]:
    return {name: both[language == "cy"] for name, both in NAMES.items()}


def _posted(request: HttpRequest) -> object | None:
    return request.POST if request.method == "POST" else None


def _language() -> str:
    return "cy" if (get_language() or "").startswith("cy") else "en"
