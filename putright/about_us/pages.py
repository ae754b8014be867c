"""The public's page and form; and what the one who reads them sees."""

from collections.abc import Callable
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from design.dates import month_name
from design.forms import Form
from putright.cases import once
from putright.contacts.lane import lane
from putright.law.calendar import day_of
from putright.people.refusals import Refused

from . import actions, forms, queries, sending
from .models import Sealed
from .words import ABOUT, CAME_OF, VERBS


def language() -> str:
    return "cy" if get_language() == "cy" else "en"


def how(request: HttpRequest) -> HttpResponse:
    """How to complain about us, where each other complaint goes, and last month's figure."""
    month, number = queries.last_month(request.at)
    page = {
        "title": _("Complain about us"), "within": queries.allowed(day_of(request.at)), "number": number,
        "month": f"{month_name(month.month, language())} {month.year}", "taken": queries.readers(),
    }  # fmt: skip
    return render(request, "about_us/how.html", page)


@never_cache
def tell(request: HttpRequest) -> HttpResponse:
    if not queries.readers():
        return redirect("about_us:how")
    form = forms.TellForm(request.POST or None, initial={"key": str(uuid4())})
    wait = lane.through(request, form.cleaned_data["key"].hex, at=request.at) if form.is_valid() else None
    if form.is_valid() and wait is None:
        try:
            actions.tell(form.told(language()), form.cleaned_data["key"], by=None, at=request.at)
            return redirect("about_us:sent", form.cleaned_data["key"])
        except Refused as refusal:
            form.add_error(None, str(refusal))
    page = {"title": _("Tell us what went wrong with us"), "form": form, "wait": wait, "back": reverse("about_us:how")}
    return render(request, "about_us/tell.html", page, status=429 if wait else 422 if form.is_bound else 200)


@never_cache
def sent(request: HttpRequest, receipt: UUID) -> HttpResponse:
    found = queries.sent(receipt)
    if found is None:
        raise Http404
    return render(request, "about_us/sent.html", {"title": _("We have it"), "one": found, **dates(found)})


def dates(one: Sealed) -> dict[str, object]:
    told_on = queries.told_on(one)
    allowed = queries.allowed(told_on)
    return {"acknowledge_by": allowed.acknowledge_by(told_on), "answer_by": allowed.answer_by(told_on)}


@never_cache
def register(request: HttpRequest) -> HttpResponse:
    today = day_of(request.at)
    found, after = queries.open_to(request.handler, request.GET.get("after", ""))
    page = {
        "title": _("Complaints about the team"), "rows": [(one, dates(one)) for one in found], "today": today,
        "within": queries.allowed(today), "about": ABOUT, "came_of": CAME_OF, "after": after, "back_to_us": queries.came_back(),
        "reached": queries.reaches(request.handler),
    }  # fmt: skip
    return render(request, "about_us/register.html", page)


def found(request: HttpRequest, code: str) -> Sealed:
    """By its reference: numbers in a row would tell whom it names that there is one between."""
    try:
        return queries.one(request.handler, code)
    except queries.NoSuchComplaint:
        raise Http404 from None


@never_cache
def one(request: HttpRequest, code: str) -> HttpResponse:
    return shown(request, found(request, code))


def shown(request: HttpRequest, sealed: Sealed, **bound: Form) -> HttpResponse:
    mailed = queries.told_by_us(sealed)
    returned = mailed is not None and queries.did_not_arrive(mailed)
    page = {
        "title": _("Complaint %(reference)s") % {"reference": sealed.reference}, "one": sealed,
        "steps": queries.steps(sealed), "about": ABOUT, "verbs": VERBS, "came_of": CAME_OF, **dates(sealed),
        "back": reverse("about_us:register"), "mailed": mailed, "returned": returned,
        "note": bound.get("note") or forms.NoteForm(), "answer": bound.get("answer") or forms.AnswerForm(),
        "form": next(iter(bound.values()), None),
    }  # fmt: skip
    return render(request, "about_us/one.html", page, status=422 if bound else 200)


def pressed(request: HttpRequest, sealed: Sealed, act: Callable[[], object], **bound: Form) -> HttpResponse:
    """Done once for one press; refused or with something missing, the page again with all that was typed."""
    form = next(iter(bound.values()), None)
    if form is None or form.is_valid():
        try:
            once.only(request, act)
            return redirect("about_us:one", sealed.reference)
        except Refused as refusal:
            if form is None:
                raise
            form.add_error(None, str(refusal))
    return shown(request, sealed, **bound)


@never_cache
def enter(request: HttpRequest) -> HttpResponse:
    """Write down one that came by post. Then the register: who is named in it may not see it."""
    form = forms.EnterForm(request.POST or None, initial={"key": str(uuid4())}, at=request.at)
    if form.is_valid():
        try:
            actions.enter(form.written(), form.cleaned_data["key"], by=request.handler, at=request.at)
            return redirect("about_us:register")
        except Refused as refusal:
            form.add_error(None, str(refusal))
    page = {"title": _("Write down one that came by post"), "form": form, "back": reverse("about_us:register")}
    return render(request, "about_us/days.html", page, status=422 if form.is_bound else 200)


@never_cache
def letter(request: HttpRequest, code: str) -> HttpResponse:
    """The letter that says that we have it, to be printed, in the language they wrote in."""
    sealed = found(request, code)
    with override(sealed.language):
        words = sending.letter(sealed, sealed.language)
    page = {"title": _("A letter to print"), "one": sealed, "words": words, "back": reverse("about_us:one", args=[code])}
    return render(request, "about_us/letter.html", page)


@require_POST
def acknowledge(request: HttpRequest, code: str) -> HttpResponse:
    sealed = found(request, code)
    return pressed(request, sealed, lambda: actions.acknowledge(sealed, by=request.handler, at=request.at))


@require_POST
def note(request: HttpRequest, code: str) -> HttpResponse:
    sealed, form = found(request, code), forms.NoteForm(request.POST)
    by, at = request.handler, request.at
    return pressed(request, sealed, lambda: actions.note(sealed, form.cleaned_data["note"], by=by, at=at), note=form)


@require_POST
def answer(request: HttpRequest, code: str) -> HttpResponse:
    sealed, form = found(request, code), forms.AnswerForm(request.POST)
    by, at = request.handler, request.at
    return pressed(request, sealed, lambda: actions.answer(sealed, **form.cleaned_data, by=by, at=at), answer=form)


@never_cache
def days(request: HttpRequest) -> HttpResponse:
    form = forms.DaysForm(request.POST or None)
    if form.is_valid():
        try:
            once.only(request, lambda: actions.allow(**form.cleaned_data, by=request.handler, at=request.at))
            return redirect("about_us:register")
        except Refused as refusal:
            form.add_error(None, str(refusal))
    page = {"title": _("How long we allow ourselves"), "form": form, "back": reverse("about_us:register")}
    return render(request, "about_us/days.html", page, status=422 if form.is_bound else 200)
