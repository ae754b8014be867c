"""The reports, one report on all its papers, and writing, signing and revising it."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from design.forms import Form
from putright.cases import once
from putright.law.calendar import day_of
from putright.layouts.queries import NoSuchLayout, being_changed, layouts
from putright.people import gates
from putright.people.refusals import Refused

from . import actions, drawing, forms, freezing, queries, rules, sheets
from .freezing import named
from .models import Report
from .told import told
from .words import STATES


def spoken() -> str:
    return "cy" if get_language() == "cy" else "en"


def typed(request: HttpRequest) -> object | None:
    return request.POST if request.method == "POST" else None


def reads_only(request: HttpRequest) -> bool:
    """Who writes no reports sees the signed ones alone."""
    return not gates.can(request.handler, "months.write")


def the(request: HttpRequest, pk: int) -> Report:
    found = queries.the(pk, signed_only=reads_only(request))
    if found is None:
        raise Http404
    return found


def asked(
    request: HttpRequest, form: Form, title: str, act: Callable[[], object], to: str, **more: object
) -> HttpResponse:
    """One form; a refusal keeps what was typed. Then on to `to`."""
    if form.is_valid():
        try:
            once.only(request, act)
            return redirect(to)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    page = {"title": title, "form": form, "button": title, "back": to, "spoken": spoken(), **more}
    return render(request, "months/form.html", page, status=422 if form.is_bound else 200)


def named_layouts(request: HttpRequest) -> dict[str, str]:
    return {one.slug: one.words.said(spoken()) for one in layouts(day_of(request.at))}


def all_reports(request: HttpRequest) -> HttpResponse:
    rows = queries.reports(signed_only=reads_only(request))[:200]
    names = named_layouts(request)
    listed = [
        (row, names.get(row.layout, row.layout), named(queries.period_of(row))[spoken()], queries.is_signed(row))
        for row in rows
    ]
    page = {"title": _("Reports for boards"), "listed": listed, "reads_only": reads_only(request)}
    return render(request, "months/all.html", page)


def one(request: HttpRequest, pk: int) -> HttpResponse:
    row = the(request, pk)
    newer, signed = queries.revised_by(row), queries.is_signed(row)
    page = {
        "title": told(row, spoken()).title, "row": row, "told": told(row, spoken()), "newer": newer, "signed": signed,
        "writes": not (signed or newer or reads_only(request)), "whole": queries.is_whole(row), "states": STATES,
        "sendings": [] if reads_only(request) else queries.sendings(row), "other": "en" if spoken() == "cy" else "cy",
    }  # fmt: skip
    return render(request, "months/one.html", page)


def paper(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    """The report as PDF, in the language of the address."""
    row = the(request, pk)
    if language not in ("en", "cy"):
        raise Http404
    return _file(drawing.pdf(row, language), "application/pdf", f"{language}-{drawing.file_name(row, 'pdf')}")


def sheet(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """The report as a workbook, in the language of the page."""
    row = the(request, pk)
    if kind not in sheets.KINDS:
        raise Http404
    content, said = sheets.as_workbook(row, kind, spoken())
    return _file(content, said, drawing.file_name(row, kind))


def _file(content: bytes, said: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=said)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def new(request: HttpRequest) -> HttpResponse:
    """Draw a report up."""
    form = forms.NewForm(typed(request), on=day_of(request.at))

    def act() -> object:
        given = form.cleaned_data
        return actions.draw_up(given["layout"], given["period"], by=request.handler, at=request.at)

    return asked(request, form, _("Draw up a report"), act, reverse("months:all"))


def preview(request: HttpRequest, slug: str) -> HttpResponse:
    """A layout as it is being changed, with the figures of the month that was over last. Nothing is kept of it."""
    try:
        laid = being_changed(slug, day_of(request.at))
    except NoSuchLayout:
        raise Http404 from None
    month = rules.last_over(request.at, rules.MONTH)
    row = freezing.unkept(laid, month, by=request.handler, at=request.at)
    one = told(row, spoken())
    page = {"title": one.title, "told": one, "row": row, "writes": False, "slug": slug}
    return render(request, "months/preview.html", page)


def part(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """The words of one part, with every earlier version below."""
    row = the(request, pk)
    name = next((one["name"][spoken()] for one in row.figures["sections"] if one["key"] == slug), None)
    if name is None:
        raise Http404
    versions = queries.versions(row, slug)
    was = {"en": versions[0].en, "cy": versions[0].cy} if versions else {}
    form = forms.PartForm(typed(request), initial=was)

    def act() -> object:
        given = form.cleaned_data
        return actions.write(row, slug, given["en"], given["cy"], by=request.handler, at=request.at)

    back = f"{reverse('months:one', args=[pk])}#{slug}"
    return asked(request, form, _("Write in: %(part)s") % {"part": name}, act, back, versions=versions)


def revise(request: HttpRequest, pk: int) -> HttpResponse:
    row, form = the(request, pk), forms.ReviseForm(typed(request))

    def act() -> object:
        return actions.revise(row, form.cleaned_data["why"], by=request.handler, at=request.at)

    return asked(request, form, _("Count it again, as a revision"), act, reverse("months:all"))


@require_POST
def sign(request: HttpRequest, pk: int) -> HttpResponse:
    row = the(request, pk)
    try:
        once.only(request, lambda: actions.sign(row, by=request.handler, at=request.at))
    except Refused as refusal:
        page = {"title": _("It was not signed"), "sentence": str(refusal)}
        return render(request, "design/error_page.html", page, status=422)
    return redirect("months:one", pk)
