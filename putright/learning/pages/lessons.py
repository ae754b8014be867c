"""Lessons: on a case, on none, and all of them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from putright.cases import door
from putright.cases.models import Case

from .. import queries, words
from ..actions.lessons import Learned, note_lesson
from ..forms import LessonForm
from .asking import asked, cause_names, causes, sheet_of, typed


def lessons(request: HttpRequest) -> HttpResponse:
    found = queries.lessons(door.cases(request), request.GET.get("after", ""))
    page = {"title": _("Lessons"), "words": words, "causes": cause_names(request)}
    return render(request, "learning/lessons.html", page | sheet_of(request, found))


def lesson(request: HttpRequest) -> HttpResponse:
    return _write(request, None, reverse("learning:lessons"))


def on_case(request: HttpRequest, reference: str) -> HttpResponse:
    case = door.case(request, reference)
    return _write(request, case, reverse("desk:case", args=[reference]))


def _write(request: HttpRequest, case: Case | None, to: str) -> HttpResponse:
    form = LessonForm(typed(request), causes=causes(request))

    def act() -> object:
        given = form.cleaned_data
        learned = Learned(given["level"], given["cause"], given["words"])
        return note_lesson(learned, case, by=request.handler, at=request.at)

    return asked(request, form, _("Write down a lesson"), act, to, said=case.reference if case else "")
