"""The triage page: for a handler with someone on the phone. Two addresses: one asks, one takes the decision."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from design.forms import Form
from putright.cases import danger, door, once, stages
from putright.cases.models import Case
from putright.cases.refusals import Refused
from putright.contacts import reaching
from putright.law import words
from putright.law.terms import Known
from putright.people.queries import office

from . import actions, explain, queries, rules
from .forms import ANSWERS, ROUTES, DecisionForm, QuestionsForm, SecondForm
from .models import Answers, Proposal
from .refusals import MustSayWhy, SayWhyNot


def ask(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask what is still needed (GET), or write down the answers given (POST) and weigh again."""
    case = door.case(request, reference)
    if request.method != "POST":
        return _page(request, case)
    made_on = queries.made_on(case)
    form = QuestionsForm(_posted(request), _language(), queries.facts(case), request.POST, on=made_on)
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
    """Decided; or put to a second person, where the decision protects the complainant less. False when refused."""
    given = form.cleaned_data
    try:
        once.only(request, lambda: _take(request, case, **given))
    except Refused as refused:
        form.add_error("because" if isinstance(refused, MustSayWhy) else None, str(refused))
        return False
    return True


def _take(request: HttpRequest, case: Case, route: str, because: str, version: int) -> None:
    """Recording is done at once; what it would leave out, as every other decision that protects less, is proposed."""
    with_it = {"because": because, "by": request.handler, "at": request.at}
    needs_second = queries.weighed(case, route).needs_second
    if route == rules.RECORDED or not needs_second:
        actions.decide(case, route, version=version, **with_it)
    if needs_second:
        actions.propose(case, route, version=None if route == rules.RECORDED else version, **with_it)


def second(request: HttpRequest, reference: str) -> HttpResponse:
    """What was proposed against the complainant's protection, and a second person's answer to it."""
    case = door.case(request, reference)
    put, language = queries.proposal(case), _language()
    form = SecondForm(request.POST if request.method == "POST" else None)
    if put and form.is_valid() and _seconded(request, put, form):
        return redirect("desk:case", reference)
    facts = put.facts if put else {}
    shown = {
        "title": _("A second person is needed"), "case": case, "put": put, "form": form, "routes": ROUTES,
        "answers": _answers(facts, language), "contacts": queries.contacts(case),
        "taken_back": _taken_back(case, facts, language), "back": reverse("desk:case", args=[reference]),
        "own": put is not None and put.by_id == request.handler.pk, "safe": reaching.rules,
    }  # fmt: skip
    return render(request, "triage/second.html", shown)


def _seconded(request: HttpRequest, put: Proposal, form: SecondForm) -> bool:
    given = form.cleaned_data
    with_it = {"agree": given["agree"] == "yes", "words": given["words"], "by": request.handler, "at": request.at}
    try:
        once.only(request, lambda: actions.second(put, **with_it))
    except Refused as refused:
        form.add_error("words" if isinstance(refused, SayWhyNot) else None, str(refused))
        return False
    return True


def _taken_back(case: Case, facts: rules.Facts, language: str) -> list[str]:
    """The questions once answered yes that are not any more."""
    sheet = queries.worksheet(case)
    once_yes = sheet.once_yes if sheet else ()
    return [words.fact_question(fact, language) for fact in once_yes if facts.get(fact) != "yes"]


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
        questions = QuestionsForm(step.facts, language, facts, on=on)
    erring: Form | None = decision or (questions if questions and questions.is_bound else None)
    shown = {
        "title": _("What is it?"), "case": case, "contacts": queries.contacts(case), "questions": questions,
        "form": erring, "stage": stages.name(case.stage, language), "answers": _answers(facts, language),
        "finding": explain.finding(found, facts, sheet.clear_at if sheet else None, on=on, language=language),
        "settled": rules.suggested(found) is not None or bool(rules.elsewhere(found)), "meaning": words.fact_meaning,
        "decision": decision or DecisionForm(rules.suggested(found), case.version),
        "earlier": explain.past(queries.decisions(case), language), "asked": ",".join(_asked(questions)),
        "back": reverse("desk:case", args=[case.reference]), "owners": rules.OWNER, "safe": reaching.rules,
        "put": queries.proposal(case), "kinds": danger.KINDS, "back_to": "triage:ask", "routes": ROUTES,
        "two": _two(facts, sheet, on), "refers": _refers(found),
        "process": request.office.routes(on) if rules.silent(found) else (),
    }  # fmt: skip
    return render(request, "triage/page.html", shown)


def _two(facts: rules.Facts, sheet: Answers | None, on: date) -> list[str]:
    """The decisions that one person may not take alone as things stand."""
    once_yes = sheet.once_yes if sheet else ()
    return [str(said) for route, said in ROUTES.items() if rules.needs_second(route, facts, once_yes, on=on)]


def _refers(found: rules.Found) -> dict[str, object]:
    """Who must refer it, for the red notice; nothing while nothing must be referred."""
    if found["referral"].answer is not Known.YES:
        return {}
    kind, people = queries.who_refers(found["authority"].conclusion or "")
    return {"body": explain.BODIES[kind], "people": people}


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
