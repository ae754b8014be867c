"""The page behind a link, for somebody at work with a phone: what was said, what is asked, three questions. Opening it uses
nothing up; it shows no name but the addressee's, no note and nothing else of the case."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from putright.allocation.rules import Answered
from putright.allocation.words import ASKS
from putright.cases.refusals import Refused
from putright.people.queries import office

from .. import queries
from ..actions import outside as actions
from ..forms import AnswerForm
from ..models import Link
from ..refusals import Closed
from ..words import CLOSED, STATUS


@never_cache
def answer(request: HttpRequest, secret: str) -> HttpResponse:
    """Sent once. A link that takes no answer says so, and how to reach us."""
    link = queries.found(secret)
    if link is None:
        return closed(request, "unknown")
    if why := queries.trouble(link, request.at):
        return closed(request, why)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            send(link, form, request)
            return redirect("chasing:thanks")
        except Closed as refusal:
            return closed(request, refusal.why)
        except Refused as refused:
            form.add_error(None, str(refused))
    return asked(request, link, form, secret)


def send(link: Link, form: AnswerForm, request: HttpRequest) -> None:
    given = form.cleaned_data
    if given["did"] == "give_back":
        actions.return_it(link, given["words"], at=request.at)
    else:
        actions.answer(link, Answered(given["did"], given["words"], given["content"]), at=request.at)


def asked(request: HttpRequest, link: Link, form: AnswerForm, secret: str) -> HttpResponse:
    language = "cy" if (get_language() or "").startswith("cy") else "en"
    request.office = office()
    page = {
        "title": _("Please put this right"), "form": form, "link": link, "secret": secret, "asked": link.allocation,
        "asks": ASKS[link.allocation.asks], "team": link.allocation.team.name(language),
    }  # fmt: skip
    return render(request, "chasing/answer.html", page, status=422 if form.is_bound else 200)


@never_cache
def not_me(request: HttpRequest, secret: str) -> HttpResponse:
    """It came to the wrong person: one press, and nothing more is shown. Only a press does it, never a link followed."""
    if request.method != "POST":
        return redirect("chasing:answer", secret)
    link = queries.found(secret)
    if link is None:
        return closed(request, "unknown")
    try:
        actions.not_them(link, at=request.at)
    except Closed as refusal:
        return closed(request, refusal.why)
    sentence = _("Thank you for telling us. The link no longer works. You do not need to do anything else.")
    return told(request, _("We have switched it off"), sentence)


def closed(request: HttpRequest, why: str) -> HttpResponse:
    """Never a dead end: how to reach us stands below."""
    title, sentence = CLOSED[why]
    return told(request, str(title), str(sentence), status=STATUS.get(why, 200))


def told(request: HttpRequest, title: str, sentence: str, *, status: int = 200) -> HttpResponse:
    request.office = office()
    return render(request, "chasing/told.html", {"title": title, "sentence": sentence}, status=status)


def thanks(request: HttpRequest) -> HttpResponse:
    return told(request, _("Thank you"), _("We have your answer. You do not need to do anything else."))
