"""The law as of any day, what changed between two, why a case stands as it does, and a sheet to try. Nothing is stored."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from putright.cases import door
from putright.cases.models import Case
from putright.cases.queries import events
from putright.clocks.queries import for_case
from putright.law import words
from putright.law.calendar import day_of
from putright.law.explain import explain
from putright.law.questions import QUESTIONS, named
from putright.law.refusals import UnknownQuestion
from putright.letterkinds.asked import PARTS
from putright.letters.panel import NAMES
from putright.people import gates
from putright.people.queries import office
from putright.triage import explain as triage
from putright.triage import queries as decided

from . import promised, told, why
from .forms import OnDay, SheetForm, TwoDays


def spoken() -> str:
    return "cy" if get_language() == "cy" else "en"


def law(request: HttpRequest) -> HttpResponse:
    """Every question with its rows in force on a day; and what we hold no law on for it."""
    language, form = spoken(), OnDay(request.GET, day_of(request.at))
    on = form.day()
    shown = [told.listed(name, on, language) for name in QUESTIONS] if on else []
    page = {
        "title": _("The law"), "form": form, "on": on, "listed": [one for one in shown if one.rows],
        "promises": promised.listed(on, language) if on else (),
        "silent": told.silent(on, language) if on else (), "begun": bool(on and told.begun(on)), "first": told.first_day(),
    }  # fmt: skip
    return render(request, "lawbook/day.html", page)


def question(request: HttpRequest, name: str) -> HttpResponse:
    """One question in full: how it is answered, its rows that day and on other days, and what each fact means."""
    language, form = spoken(), OnDay(request.GET, day_of(request.at))
    try:
        named(name)
    except UnknownQuestion as unknown:
        sentence = unknown.cy if language == "cy" else unknown.en
        return render(request, "design/error_page.html", {"title": _("Question not found"), "sentence": sentence}, status=404)
    on = form.day()
    page = {
        "title": words.question_text(name, language), "form": form, "on": on, "name": name,
        "one": told.listed(name, on, language) if on else None, "how": words.answer_text(name, "how", language),
        "answers": [words.answer_text(name, answer, language) for answer in ("yes", "no", "not_known")],
        "facts": list(told.facts_meant(name, language)), "back": reverse("lawbook:day"),
    }  # fmt: skip
    return render(request, "lawbook/question.html", page)


def changed(request: HttpRequest) -> HttpResponse:
    """What began, ended or changed between two days."""
    form, language = TwoDays(request.GET), spoken()
    days = (form.cleaned_data["from"], form.cleaned_data["to"]) if form.is_valid() else None
    page = {
        "title": _("What changed in the law"), "form": form, "days": days, "back": reverse("lawbook:day"),
        "found": told.between(*days, language) if days else (),
        "promises": promised.between(*days, language) if days else {}, "first": told.first_day(),
        "unheld": days is not None and not told.begun(days[0]),
        "turns": [(day - timedelta(days=1), day) for day in promised.turns()],
    }  # fmt: skip
    return render(request, "lawbook/changes.html", page)


def sheet(request: HttpRequest) -> HttpResponse:
    """Facts without a case, and every finding on them. For training: nothing is stored."""
    language, today = spoken(), day_of(request.at)
    if request.method == "POST":
        form = SheetForm(language, today, request.POST)
    else:
        form = SheetForm(language, today, opened=request.GET.get("question", next(iter(QUESTIONS))))
    found = []
    if form.is_valid():
        facts, on = form.facts(), form.cleaned_data["on"]
        found = [told.told(explain(name, facts, on=on), facts, language) for name in QUESTIONS]
    page = {
        "title": _("Try the rules"), "form": form, "found": found, "on": form.cleaned_data["on"] if found else None,
        "back": reverse("lawbook:day"),
    }  # fmt: skip
    return render(request, "lawbook/sheet.html", page)


def reasons(request: HttpRequest, reference: str) -> HttpResponse:
    """Why this case stands as it does, by the law of the day the complaint was made."""
    request.office = office()
    case, language = door.case(request, reference), spoken()
    on, answers = decided.made_on(case), decided.worksheet(case)
    found, unasked = why.findings(answers.facts if answers else {}, request.office, on, language)
    past = triage.past(decided.decisions(case), language)
    page = {
        "title": _("Why?"), "case": case, "on": on, "found": found, "unasked": unasked, "past": past,
        "asked": bool(answers and answers.facts),
        "clear_at": answers.clear_at if answers else None, "back": reverse("desk:case", args=[reference]),
        "clocks": [(clock, clock.name(language), clock.state_words(language), clock.working_out[language])
                   for clock in for_case(case, request.at, office=request.office)],
        **_letters(request, case),
    }  # fmt: skip
    return render(request, "lawbook/why.html", page)


def _letters(request: HttpRequest, case: Case) -> dict[str, object]:
    """Only for who may look at letters."""
    looks = gates.can(request.handler, "letters.look")
    called = why.letters(case, list(events(case)), request.at) if looks else []
    return {"looks": looks, "letters": called, "names": NAMES, "parts": PARTS}
