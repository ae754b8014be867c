"""The pages of this room, and the one shape that all its forms have."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language

from design.forms import Form
from putright.cases import once
from putright.codes.queries import asked_once
from putright.law.calendar import day_of
from putright.people.refusals import Refused


def language() -> str:
    return "cy" if get_language() == "cy" else "en"


def listed(request: HttpRequest, which: str) -> list[tuple[str, str]]:
    """The codes of a list in force today, in words."""
    return [(row.code, row.name(language())) for row in asked_once(request, which).in_force(day_of(request.at))]


def named(request: HttpRequest, which: str, code: str) -> str:
    return asked_once(request, which).name(code, day_of(request.at), language()) if code else ""


def asked(request: HttpRequest, form: Form, act: Callable[[], object], title: str, to: str) -> HttpResponse:
    """A page with one form: done once for one press, and then back to the list; refused, it says why and keeps all."""
    if form.is_valid():
        try:
            once.only(request, act)
            return redirect(to)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    page = {"title": title, "form": form, "back": reverse(to)}
    return render(request, "workforce/form.html", page, status=422 if form.is_bound else 200)
