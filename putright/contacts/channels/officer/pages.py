"""Pages of those who heard it first, and the team's look at what they settled."""

from typing import Any
from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from design import qr
from putright.cases import door, once
from putright.cases.queries import NoSuchCase
from putright.cases.refusals import Refused
from putright.contacts import queries
from putright.contacts.entry.forms import key_of
from putright.contacts.entry.rules import read_who
from putright.contacts.models import Contact
from putright.contacts.said import Said
from putright.law.calendar import day_of
from putright.people.queries import team

from . import actions, forms, links


def there_and_then(request: HttpRequest) -> HttpResponse:
    """One short form for a district or 101: what happened, what was done, are they content."""
    form = forms.ThereAndThenForm(request.POST or None, initial={"key": str(uuid4())})
    if form.is_valid() and (made := _logged(request, form)):
        return _passed(request, made)
    page = {"title": _("Settled there and then"), "form": form, "address": "contacts:there_and_then"}
    return render(request, "contacts/told.html", page, status=422 if form.is_bound else 200)


def _logged(request: HttpRequest, form: forms.ThereAndThenForm) -> Contact | None:
    given = form.cleaned_data
    channel = "phone" if request.handler.team.kind == "department" else "officer"
    said = _said(request.handler.pk, given, channel)
    heard = actions.Locally(said, given["did"], given["complaint"], given["content"], given["answer"])
    try:
        return actions.log_locally(heard, _details(given), by=request.handler, at=request.at)
    except Refused as refusal:
        form.add_error(None, str(refusal))
    return None


def pass_to_team(request: HttpRequest) -> HttpResponse:
    """Professional standards pass on what they do not record."""
    form = forms.PassOnForm(request.POST or None, initial={"key": str(uuid4())})
    if form.is_valid():
        given = form.cleaned_data
        try:
            said, who = _said(request.handler.pk, given, given["channel"]), _details(given)
            return _passed(request, actions.pass_to_team(said, who, by=request.handler, at=request.at))
        except Refused as refusal:
            form.add_error(None, str(refusal))
    page = {"title": _("Pass it to the team"), "form": form, "address": "contacts:pass_to_team"}
    return render(request, "contacts/told.html", page, status=422 if form.is_bound else 200)


def _said(whose: object, given: dict[str, Any], channel: str) -> Said:
    return Said(key=key_of(given["key"], whose), channel=channel, words=given["words"], language=given["language"],
                kind="dissatisfaction")  # fmt: skip


def _details(given: dict[str, Any]) -> dict[str, object]:
    typed = read_who(given["who"])
    details = {"name": typed.name, "phone": typed.phone, "postcode": typed.postcode, "email": given.get("email", "")}
    kept: dict[str, object] = {name: value for name, value in details.items() if value}
    return {**kept, "language": given["language"]} if kept else {}


def _passed(request: HttpRequest, made: Contact) -> HttpResponse:
    """The reference to give to the person. Not a redirect: whoever passed it on has no reach to the case, and the same
    form sent again shows the same reference."""
    door.seen(request, [made.case])
    page = {"title": _("Written down"), "case": made.case, "settled": made.to_look_over}
    return render(request, "contacts/passed.html", page)


def roadside(request: HttpRequest, secret: str) -> HttpResponse:
    """The officer's form, by their personal link. It shows nothing but what they are typing."""
    link = links.open_link(secret, at=request.at)
    if link is None:
        sentence = _("This link has ended. Ask your supervisor for a new one.")
        page = {"title": _("This link does not work"), "sentence": sentence}
        return render(request, "design/error_page.html", page, status=404)
    form = forms.RoadsideForm(request.POST or None, initial={"key": str(uuid4())})
    if form.is_valid():
        given = form.cleaned_data
        said = _said(f"link:{link.pk}", given, "officer")
        heard = actions.Locally(said, given["did"], given["complaint"], given["content"], given["answer"])
        made = actions.log_by_link(heard, _details(given), link, at=request.at)
        page = {"title": _("Written down"), "case": made.case, "settled": made.to_look_over}
        return render(request, "contacts/roadside_done.html", page)
    page = {"title": _("Put right there and then"), "form": form, "link": link}
    return render(request, "contacts/roadside.html", page, status=422 if form.is_bound else 200)


def personal_links(request: HttpRequest) -> HttpResponse:
    """Who has a personal link; giving one, whose secret is shown in the answer to the press and never again."""
    language = "cy" if get_language() == "cy" else "en"
    form = forms.LinkForm(request.POST or None, teams=links.may_give_in(request.handler), words_in=language)
    if form.is_valid():
        given = form.cleaned_data
        try:
            secret = links.give(given["name"], given["collar_number"], team(given["team"]), given["until"],
                                by=request.handler, at=request.at)  # fmt: skip
            return _given(request, given["name"], secret)
        except Refused as refusal:
            form.add_error("until", str(refusal))
    page = {"title": _("Personal links"), "form": form, "links": links.listed(request.handler), "on": day_of(request.at)}
    return render(request, "contacts/links.html", page, status=422 if form.is_bound else 200)


def _given(request: HttpRequest, name: str, secret: str) -> HttpResponse:
    address = request.build_absolute_uri(reverse("contacts:roadside", args=[secret]))
    page = {"title": _("Personal link"), "name": name, "address": address, "picture": qr.drawn(address)}
    return render(request, "contacts/link_given.html", page)


@require_POST
def end_link(request: HttpRequest, pk: int) -> HttpResponse:
    link = links.listed(request.handler).filter(pk=pk).first()
    if link is None:
        raise Http404
    links.end(link, by=request.handler, at=request.at)
    return redirect("contacts:links")


def look_overs(request: HttpRequest) -> HttpResponse:
    """What was settled there and then and waits for the team, the longest waiting first."""
    waiting = queries.to_look_over(door.cases(request))
    door.seen(request, [contact.case for contact in waiting])
    return render(request, "contacts/look_overs.html", {"title": _("To look over"), "waiting": waiting})


def look_over(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    case = door.case(request, reference)
    contact = queries.for_case(case).filter(pk=number).first()
    if contact is None:
        raise NoSuchCase(reference)
    form = forms.LookOverForm(request.POST or None)
    if form.is_valid():
        agree, words = form.cleaned_data["agree"] == "yes", form.cleaned_data["words"]
        try:
            once.only(request, lambda: actions.look_over(contact, agree=agree, words=words, by=request.handler, at=request.at))
            return redirect("contacts:look_overs") if agree else redirect("desk:case", reference)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    page = {"title": _("Settled there and then"), "form": form, "case": case, "contact": contact}
    return render(request, "contacts/look_over.html", page, status=422 if form.is_bound else 200)
