"""What every page here shares: the language, the standard of the address, one form and what it does."""

from collections.abc import Callable, Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from design.forms import Form
from putright.cases import once
from putright.people.models import Handler
from putright.people.queries import colleagues, teams
from putright.people.refusals import Refused

from .. import catalogue
from ..shape import Standard


def spoken() -> str:
    return "cy" if get_language() == "cy" else "en"


def typed(request: HttpRequest) -> object | None:
    return request.POST if request.method == "POST" else None


def staff() -> Sequence[Handler]:
    return colleagues(*teams("front"))


def the(slug: str) -> Standard:
    try:
        return catalogue.the(slug)
    except catalogue.NoSuchStandard:
        raise Http404 from None


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
    page = {"title": title, "form": form, "back": to, "button": title, **more}
    return render(request, "excellence/form.html", page, status=422 if form.is_bound else 200)
