"""Planning visits, making one, what was found by place, and what is to be put right."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from putright.law.calendar import day_of
from putright.people import gates
from putright.people.queries import teams
from putright.quality import lists
from putright.quality.asking import asked, language, typed
from putright.quality.words import MARKS

from . import actions, queries
from .forms import ActionForm, CloseForm, FoundForm, PlaceForm, ScenarioForm, StepForm, VisitForm


def plan(request: HttpRequest) -> HttpResponse:
    page = {
        "title": _("Plan mystery visits"), "rows": list(queries.visits()[:100]), "places": list(queries.all_places()),
        "scenarios": list(queries.all_scenarios()), "language": language(), "today": day_of(request.at),
    }  # fmt: skip
    return render(request, "shopping/plan.html", page)


def new_place(request: HttpRequest) -> HttpResponse:
    form = PlaceForm(typed(request), teams=teams())

    def act() -> object:
        given = form.cleaned_data
        team = form.teams.get(given["team"])
        return actions.add_place(given["kind"], given["en"], given["cy"], team, by=request.handler, at=request.at)

    return asked(request, form, _("Add a place"), act, ("shopping:plan",), back=reverse("shopping:plan"))


def close_place(request: HttpRequest, pk: int) -> HttpResponse:
    found = queries.places().filter(pk=pk).first()
    if found is None:
        raise Http404
    form = CloseForm(typed(request), initial={"on": day_of(request.at)}, at=request.at)
    intro = _("%(place)s: what was found there stays. Visits planned there and not made: %(number)s. They drop out.") % {
        "place": found.name(language()), "number": queries.unmade(found),
    }  # fmt: skip
    return asked(
        request, form, _("A place that closes"),
        lambda: actions.close_place(found, form.cleaned_data["on"], by=request.handler, at=request.at), ("shopping:plan",),
        back=reverse("shopping:plan"), intro=intro,
    )  # fmt: skip


def new_scenario(request: HttpRequest) -> HttpResponse:
    form = ScenarioForm(typed(request))
    return asked(
        request, form, _("Add a scenario"),
        lambda: actions.add_scenario(actions.Told(**form.cleaned_data), by=request.handler, at=request.at),
        ("shopping:plan",), back=reverse("shopping:plan"),
    )  # fmt: skip


def end_scenario(request: HttpRequest, pk: int) -> HttpResponse:
    found = queries.scenarios().filter(pk=pk).first()
    if found is None:
        raise Http404
    form = CloseForm(typed(request), initial={"on": day_of(request.at)}, at=request.at)
    intro = _("%(scenario)s: no new visit is planned with it. Visits planned with it and not made: %(number)s. They stay.") % {
        "scenario": found.name(language()), "number": queries.planned_with(found),
    }  # fmt: skip
    return asked(
        request, form, _("A scenario that ends"),
        lambda: actions.end_scenario(found, form.cleaned_data["on"], by=request.handler, at=request.at), ("shopping:plan",),
        back=reverse("shopping:plan"), intro=intro,
    )  # fmt: skip


def new_visit(request: HttpRequest) -> HttpResponse:
    form = VisitForm(
        typed(request), places=queries.places(), scenarios=queries.scenarios(), shoppers=queries.shoppers()
    )

    def act() -> object:
        chosen = [form.given(name) for name in ("place", "scenario", "shopper")]
        return actions.plan_visit(*chosen, form.cleaned_data["due"], by=request.handler, at=request.at)

    return asked(request, form, _("Plan a visit"), act, ("shopping:plan",), back=reverse("shopping:plan"))


def mine(request: HttpRequest) -> HttpResponse:
    page = {
        "title": _("Mystery visits"), "rows": list(queries.to_make(request.handler, day_of(request.at))), "language": language(),
        "today": day_of(request.at),
    }  # fmt: skip
    return render(request, "shopping/mine.html", page)


def visit(request: HttpRequest, pk: int) -> HttpResponse:
    found = queries.to_make(request.handler, day_of(request.at)).filter(pk=pk).first()
    if found is None:
        raise Http404
    form = FoundForm(typed(request), at=request.at, points=lists.points(actions.LIST[found.place.kind], day_of(request.at)))

    def act() -> object:
        given = form.cleaned_data
        return actions.write_down(found, given["on"], form.marks(), given["words"], by=request.handler, at=request.at)

    return asked(
        request, form, _("A mystery visit"), act, ("shopping:mine",), back=reverse("shopping:mine"), visit=found,
        language=language(), template="shopping/visit.html",
    )  # fmt: skip


def results(request: HttpRequest) -> HttpResponse:
    page = {"title": _("What mystery visits found"), "rows": queries.standings(request.handler), "language": language()}
    return render(request, "shopping/results.html", page)


def place(request: HttpRequest, pk: int) -> HttpResponse:
    found = queries.reader_of(queries.all_places(), request.handler).filter(pk=pk).first()
    if found is None:
        raise Http404
    page = {
        "title": found.name(language()), "months": queries.findings(found), "back": reverse("shopping:results"), "words": MARKS,
        "names": lists.named(actions.LIST[found.kind], language()), "plans": gates.can(request.handler, "shopping.plan"),
    }  # fmt: skip
    return render(request, "shopping/place.html", page)


def new_action(request: HttpRequest, pk: int) -> HttpResponse:
    visited = queries.visits().filter(found__pk=pk).first()
    if visited is None:
        raise Http404
    form = ActionForm(typed(request), owners=queries.owners())

    def act() -> object:
        given = form.cleaned_data
        owner = form.owners[given["owner"]]
        return actions.ask_for(visited.found, given["words"], owner, given["due"], by=request.handler, at=request.at)

    to = ("shopping:place", visited.place_id)
    return asked(request, form, _("To be put right"), act, to, back=reverse(to[0], args=[to[1]]))


def all_actions(request: HttpRequest) -> HttpResponse:
    page = {
        "title": _("Put right after a visit"), "rows": list(queries.mine(request.handler)[:100]), "today": day_of(request.at),
        "language": language(),
    }  # fmt: skip
    return render(request, "shopping/actions.html", page)


def step(request: HttpRequest, pk: int) -> HttpResponse:
    action = queries.mine(request.handler).filter(pk=pk, is_done=False).first()
    if action is None:
        raise Http404
    form = StepForm(typed(request))

    def act() -> object:
        given = form.cleaned_data
        return actions.say_how_it_goes(action, given["words"], given["done"] == "yes", by=request.handler, at=request.at)

    return asked(
        request, form, _("How it goes"), act, ("shopping:actions",), back=reverse("shopping:actions"), intro=action.words
    )
