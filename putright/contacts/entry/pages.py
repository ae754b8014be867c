"""Writing a contact down while the person is on the line."""

from dataclasses import replace
from datetime import date, datetime, time
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from design.dates import LONDON
from design.typed import cleaned
from putright.cases import door
from putright.cases.refusals import Refused
from putright.codes.asked.rules import HANDLER
from putright.codes.queries import asked_once
from putright.documents.receiving import blame
from putright.people.queries import office

from ..kinds.asking import answered
from ..kinds.queries import asking_once
from ..methods import METHODS, offered
from ..models import Contact
from ..said import Said
from . import files, who
from .actions import Heard, enter
from .forms import CHANNELS, About, EntryForm, key_of
from .rules import seconds_since


def new(request: HttpRequest) -> HttpResponse:
    """The quick entry. `look` only looks somebody up, and `ask` only shows the questions of the kind chosen: nothing is
    checked and everything typed is shown again. So it is when a kind was sent whose questions nobody has seen."""
    request.office = office()
    form, picked, text, do = blank(request), who.Chosen(), "", request.POST.get("do")
    first, wrong = do not in ("look", "ask") and unseen(request), files.put_in(request)
    if request.method == "POST":
        picked, text = who.chosen(request), request.POST.get("who", "")
        if first or do in ("look", "ask"):
            typed = with_kind(form, with_language(form.as_typed(request.POST), picked))
            form = blank(request, initial=typed)
        else:
            form = blank(request, request.POST, request.FILES)
            if form.is_valid() and not wrong and (made := saved(request, form, picked)):
                return redirect("contacts:entered", made.case.reference)
            blame(form, wrong)
    page = {"title": _("New contact"), "form": form, "looked": do == "look", "unseen": first, "given": files.given(request),
            "refused": wrong, **who.listed(request, text, picked)}  # fmt: skip
    return render(request, "contacts/entry.html", page, status=422 if form.is_bound else 200)


def blank(request: HttpRequest, *posted: object, initial: dict[str, object] | None = None) -> EntryForm:
    language = "cy" if get_language() == "cy" else "en"
    on = request.at.astimezone(LONDON).date()
    reasons, ways = asked_once(request, "reasons").in_force(on), asked_once(request, METHODS)
    channels = offered(ways, on, language, CHANNELS)
    start = initial or {
        "key": str(uuid4()), "began": request.at.isoformat(), "preset": "en", "counts": "dissatisfaction",
    }  # fmt: skip
    return EntryForm(
        *posted, initial=start, reasons=reasons, channels=channels, heard=asked_once(request, "heard").in_force(on),
        about=about(request, on, language), words_in=language, at=request.at,
    )  # fmt: skip


def about(request: HttpRequest, on: date, language: str) -> About:
    """The kind that was chosen, if any, and what it asks of the handler."""
    asking, topic = asking_once(request), cleaned(request.POST.get("topic", ""))
    offered = asking.offered(on, language)
    if topic not in dict(offered):
        return About(offered=offered)
    return About(topic, asking.counts_as(topic, on), asking.questions.of(topic, on, HANDLER), offered)


def unseen(request: HttpRequest) -> bool:
    """Whether a kind was chosen whose questions were not on the screen that was sent: they are shown before it is saved."""
    chosen = request.POST.get("topic", "")
    if not chosen or request.POST.get("shown") == chosen:
        return False
    return about(request, request.at.astimezone(LONDON).date(), "en").asks


def with_kind(form: EntryForm, typed: dict[str, object]) -> dict[str, object]:
    """What the kind chosen counts as, unless the handler has said otherwise already."""
    if form.about.counts and typed["kind"] == typed["counts"]:
        typed = typed | dict.fromkeys(("kind", "counts"), form.about.counts)
    return typed | {"shown": form.about.topic}


def with_language(typed: dict[str, object], picked: who.Chosen) -> dict[str, object]:
    """The language somebody we know uses with us, unless the handler has chosen one already."""
    if picked.person and picked.person.language and typed["language"] == typed["preset"]:
        return typed | dict.fromkeys(("language", "preset"), picked.person.language)
    return typed


def saved(request: HttpRequest, form: EntryForm, picked: who.Chosen) -> Contact | None:
    """The contact written down, or None with the refusal on the form."""
    given = with_language(form.cleaned_data, picked)
    if form.is_sealed:
        form.add_error("topic", _("Information about a crime is not written here. Nothing was kept. Tell them of Crimestoppers"))
        return None
    written = replace(said(given, request.at, request.handler.pk), answers=answered(form.about.asked, given))
    heard = Heard(written, given["answer"], settles=request.POST.get("do") == "settle",
                  dangers=tuple(given["at_risk"]))  # fmt: skip
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
