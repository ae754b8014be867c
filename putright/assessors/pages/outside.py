"""For people from outside: the assessor, who reads the frozen pack and opens the answers; and those who were invited."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from putright.people.queries import office
from putright.people.refusals import Refused

from .. import queries, sealed
from ..actions import people as done
from ..forms import AnswerForm, CodeForm
from ..models import Assessor, Pack
from ..refusals import CodeNotKnown
from ..served import served
from .speaking import spoken, typed

KEY = "assessor"  # in the session: whose way in, never a code


def back() -> str:
    return f"/{spoken()}/"


@never_cache
def door(request: HttpRequest) -> HttpResponse:
    """The joining code makes a code of their own, shown once; that code opens the pack."""
    request.office = office()
    form = CodeForm(typed(request))
    if form.is_valid():
        code = form.cleaned_data["code"]
        if found := queries.by_code(code, request.at):
            request.session.cycle_key()
            request.session[KEY] = found.pk
            return redirect("assessors:shown")
        try:
            made, own = done.join(code, by=None, at=request.at)
            page = {
                "title": _("Your own code"),
                "own": own,
                "made": made,
                "check": sealed.check_words(made.public),
                "back": back(),
            }
            return render(request, "assessors/joined.html", page)
        except CodeNotKnown as refusal:
            form.add_error("code", str(refusal))
    page = {"title": _("For an assessor"), "form": form, "back": back()}
    return render(request, "assessors/door.html", page, status=422 if form.is_bound else 200)


def let_in(request: HttpRequest) -> tuple[Assessor, Pack | None]:
    """Whoever opened the door with their own code, while it opens. 404 for anybody else."""
    found = (
        queries.alive(request.at)
        .filter(pk=request.session.get(KEY, 0))
        .exclude(digest="")
        .select_related("cycle")
        .first()
    )
    if found is None:
        raise Http404
    return found, queries.pack_for(found)


@never_cache
def shown(request: HttpRequest) -> HttpResponse:
    request.office = office()
    found, pack = let_in(request)
    page = {
        "title": _("The pack for the assessor"),
        "found": found,
        "pack": pack,
        "check": sealed.check_words(found.public),
        "language": spoken(),
        "form": CodeForm(),
    }
    return render(request, "assessors/shown.html", page)


def the_pack(request: HttpRequest) -> Pack:
    _found, pack = let_in(request)
    if pack is None:
        raise Http404
    return pack


def page(request: HttpRequest, name: str) -> HttpResponse:
    return served(the_pack(request), name)


def whole(request: HttpRequest) -> HttpResponse:
    return served(the_pack(request), "")


@never_cache
def answers(request: HttpRequest) -> HttpResponse:
    """Who will speak: opened with the code, on this answer only, and kept nowhere."""
    request.office = office()
    found, _pack = let_in(request)
    form = CodeForm(typed(request))
    rows: list[dict[str, str]] | None = None
    if form.is_valid():
        if queries.by_code(form.cleaned_data["code"], request.at) == found:
            rows = list(queries.answered(found, form.cleaned_data["code"]))
        else:
            form.add_error("code", str(CodeNotKnown()))
    page = {"title": _("Who will speak to you"), "form": form, "rows": rows}
    return render(request, "assessors/answers.html", page, status=422 if form.errors else 200)


def leave(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        request.session.pop(KEY, None)
    return redirect("assessors:door")


@never_cache
def speak(request: HttpRequest) -> HttpResponse:
    """Somebody invited says yes. The same words come back whether it is the first time or the third."""
    request.office = office()
    form = AnswerForm(typed(request))
    if form.is_valid():
        given = dict(form.cleaned_data)
        try:
            done.answer(given.pop("code"), given, by=None, at=request.at)
            return render(request, "assessors/said.html", {"title": _("Thank you"), "back": back()})
        except Refused as refusal:
            form.add_error("code", str(refusal))
    page = {"title": _("Speak to the assessor"), "form": form, "back": back()}
    return render(request, "assessors/speak.html", page, status=422 if form.is_bound else 200)
