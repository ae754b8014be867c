"""The frozen pack, the assessor's way in, and the invitations: for the team."""

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from putright.cases import door, once
from putright.cases.models import Case
from putright.excellence import words as excellence
from putright.people.queries import office
from putright.people.refusals import Refused

from .. import building, forms, queries
from ..actions import packing
from ..actions import people as people_done
from ..models import Cycle, Pack
from ..refusals import NotFit
from ..served import served
from .speaking import SPEAK, typed
from .team import asked, the_cycle


def freeze(request: HttpRequest, pk: int) -> HttpResponse:
    """What would go, and what may not with the reason; then the press that freezes it."""
    one, cases = the_cycle(pk), door.cases(request)
    found = building.gathered(one, cases, request.at)
    form = forms.FreezeForm(typed(request))
    door.seen(request, found.named)
    return asked(
        request,
        form,
        _("Freeze the pack for the assessor"),
        lambda: frozen(request, one, cases, leave_out=form.cleaned_data["leave_out"] == ["yes"]),
        reverse("assessors:cycle", args=[pk]),
        template_found=found,
        unfit=excellence.UNFIT,
    )


def frozen(request: HttpRequest, one: Cycle, cases: QuerySet[Case], *, leave_out: bool) -> None:
    """A refusal says its sentence alone: what may not go stands below it, each with its reason."""
    try:
        packing.freeze(one, cases, leave_out=leave_out, by=request.handler, at=request.at)
    except NotFit as refusal:
        raise Refused(refusal.sentence) from None


def the_pack(request: HttpRequest, pk: int) -> Pack:
    cases = door.cases(request)
    found = queries.packs(cases).filter(pk=pk).first() if pk < 2**63 else None
    if found is None:
        raise Http404
    door.seen(request, queries.cases_of(found))
    return found


def packed(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole ZIP, as the assessor has it."""
    return served(the_pack(request, pk), "")


def packed_page(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    return served(the_pack(request, pk), name)


def give(request: HttpRequest, pk: int) -> HttpResponse:
    """Give an assessor a way in. The code is on this answer and nowhere else."""
    one = the_cycle(pk)
    form = forms.AssessorForm(typed(request))
    back = reverse("assessors:cycle", args=[pk])
    if form.is_valid():
        given = form.cleaned_data
        try:
            made, code = people_done.let_in(
                one, given["name"], given["reach"], given["until"], by=request.handler, at=request.at
            )
            page = {"title": _("A way in for the assessor"), "made": made, "code": code, "back": back}
            return render(
                request,
                "assessors/given.html",
                page | {"address": request.build_absolute_uri(reverse("assessors:door"))},
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
    page = {"title": _("Give an assessor a way in"), "form": form, "back": back, "button": _("Make the code")}
    return render(request, "assessors/form.html", page, status=422 if form.is_bound else 200)


@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    row = queries.assessor(pk)
    if row is None:
        raise Http404
    people_done.shut_out(row, by=request.handler, at=request.at)
    return redirect("assessors:cycle", row.cycle_id)


@require_POST
def agree(request: HttpRequest, reference: str) -> HttpResponse:
    case = door.case(request, reference)
    try:
        once.only(
            request,
            lambda: people_done.agrees(case, request.POST.get("agreed") == "yes", by=request.handler, at=request.at),
        )
    except Refused as refusal:
        page = {"title": _("Invited to speak to an assessor"), "sentence": str(refusal)}
        return render(request, "design/error_page.html", page, status=422)
    return redirect("desk:case", reference)


def people(request: HttpRequest, pk: int) -> HttpResponse:
    """Who agreed to be invited, who was, and one letter to each of those who are chosen. Who answers is not to be seen."""
    row = queries.assessor(pk)
    if row is None:
        raise Http404
    agreed, done = queries.agreed(door.cases(request)), queries.invited(row)
    door.seen(request, [one.case for one in agreed])
    known = {str(one.case_id): one.case for one in agreed}
    open_to = [
        (str(one.case_id), f"{one.case.complainant.name}, {one.case.reference}")
        for one in agreed
        if one.case_id not in done
    ]
    form = forms.InviteForm(typed(request), people=open_to)
    site = f"{office().contact.website}{SPEAK}"

    def act() -> object:
        given = form.cleaned_data
        visit = {name: given[name] for name in ("visit_en", "visit_cy")}
        return people_done.invite(
            row, [known[one] for one in given["to"]], visit, site, by=request.handler, at=request.at
        )

    page = {"agreed": agreed, "done": done, "assessor": row}
    return asked(
        request,
        form,
        _("Invite people to speak to the assessor"),
        act,
        reverse("assessors:cycle", args=[row.cycle_id]),
        **page,
    )
