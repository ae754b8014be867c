"""The staff's pages of records, and the public's: those read nothing but what is published."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from design.forms import Form
from putright.cases import once
from putright.cases.refusals import Refused
from putright.law.calendar import day_of
from putright.people import gates
from putright.people.queries import office

from . import actions, paper, queries, rules
from .forms import ApproveForm, PublishForm, RecordForm, WithdrawForm
from .models import Published, Version
from .without import public_texts
from .words import PARTS, TIMINGS


def spoken() -> str:
    return "cy" if get_language() == "cy" else "en"


def typed(request: HttpRequest) -> object | None:
    return request.POST if request.method == "POST" else None


def records(request: HttpRequest) -> HttpResponse:
    page = {"title": _("Decision records"), "rows": queries.records(request.at), "language": spoken()}
    return render(request, "decisions/records.html", page)


def versions_of(number: int) -> list[Version]:
    try:
        return queries.versions(number)
    except queries.NoSuchRecord:
        raise Http404 from None


def record(request: HttpRequest, number: int) -> HttpResponse:
    """The newest version in full and as the public will read it, side by side; what may be done; the versions before."""
    versions = versions_of(number)
    newest = versions[0]
    page = {
        "title": _("Decision %(number)s") % {"number": number}, "now": queries.standing(newest, request.at),
        "older": versions[1:], "may": gates.can(request.handler, "decisions.publish"),
        "public": public_texts(newest), "parts": PARTS, "timings": TIMINGS, "languages": rules.LANGUAGES,
        "lacking": rules.lacking(newest.texts, withdrawn=newest.withdrawn),
        "ever": any(hasattr(one, "published") for one in versions), "number": number,
    }  # fmt: skip
    return render(request, "decisions/record.html", page)


def asked(request: HttpRequest, form: Form, title: str, act: Callable[[], object], number: int | None = None) -> HttpResponse:
    """One form; a refusal keeps what was typed. Then the record's own page, or the list."""
    if form.is_valid():
        try:
            once.only(request, act)
            return redirect("decisions:record", number) if number else redirect("decisions:records")
        except Refused as refusal:
            form.add_error(None, str(refusal))
    page = {
        "title": title, "form": form, "number": number, "grounds": queries.grounds().rows, "language": spoken(),
        "marks": isinstance(form, RecordForm),
    }  # fmt: skip
    return render(request, "decisions/form.html", page, status=422 if form.is_bound else 200)


def new(request: HttpRequest) -> HttpResponse:
    form = RecordForm(typed(request), at=request.at, initial={"decided_on": day_of(request.at)})
    return asked(
        request, form, _("Write a decision record"), lambda: actions.write(form.written(), by=request.handler, at=request.at)
    )


def change(request: HttpRequest, number: int) -> HttpResponse:
    now = versions_of(number)[0]
    start = {f"{part}_{one}": text for one, parts in now.texts.items() for part, text in parts.items()}
    start |= {"timing": now.timing, "decided_on": now.decided_on, "nolan": ["yes"] if now.nolan else []}
    form = RecordForm(typed(request), at=request.at, initial=start)
    return asked(
        request, form, _("A new version of the record"),
        lambda: actions.write(form.written(), now.record, by=request.handler, at=request.at), number,
    )  # fmt: skip


def approve(request: HttpRequest, number: int) -> HttpResponse:
    now, form = versions_of(number)[0], ApproveForm(typed(request), at=request.at)
    return asked(
        request, form, _("Note who approved it"),
        lambda: actions.approve(now, form.signed(), by=request.handler, at=request.at), number,
    )  # fmt: skip


def publish(request: HttpRequest, number: int) -> HttpResponse:
    now, form = versions_of(number)[0], PublishForm(typed(request))
    return asked(
        request, form, _("Publish the record"),
        lambda: actions.publish(now, form.why(), by=request.handler, at=request.at), number,
    )  # fmt: skip


def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    now, form = versions_of(number)[0], WithdrawForm(typed(request))
    return asked(
        request, form, _("Withdraw the record"),
        lambda: actions.withdraw(now, form.why(), by=request.handler, at=request.at), number,
    )  # fmt: skip


def listed(request: HttpRequest) -> HttpResponse:
    request.office = office()
    page = {"title": _("Decisions we publish"), "rows": queries.published(), "language": spoken(), "back": f"/{spoken()}/"}
    return render(request, "decisions/public_list.html", page)


def one_of(number: int) -> Published:
    try:
        return queries.read(number)
    except queries.NoSuchRecord:
        raise Http404 from None


def read(request: HttpRequest, number: int) -> HttpResponse:
    request.office = office()
    one, language = one_of(number), spoken()
    page = {
        "title": one.texts[language]["title"], "one": one, "facts": paper.facts(one, language),
        "parts": paper.parts(one, language), "number": number,
    }  # fmt: skip
    return render(request, "decisions/public.html", page)


def pdf(request: HttpRequest, number: int) -> HttpResponse:
    one, language = one_of(number), spoken()
    made = paper.made(one, language, office().name(language))
    headers = {"Content-Disposition": f'attachment; filename="decision-{number}-{language}.pdf"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers | {"X-Content-Type-Options": "nosniff"})
