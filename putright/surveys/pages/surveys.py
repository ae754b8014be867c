"""Surveys: the list, one and its versions, two versions side by side, and what the office sets."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from putright.invited import actions as invited
from putright.invited import queries as invites
from putright.law.calendar import day_of
from putright.people import gates
from putright.questionnaires import queries, rules
from putright.questionnaires.queries import the, version_of

from .. import forms, results
from ..words import CHANGES, SETTINGS
from .public import spoken


def everything(request: HttpRequest) -> HttpResponse:
    """Every survey, how many answered and how it was to them."""
    page = {
        "title": _("Surveys"), "rows": queries.standing(day_of(request.at)), "told": results.listed(at=request.at),
        "smallest": invites.settings_at(request.at)["smallest"], "may": gates.can(request.handler, "questionnaires.write"),
    }  # fmt: skip
    return render(request, "surveys/all.html", page)


def one(request: HttpRequest, slug: str) -> HttpResponse:
    found = the(slug, request.at)
    listed = list(queries.versions(found.survey))
    page = {
        "title": found.survey.name(spoken()), "one": found, "versions": listed,
        "pairs": list(zip(listed, listed[1:], strict=False)),
        "may": gates.can(request.handler, "questionnaires.write"),
    }  # fmt: skip
    return render(request, "surveys/one.html", page)


def compare(request: HttpRequest, slug: str, number: int, other: int) -> HttpResponse:
    """Two versions: what changed, and how each was answered."""
    old, new = version_of(slug, number), version_of(slug, other)
    found = results.of(new.survey, "version", at=request.at)
    parts = {part.key: part for part in found.parts}
    page = {
        "title": _("Versions %(one)s and %(other)s") % {"one": number, "other": other}, "survey": new.survey,
        "old": old, "new": new, "changes": rules.compared(queries.content(old), queries.content(new)), "words": CHANGES,
        "before": parts.get(str(number)), "after": parts.get(str(other)), "smallest": found.smallest,
    }  # fmt: skip
    return render(request, "surveys/compare.html", page)


def settings(request: HttpRequest) -> HttpResponse:
    """The office's own numbers, from now on."""
    now = invites.settings_at(request.at)
    form = forms.SettingsForm(request.POST if request.method == "POST" else None, initial=now)
    if form.is_valid():
        for name, value in form.numbers().items():
            if value != now[name]:
                invited.set_to(name, value, by=request.handler, at=request.at)
        return redirect("surveys:all")
    page = {
        "title": _("When we ask, and what is shown"), "form": form, "changed": invites.changed(request.at), "asked": SETTINGS,
    }  # fmt: skip
    return render(request, "surveys/settings.html", page, status=422 if form.is_bound else 200)
