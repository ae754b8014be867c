"""What came of a suggestion, noted on its case."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from putright.cases import door, once
from putright.cases.refusals import Refused

from ..queries import for_case
from .actions import answer_suggestion
from .forms import CameOfForm
from .rules import SUGGESTION


def came_of(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    case = door.case(request, reference)
    contact = next((one for one in for_case(case) if one.pk == number and one.topic == SUGGESTION), None)
    if contact is None:
        raise Http404
    form = CameOfForm(request.POST or None)
    if form.is_valid():
        given = form.cleaned_data
        try:
            once.only(request, lambda: answer_suggestion(
                contact, given["what"], given["words"], by=request.handler, at=request.at))  # fmt: skip
            return redirect("desk:case", reference)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    page = {"title": _("What came of the suggestion"), "form": form, "contact": contact, "case": case,
            "back": reverse("desk:case", args=[reference])}  # fmt: skip
    return render(request, "contacts/came_of.html", page, status=422 if form.is_bound else 200)
