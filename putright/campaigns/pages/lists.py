"""The list of a campaign: loaded, drawn, looked at, printed; and another body's results."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from putright.cases import door, once
from putright.cases.refusals import Refused
from putright.imports.sheets import table
from putright.law.calendar import day_of
from putright.people.queries import office, teams

from .. import queries, words
from .. import sheets as paper
from ..actions import preparing
from ..forms import FileForm, FilterForm
from ..models import Filter
from .one import campaign, filled, language, place


def load(request: HttpRequest, pk: int) -> HttpResponse:
    """A file: its lines go on the list, and the page says which columns were not kept."""
    one = campaign(pk)
    form = FileForm(*uploaded(request))
    page = {
        "title": _("Load a list"), "form": form, "refusal": "", "one": one, "file": True, "columns": True, "dropped": None,
        "back": reverse("campaigns:one", args=[pk]), "intro": words.KIND_SAYS[one.kind],
    }  # fmt: skip
    if form.is_valid():
        try:
            once.only(request, lambda: page.update(dropped=_loaded(request, one.pk, form)))
            if not page["dropped"]:
                return redirect("campaigns:one", pk)
            return render(request, "campaigns/loaded.html", page)
        except Refused as refusal:
            page["refusal"] = str(refusal)
    return render(request, "campaigns/form.html", page, status=422 if request.method == "POST" else 200)


def uploaded(request: HttpRequest) -> tuple[object, object]:
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def _loaded(request: HttpRequest, pk: int, form: FileForm) -> list[str]:
    read = table(form.cleaned_data["file"].read())
    rows = [row.cells for row in read.rows if not row.wrong]
    return preparing.load(campaign(pk), read.names, rows, by=request.handler, at=request.at)


def draw(request: HttpRequest, pk: int) -> HttpResponse:
    """From our own cases, by a filter: a new one, or one that was kept."""
    one, today = campaign(pk), day_of(request.at)
    kept = {str(row.pk): row for row in queries.filters()}
    began = {"since": today - timedelta(days=90), "until": today} | chosen_of(kept, request)
    offered = [(team.slug, team.name(language())) for team in teams("local", "department")]
    form = FilterForm(request.POST if request.method == "POST" else None, teams=offered, initial=began)

    def act() -> None:
        preparing.draw(one, door.cases(request), form.chosen(), by=request.handler, at=request.at)
        if form.cleaned_data["name"]:
            preparing.keep_filter(form.cleaned_data["name"], form.chosen(), by=request.handler, at=request.at)

    back = reverse("campaigns:one", args=[pk])
    page = {"title": _("Draw from our cases"), "form": form, "back": back, "kept": kept.values(), "drawing": True}
    return filled(request, form, act, page, lambda: back)


def chosen_of(kept: Mapping[str, Filter], request: HttpRequest) -> dict[str, object]:
    """What a kept filter chose, as its form begins."""
    row = kept.get(request.GET.get("filter", ""))
    if row is None:
        return {}
    chosen = dict(row.chosen)
    return chosen | {key: date.fromisoformat(chosen[key]) for key in ("since", "until") if chosen.get(key)}


def people(request: HttpRequest, pk: int) -> HttpResponse:
    """The list as the second person looks at it. Whoever was drawn from a case they may not open is not there."""
    one = campaign(pk)
    after = place(request, "after")
    rows = queries.listed(one, door.cases(request), after)
    door.seen(request, [])
    page = {
        "title": _("Who is on the list"), "one": one, "rows": rows, "ways": words.WAYS, "why": words.WHY, "most": queries.SHOWN,
        "after": after,
    }  # fmt: skip
    return render(request, "campaigns/people.html", page)


def sheets(request: HttpRequest, pk: int) -> HttpResponse:
    """The next hundred codes on paper."""
    found = paper.to_print(campaign(pk), place(request, "after"))
    if not found:
        page = {"title": _("Codes on paper"), "back": reverse("campaigns:one", args=[pk]),
                "sentence": _("There is nobody to print for. Codes on paper are there once the campaign has begun.")}  # fmt: skip
        return render(request, "campaigns/refused.html", page)
    made = paper.drawn(found, office(), language(), at=request.at)
    name = f"codes-{pk}-{found[0].number}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(made, content_type="application/pdf", headers=headers)


def theirs(request: HttpRequest, pk: int) -> HttpResponse:
    """Another body's results, as counts."""
    one, form = campaign(pk), FileForm(*uploaded(request))

    def act() -> None:
        rows = [row.cells for row in table(form.cleaned_data["file"].read()).rows if not row.wrong]
        preparing.take_figures(one, rows, by=request.handler, at=request.at)

    page = {
        "title": _("Load another body’s results"), "form": form, "back": reverse("campaigns:one", args=[pk]), "file": True,
        "intro": _("A file with the columns Question, Answer and Number; Group too, if they gave it. "
                   "Counts, and no person’s answers."),
    }  # fmt: skip
    return filled(request, form, act, page, lambda: reverse("campaigns:results", args=[pk]))
