"""The lists, and how the sample is drawn."""

from dataclasses import asdict

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from putright.law.calendar import day_of

from .. import lists, queries, settings, words
from ..actions import setting as actions
from ..asking import asked, language, typed
from ..forms import ItemForm, SettingForm


def all_lists(request: HttpRequest) -> HttpResponse:
    today = day_of(request.at)
    page = {
        "title": _("What is looked at"),
        "lists": [(which, words.LISTS[which], lists.points(which, today)) for which in lists.WHICH],
        "held": settings.on(today), "axes": words.AXES, "language": language(), "history": list(queries.changes()[:20]),
    }  # fmt: skip
    return render(request, "quality/lists.html", page)


def item(request: HttpRequest, which: str, code: str) -> HttpResponse:
    if which not in lists.WHICH:
        raise Http404
    found = next((one for one in lists.points(which, day_of(request.at)) if one.code == code), None)
    if found is None:
        raise Http404
    known = {"en": found.en, "cy": found.cy, "weight": found.weight, "place": found.place}
    known |= {"fatal": "yes" if found.fatal else "no"}
    return _item(request, ItemForm(typed(request), initial=known | {"ended": "no"}), which, code, _("Change it"))


def new_item(request: HttpRequest, which: str) -> HttpResponse:
    if which not in lists.WHICH:
        raise Http404
    known = {"weight": 1, "place": 500, "fatal": "no"}
    form = ItemForm(typed(request), initial=known, new=True)
    return _item(request, form, which, queries.free_code(which), _("Add a point"))


def _item(request: HttpRequest, form: ItemForm, which: str, code: str, does: str) -> HttpResponse:
    return asked(
        request, form, f"{does}: {words.LISTS[which]}",
        lambda: actions.set_item(actions.Line(which, code, **form.line()), by=request.handler, at=request.at),
        ("quality:lists",), back=reverse("quality:lists"), intro=_("What was looked at earlier keeps the list of its own day."),
    )  # fmt: skip


def setting(request: HttpRequest) -> HttpResponse:
    held = settings.on(day_of(request.at))
    form = SettingForm(typed(request), initial=asdict(held))

    def act() -> object:
        given = form.cleaned_data
        return actions.set_sample(actions.Wanted(**given | {"axes": tuple(given["axes"])}), by=request.handler, at=request.at)

    return asked(
        request, form, _("How the sample is drawn"), act, ("quality:lists",), back=reverse("quality:lists"),
        intro=_("It holds for whole months that begin on that day or later."),
    )  # fmt: skip
