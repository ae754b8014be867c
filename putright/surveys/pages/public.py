"""Typing a code, the survey behind it, and thanks. Nothing of any case or person is shown."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from putright.invited import queries as invites
from putright.invited.models import Invite
from putright.passes import codes
from putright.people.queries import office
from putright.questionnaires import rules
from putright.questionnaires.models import Version
from putright.questionnaires.queries import content as content_of

from .. import queries
from ..actions import answering
from ..forms import AnswerForm, CodeForm
from ..refusals import NothingAnswered, NotOpen
from ..words import CLOSED


def enter(request: HttpRequest) -> HttpResponse:
    """The code of a letter on paper."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        code = codes.read_short(form.cleaned_data["code"])
        if code and invites.found(code):
            return redirect("surveys:answer", code)
        form.add_error("code", _("This code does not work. Check it against our letter, and type it again"))
    page = {"title": _("Tell us how we did"), "form": form}
    return render(request, "surveys/enter.html", page, status=422 if form.is_bound else 200)


@never_cache
def answer(request: HttpRequest, secret: str) -> HttpResponse:
    """The questions on one page; sent once. Half an answer is kept and shown again by the same code."""
    invite = invites.found(secret)
    version = queries.asked_by(invite) if invite else None
    if invite is None or version is None:
        return closed(request, "unknown")
    if why := invites.trouble(invite, at=request.at):
        return closed(request, why)
    if getattr(request, "handler", None) and invite.case_id:
        return closed(request, "staff")
    language = spoken()
    form = AnswerForm(
        request.POST if request.method == "POST" else None,
        content=content_of(version), language=language, initial=queries.half(invite),
    )  # fmt: skip
    if form.is_valid():
        return taken(request, invite, form)
    if request.method != "POST" and not invite.opened_at:
        answering.note_opened(invite, at=request.at)
    return asked(request, invite, version, form)


def taken(request: HttpRequest, invite: Invite, form: AnswerForm) -> HttpResponse:
    try:
        if form.keeps:
            answering.keep_half(invite, form.half(), at=request.at)
            return redirect(f"{request.path}?kept=1")
        answering.answer(invite, form.given(rules.WEB), by=None, at=request.at)
    except NotOpen as refusal:
        return closed(request, refusal.why)
    except NothingAnswered:
        return closed(request, "unknown")
    return redirect("surveys:thanks")


def asked(request: HttpRequest, invite: Invite, version: Version, form: AnswerForm) -> HttpResponse:
    page = {
        "title": _("Tell us how we did"), "form": form, "intro": form.content.intro(form.language), "until": invite.until,
        "kept": "kept" in request.GET, "others": None,
    }  # fmt: skip
    return render(request, "surveys/answer.html", page, status=422 if form.is_bound else 200)


def closed(request: HttpRequest, why: str) -> HttpResponse:
    """Never a dead end: how else to reach us stands below."""
    request.office = office()
    title, sentence = CLOSED[why]
    page = {"title": str(title), "sentence": sentence}
    return render(request, "surveys/closed.html", page, status={"unknown": 404, "staff": 409}.get(why, 200))


def thanks(request: HttpRequest) -> HttpResponse:
    request.office = office()
    page = {"title": _("Thank you"), "sentence": _("We have your answers. A person here will read them.")}
    return render(request, "surveys/closed.html", page)


def spoken() -> str:
    return "cy" if get_language() == "cy" else "en"
