"""Pages about the case file itself: notes, speaking with the complainant, allegations, officers, walls."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from design.forms import Form
from putright.codes.queries import code_list
from putright.codes.rules import Rows
from putright.law.calendar import day_of
from putright.law.refusals import LawRefused
from putright.people.actions import note_officer
from putright.people.queries import colleagues, handler, speaks_for

from . import actions, choices, door, forms, once
from .choices import ACTIONS, FACTORS, OUTCOMES
from .models import Case
from .refusals import NoSuchAllegation, Refused, WrongSpeaker, sentence
from .stages import OUTCOME_KNOWN

BACK = ("desk:case", "triage:ask")  # where danger may be raised, and so where to go back to


def posted(request: HttpRequest) -> object | None:
    """What was posted, an empty form too; None when the page is only asked for."""
    return request.POST if request.method == "POST" else None


def back_from(request: HttpRequest, case: Case) -> HttpResponse:
    back = request.POST.get("back", "")
    return redirect(back if back in BACK else "desk:case", case.reference)


def asked(
    request: HttpRequest, case: Case, form: Form, title: str, act: Callable[[], object], button: str = ""
) -> HttpResponse:
    """Show a form about a case; when it is good, act and go back to where it was pressed, or to the case. What was typed
    is kept on any refusal.

    `button`: its words, where they are more than “Save”."""
    if request.method == "POST" and form.is_valid():
        try:
            once.only(request, act)
            return back_from(request, case)
        except (Refused, LawRefused) as refusal:
            form.add_error(None, sentence(refusal))
    page = {"title": title, "form": form, "case": case, "button": button}
    return render(request, "cases/form.html", page, status=422 if form.is_bound else 200)


def note(request: HttpRequest, reference: str) -> HttpResponse:
    case = door.case(request, reference)
    form = forms.NoteForm(posted(request))
    return asked(
        request, case, form, _("Write a note"),
        lambda: actions.note(case, form.cleaned_data["words"], by=request.handler, at=request.at),
    )  # fmt: skip


def spoke(request: HttpRequest, reference: str) -> HttpResponse:
    case = door.case(request, reference)
    form = forms.SpokeForm(posted(request))
    return asked(
        request, case, form, _("You spoke with them"),
        lambda: actions.spoke(case, **form.cleaned_data, by=request.handler, at=request.at),
    )  # fmt: skip


def speaker(request: HttpRequest, reference: str) -> HttpResponse:
    case = door.case(request, reference)
    form = forms.SpeakerForm(posted(request))

    def act() -> None:
        now = speaks_for(case.complainant)
        if now is None:
            raise WrongSpeaker
        write_down = actions.see_consent if form.cleaned_data["what"] == "seen" else actions.end_speaking
        write_down(case, now, on=day_of(request.at), by=request.handler, at=request.at)

    return asked(request, case, form, _("Who speaks for them"), act)


def allege(request: HttpRequest, reference: str) -> HttpResponse:
    case = door.case(request, reference)
    on = day_of(case.received_at)
    form = forms.AllegationForm(posted(request), categories=code_list("categories"), factors=code_list(FACTORS), on=on)

    def act() -> None:
        given, who = form.cleaned_data, {"by": request.handler, "at": request.at}
        made = actions.allege(case, given["words"], given["category"], on=on, **who)
        actions.factor(case, made.number, given.get("factors", []), **who)

    return asked(request, case, form, _("Add an allegation"), act)


def factors(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    case = door.case(request, reference)
    try:
        one = choices.numbered(case, number)
    except NoSuchAllegation:
        raise Http404 from None
    rows = choices.open_to(one, FACTORS, code_list(FACTORS), day_of(case.received_at))
    form = forms.FactorsForm(posted(request), rows=rows, initial={"factors": [each.code for each in one.of(FACTORS)]})
    return asked(
        request, case, form, _("Allegation %(number)s: what else was going on") % {"number": number},
        lambda: actions.factor(case, number, form.cleaned_data["factors"], by=request.handler, at=request.at),
    )  # fmt: skip


def outcomes(request: HttpRequest, reference: str) -> HttpResponse:
    case = door.case(request, reference)
    form = results_of(request, choices.chosen(case))
    return asked(
        request, case, form, _("What came of it"),
        lambda: actions.conclude(case, form.results(), by=request.handler, at=request.at),
    )  # fmt: skip


def results_of(request: HttpRequest, alleged: list[choices.Chosen]) -> forms.OutcomesForm:
    """What came of these allegations; nothing is asked of none."""
    listed = {which: code_list(which) if alleged else Rows() for which in (OUTCOMES, ACTIONS)}
    return forms.OutcomesForm(posted(request), alleged=alleged, **listed, on=day_of(request.at))


def name_officer(request: HttpRequest, reference: str) -> HttpResponse:
    case = door.case(request, reference)
    form = forms.OfficerForm(posted(request))

    def act() -> None:
        details = {**form.cleaned_data, "organisational": bool(form.cleaned_data["organisational"])}
        actions.name_officer(case, note_officer(**details), by=request.handler, at=request.at)

    return asked(request, case, form, _("Who is complained of"), act)


def wall(request: HttpRequest, reference: str) -> HttpResponse:
    case = door.case(request, reference)
    names = [(str(h.pk), f"{h.name}, {h.team}") for h in colleagues()]
    form = forms.WallForm(posted(request), colleagues=names)
    return asked(
        request, case, form, _("Keep somebody out of this case"),
        lambda: actions.wall_off(
            case, handler(int(form.cleaned_data["handler"])), form.cleaned_data["why"], by=request.handler, at=request.at
        ),
    )  # fmt: skip


def take(request: HttpRequest, reference: str) -> HttpResponse:
    """Taken only by a press. The bare address, as after signing in again, asks for it."""
    case = door.case(request, reference)
    return asked(
        request, case, Form(posted(request)), _("Take it on"),
        lambda: actions.take(case, by=request.handler, at=request.at),
    )  # fmt: skip


def close(request: HttpRequest, reference: str) -> HttpResponse:
    """Asks what came of each allegation that has no outcome yet. Nothing is asked of what is no complaint."""
    case = door.case(request, reference)
    known = case.stage == OUTCOME_KNOWN
    form = results_of(request, choices.lacking(case, day_of(request.at)) if known else [])
    return asked(
        request, case, form, _("Close this case"),
        lambda: actions.close(case, by=request.handler, at=request.at, results=form.results()), _("Close this case"),
    )  # fmt: skip


def raise_danger(request: HttpRequest, reference: str) -> HttpResponse:
    """One press from the case or the triage page, or this page by itself; goes back to where it was pressed."""
    case = door.case(request, reference)
    form = forms.DangerForm(posted(request))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        once.only(request, lambda: actions.raise_danger(case, **given, by=request.handler, at=request.at))
        return back_from(request, case)
    page = {"title": _("Raise danger"), "form": form, "case": case}
    return render(request, "cases/danger.html", page, status=422 if form.is_bound else 200)


def acknowledge(request: HttpRequest, reference: str) -> HttpResponse:
    case = door.case(request, reference)
    return asked(
        request, case, Form(posted(request)), _("I am dealing with this danger"),
        lambda: actions.acknowledge(case, by=request.handler, at=request.at),
    )  # fmt: skip
