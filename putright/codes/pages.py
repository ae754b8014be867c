"""The lists, each as it stood on any day; and changing one, in two presses: look at what would change, then change it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from design.dates import LONDON
from design.forms import Form
from putright.people import gates
from putright.people.refusals import Refused

from . import actions, csvs, forms, queries, rules
from .actions import Asked
from .counted import COUNTED
from .lists import LISTS, Kind
from .models import Draft
from .refusals import NotChanged, sentence
from .words import RECALLED, shown, told


def kind_of(which: str) -> Kind:
    if which not in LISTS:
        raise Http404
    return LISTS[which]


def today(request: HttpRequest) -> date:
    return request.at.astimezone(LONDON).date()


def lists(request: HttpRequest) -> HttpResponse:
    return render(request, "codes/lists.html", {"title": _("Code lists"), "kinds": LISTS.values()})


def one(request: HttpRequest, which: str) -> HttpResponse:
    """A list on a day; the rows of other days beneath it; and what was done to it."""
    kind, form = kind_of(which), forms.DayForm(request.GET if "on" in request.GET else None)
    on = (form.is_bound and form.is_valid() and form.cleaned_data["on"]) or today(request)
    held = queries.code_list(which)
    now = held.in_force(on)
    page = {
        "title": kind.name, "kind": kind, "form": form, "on": on, "rows": now,
        "others": [row for row in held.rows if row not in now], "history": told(queries.changes(which)),
        "recalled": RECALLED, "may_change": gates.can(request.handler, "codes.change"), "back": reverse("codes:lists"),
        "language": "cy" if get_language() == "cy" else "en", "counted": COUNTED,
    }  # fmt: skip
    return render(request, "codes/one.html", page, status=422 if form.errors else 200)


def export(request: HttpRequest, which: str) -> HttpResponse:
    answer = HttpResponse(csvs.written(queries.code_list(kind_of(which).slug)), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{which}.csv"'
    return answer


def posted(request: HttpRequest) -> object | None:
    return request.POST if request.method == "POST" else None


def add(request: HttpRequest, which: str) -> HttpResponse:
    kind, held = kind_of(which), queries.code_list(which)
    form = forms.AddForm(posted(request), kind=kind, held=held, mapped=queries.pointed_at(kind), on=today(request))
    return changing(
        request, kind, form, _("Add a code"),
        lambda: partial(rules.add, new=form.row()),
        lambda asked: actions.add(asked, form.row(), by=request.handler, at=request.at),
    )  # fmt: skip


def end(request: HttpRequest, which: str, code: str) -> HttpResponse:
    kind, form = kind_of(which), forms.EndForm(posted(request))
    row = row_of(which, code, today(request))
    return changing(
        request, kind, form, _("End “%(name)s”") % {"name": row.name(get_language())},
        lambda: partial(rules.end, code=code, until=form.cleaned_data["until"]),
        lambda asked: actions.end(asked, code, form.cleaned_data["until"], by=request.handler, at=request.at),
    )  # fmt: skip


def rename(request: HttpRequest, which: str, code: str) -> HttpResponse:
    kind, row = kind_of(which), row_of(which, code, today(request))
    form = forms.RenameForm(posted(request), initial={"name_en": row.en, "name_cy": row.cy})

    def since() -> date:
        return form.cleaned_data["since"]

    return changing(
        request, kind, form, _("Rename “%(name)s”") % {"name": row.name(get_language())},
        lambda: partial(rules.rename, code=code, new=form.names, since=since()),
        lambda asked: actions.rename(asked, code, form.names, since(), by=request.handler, at=request.at),
    )  # fmt: skip


def row_of(which: str, code: str, on: date) -> rules.Row:
    row = queries.code_list(which).readable(code, on)
    if row is None:
        raise Http404
    return row


def changing(
    request: HttpRequest, kind: Kind, form: Form, title: str,
    how: Callable[[], queries.How], act: Callable[[Asked], object],
) -> HttpResponse:  # fmt: skip
    """The first press shows what would change. The second makes it, if the form and the list are still the same."""
    plan = None
    if form.is_bound and form.is_valid():
        try:
            plan = queries.plan(kind.slug, how())
            if request.POST.get("seen") == plan.token:
                act(Asked(kind.slug, form.cleaned_data["why"], plan.version))
                return redirect("codes:one", kind.slug)
        except Refused as refusal:
            plan = None
            refuse(form, refusal)
    page = {
        "title": title, "form": form, "kind": kind, "plan": plan, "steps": shown(plan) if plan else [],
        "back": reverse("codes:one", args=[kind.slug]),
    }  # fmt: skip
    return render(request, "codes/change.html", page, status=422 if form.errors else 200)


def refuse(form: Form, refusal: Refused, field: str | None = None) -> None:
    """Every reason on the form, and nothing typed is lost."""
    problems = refusal.problems if isinstance(refusal, NotChanged) else []
    for words in dict.fromkeys(map(sentence, problems)) or [str(refusal)]:
        form.add_error(field, words)


@dataclass
class Tried:
    """What a file would do, or what is wrong with it: a sentence for each. `done`: it has been loaded."""

    plan: queries.Plan | None = None
    wrong: list[str] = field(default_factory=list)
    done: bool = False


def load(request: HttpRequest, which: str) -> HttpResponse:
    """The first press keeps the file and shows what it would change; the second loads it, whole or not at all."""
    kind, kept = kind_of(which), queries.draft(request.POST.get("draft", ""), which, request.handler)
    form = forms.FileForm(posted(request), request.FILES or None, kept=kept is not None)
    tried = Tried()
    if form.is_bound:
        form.is_valid()
        if file := form.cleaned_data.get("file"):
            kept = actions.keep(which, *file, by=request.handler, at=request.at)
        if kept and not form.has_error("file"):
            tried = from_file(request, kind, form, kept)
        if tried.done:
            return redirect("codes:one", which)
    page = {
        "title": _("Load a list from a file"), "form": form, "kind": kind, "plan": tried.plan, "wrong": tried.wrong,
        "kept": kept, "steps": shown(tried.plan) if tried.plan else [], "back": reverse("codes:one", args=[which]),
    }  # fmt: skip
    return render(request, "codes/load.html", page, status=422 if form.errors else 200)


def from_file(request: HttpRequest, kind: Kind, form: forms.FileForm, kept: Draft) -> Tried:
    """Look at what the kept file does to the list as it is now; load it when just that was seen, and the form is whole."""
    try:
        rows, unread = csvs.read(bytes(kept.content))
        if unread:
            form.add_error("file", _("The file has lines that cannot be read. Nothing was changed"))
            return Tried(wrong=[line.words for line in unread])
        plan = queries.plan(kind.slug, queries.merging(kind.slug, rows))
        if not form.is_valid() or request.POST.get("seen") != plan.token:
            return Tried(plan)
        actions.load(Asked(kind.slug, form.cleaned_data["why"], plan.version, kept), rows, by=request.handler, at=request.at)
        return Tried(plan, done=True)
    except NotChanged as refusal:
        if refusal.changes_nothing:
            form.add_error("file", str(refusal))
            return Tried()
        form.add_error("file", _("The file cannot be loaded as it is. Nothing was changed"))
        return Tried(wrong=list(dict.fromkeys(map(sentence, refusal.problems))))
    except Refused as refusal:
        form.add_error("file", str(refusal))
    return Tried()
