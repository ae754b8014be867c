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
from putright.cases.queries import events
from putright.cases.refusals import Refused
from putright.cases.remit import worker
from putright.contacts import reaching
from putright.law.questions import QUESTIONS, weigh
from putright.law.terms import Known
from putright.people import gates
from putright.people.models import Handler
from putright.people.queries import office
from putright.people.same import protections_once

from . import actions, asking, explain, known, queries, routed, rules, trail
from .forms import DecisionForm, QuestionsForm, SecondForm
from .models import Proposal
from .refusals import MustSayWhy, SayWhyNot
from .wording import ANSWERS, ROUTES, WHERE, meaning, question


def ask(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask what is still needed (GET), or write down the answers given (POST) and weigh again."""
    case = door.case(request, reference)
    if request.method != "POST":
        return _page(request, case)
    made_on = queries.made_on(case)
    form = QuestionsForm(_posted(request), _language(), queries.sheet(case).every, request.POST, on=made_on)
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
        "answers": _answers(facts, language),
        "taken_back": _taken_back(case, facts, language), "back": reverse("desk:case", args=[reference]),
        "own": put is not None and put.by_id == request.handler.pk, **_care(request, case),
    }  # fmt: skip
    return render(request, "triage/second.html", shown)


def _care(request: HttpRequest, case: Case) -> dict[str, object]:
    """What they told us, and how each of them must be treated. Two queries where nobody was joined with somebody else."""
    contacts = queries.contacts(case)
    people = {one.person.pk: one.person for one in contacts if one.person}
    return {"contacts": contacts, "protected": protections_once(request, people.values()), "said": reaching.said}


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
    once_yes = queries.sheet(case).once_yes
    return [question(fact, language) for fact in once_yes if facts.get(fact) != "yes"]


def _posted(request: HttpRequest) -> tuple[str, ...]:
    """The questions that were on the page, as far as they are questions of triage."""
    return tuple(fact for fact in request.POST.get("asked", "").split(",") if fact in asking.ASKABLE)


def _language() -> str:
    return "cy" if get_language() == "cy" else "en"


def _page(
    request: HttpRequest, case: Case, questions: QuestionsForm | None = None, decision: DecisionForm | None = None
) -> HttpResponse:
    language, sheet, on = _language(), queries.sheet(case), queries.made_on(case)
    request.office = office()
    facts = sheet.facts
    found = rules.findings(facts, on=on)
    step = _step(request, case, found, sheet.every)
    if questions is None and step:
        questions = QuestionsForm(step.facts, language, sheet.every, on=on)
    erring: Form | None = decision or (questions if questions and questions.is_bound else None)
    shown = {
        "title": _("What is it?"), "case": case, "questions": questions,
        "form": erring, "stage": stages.name(case.stage, language), "answers": _answers(sheet.answered, language),
        "finding": explain.finding(found, sheet.every, sheet.clear_at, on=on, language=language), "meaning": meaning,
        "decision": decision or DecisionForm(rules.suggested(found), case.version), "asked": ",".join(_asked(questions)),
        "earlier": explain.past(queries.decisions(case), language), "back": reverse("desk:case", args=[case.reference]),
        **_care(request, case), "put": queries.proposal(case), "kinds": danger.KINDS, "back_to": "triage:ask",
        "routes": ROUTES, "two": _two(sheet, on), "refers": _refers(found),
        "process": request.office.routes(on) if rules.silent(found) else (), "filed": _filed(sheet, language),
        "where": routed.routed(facts, found, on=on, language=language), "list_of": asking.group_of,
        "others": routed.others(_with_worker(case, request.handler, facts), found, on=on, language=language),
        **_from_log(request, case, language),
    }  # fmt: skip
    return render(request, "triage/page.html", shown)


def _from_log(request: HttpRequest, case: Case, language: str) -> dict[str, object]:
    """What the log says: danger nobody has answered, and the answers as they were given. One query."""
    log = list(events(case))
    answers = gates.can(request.handler, "cases.acknowledge")
    return {"dangers": danger.unanswered(log, at=request.at), "may_answer": answers, "trail": trail.read(log, language)}


def _with_worker(case: Case, by: Handler, facts: rules.Facts) -> rules.Facts:
    """The answers with what the law asks about the person at the screen, for “may this person do it?”. One query."""
    return {**known.of_worker(worker(case, by, opened_now=False)), **facts}


def _two(sheet: queries.Sheet, on: date) -> list[str]:
    """The decisions that one person may not take alone as things stand."""
    return [str(said) for route, said in ROUTES.items() if rules.needs_second(route, sheet.facts, sheet.once_yes, on=on)]


def _refers(found: rules.Found) -> dict[str, object]:
    """Who must refer it, for the red notice; nothing while nothing must be referred."""
    if found["referral"].answer is not Known.YES:
        return {}
    kind, people = queries.who_refers(found["authority"].conclusion or "")
    return {"body": explain.BODIES[kind], "people": people}


def _step(request: HttpRequest, case: Case, found: rules.Found, facts: rules.Facts) -> asking.Step | None:
    """The next questions; or the one they chose to ask again; or what one question of the front door still needs."""
    if (name := request.GET.get("question", "")) in QUESTIONS:
        on, every = queries.made_on(case), _with_worker(case, request.handler, facts)
        missing = weigh(name, rules.worked_out(every, on=on), on=on).missing
        return asking.of_question(name, missing) or asking.next_step(found, facts, kind=case.kind)
    return asking.again(request.GET.get("again", "")) or asking.next_step(found, facts, kind=case.kind)


def _asked(questions: QuestionsForm | None) -> tuple[str, ...]:
    if questions is None:
        return ()
    return questions.asked + tuple(fact for name in questions.lists for fact in asking.GROUPS[name])


def _answers(facts: rules.Facts, language: str) -> list[tuple[str, str, str]]:
    """What people answered, in asking order: the fact, the question, the answer."""
    given = [fact for fact in asking.ORDER if fact in facts]
    return [(fact, question(fact, language), str(ANSWERS[facts[fact]])) for fact in given]


def _filed(sheet: queries.Sheet, language: str) -> list[tuple[str, str, str, str]]:
    """What the file knows by itself and nobody corrected: the fact, the question, the answer, and where it stands."""
    stands = {fact: given for fact, given in sheet.filed.items() if sheet.answered.get(fact, "not_known") == "not_known"}
    return [
        (fact, question(fact, language), str(ANSWERS[stands[fact].answer]), str(WHERE[stands[fact].where]))
        for fact in asking.ORDER if fact in stands
    ]  # fmt: skip
