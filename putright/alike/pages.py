"""Linking a case with another, and taking it back. Both must be open to the handler: a closed one is not found."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from design.typed import cleaned
from putright.cases import door, once
from putright.cases.models import Case
from putright.people.refusals import Refused

from . import actions
from .forms import ApartForm, LinkForm
from .queries import KINDS, of_case, shown
from .words import LINKS


def link(request: HttpRequest, reference: str) -> HttpResponse:
    """The suggestion that led here fills the form in; nothing is linked until it is pressed."""
    case = door.case(request, reference)
    start = {"reference": cleaned(request.GET.get("with", ""))[:40], "kind": request.GET.get("as", "")}
    form = LinkForm(request.POST if request.method == "POST" else None, initial=start if start["kind"] in KINDS else {})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        if other := other_case(request, given["reference"]):
            try:
                once.only(
                    request,
                    lambda: actions.link(case, other, given["kind"], given["why"], by=request.handler, at=request.at),
                )
                return redirect("desk:case", reference)
            except Refused as refusal:
                form.add_error(None, str(refusal))
        else:
            form.add_error("reference", _("No case you can open has that reference. Check it"))
    page = {
        "title": _("Link with another case"), "form": form, "press": _("Link them"), "case": case,
        "says": _("Each stays a case of its own. Nobody can open a case because it is linked."),
        "back": reverse("desk:case", args=[reference]),
    }  # fmt: skip
    return render(request, "alike/link.html", page, status=422 if form.is_bound else 200)


def other_case(request: HttpRequest, reference: str) -> Case | None:
    return door.cases(request).filter(reference=reference).first()


def unlink(request: HttpRequest, reference: str) -> HttpResponse:
    """`with` names the other case, in the address; one that is not linked, or not open to this handler, cannot be chosen."""
    case = door.case(request, reference)
    wanted = cleaned(request.GET.get("with", ""))[:40]
    linked = [one for one in shown(door.cases(request), of_case(case)) if one.case.reference == wanted]
    if not linked:
        return redirect("desk:case", reference)
    (one,) = linked
    door.seen(request, [one.case])
    form = ApartForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            once.only(
                request, lambda: actions.unlink(case, one.case, form.cleaned_data["why"], by=request.handler, at=request.at)
            )
            return redirect("desk:case", reference)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    page = {
        "title": _("These cases are not linked after all"), "form": form, "press": _("Take the link away"),
        "case": case, "says": f"{one.case.reference}: {LINKS[one.kind]}", "back": reverse("desk:case", args=[reference]),
    }  # fmt: skip
    return render(request, "alike/link.html", page, status=422 if form.is_bound else 200)
