"""The page behind a link. Nothing but the question is shown, and nothing of the case ever; opening it uses nothing up."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from putright.documents import held
from putright.documents.receiving import blame, too_large
from putright.documents.refusals import NotTaken
from putright.documents.shown import Shown
from putright.documents.words import ANOTHER_WAY
from putright.people.queries import office

from .. import queries, rules
from ..actions import questions
from ..forms import AnswerForm
from ..models import Link, Question
from ..refusals import NotOpen
from ..words import CLOSED, STATUS


@never_cache
def answer(request: HttpRequest, secret: str) -> HttpResponse:
    """The question and a form; sent once. A link that takes no answer says so, and how else to reach us."""
    link = queries.found(secret)
    if link is None:
        return closed(request, "unknown")
    question, language = link.question, "cy" if get_language() == "cy" else "en"
    if why := rules.trouble(ended=question.ended, until=link.until, at=request.at):
        return closed(request, why)
    form = AnswerForm(request.POST if request.method == "POST" else None, asked=question, language=language)
    if form.is_valid() and gathered(request, question, form):
        try:
            questions.answer(link, questions.Given(form.value(), form.said(), language), at=request.at)
        except NotOpen as refusal:
            return closed(request, refusal.why)
        return redirect("asking:thanks")
    return asked(request, link, form, language)


def asked(request: HttpRequest, link: Link, form: AnswerForm, language: str) -> HttpResponse:
    question = link.question
    spoken = language if language in question.words else next(iter(question.words), "en")
    files = [Shown(one) for one in held.held_with(question.key)] if question.kind == rules.FILE else []
    page = {
        "title": _("A question for you"), "form": form, "words": question.words.get(spoken, ""), "spoken": spoken,
        "until": link.until, "files": files, "many": question.kind == rules.FILE,
    }  # fmt: skip
    return render(request, "asking/answer.html", page, status=422 if form.is_bound else 200)


def gathered(request: HttpRequest, question: Question, form: AnswerForm) -> bool:
    """Keep the files that came with it; False when something was wrong with one, or a file was asked for and none is there."""
    if question.kind != rules.FILE:
        return True
    wrong = [str(NotTaken("too_large", name)) for name in too_large(request)]
    if coming := request.FILES.getlist("files"):
        wrong += held.hold_all(coming, came_with=question.key, by=None, at=request.at)[1]
    if not wrong and not form.cleaned_data.get("words") and not held.held_with(question.key).exists():
        form.add_error("files", _("Choose a file, or write to us below"))
        return False
    blame(form, [f"{sentence} {ANOTHER_WAY}" for sentence in wrong])
    return not wrong


def closed(request: HttpRequest, why: str) -> HttpResponse:
    """Never a dead end: how else to reach us stands below."""
    request.office = office()
    title, sentence = CLOSED[why]
    return render(request, "asking/closed.html", {"title": str(title), "sentence": sentence}, status=STATUS.get(why, 200))


def thanks(request: HttpRequest) -> HttpResponse:
    request.office = office()
    page = {"title": _("Thank you"), "sentence": _("We have your answer. A person here will read it.")}
    return render(request, "asking/closed.html", page)
