"""Pages: give it to somebody, answer, hand it over, hear back."""

from contextlib import suppress
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from putright.cases import door, once
from putright.cases.models import Case
from putright.cases.queries import NoSuchCase
from putright.cases.refusals import Refused
from putright.imports.centurion import returned

from . import actions, queries, rules, words
from .forms import AllocateForm, AnswerForm, BodyForm, GiveBackForm, OutcomeForm, ReceiptForm, SendForm
from .refusals import NotTheirs
from .shown import sections


def language() -> str:
    return "cy" if (get_language() or "").startswith("cy") else "en"


def form_page(request: HttpRequest, case: Case, form: Any, title: str, press: str, **more: Any) -> HttpResponse:
    back = reverse("desk:case", args=[case.reference])
    values = {"case": case, "form": form, "title": title, "press": press, "back": back, "notes": (), **more}
    return render(request, "allocation/form.html", values)


def allocate(request: HttpRequest, reference: str) -> HttpResponse:
    case = door.case(request, reference)
    asked = {"teams": queries.local_teams(), "people": queries.local_supervisors(case), "language": language()}
    form = AllocateForm(request.POST or None, **asked)
    if form.is_valid():
        why, to = rules.Asked(form.cleaned_data["why"], form.cleaned_data["asks"]), form.person_chosen
        try:
            once.only(request, lambda: actions.allocate(case, form.team_chosen, why, by=request.handler, at=request.at, to=to))
            return redirect("desk:case", case.reference)
        except Refused as refused:
            form.add_error(None, str(refused))
    return form_page(request, case, form, _("Ask a supervisor to put it right"), _("Ask them"))


def answer(request: HttpRequest, reference: str) -> HttpResponse:
    """What a district or department sees of a case it was given, and where it answers."""
    case = door.case(request, reference)
    waiting = queries.with_now(case)
    form = AnswerForm(request.POST or None)
    if form.is_valid():
        said = [form.cleaned_data[name] for name in ("did", "words", "content")]
        try:
            if waiting is None:
                raise NotTheirs
            once.only(request, lambda: actions.answer_back(waiting, *said, by=request.handler, at=request.at))
            return redirect("allocation:answered")
        except Refused as refused:
            form.add_error(None, str(refused))
    values = {"title": _("What was done"), "form": form, "case": case, "waiting": waiting, "asks": words.ASKS}
    return render(request, "allocation/answer.html", values)


@require_POST
def accept(request: HttpRequest, reference: str) -> HttpResponse:
    """One press; pressing it twice changes nothing."""
    case = door.case(request, reference)
    waiting = queries.with_now(case)
    if waiting and not waiting.accepted_at:
        with suppress(Refused):  # pressed twice at once, or no longer theirs: the page they come to says how it stands
            actions.accept(waiting, by=request.handler, at=request.at)
    return redirect("allocation:answer", case.reference)


def give_back(request: HttpRequest, reference: str) -> HttpResponse:
    case = door.case(request, reference)
    form = GiveBackForm(request.POST or None)
    if form.is_valid():
        try:
            once.only(request, lambda: actions.give_back(case, form.cleaned_data["why"], by=request.handler, at=request.at))
            ours = request.handler.team_id == case.team_id
            return redirect("desk:case", case.reference) if ours else redirect("allocation:answered")
        except Refused as refused:
            form.add_error(None, str(refused))
    return form_page(request, case, form, _("Give it back"), _("Give it back"))


@require_safe
def answered(request: HttpRequest) -> HttpResponse:
    """Thanks; says nothing of the case, which is no longer theirs to see."""
    return render(request, "allocation/answered.html", {"title": _("Thank you. Your answer has gone back")})


def hand_over(request: HttpRequest, reference: str) -> HttpResponse:
    """Choose the body. What the facts suggest is chosen already, with the reason."""
    case = door.case(request, reference)
    found = rules.suggest(queries.matter(case))
    form = BodyForm(request.POST or None, initial={"body": found.body})
    if form.is_valid():
        return redirect("allocation:pack", case.reference, form.cleaned_data["body"])
    notes = (_("The facts suggest: %(body)s") % {"body": words.BODIES[found.body]}, words.REASONS[found.why])
    title = _("Pass it to the body that must deal with it")
    return form_page(request, case, form, title, _("Show me the pack"), notes=notes)


def pack(request: HttpRequest, reference: str, body: str) -> HttpResponse:
    """The pack as it will go, what it still lacks, and the press that sends it."""
    case = door.case(request, reference)
    matter, made = ready(request, case, body)
    form = SendForm(
        request.POST or None, differs=body != rules.suggest(matter).body, initial={"version": str(case.version)}
    )
    if form.is_valid():
        because, version = form.cleaned_data.get("because", ""), form.cleaned_data["version"]
        try:
            once.only(
                request,
                lambda: actions.hand_over(case, body, by=request.handler, at=request.at, because=because, version=version),
            )
            return redirect("desk:case", case.reference)
        except Refused as refused:
            form.add_error(None, str(refused))
    lacks = queries.lacks(case, made, body)
    values = {"title": _("Check what will go"), "form": form, "case": case, "body": body, "to": words.BODIES[body],
              "missing": [words.PARTS[part] for part in lacks], "sections": sections(made, language())}  # fmt: skip
    return render(request, "allocation/pack.html", values)


@require_safe
def pack_file(request: HttpRequest, reference: str, body: str) -> HttpResponse:
    case = door.case(request, reference)
    return as_file(case, ready(request, case, body)[1])


@require_safe
def went(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """The pack exactly as it went."""
    case = door.case(request, reference)
    handover = queries.handover(case, number)
    if handover is None:
        raise NoSuchCase(reference)
    values = {"title": _("What was handed over"), "case": case, "handover": handover, "to": words.BODIES[handover.body],
              "sections": sections(handover.pack, language())}  # fmt: skip
    return render(request, "allocation/went.html", values)


@require_safe
def went_file(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    case = door.case(request, reference)
    handover = queries.handover(case, number)
    if handover is None:
        raise NoSuchCase(reference)
    return as_file(case, handover.pack)


def receipt(request: HttpRequest, reference: str) -> HttpResponse:
    case = door.case(request, reference)
    handover = queries.last_handover(case)
    said = returned(case)
    form = ReceiptForm(request.POST or None, initial={"their_reference": said.their_reference if said else ""})
    if form.is_valid():
        said = form.cleaned_data["their_reference"], form.cleaned_data["received_from"]
        try:
            if handover is None:
                raise NotTheirs
            once.only(request, lambda: actions.receipt(handover, *said, by=request.handler, at=request.at))
            return redirect("desk:case", case.reference)
        except Refused as refused:
            form.add_error(None, str(refused))
    return form_page(request, case, form, _("They have it"), _("Write down the receipt"))


def outcome(request: HttpRequest, reference: str) -> HttpResponse:
    case = door.case(request, reference)
    handover = queries.last_handover(case)
    said = returned(case)
    form = OutcomeForm(request.POST or None, initial={"words": said.result if said else ""})
    if form.is_valid():
        try:
            if handover is None:
                raise NotTheirs
            once.only(
                request,
                lambda: actions.outcome_back(handover, form.cleaned_data["words"], by=request.handler, at=request.at),
            )
            return redirect("desk:case", case.reference)
        except Refused as refused:
            form.add_error(None, str(refused))
    return form_page(request, case, form, _("The outcome came back"), _("Write down the outcome"))


def ready(request: HttpRequest, case: Case, body: str) -> tuple[rules.Matter, rules.Pack]:
    if body not in rules.BODIES:
        raise NoSuchCase(case.reference)
    matter = queries.matter(case)
    return matter, rules.pack(matter, body, request.at)


def as_file(case: Case, made: rules.Pack) -> HttpResponse:
    name = f"{case.reference}-{made['for']}.json"
    options = {"ensure_ascii": False, "indent": 2}
    return JsonResponse(
        made, json_dumps_params=options, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
