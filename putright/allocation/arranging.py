"""How the office wants cases given: what holds today, every row there was, and a new one from a day."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from putright.cases import once
from putright.cases.refusals import Refused
from putright.codes.queries import asked_once
from putright.law.calendar import day_of

from . import actions, queries, rules, words
from .forms import ManagerForm, NeedForm
from .pages import language


def arrangements(request: HttpRequest) -> HttpResponse:
    on = day_of(request.at)
    now, skills, needs = queries.arrangements(on), named(request, "skills"), {**words.NEEDS, **named(request, "kinds")}
    which = request.POST.get("which", "")
    manager = ManagerForm(request.POST if which == "manager" else None, initial={"value": now[rules.MANAGER], "since": on})
    listed = {"needs": list(needs.items()), "skills": list(skills.items())}
    need = NeedForm(request.POST if which == "need" else None, prefix="need", initial={"since": on}, **listed)
    form = need if which == "need" else manager
    if form.is_valid() and kept(request, form):
        return redirect("allocation:arrangements")
    wants = [(said, skills.get(now.get(code, code), "")) for code, said in needs.items() if code in now or code in skills]
    page = {
        "title": _("How cases are given"), "manager": manager, "need": need, "form": form if form.is_bound else None,
        "may": words.MANAGER[now[rules.MANAGER]], "wants": wants,
        "rows": [(row, needs.get(row.what, _("The officer’s own manager")), value(row.what, row.value, skills))
                 for row in queries.arranged()[:50]],
    }  # fmt: skip
    return render(request, "allocation/arrangements.html", page, status=422 if form.is_bound else 200)


def named(request: HttpRequest, which: str) -> dict[str, str]:
    """The codes of a list that may be chosen today, with their names in the reader's language."""
    return {row.code: row.name(language()) for row in asked_once(request, which).in_force(day_of(request.at))}


def value(what: str, chosen: str, skills: dict[str, str]) -> object:
    return words.MANAGER[chosen] if what == rules.MANAGER else skills.get(chosen, chosen) or _("No skill")


def kept(request: HttpRequest, form: Any) -> bool:
    given = form.cleaned_data
    what = given.get("what", rules.MANAGER)
    try:
        once.only(
            request,
            lambda: actions.arrange(what, given["value"], given["since"], given["why"], by=request.handler, at=request.at),
        )
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    return True
