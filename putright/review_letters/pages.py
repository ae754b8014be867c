"""Where letters of a review to the force go."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from putright.cases import once
from putright.cases.refusals import Refused

from .actions import keep_address
from .forms import AddressForm
from .queries import held


def address(request: HttpRequest) -> HttpResponse:
    """What holds now, and another in its place."""
    now = held()
    form = AddressForm(request.POST if request.method == "POST" else None, initial=vars(now) if now else {})
    if form.is_valid():
        try:
            once.only(request, lambda: keep_address(**form.cleaned_data, by=request.handler, at=request.at))
            return redirect("reviews:register")
        except Refused as refusal:
            form.add_error(None, str(refusal))
    page = {
        "title": _("Where the force is reached about reviews"), "form": form, "press": _("Save"), "now": now,
        "notes": (_("Letters of a review to the force go there by themselves. Without an address each waits for a person."),),
        "back": reverse("reviews:register"),
    }  # fmt: skip
    return render(request, "review_letters/address.html", page, status=422 if form.is_bound else 200)
