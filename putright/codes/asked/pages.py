"""The questions of one kind of contact, and changing one in two presses: look at what would change, then change it."""

from collections.abc import Callable
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from design.forms import Form
from putright.law.calendar import day_of
from putright.people import gates
from putright.people.refusals import Refused

from .. import queries as lists
from ..refusals import NotChanged, sentence
from ..words import RECALLED, told
from . import forms
from .actions import change_questions
from .planning import plan
from .queries import Planned, all_questions
from .rules import Question
from .seeds import LIST

KINDS = "kinds"


def language() -> str:
    return "cy" if get_language() == "cy" else "en"


def kind_name(topic: str, on: date) -> str:
    row = lists.code_list(KINDS).readable(topic, on)
    if row is None:
        raise Http404
    return row.name(language())


def questions(request: HttpRequest, topic: str) -> HttpResponse:
    """What that kind asks today, in order; what it asked or will ask on other days; and what was done to them."""
    on = day_of(request.at)
    asked = all_questions()
    now = asked.of(topic, on)
    page = {
        "title": kind_name(topic, on), "topic": topic, "now": now, "language": language(), "recalled": RECALLED,
        "others": [row for row in asked.rows if row.topic == topic and row not in now],
        "answers": dict(forms.ANSWERS), "audiences": dict(forms.ASKED), "history": history(topic),
        "may_change": gates.can(request.handler, "codes.change"), "back": reverse("codes:one", args=[KINDS]),
    }  # fmt: skip
    return render(request, "codes/questions.html", page)


def history(topic: str) -> list[object]:
    return [line for line in told(lists.changes(LIST, 500)) if line.code.startswith(f"{topic}.")][:50]


def ask(request: HttpRequest, topic: str) -> HttpResponse:
    form = forms.AskForm(request.POST or None, topic=topic)
    return changing(request, form, _("Add a question"), lambda: plan(topic, "", new=form.question(), at=request.at))


def reword(request: HttpRequest, topic: str, name: str) -> HttpResponse:
    old = latest(topic, name, request)
    form = forms.WordsForm(request.POST or None, topic=topic, old=old, initial=forms.as_typed(old))
    return changing(
        request, form, _("Reword a question"), lambda: plan(topic, name, new=form.question(), at=request.at)
    )


def stop(request: HttpRequest, topic: str, name: str) -> HttpResponse:
    latest(topic, name, request)
    form = forms.StopForm(request.POST or None)
    form.topic = topic
    return changing(
        request, form, _("Stop asking a question"),
        lambda: plan(topic, name, until=form.cleaned_data["until"], at=request.at),
    )  # fmt: skip


def latest(topic: str, name: str, request: HttpRequest) -> Question:
    row = all_questions().find(topic, name, day_of(request.at))
    if row is None:
        raise Http404
    return row


def changing(request: HttpRequest, form: Form, title: str, how: Callable[[], Planned]) -> HttpResponse:
    """The first press shows what would change; the second makes it, if nothing changed in between."""
    planned, topic = None, form.topic
    name = kind_name(topic, day_of(request.at))
    if form.is_bound and form.is_valid():
        try:
            planned = how()
            if request.POST.get("seen") == planned.token:
                change_questions(planned, form.cleaned_data["why"], by=request.handler, at=request.at)
                return redirect("codes:questions", topic)
        except Refused as refusal:
            planned = None
            problems = refusal.problems if isinstance(refusal, NotChanged) else []
            for words in dict.fromkeys(map(sentence, problems)) or [str(refusal)]:
                form.add_error(None, words)
    page = {
        "title": title, "form": form, "kind": name, "planned": planned, "answers": dict(forms.ANSWERS),
        "back": reverse("codes:questions", args=[topic]),
    }  # fmt: skip
    return render(request, "codes/question.html", page, status=422 if form.errors else 200)
