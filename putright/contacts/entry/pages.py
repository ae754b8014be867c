"""Writing a contact down while the person is on the line."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, time
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from design.dates import LONDON
from putright.cases import door
from putright.cases.refusals import Refused
from putright.codes.asked.boxes import answered
from putright.codes.queries import asked_once
from putright.documents.receiving import blame
from putright.people.queries import office

from ..methods import METHODS, offered
from ..models import Contact
from ..said import Said
from . import files, who
from .about import about, unseen, with_kind
from .actions import Heard, enter
from .forms import CHANNELS, EntryForm, key_of
from .rules import seconds_since


@dataclass(frozen=True)
class Opened:
    """How the screen was opened: where it posts to, what is filled in, what it is from, and what writes it down."""

    action: str
    filled: dict[str, object] = field(default_factory=dict)
    notice: str = ""
    enter: Callable[..., Contact] = enter


def new(request: HttpRequest) -> HttpResponse:
    return screen(request, Opened(reverse("contacts:new")))


def screen(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The quick entry. `look` only looks somebody up, and `ask` only shows the questions of the kind chosen: nothing is
    checked and everything typed is shown again. So it is when a kind was sent whose questions nobody has seen."""
    request.office = office()
    form, picked, text = blank(request, filled=opened.filled), who.Chosen(), str(opened.filled.get("who", ""))
    do = request.POST.get("do")
    looked = do == "look" or bool(text and request.method == "GET")
    first, wrong = do not in ("look", "ask") and unseen(request), files.put_in(request)
    if request.method == "POST":
        picked, text = who.chosen(request), request.POST.get("who", "")
        if first or do in ("look", "ask"):
            typed = with_language(form.as_typed(request.POST), picked)
            form = blank(request, filled=with_kind(form.about, typed))
        else:
            form = blank(request, request.POST, request.FILES)
            if form.is_valid() and not wrong and (made := saved(request, form, picked, opened.enter)):
                return redirect("contacts:entered", made.case.reference)
            blame(form, wrong)
    page = {"title": _("New contact"), "form": form, "looked": looked, "unseen": first, "opened": opened,
            "given": files.given(request),
            "refused": wrong, **who.listed(request, text, picked)}  # fmt: skip
    return render(request, "contacts/entry.html", page, status=422 if form.is_bound else 200)


def blank(request: HttpRequest, *posted: object, filled: dict[str, object] | None = None) -> EntryForm:
    language = "cy" if get_language() == "cy" else "en"
    on = request.at.astimezone(LONDON).date()
    reasons, ways = asked_once(request, "reasons").in_force(on), asked_once(request, METHODS)
    channels = offered(ways, on, language, CHANNELS)
    heard, now = asked_once(request, "heard").in_force(on), request.at.isoformat()
    start = {"key": str(uuid4()), "began": now, "preset": "en", "counts": "dissatisfaction"} | (filled or {})
    return EntryForm(*posted, initial=start, reasons=reasons, channels=channels, heard=heard,
                     about=about(request, on, language), words_in=language, at=request.at)  # fmt: skip


def with_language(typed: dict[str, object], picked: who.Chosen) -> dict[str, object]:
    """The language somebody we know uses with us, unless the handler has chosen one already."""
    if picked.person and picked.person.language and typed["language"] == typed["preset"]:
        return typed | dict.fromkeys(("language", "preset"), picked.person.language)
    return typed


def saved(
    request: HttpRequest, form: EntryForm, picked: who.Chosen, enter: Callable[..., Contact]
) -> Contact | None:
    """The contact written down, or None with the refusal on the form."""
    given = with_language(form.cleaned_data, picked)
    if form.is_sealed:
        form.add_error("topic", _("Information about a crime is not written here. Nothing was kept. Tell them of Crimestoppers"))
        return None
    written = replace(said(given, request.at, request.handler.pk), answers=answered(form.about.asked, given))
    heard = Heard(written, given["answer"], settles=request.POST.get("do") == "settle",
                  dangers=tuple(given["at_risk"]), speaker=who.speaker(given))  # fmt: skip
    if wrong := who.two_numbers(given):
        form.add_error("phone", wrong)
        return None
    details = who.described(given)
    if given["language"] and (details or picked.person) and not (picked.person and picked.person.language):
        details["language"] = given["language"]
    try:
        return enter(heard, details, by=request.handler, at=request.at, person=picked.person, joins=picked.case)
    except Refused as refusal:
        form.add_error("answer" if heard.settles else None, str(refusal))
    return None


def said(given: dict[str, object], at: datetime, handler: int) -> Said:
    """A day it arrived is taken as nine in the morning: the promises count whole days from it."""
    came = given["arrived"]
    return Said(
        key=key_of(given["key"], handler), channel=given["channel"], words=given["words"], kind=given["kind"],
        topic=given["topic"], language=given["language"], reason=given["reason"], via=given["via"],
        heard_from=given["heard_from"],
        told_before=int(given["told_before"]) if given["told_before"] else None, seconds=seconds_since(given["began"], at),
        received_at=min(datetime.combine(came, time(9), LONDON), at) if came else None,
    )  # fmt: skip


@require_POST
def questions(request: HttpRequest) -> HttpResponse:
    """Part of the entry screen: what the kind just chosen asks."""
    form = blank(request)
    form.initial["shown"] = form.about.topic
    return render(request, "contacts/_asked.html", {"form": form})


@require_POST
def look_up(request: HttpRequest) -> HttpResponse:
    """Part of the entry screen: who it may be, as the name is typed. Posted, so that no name is in any server's log."""
    shown = who.listed(request, request.POST.get("who", ""), who.chosen(request))
    return render(request, "contacts/_people.html", {**shown, "looked": False})


def entered(request: HttpRequest, reference: str) -> HttpResponse:
    """The last contact's reference, to read out, and the way to the next one."""
    case = door.case(request, reference)
    return render(request, "contacts/entered.html", {"title": _("Written down"), "case": case})
