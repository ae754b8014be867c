"""Everybody with a log-in; asking and agreeing; and the newcomer's own page."""

from collections.abc import Callable

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from design.forms import Form
from putright.cases import once
from putright.people import gates
from putright.people.models import Handler
from putright.people.queries import office
from putright.people.refusals import Refused

from . import actions, codes, forms, links, queries
from .account import Account, account_of
from .models import Asked, JoiningLink
from .refusals import LinkSpent
from .words import told


def language() -> str:
    return "cy" if get_language() == "cy" else "en"


def posted(request: HttpRequest) -> object | None:
    return request.POST if request.method == "POST" else None


def everybody(request: HttpRequest) -> HttpResponse:
    values = {
        "title": _("Accounts"), "people": queries.everybody(), "waiting": queries.waiting(), "roles": dict(forms.ROLES),
        "lines": told(queries.history()), "may_ask": gates.can(request.handler, "accounts.ask"),
    }  # fmt: skip
    return render(request, "accounts/everybody.html", values)


def one(request: HttpRequest, pk: int) -> HttpResponse:
    handler = found(pk)
    values = {
        "title": handler.name, "one": handler, "role": dict(forms.ROLES)[handler.role], "bodies": dict(forms.BODIES),
        "lines": told(queries.history(handler)), "back": reverse("accounts:everybody"),
        "may_ask": gates.can(request.handler, "accounts.ask") and not handler.left_on,
    }  # fmt: skip
    return render(request, "accounts/one.html", values)


def found(pk: int) -> Handler:
    handler = queries.one(pk)
    if handler is None:
        raise Http404
    return handler


def asking(request: HttpRequest, form: Form, title: str, act: Callable[[], object], back: str) -> HttpResponse:
    """A form that asks for something; what was typed is kept on any refusal."""
    if request.method == "POST" and form.is_valid():
        try:
            once.only(request, act)
            return redirect("accounts:everybody")
        except Refused as refusal:
            form.add_error(None, str(refusal))
    values = {"title": title, "form": form, "back": back}
    return render(request, "accounts/form.html", values, status=422 if form.is_bound else 200)


def new(request: HttpRequest) -> HttpResponse:
    form = forms.AccountForm(posted(request), teams=queries.teams(), words_in=language())
    return asking(
        request, form, _("Open an account"),
        lambda: actions.ask("open", form.account(), form.cleaned_data["why"], by=request.handler, at=request.at),
        reverse("accounts:everybody"),
    )  # fmt: skip


def change(request: HttpRequest, pk: int) -> HttpResponse:
    handler = found(pk)
    start = forms.as_typed(account_of(handler))
    form = forms.AccountForm(posted(request), initial=start, teams=queries.teams(), words_in=language())
    return asking(
        request, form, _("Change an account"),
        lambda: actions.ask(
            "change", form.account(), form.cleaned_data["why"], about=handler, by=request.handler, at=request.at
        ),
        reverse("accounts:one", args=[pk]),
    )  # fmt: skip


def link(request: HttpRequest, pk: int) -> HttpResponse:
    handler, form = found(pk), forms.Why(posted(request))
    return asking(
        request, form, _("Ask for a new joining link"),
        lambda: actions.ask("link", None, form.cleaned_data["why"], about=handler, by=request.handler, at=request.at),
        reverse("accounts:one", args=[pk]),
    )  # fmt: skip


def leave(request: HttpRequest, pk: int) -> HttpResponse:
    handler = found(pk)
    return asking(
        request, Form(posted(request)), _("Close the account of %(name)s") % {"name": handler.name},
        lambda: actions.leave(handler, by=request.handler, at=request.at), reverse("accounts:one", args=[pk]),
    )  # fmt: skip


def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """What was asked, and the two answers. The joining link is shown in the answer to the press, and never again."""
    asked = queries.asked(pk)
    if asked is None:
        raise Http404
    problem = ""
    if request.method == "POST":
        try:
            if request.POST.get("do") != "agree":
                actions.decline(asked, by=request.handler, at=request.at)
                return redirect("accounts:everybody")
            if secret := actions.agree(asked, by=request.handler, at=request.at):
                return linked(request, asked, secret)
            return redirect("accounts:everybody")
        except Refused as refusal:
            problem = str(refusal)
    return asked_page(request, asked, problem)


def asked_page(request: HttpRequest, asked: Asked, problem: str) -> HttpResponse:
    account = Account(**asked.details) if asked.details else None
    named = {team.slug: team.name(language()) for team in queries.teams()} if account else {}
    values = {
        "title": _("Asked about an account"), "asked": asked, "account": account, "problem": problem,
        "team": named.get(account.team, "") if account else "", "roles": dict(forms.ROLES), "bodies": dict(forms.BODIES),
        "mine": asked.by_id == request.handler.pk, "back": reverse("accounts:everybody"),
    }  # fmt: skip
    return render(request, "accounts/asked.html", values, status=422 if problem else 200)


def linked(request: HttpRequest, asked: Asked, secret: str) -> HttpResponse:
    whose = queries.asked(asked.pk).handler
    address = request.build_absolute_uri(reverse("accounts:join", args=[secret]))
    values = {"title": _("Joining link"), "whose": whose, "address": address, "back": reverse("accounts:everybody")}
    return render(request, "accounts/linked.html", values)


def join(request: HttpRequest, secret: str) -> HttpResponse:
    """The newcomer's page: password, and the sign-in code of their own phone, checked before anything is kept."""
    joining = queries.joining(secret, at=request.at)
    if joining is None:
        return spent(request)
    form, shared = forms.JoinForm(posted(request)), codes.secret_for(secret)
    if request.method == "POST" and form.is_valid():
        if codes.right(shared, form.cleaned_data["code"]):
            try:
                return welcome(request, joining, form.cleaned_data["password"], shared)
            except LinkSpent:  # since the page was opened, or by the same press a moment ago
                return spent(request)
        form.add_error("code", _("That code is not right. Wait for the next one, then enter it."))
    service = office().name(language())
    values = {
        "title": _("Join"), "form": form, "whose": joining.handler, "shared": shared,
        "picture": codes.picture(shared, joining.handler.user.username, service),
    }  # fmt: skip
    return render(request, "accounts/join.html", values, status=422 if form.is_bound else 200)


def spent(request: HttpRequest) -> HttpResponse:
    page = {"title": _("This link does not work"), "sentence": str(LinkSpent())}
    return render(request, "design/error_page.html", page, status=404)


def welcome(request: HttpRequest, joining: JoiningLink, password: str, shared: str) -> HttpResponse:
    with transaction.atomic():
        links.use(joining, password, at=request.at)
        paper = codes.give(joining.handler.user, shared)
    values = {"title": _("You have joined"), "whose": joining.handler, "paper": paper}
    return render(request, "accounts/welcome.html", values)
