"""Giving and ending tokens, and the page that tells a web team all they need."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from putright.cases.refusals import Refused
from putright.law.calendar import day_of

from . import tokens
from .forms import SCOPES, TokenForm
from .rules import CONTACTS, READS

SCOPES_IN_WORDS = dict(SCOPES)


def all_tokens(request: HttpRequest) -> HttpResponse:
    """Who has a token; giving one, whose secret is shown in the answer to the press and never again."""
    form = TokenForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        given = form.cleaned_data
        try:
            secret = tokens.give(given["system"], given["scopes"], given["until"], by=request.handler, at=request.at)
            page = {"title": _("Token"), "name": given["system"], "secret": secret, "back": reverse("systems:tokens")}
            return render(request, "systems/token_given.html", page)
        except Refused as refusal:
            form.add_error("until", str(refusal))
    page = {
        "title": _("Other systems"), "form": form, "tokens": tokens.listed(), "on": day_of(request.at),
        "scopes": SCOPES_IN_WORDS,
    }  # fmt: skip
    return render(request, "systems/tokens.html", page, status=422 if form.is_bound else 200)


@require_POST
def end_token(request: HttpRequest, pk: int) -> HttpResponse:
    token = tokens.listed().filter(pk=pk).first()
    if token is None:
        raise Http404
    tokens.end(token, by=request.handler, at=request.at)
    return redirect("systems:tokens")


def guide(request: HttpRequest) -> HttpResponse:
    """For web teams: what it is, how to begin, where the description is."""
    begins = request.build_absolute_uri(reverse("api:api-root"))
    page = {
        "title": _("For other systems"), "begins": begins, "described": reverse("api:openapi-json"),
        "scopes": SCOPES, "contacts": CONTACTS, "reads": READS,
    }  # fmt: skip
    return render(request, "systems/guide.html", page)
