"""The triage page: for a handler with someone on the phone. Two addresses: one asks, one takes the decision."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from design.forms import Form
from putright.cases import door, once, stages
from putright.cases.models import Case
from putright.cases.refusals import Refused
from putright.law import words
from putright.people.queries import office

from . import actions, explain, queries, rules
from .forms import ANSWERS, DecisionForm, QuestionsForm
from .refusals import MustSayWhy


def ask(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask what is still needed (GET), or write down the answers given (POST) and weigh again."""
    case = door.case(request, reference)
    if request.method != "POST":
        return _page(request, case)
    form = QuestionsForm(_posted(request), _language(), queries.facts(case), request.POST)
    if not form.is_valid():
        return _page(request, case, questions=form)
    actions.answer(case, form.answers(), by=request.handler, at=request.at)
    return redirect("triage:ask", reference)


def decide(request: HttpRequest, reference: str) -> HttpResponse:
    """Take the decision. Refused: the page comes back with the sentence and every word still there."""
    case = door.case(request, reference)
    if request.method != "POST":
        return redirect("triage:ask", reference)
    form = DecisionForm(rules.suggested(queries.findings(case)), case.version, request.POST)
    if form.is_valid() and _decided(request, case, form):
        return redirect("desk:case", reference)
    return _page(request, case, decision=form.at_version(case.version))


def _decided(request: HttpRequest, case: Case, form: DecisionForm) -> bool:
    given = form.cleaned_data
    try:
        once.only(request, lambda: actions.decide(
            case, given["route"], because=given["because"], version=given["version"], by=request.handler, at=request.at
        ))  # fmt: skip
    except Refused as refused:
        form.add_error("because" if isinstance(refused, MustSayWhy) else None, str(refused))
        return False
    return True


def _posted(request: HttpRequest) -> tuple[str, ...]:
    """The questions that were on the page, as far as they are questions of triage."""
    return tuple(fact for fact in request.POST.get("asked", "").split(",") if fact in rules.ASKABLE)


def _language() -> str:
    return "cy" if get_language() == "cy" else "en"


def _page(
    request: HttpRequest, case: Case, questions: QuestionsForm | None = None, decision: DecisionForm | None = None
) -> HttpResponse:
    language, sheet = _language(), queries.worksheet(case)
    request.office = office()
    facts, on = (sheet.facts if sheet else {}), queries.made_on(case)
    found = rules.findings(facts, on=on)
    step = _step(request, case, found, facts)
    if questions is None and step:
        questions = QuestionsForm(step.facts, language, facts)
    erring: Form | None = decision or (questions if questions and questions.is_bound else None)
    shown = {
        "title": _("What is it?"), "case": case, "contacts": queries.contacts(case), "questions": questions,
        "form": erring, "stage": stages.name(case.stage, language), "answers": _answers(facts, language),
        "finding": explain.finding(found, facts, sheet.clear_at if sheet else None, on=on, language=language),
        "settled": rules.suggested(found) is not None or bool(rules.elsewhere(found)), "meaning": words.fact_meaning,
        "decision": decision or DecisionForm(rules.suggested(found), case.version),
        "earlier": explain.past(queries.decisions(case), language), "asked": ",".join(_asked(questions)),
        "back": reverse("desk:case", args=[case.reference]), "owners": rules.OWNER,
        "process": request.office.routes(on) if rules.silent(found) else (),
    }  # fmt: skip
    return render(request, "triage/page.html", shown)


def _step(request: HttpRequest, case: Case, found: rules.Found, facts: rules.Facts) -> rules.Step | None:
    """The next questions; or the one they chose to ask again."""
    again = request.GET.get("again", "")
    if again == "owner":
        return rules.Step("again", rules.OWNER)
    if again in rules.ASKABLE:
        return rules.Step("again", (again,))
    return rules.next_step(found, facts, kind=case.kind)


def _asked(questions: QuestionsForm | None) -> tuple[str, ...]:
    if questions is None:
        return ()
    return questions.asked + (rules.OWNER if questions.asks_owner else ())


def _answers(facts: rules.Facts, language: str) -> list[tuple[str, str, str]]:
    """What has been answered, in asking order: the fact, the question, the answer."""
    order = [fact for step in rules.STEPS for fact in step.facts if fact in facts]
    return [(fact, words.fact_question(fact, language), str(ANSWERS[facts[fact]])) for fact in order]
