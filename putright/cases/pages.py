"""Pages about the case file itself: notes, speaking with the complainant, allegations, officers, walls."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from design.forms import Form
from putright.codes.queries import code_list
from putright.law.calendar import day_of
from putright.law.refusals import LawRefused
from putright.people.actions import note_officer
from putright.people.queries import colleagues, handler, speaks_for

from . import actions, door, forms, once
from .models import Case
from .refusals import Refused, WrongSpeaker, sentence

BACK = ("desk:case", "triage:ask")  # where danger may be raised, and so where to go back to


def posted(request: HttpRequest) -> object | None:
    """What was posted, an empty form too; None when the page is only asked for."""
    return request.POST if request.method == "POST" else None


def back_from(request: HttpRequest, case: Case) -> HttpResponse:
    back = request.POST.get("back", "")
    return redirect(back if back in BACK else "desk:case", case.reference)


def asked(request: HttpRequest, case: Case, form: Form, title: str, act: Callable[[], object]) -> HttpResponse:
    """Show a form about a case; when it is good, act and go back to where it was pressed, or to the case. What was typed
    is kept on any refusal."""
    if request.method == "POST" and form.is_valid():
        try:
            once.only(request, act)
            return back_from(request, case)
        except (Refused, LawRefused) as refusal:
            form.add_error(None, sentence(refusal))
    page = {"title": title, "form": form, "case": case}
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
    form = forms.AllegationForm(posted(request), categories=code_list("categories"), on=on)
    return asked(
        request, case, form, _("Add an allegation"),
        lambda: actions.allege(case, **form.cleaned_data, on=on, by=request.handler, at=request.at),
    )  # fmt: skip


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
    case = door.case(request, reference)
    return asked(
        request, case, Form(posted(request)), _("Close this case"),
        lambda: actions.close(case, by=request.handler, at=request.at),
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
