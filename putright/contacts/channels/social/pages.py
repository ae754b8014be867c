"""Writing down what was seen on social media."""

from datetime import datetime, time
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from design.dates import LONDON
from putright.cases.refusals import Refused
from putright.law.calendar import day_of

from ...entry.forms import key_of
from ...said import Said
from .actions import Seen, note_seen
from .forms import SeenForm
from .queries import need_not


def seen(request: HttpRequest) -> HttpResponse:
    form = SeenForm(request.POST or None, initial={"key": str(uuid4())}, at=request.at)
    if form.is_valid():
        try:
            made = note_seen(read(request, form), form.details(), by=request.handler, at=request.at)
            return redirect("contacts:entered", made.case.reference)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    page = {"title": _("Seen on social media"), "form": form, "need_not": need_not(day_of(request.at))}
    return render(request, "contacts/social/seen.html", page, status=422 if form.is_bound else 200)


def read(request: HttpRequest, form: SeenForm) -> Seen:
    given = form.cleaned_data
    words = f"{given['handle']}: {given['words']}" if given["handle"] else given["words"]
    when = given["seen_on"]
    said = Said(
        key_of(given["key"], request.handler.pk), "social", words, given["language"], given["kind"], place=given["link"],
        received_at=min(datetime.combine(when, time(9), LONDON), request.at) if when else None,
    )  # fmt: skip
    return Seen(said, given["link"], given["handle"], given["said_to_us"], given["wishes"])
