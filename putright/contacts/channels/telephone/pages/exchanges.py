"""The exchanges, their secrets, and whose telephone rings where: an administrator's."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from putright.cases.refusals import Refused
from putright.people.queries import colleagues

from .. import actions, queries, signing
from ..forms import ExchangeForm, ExtensionForm
from ..models import Exchange


def exchanges(request: HttpRequest) -> HttpResponse:
    form = ExchangeForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            made = actions.make_exchange(given["slug"], given["name"], by=request.handler, at=request.at)
            return redirect("telephone:exchange", made.slug)
        except Refused as refusal:
            form.add_error("slug", str(refusal))
    page = {"title": _("Telephone exchanges"), "form": form, "exchanges": queries.exchanges()}
    return render(request, "telephone/exchanges.html", page, status=422 if form.errors else 200)


def exchange(request: HttpRequest, slug: str) -> HttpResponse:
    """Its secrets by their dates, never themselves; and its extensions."""
    found = one(slug)
    form = ExtensionForm(request.POST if request.method == "POST" else None, people=colleagues())
    if form.is_bound and form.is_valid():
        extension = form.cleaned_data["extension"]
        actions.give_extension(found, extension, form.whose(), by=request.handler, at=request.at)
        return redirect("telephone:exchange", slug)
    return shown(request, found, form)


def shown(request: HttpRequest, found: Exchange, form: ExtensionForm, *, secret: str = "", wrong: str = "") -> HttpResponse:
    page = {
        "title": found.name, "exchange": found, "secrets": queries.live_secrets(found), "form": form, "secret": secret,
        "wrong": wrong, "desks": [desk for desk in queries.desks() if desk.exchange_id == found.pk],
        "hook": request.build_absolute_uri(reverse("telephone_hook")), "back": reverse("telephone:exchanges"),
    }  # fmt: skip
    return render(request, "telephone/exchange.html", page, status=422 if form.errors or wrong else 200)


@require_POST
def secret(request: HttpRequest, slug: str) -> HttpResponse:
    """A new secret, shown this once: it is not a redirect, and nobody can ask for it again."""
    found = one(slug)
    try:
        made = actions.give_secret(found, by=request.handler, at=request.at)
        return shown(request, found, ExtensionForm(people=colleagues()), secret=signing.secret_of(made.salt))
    except Refused as refusal:
        return shown(request, found, ExtensionForm(people=colleagues()), wrong=str(refusal))


@require_POST
def end_secret(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    found = one(slug)
    ending = next((secret for secret in queries.live_secrets(found) if secret.pk == number), None)
    if ending:
        actions.end_secret(ending, by=request.handler, at=request.at)
    return redirect("telephone:exchange", slug)


def one(slug: str) -> Exchange:
    try:
        return queries.exchange(slug)
    except queries.NoSuchCall as missing:
        raise Http404 from missing
