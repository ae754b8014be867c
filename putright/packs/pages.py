"""Pages: choose the body, look at the pack, send it, hear back."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from putright.allocation.models import Handover
from putright.allocation.queries import handover as one_handover
from putright.allocation.queries import last_handover
from putright.allocation.refusals import NotTheirs
from putright.cases import choices, door, once, stages
from putright.cases.choices import ACTIONS, OUTCOMES
from putright.cases.models import Case
from putright.cases.queries import NoSuchCase
from putright.cases.refusals import Refused
from putright.codes.queries import asked_once
from putright.compared import answers
from putright.imports.centurion import returned
from putright.law.calendar import day_of
from putright.people.queries import office

from . import actions, files, making, queries, rules, words
from .forms import BodyForm, OutcomeForm, ReceiptForm, ReferralForm, SendForm
from .shown import sections


def language() -> str:
    return "cy" if (get_language() or "").startswith("cy") else "en"


def form_page(request: HttpRequest, case: Case, form: Any, title: str, press: str, **more: Any) -> HttpResponse:
    back = reverse("desk:case", args=[case.reference])
    values = {"case": case, "form": form, "title": title, "press": press, "back": back, "notes": (), **more}
    return render(request, "allocation/form.html", values)


def done(request: HttpRequest, form: Any, act: Callable[[], object]) -> bool:
    """Whether the press was carried out. What is refused is said on the form, and nothing typed is lost."""
    if not form.is_valid():
        return False
    try:
        once.only(request, act)
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    return True


def hand_over(request: HttpRequest, reference: str) -> HttpResponse:
    """Choose the body. What the facts suggest is chosen already, with the reason."""
    case = door.case(request, reference)
    found = rules.suggest(known(request, case))
    form = BodyForm(request.POST or None, initial={"body": found.body})
    if form.is_valid():
        return redirect("packs:pack", case.reference, form.cleaned_data["body"])
    notes = (_("The facts suggest: %(body)s") % {"body": words.BODIES[found.body]}, words.REASONS[found.why])
    title = _("Pass it to the body that must deal with it")
    return form_page(request, case, form, title, _("Show me the pack"), notes=notes)


def pack(request: HttpRequest, reference: str, body: str) -> HttpResponse:
    """The pack as it will go, what it still lacks, and the press that sends it."""
    case = door.case(request, reference)
    matter, made = ready(request, case, body)
    asked_below = {"receiver", "agreed"}
    lacks = [part for part in queries.lacks(matter, made, body) if part not in asked_below]
    form = send_form(request, case, matter, body, lacks=bool(lacks))
    if done(request, form, lambda: send(request, case, body, form)):
        return redirect("desk:case", case.reference)
    values = {"title": _("Check what will go"), "form": form, "case": case, "body": body, "to": words.BODIES[body],
              "missing": missing(case, lacks), "sections": sections(made, language()),
              "may_go": not lacks or body in rules.INCOMPLETE}  # fmt: skip
    return render(request, "packs/pack.html", values)


def send_form(request: HttpRequest, case: Case, matter: rules.Matter, body: str, *, lacks: bool) -> SendForm:
    agencies = request.office.agencies if body == "agency" else None
    named = None if agencies is None else [(one.slug, one.words.said(language())) for one in agencies]
    differs = body not in (rules.suggest(matter).body, "agency")
    asks = {"differs": differs, "lacks": lacks and body in rules.INCOMPLETE, "agencies": named}
    return SendForm(request.POST or None, initial={"version": str(case.version)}, **asks)


def send(request: HttpRequest, case: Case, body: str, form: SendForm) -> Handover:
    given = form.cleaned_data
    sent = rules.Sending(given["version"], given.get("incomplete", ""), form.receiver, bool(given.get("agreed")))
    return actions.hand_over(case, body, by=request.handler, at=request.at, because=given.get("because", ""), sent=sent)


def missing(case: Case, lacks: list[str]) -> list[tuple[object, str, object]]:
    """Each thing missing in plain words, where it is mended, and what the link there says."""
    found = []
    for part in lacks:
        page, says = words.MENDED.get(part, words.ON_THE_CASE)
        found.append((words.PARTS[part], reverse(page, args=[case.reference]), says))
    return found


@require_safe
def pack_file(request: HttpRequest, reference: str, body: str, which: str) -> HttpResponse:
    case = door.case(request, reference)
    return files.answer(ready(request, case, body)[1], which, language())


@require_safe
def went(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """The pack exactly as it went."""
    case = door.case(request, reference)
    handover = gone(case, number)
    values = {"title": _("What was handed over"), "case": case, "handover": handover, "to": words.BODIES[handover.body],
              "sections": sections(handover.pack, language()), "kinds": kinds(handover.pack),
              "lacked": bool(handover.pack.get("incomplete")) and last_handover(case) == handover}  # fmt: skip
    return render(request, "packs/went.html", values)


@require_safe
def went_file(request: HttpRequest, reference: str, number: int, which: str) -> HttpResponse:
    case = door.case(request, reference)
    return files.answer(gone(case, number).pack, which, language())


def gone(case: Case, number: int) -> Handover:
    found = one_handover(case, number)
    if found is None:
        raise NoSuchCase(case.reference)
    return found


def kinds(made: rules.Pack) -> Mapping[str, object]:
    """The files there are of a pack; of the first format only the one for systems."""
    return words.FILES if "chronology" in made else {"json": words.FILES["json"]}


def receipt(request: HttpRequest, reference: str) -> HttpResponse:
    case = door.case(request, reference)
    handover, said = last_handover(case), returned(case)
    form = ReceiptForm(request.POST or None, initial={"their_reference": said.their_reference if said else ""})

    def act() -> None:
        if handover is None:
            raise NotTheirs
        given = form.cleaned_data["their_reference"], form.cleaned_data["received_from"]
        actions.receipt(handover, *given, by=request.handler, at=request.at)

    if done(request, form, act):
        return redirect("desk:case", case.reference)
    return form_page(request, case, form, _("They have it"), _("Write down the receipt"))


def outcome(request: HttpRequest, reference: str) -> HttpResponse:
    """What they found: in words, and for each allegation. What their file said of it is filled in, for a person to check."""
    case = door.case(request, reference)
    handover = last_handover(case)
    found, listed = (
        answers.of(case, handover, at=request.at),
        {one: asked_once(request, one) for one in (OUTCOMES, ACTIONS)},
    )
    form = OutcomeForm(
        request.POST or None, alleged=choices.chosen(case), listed=listed, on=day_of(request.at), initial=found.initial(),
    )  # fmt: skip

    def act() -> None:
        if handover is None:
            raise NotTheirs
        actions.outcome_back(
            handover, form.cleaned_data["words"], by=request.handler, at=request.at, results=form.results()
        )

    if done(request, form, act):
        return redirect("desk:case", case.reference)
    notes = (_("Some of this was filled in from their file. Check it."),) if found.initial() else ()
    return form_page(request, case, form, _("The outcome came back"), _("Write down the outcome"), notes=notes)


def referral(request: HttpRequest, reference: str) -> HttpResponse:
    """What the IOPC asks of a referral and the case itself does not hold."""
    case = door.case(request, reference)
    form = ReferralForm(request.POST or None, initial=queries.referral_of(case))
    if done(request, form, lambda: actions.write_referral(case, form.cleaned_data, by=request.handler, at=request.at)):
        gone = case.stage == stages.HANDED_OVER
        return redirect("packs:rest", case.reference) if gone else redirect("packs:pack", case.reference, "iopc")
    notes = (_("Write what is known. Leave the rest empty. This list is from general knowledge of the IOPC’s form: look at "
               "their form as well."),)  # fmt: skip
    return form_page(request, case, form, _("What the IOPC asks of a referral"), _("Keep it"), notes=notes)


def known(request: HttpRequest, case: Case) -> rules.Matter:
    """The case with the office and every code list asked for once in the request."""
    request.office = office()
    return queries.matter(case, partial(asked_once, request), request.office)


def ready(request: HttpRequest, case: Case, body: str) -> tuple[rules.Matter, rules.Pack]:
    if body not in rules.BODIES:
        raise NoSuchCase(case.reference)
    matter = known(request, case)
    return matter, making.pack(matter, body, request.at)
