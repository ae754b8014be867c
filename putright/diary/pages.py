"""The diary as its keeper sees it: what is late, what is due, and doing it."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from putright.cases import once
from putright.cases.refusals import Refused
from putright.law.calendar import day_of
from putright.people import gates

from . import actions, queries, rules, words
from .duties import duties, held
from .forms import PublishForm, ReadForm, StartForm, WriteForm
from .models import Occasion


def language() -> str:
    return "cy" if get_language() == "cy" else "en"


def asked(pk: int) -> Occasion:
    if (found := queries.one(pk)) is None:
        raise Http404
    return found


def about(of: Occasion, today: date) -> dict[str, object]:
    """What every page of one occasion says of it."""
    ((_one, duty, state),) = queries.stood([of], today, held(today))
    return {"of": of, "duty": duty, "state": state, "states": words.STATES, "colours": words.COLOURS, "language": language(),
            "period": words.period(of.period)}  # fmt: skip


def diary(request: HttpRequest) -> HttpResponse:
    today = day_of(request.at)
    named = held(today)
    page = {
        "title": _("The publication diary"), "waiting": queries.stood(queries.waiting(), today, named),
        "done": queries.stood(queries.done(), today, named), "duties": named.values(), "states": words.STATES,
        "colours": words.COLOURS, "language": language(), "period": words.period,
        "keeps": gates.can(request.handler, "diary.keep"),
    }  # fmt: skip
    return render(request, "diary/diary.html", page)


def start(request: HttpRequest, which: str) -> HttpResponse:
    """A clock that only a person can start: something was published, or changed."""
    duty = held(day_of(request.at)).get(which)
    if duty is None or duty.starts != rules.TOLD:
        raise Http404
    posted = request.POST if request.method == "POST" else None
    form = StartForm(posted, at=request.at, begins=duty.begins(language()))
    if form.is_valid():
        given = form.cleaned_data
        try:
            once.only(
                request, lambda: actions.start(which, given["period"], given["began"], by=request.handler, at=request.at)
            )
            return redirect("diary:diary")
        except Refused as refused:
            form.add_error(None, str(refused))
    page = {"title": duty.name(language()), "duty": duty, "form": form, "language": language(), "back": reverse("diary:diary")}
    return render(request, "diary/start.html", page, status=422 if form.is_bound else 200)


def read(request: HttpRequest, which: str) -> HttpResponse:
    """What the Order says of a duty, by whoever read it: recalled no more."""
    duty = held(day_of(request.at)).get(which)
    if duty is None:
        raise Http404
    form = ReadForm(request.POST if request.method == "POST" else None, initial={"months": duty.months, "cite": duty.cite})
    if form.is_bound and form.is_valid():
        try:
            given = actions.Read(which, **form.cleaned_data)
            once.only(request, lambda: actions.read(given, by=request.handler, at=request.at))
            return redirect("diary:diary")
        except Refused as refused:
            form.add_error(None, str(refused))
    page = {"title": duty.name(language()), "duty": duty, "form": form, "language": language(), "back": reverse("diary:diary")}
    return render(request, "diary/read.html", page, status=422 if form.is_bound else 200)


def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One occasion: its day in law, its statement where it has one, and where it was published."""
    of = asked(pk)
    base = about(of, day_of(request.at))
    statement = queries.statement(of) if of.duty == rules.STATEMENT else None
    page = base | {
        "title": duties()[of.duty].name(language()), "published": getattr(of, "published", None), "statement": statement,
        "signed": getattr(statement, "signed", None), "parts": words.PARTS, "languages": words.LANGUAGES,
        "keeps": gates.can(request.handler, "diary.keep"), "signs": gates.can(request.handler, "diary.sign"),
        "back": reverse("diary:diary"),
    }  # fmt: skip
    return render(request, "diary/one.html", page)


def publish(request: HttpRequest, pk: int) -> HttpResponse:
    of, today = asked(pk), day_of(request.at)
    elsewhere = duties()[of.duty].page == rules.ADDRESS
    posted = request.POST if request.method == "POST" else None
    form = PublishForm(posted, at=request.at, elsewhere=elsewhere, late=of.due_on < today)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        where = actions.Where(given.get("on", today), given.get("address", ""), form.late_why())
        try:
            once.only(request, lambda: actions.publish(of, where, by=request.handler, at=request.at))
            return redirect("diary:one", pk)
        except Refused as refused:
            form.add_error(None, str(refused))
    back = reverse("diary:one", args=[pk])
    page = about(of, today) | {"title": _("Publish"), "form": form, "elsewhere": elsewhere, "back": back}
    return render(request, "diary/publish.html", page, status=422 if form.is_bound else 200)


def write(request: HttpRequest, pk: int) -> HttpResponse:
    """The statement in both languages. A newer one must be signed again."""
    of = asked(pk)
    if of.duty != rules.STATEMENT:
        raise Http404
    newest = queries.statement(of)
    said = {f"{part}_{one}": words for one, parts in newest.texts.items() for part, words in parts.items()} if newest else {}
    form = WriteForm(request.POST if request.method == "POST" else None, initial=said)
    if form.is_valid():
        try:
            once.only(request, lambda: actions.write(of, form.texts(), by=request.handler, at=request.at))
            return redirect("diary:one", pk)
        except Refused as refused:
            form.add_error(None, str(refused))
    back = reverse("diary:one", args=[pk])
    page = about(of, day_of(request.at)) | {"title": _("Write the statement"), "form": form, "back": back}
    return render(request, "diary/write.html", page, status=422 if form.is_bound else 200)


def sign(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole statement once more, and a press that stands by it."""
    of = asked(pk)
    newest, refusal = queries.statement(of), ""
    if newest is None:
        raise Http404
    if request.method == "POST":
        try:
            read = queries.read(of, request.POST.get("read", ""))
            once.only(request, lambda: actions.sign(read, by=request.handler, at=request.at))
            return redirect("diary:one", pk)
        except Refused as refused:
            refusal = str(refused)
    page = about(of, day_of(request.at)) | {
        "title": _("Sign the statement"), "statement": newest, "parts": words.PARTS, "languages": words.LANGUAGES,
        "refusal": refusal, "back": reverse("diary:one", args=[pk]),
    }  # fmt: skip
    return render(request, "diary/sign.html", page, status=422 if refusal else 200)
