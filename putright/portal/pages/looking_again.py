"""The page on the victims' right to review, and the form with which they ask. Its address says nothing of what it is about."""

from functools import partial
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from putright.contacts.actions import receive
from putright.contacts.channels.web.promised import promised
from putright.contacts.lane import lane
from putright.law.calendar import day_of
from putright.people.queries import office

from ..asking_again import AskForm
from .told import spoken, told

about = partial(told, name="victims", template="portal/looking_again.html")


def ask(request: HttpRequest) -> HttpResponse:
    """The form; sent twice it is one contact. What is wrong is said, and nothing typed is lost."""
    request.office = office()
    form = AskForm(request.POST or None, initial={"key": str(uuid4())}, at=request.at)
    wait = None
    if form.is_valid():
        wait = lane.through(request, form.cleaned_data["key"].hex, at=request.at)
        if wait is None:
            return sent(request, form)
    page = {"title": _("Ask the police to look again"), "form": form, "wait": wait, "back": reverse("portal:victims")}
    return render(request, "portal/ask_again.html", page, status=429 if wait else 422 if form.is_bound else 200)


def sent(request: HttpRequest, form: AskForm) -> HttpResponse:
    language = spoken()
    contact = receive(form.said(language, day_of(request.at)), form.person(language), by=None, at=request.at)
    names = ("vrr-acknowledge", "vrr-complete")
    page = {
        "title": _("We have what you sent"), "reference": contact.case.reference,
        "promises": [made for name in names if (made := promised(request.office, name, language, at=contact.received_at))],
    }  # fmt: skip
    return render(request, "portal/asked_again.html", page)
