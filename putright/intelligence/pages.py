"""Taking it down; what waits, without a word of it; the pack, the sealed sheet, and the receipt that deletes them."""

from collections.abc import Callable
from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from design.forms import Form
from putright.codes.asked.boxes import told
from putright.codes.asked.queries import questions_once
from putright.codes.asked.rules import HANDLER
from putright.codes.queries import asked_once
from putright.codes.rules import Row
from putright.contacts.entry.rules import seconds_since
from putright.contacts.kinds.rules import INTELLIGENCE
from putright.law.calendar import day_of
from putright.people import queries as people
from putright.people.gates import NotAllowed, can
from putright.people.refusals import Refused

from . import actions, forms, queries, sheets
from .models import Record
from .rules import GRADES, Told
from .words import VERBS


def language() -> str:
    return "cy" if get_language() == "cy" else "en"


def refused(form: Form, do: Callable[[], object]) -> object:
    """What it gave; None with the refusal on the form."""
    try:
        return do()
    except Refused as refusal:
        form.add_error(None, str(refusal))
    return None


@never_cache
def take(request: HttpRequest) -> HttpResponse:
    """Crimestoppers first; then the sealed page. The answer shows nothing of what was typed."""
    request.office = people.office()
    form = take_form(request)
    if form.is_valid() and (made := refused(form, lambda: taken(request, form))):
        page = {"title": _("It is taken down, sealed"), "record": made}
        return render(request, "intelligence/taken.html", page)
    on = day_of(request.at)
    script = told(questions_once(request).of(INTELLIGENCE, on, HANDLER), language())
    page = {"title": _("Information about a crime"), "form": form, "script": script}
    return render(request, "intelligence/take.html", page, status=422 if form.is_bound else 200)


def take_form(request: HttpRequest) -> forms.TakeForm:
    on = day_of(request.at)
    grades = tuple([(row.code, said(row)) for row in asked_once(request, which).in_force(on)] for which in GRADES)
    start = {"key": str(uuid4()), "began": request.at.isoformat()}
    return forms.TakeForm(request.POST or None, initial=start, grades=grades, supervisors=queries.supervisors(), at=request.at)


def said(row: Row) -> str:
    return f"{row.code} {row.name(language())}"


def taken(request: HttpRequest, form: forms.TakeForm) -> Record:
    given = form.cleaned_data
    heard = Told(
        given["said"], given["sanitised"], (given["source_grade"], given["assessment"], given["handling"]),
        given["threat"] == "yes", given["name"], given["reach"], given["channel"],
        seconds_since(given["began"], request.at), tuple(int(pk) for pk in given["kept_from"]),
    )  # fmt: skip
    return actions.take(heard, sheets.key_of(given["key"], request.handler.pk), by=request.handler, at=request.at)


@never_cache
def waiting(request: HttpRequest) -> HttpResponse:
    page = {
        "title": _("Information to hand over"), "waiting": queries.waiting(request.handler),
        "gone": queries.gone(request.handler),
    }  # fmt: skip
    return render(request, "intelligence/waiting.html", page)


def found(request: HttpRequest, number: int) -> Record:
    try:
        return queries.record(request.handler, number)
    except queries.NoSuchRecord:
        raise Http404 from None


@never_cache
def record(request: HttpRequest, number: int) -> HttpResponse:
    return shown(request, found(request, number))


def shown(request: HttpRequest, one: Record, *, why: Form | None = None, receipt: Form | None = None) -> HttpResponse:
    form = why or receipt
    page = {
        "title": _("Sealed record %(number)s") % {"number": one.pk}, "record": one, "form": form,
        "why": why or forms.WhyForm(), "receipt": receipt or forms.ReceiptForm(),
        "steps": queries.steps(one), "verbs": VERBS, "keeper": queries.is_keeper(request.handler),
        "keepers": queries.keepers(), "back": reverse("intelligence:waiting"),
    }  # fmt: skip
    return render(request, "intelligence/record.html", page, status=422 if form else 200)


@never_cache
@require_POST
def pack(request: HttpRequest, number: int) -> HttpResponse:
    """The pack to print, or as a text file. Posted, so that no link or reload opens it without its line in the history."""
    one = found(request, number)
    words = actions.open_pack(one, by=request.handler, at=request.at)
    rows = sheets.pack(one, words, {which: asked_once(request, which) for which in GRADES}, language())
    if request.POST.get("as") == "text":
        return sheets.as_file(_("Pack %(number)s") % {"number": one.pk}, rows, f"pack-{one.pk}.txt")
    if request.POST.get("as") == "json":
        saved = {"Content-Disposition": f'attachment; filename="pack-{one.pk}.json"'}
        return JsonResponse(sheets.as_json(one, words), json_dumps_params={"ensure_ascii": False, "indent": 2}, headers=saved)
    page = {"title": _("Pack %(number)s") % {"number": one.pk}, "rows": rows, "sealed": False,
            "back": reverse("intelligence:record", args=[one.pk])}  # fmt: skip
    return render(request, "intelligence/sheet.html", page)


@never_cache
@require_POST
def source(request: HttpRequest, number: int) -> HttpResponse:
    one, form = found(request, number), forms.WhyForm(request.POST)
    if not queries.is_keeper(request.handler):
        raise NotAllowed("intelligence.source")
    if not form.is_valid():
        return shown(request, one, why=form)
    opened = refused(form, lambda: actions.open_source(one, form.cleaned_data["why"], by=request.handler, at=request.at))
    if opened is None:
        return shown(request, one, why=form)
    page = {"title": _("Sealed sheet %(number)s") % {"number": one.pk}, "rows": sheets.sealed(one, *opened), "sealed": True,
            "back": reverse("intelligence:record", args=[one.pk])}  # fmt: skip
    return render(request, "intelligence/sheet.html", page)


@never_cache
@require_POST
def receipt(request: HttpRequest, number: int) -> HttpResponse:
    one, form = found(request, number), forms.ReceiptForm(request.POST)
    if form.is_valid():
        try:
            actions.confirm(one, form.cleaned_data["reference"], by=request.handler, at=request.at)
            return redirect("intelligence:waiting")
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return shown(request, one, receipt=form)


@never_cache
def keepers(request: HttpRequest) -> HttpResponse:
    """Who may open sealed sheets, and naming another."""
    others = [one for one in queries.supervisors() if one.pk != request.handler.pk]
    form = forms.KeeperForm(request.POST or None, supervisors=others)
    if form.is_valid():
        who = next(one for one in others if str(one.pk) == form.cleaned_data["handler"])
        if refused(form, lambda: actions.name_keeper(who, form.cleaned_data["why"], by=request.handler, at=request.at)):
            return redirect("intelligence:keepers")
    page = {"title": _("Keepers of sealed sheets"), "form": form, "keepers": queries.keepers(),
            "back": reverse("intelligence:waiting") if can(request.handler, "intelligence.hand_over") else ""}  # fmt: skip
    return render(request, "intelligence/keepers.html", page, status=422 if form.is_bound else 200)


@require_POST
def end_keeper(request: HttpRequest, number: int) -> HttpResponse:
    keeper = queries.keeper(number)
    if keeper is None:
        raise Http404
    actions.end_keeper(keeper, by=request.handler, at=request.at)
    return redirect("intelligence:keepers")
