"""Asking a question, letting it go, taking its answer over; reading replies; what waits."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from design.typed import cleaned
from putright.cases import door, once
from putright.cases.models import Case
from putright.cases.queries import NoSuchCase
from putright.cases.refusals import Refused
from putright.interested.rules import languages
from putright.letters import addressee

from .. import queries, suggested
from ..actions import questions, reading
from ..forms import AskForm
from ..models import Question
from ..rules import YES_NO


def ask(request: HttpRequest, reference: str) -> HttpResponse:
    """One question; what triage does not know is suggested, and fills the form in."""
    case = door.case(request, reference)
    fact = cleaned(request.GET.get("fact", ""))[:60]
    fact = fact if fact in suggested.ASKED else ""
    spoken = languages(addressee.of(case).language)
    start = {f"words_{one}": suggested.words(fact, one) for one in spoken} | ({"kind": YES_NO} if fact else {})
    form = AskForm(request.POST if request.method == "POST" else None, languages=spoken, initial=start)
    if form.is_valid():
        wanted = questions.Wanted(
            form.cleaned_data["kind"], form.said(), request.build_absolute_uri("/"), fact, form.offered()
        )
        try:
            once.only(request, lambda: questions.ask(case, wanted, by=request.handler, at=request.at))
            return redirect("desk:case", reference)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return asking(request, case, form)


def asking(request: HttpRequest, case: Case, form: AskForm) -> HttpResponse:
    language = "cy" if get_language() == "cy" else "en"
    may = [(fact, suggested.words(fact, language)) for fact in suggested.facts(case)]
    page = {"title": _("Ask one question"), "case": case, "form": form, "suggested": may}
    return render(request, "asking/ask.html", page, status=422 if form.is_bound else 200)


def one_of(case: Case, pk: int) -> Question:
    found = queries.of_case(case).filter(pk=pk).first()
    if found is None:
        raise NoSuchCase(case.reference)
    found.case = case
    return found


@require_POST
def let_go(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    case = door.case(request, reference)
    question = one_of(case, pk)
    return done(request, reference, lambda: questions.let_go(question, by=request.handler, at=request.at))


@require_POST
def take_over(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    case = door.case(request, reference)
    question = one_of(case, pk)
    return done(request, reference, lambda: questions.take_over(question, by=request.handler, at=request.at))


@require_POST
def read(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    case = door.case(request, reference)
    return done(request, reference, lambda: reading.read(case, number, by=request.handler, at=request.at))


def done(request: HttpRequest, reference: str, act) -> HttpResponse:
    """Do it and go back to the case; a refusal is said on a page of its own."""
    try:
        once.only(request, act)
    except Refused as refusal:
        page = {"title": _("That was not done"), "sentence": str(refusal), "back": reverse("desk:case", args=[reference])}
        return render(request, "asking/refused.html", page, status=409)
    return redirect("desk:case", reference)


def waiting(request: HttpRequest) -> HttpResponse:
    """What waits to be read, questions without an answer, and records of meetings that are owed."""
    cases = door.cases(request)
    page = {
        "title": _("Replies and questions"), "replies": queries.unread(cases, at=request.at),
        "silent": queries.without_answer(cases, at=request.at), "records": queries.owed_to(cases),
    }  # fmt: skip
    door.seen(request, [one.case for one in (*page["replies"], *page["silent"], *page["records"])])
    return render(request, "asking/waiting.html", page)
