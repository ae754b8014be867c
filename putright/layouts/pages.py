"""The layouts, and one layout with its parts."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from design.forms import Form
from offices import Text
from offices.layouts import Layout
from putright.cases import once
from putright.law.calendar import day_of
from putright.people.refusals import Refused

from . import actions, forms, offered, queries, rules
from .words import KINDS


def spoken() -> str:
    return "cy" if get_language() == "cy" else "en"


def typed(request: HttpRequest) -> object | None:
    return request.POST if request.method == "POST" else None


def the(request: HttpRequest, slug: str) -> Layout:
    """As it is being changed."""
    try:
        return queries.being_changed(slug, day_of(request.at))
    except queries.NoSuchLayout:
        raise Http404 from None


def asked(request: HttpRequest, form: Form, title: str, act: Callable[[], object], to: str) -> HttpResponse:
    """One form; a refusal keeps what was typed. Then on to `to`."""
    if form.is_valid():
        try:
            once.only(request, act)
            return redirect(to)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    page = {"title": title, "form": form, "back": to}
    return render(request, "layouts/form.html", page, status=422 if form.is_bound else 200)


def all_layouts(request: HttpRequest) -> HttpResponse:
    drafts = {one.slug: one for one in queries.drafts()}
    now = queries.layouts(day_of(request.at))
    fresh = [queries.of(one) for slug, one in drafts.items() if slug not in {one.slug for one in now}]
    rows = [(one, one.words.said(spoken()), one in fresh, drafts.get(one.slug)) for one in (*now, *fresh)]
    return render(request, "layouts/all.html", {"title": _("What stands in reports for boards"), "rows": rows})


def new(request: HttpRequest) -> HttpResponse:
    form = forms.NameForm(typed(request))

    def act() -> object:
        return actions.begin(form.cleaned_data["en"], form.cleaned_data["cy"], by=request.handler, at=request.at)

    return asked(request, form, _("Add a layout"), act, reverse("layouts:all"))


def one(request: HttpRequest, slug: str) -> HttpResponse:
    """Its parts in their order, what stands in each, and what could be added."""
    layout, row, items = the(request, slug), queries.draft(slug), offered.items(spoken())
    parts = [
        (part, [(kind, KINDS[kind], key, items[kind].get(key, key)) for kind in rules.KINDS for key in getattr(part, kind)])
        for part in layout.parts
    ]
    page = {
        "title": layout.words.said(spoken()), "layout": layout, "parts": parts, "draft": row, "spoken": spoken(),
        "offered": [(kind, KINDS[kind], items[kind].items()) for kind in rules.KINDS], "versions": queries.versions(slug),
    }  # fmt: skip
    return render(request, "layouts/one.html", page)


@require_POST
def arrange(request: HttpRequest, slug: str) -> HttpResponse:
    """One press: up, out or add, of a part or of one thing in it; or forget the draft."""
    the(request, slug)
    given = {name: request.POST.get(name, "") for name in ("does", "part", "what")}
    kind, _colon, key = given["what"].partition("/")
    by = {"by": request.handler, "at": request.at}

    def up() -> object:
        if kind:
            return actions.raise_item(slug, given["part"], kind, key, **by)
        return actions.raise_part(slug, given["part"], **by)

    deeds: dict[str, Callable[[], object]] = {
        "up": up,
        "out": lambda: actions.take_out(slug, given["part"], kind, key, **by),
        "add": lambda: actions.add(slug, given["part"], kind, key, **by),
        "forget": lambda: actions.drop_draft(slug, **by),
    }
    if given["does"] not in deeds:
        raise Http404
    try:
        once.only(request, deeds[given["does"]])
    except Refused as refusal:
        page = {"title": _("Nothing was changed"), "sentence": str(refusal)}
        return render(request, "design/error_page.html", page, status=422)
    return redirect("layouts:all" if given["does"] == "forget" else reverse("layouts:one", args=[slug]))


def part(request: HttpRequest, slug: str, part: str) -> HttpResponse:
    """Name a part; `new` adds one."""
    place = rules.place_of((layout := the(request, slug)).parts, part)
    if part != "new" and place < 0:
        raise Http404
    was = layout.parts[place] if place >= 0 else None
    shown = {"en": was.words.en, "cy": was.words.cy, "done": ["done"] if was.done else []} if was else {}
    form = forms.PartForm(typed(request), initial=shown)

    def act() -> object:
        given = form.cleaned_data
        words, done = Text(given["en"], given["cy"]), bool(given["done"])
        return actions.name_part(slug, was.slug if was else "", words, done=done, by=request.handler, at=request.at)

    return asked(request, form, _("Change the part") if was else _("Add a part"), act, reverse("layouts:one", args=[slug]))


def put(request: HttpRequest, slug: str) -> HttpResponse:
    the(request, slug)
    form = forms.PutForm(typed(request), initial={"since": day_of(request.at)})

    def act() -> object:
        return actions.put_in_force(slug, form.cleaned_data["since"], by=request.handler, at=request.at)

    return asked(request, form, _("Put it in force"), act, reverse("layouts:all"))
