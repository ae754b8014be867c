"""The answers, each on one page that prints; what is tried out is in the address."""

from datetime import date, datetime
from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from putright.law.calendar import add_months, day_of
from putright.people import gates
from putright.people.queries import office

from . import answers, pictures, queries, words
from .forms import ManyForm, TryForm, VacanciesForm
from .ground import EIGHT_TO_EIGHT, NINE_TO_FIVE, Ground, stand
from .rules import capacity
from .rules.arrivals import LEAST, grew
from .rules.erlang import CannotReckon

SHOWN: dict[str, object] = {
    "number": words.number, "people_of": words.people,
    "percent": words.percent, "hours": words.hours, "marks": words.MARKS, "names": words.NUMBERS,
    "month_of": words.month_of, "least": LEAST, "cannot": "", "many": None, "effect": None, "rows": (),
}  # fmt: skip
SOON = 2  # vacancies asked about until somebody says otherwise


def asked(request: HttpRequest, names: tuple[str, ...]) -> object | None:
    return request.GET if any(name in request.GET for name in names) else None


def shown(request: HttpRequest, template: str, page: dict[str, object], form: TryForm) -> HttpResponse:
    page = SHOWN | page | {"form": form, "plans": gates.can(request.handler, "staffing.plan"), "today": day_of(request.at)}
    return render(request, template, page, status=422 if form.errors else 200)


@require_safe
def how_many(request: HttpRequest) -> HttpResponse:
    request.office = office()
    form = ManyForm(asked(request, (*ManyForm.shown, "open")))
    ground = stand(request.office, form.tried(), request.at)
    chosen = request.GET.get("open", "")
    hours = {"9-17": NINE_TO_FIVE, "8-20": EIGHT_TO_EIGHT}.get(chosen, ground.hours)
    page: dict[str, object] = {
        "title": _("How many staff do we need?"), "ground": ground, "ways": words.WAYS,
        "plays": answers.PLAYS, "played": answers.CALLS,
        "used": [ground.numbers[name] for name in (*ManyForm.shown, "hours", "busy")],
        "posts": capacity.established(one.place for one in queries.posts()), "expected": sum(ground.calls.values()),
    }  # fmt: skip
    try:
        many = answers.how_many(ground, hours)
        drawn = (pictures.desks(many), pictures.around(many, ground["lost"]), pictures.compared(many))
        page |= {"many": many, "drawn": drawn}
    except CannotReckon as cannot:
        page["cannot"] = words.CANNOT[cannot.code]
    return shown(request, "staffing/how_many.html", page, form)


@require_safe
def vacancies(request: HttpRequest) -> HttpResponse:
    request.office, today = office(), day_of(request.at)
    months = capacity.months(today, answers.YEAR)
    form = VacanciesForm(
        asked(request, (*VacanciesForm.shown, "empty", "since")),
        months=[(f"{one:%Y-%m}", words.month_of(one)) for one in months],
    )
    ground = stand(request.office, form.tried(), request.at)
    held, helps, wanted = queries.posts(), queries.reliefs(request.at), question(form, ground, today)
    places = [one.place for one in held]
    page: dict[str, object] = {
        "title": _("What will vacancies do?"), "ground": ground, "posts": held, "asked": wanted, "risks": queries.risks(),
        "used": [ground.numbers[name] for name in (*VacanciesForm.shown, "lost", "hours")], "stages": words.STAGES,
        "reliefs": words.RELIEFS, "helps": helps, "established": capacity.established(places),
    }  # fmt: skip
    if places:
        page |= _effect(ground, places, helps, wanted, request.at)
    return shown(request, "staffing/vacancies.html", page, form)


def question(form: VacanciesForm, ground: Ground, today: date) -> answers.Asked:
    """Two posts from next month, unless somebody asks otherwise."""
    given = form.cleaned_data if form.is_valid() else {}
    empty, since = given.get("empty"), given.get("since")
    start = date.fromisoformat(f"{since}-01") if since else add_months(today.replace(day=1), 1)
    return answers.Asked(int(Decimal(SOON) if empty is None else empty), start, int(ground["replacing"]))


def _effect(
    ground: Ground, places: list[capacity.Place], helps: list[queries.Relief], wanted: answers.Asked, at: datetime
) -> dict[str, object]:
    try:
        effect = answers.vacancies(ground, places, [queries.help_of(one) for one in helps], wanted, at)
    except CannotReckon as cannot:
        return {"cannot": words.CANNOT[cannot.code]}
    rows = list(zip(helps, effect.reliefs, strict=True))
    return {"effect": effect, "drawn": pictures.given_up(effect, ground["lost"]), "rows": rows}


@require_safe
def forecast(request: HttpRequest) -> HttpResponse:
    request.office = office()
    form = TryForm(None)
    ground = stand(request.office, {}, request.at)
    past = ground.past
    doors = [(one, grew(past, one.opened) if past else None) for one in queries.doors()]
    page: dict[str, object] = {
        "title": _("Calls to expect"), "ground": ground, "doors": doors,
        "drawn": pictures.calls(ground.calls) if ground.model else None, "weeks": past.weeks if past else 0,
        "total": sum(ground.calls.values()),
    }  # fmt: skip
    return shown(request, "staffing/forecast.html", page, form)


@require_safe
def assumptions(request: HttpRequest) -> HttpResponse:
    request.office = office()
    ground = stand(request.office, {}, request.at)
    page: dict[str, object] = {
        "title": _("What the numbers rest on"), "used": list(ground.numbers.values()),
        "told": list(queries.everything_said()[:50]),
    }  # fmt: skip
    return shown(request, "staffing/assumptions.html", page, TryForm(None))
