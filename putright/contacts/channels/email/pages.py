"""The tray: what came by e-mail and waits for a person. Read it, put it on a case, make a contact, or say that it is none."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from design.forms import Form
from putright.cases import door, once
from putright.cases.queries import NoSuchCase
from putright.cases.references import tidy
from putright.cases.refusals import Refused
from putright.contacts.entry import about as kinds
from putright.law.calendar import day_of

from . import actions, queries, words
from .forms import AsideForm, MakeForm, PutForm
from .landing import About
from .models import ASIDE, TRAY, Reading
from .refusals import NotThatCase

AFTER = 19  # digits: no number of ours is longer


def tray(request: HttpRequest) -> HttpResponse:
    """What waits, the oldest first; `show=aside`: what was marked as no contact; `sender`: all of one message's sender."""
    wanted = queries.Wanted(request.GET.get("show") == "aside", number(request, "after"), number(request, "sender"))
    sheet = queries.tray(request.handler, door.cases(request), wanted, at=request.at)
    door.seen(request, [row.reading.case for row in sheet.rows if row.reading.case])
    title = _("All from one sender") if wanted.crowd_of else _("Email to sort")
    shown = {
        "title": _("Marked as no contact") if wanted.aside else title, "sheet": sheet, "wanted": wanted,
        "why": words.WHY, "box": queries.box(),
    }  # fmt: skip
    return render(request, "email/tray.html", shown)


def number(request: HttpRequest, name: str) -> int:
    """A number in the address; nought when it is none."""
    given = request.GET.get(name, "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < AFTER else 0


def the_message(request: HttpRequest, pk: int) -> Reading:
    try:
        reading = queries.one(request.handler, door.cases(request), pk)
    except queries.NoSuchMessage as missing:
        raise NoSuchCase(pk) from missing  # the same answer as for a case that is walled or not there
    if reading.case:
        door.seen(request, [reading.case])
    return reading


@require_GET
def one(request: HttpRequest, pk: int) -> HttpResponse:
    reading = the_message(request, pk)
    actions.look_at(reading, by=request.handler, at=request.at)
    shown = {
        "title": reading.subject or _("No subject"), "reading": reading, "in_tray": reading.state == TRAY,
        "is_aside": reading.state == ASIDE, "enclosures": queries.enclosures(reading), "steps": queries.steps(reading),
        "written": words.written(reading.written),
        "laid_out": mark_safe(reading.html), "words_for": words, "reasons": dict(words.ASIDE),  # noqa: S308 (layout.safe)
    }  # fmt: skip
    return render(request, "email/one.html", shown)


@require_GET
def original(request: HttpRequest, pk: int) -> HttpResponse:
    """The message as it came, to save. No browser shows it: it may hold anything."""
    reading = the_message(request, pk)
    actions.look_at(reading, by=request.handler, at=request.at)
    headers = {
        "Content-Disposition": f'attachment; filename="message-{reading.pk}.eml"', "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }  # fmt: skip
    return HttpResponse(queries.original(reading), content_type="application/octet-stream", headers=headers)


def put(request: HttpRequest, pk: int) -> HttpResponse:
    reading = the_message(request, pk)
    cases = queries.may_be_about(reading, door.cases(request))
    door.seen(request, cases)
    form = PutForm(request.POST if request.method == "POST" else None, cases=cases)

    def act() -> None:
        case = door.cases(request).filter(reference=tidy(form.wanted)).first()
        if case is None:
            raise NotThatCase
        actions.put(reading, case, by=request.handler, at=request.at)

    return asked(request, reading, form, _("Put it on a case"), act)


def make(request: HttpRequest, pk: int) -> HttpResponse:
    reading = the_message(request, pk)
    language = "cy" if get_language() == "cy" else "en"
    about, first = kinds.about(request, day_of(request.at), language), kinds.unseen(request)
    posted = request.POST if request.method == "POST" and not first else None
    form = MakeForm(posted, initial={"kind": "", "language": reading.language}, about=about, words_in=language)
    if first:
        form = MakeForm(initial=form.again(request.POST), about=about, words_in=language)
    return asked(request, reading, form, _("Make it a new contact"), lambda: made(request, reading, form))


def made(request: HttpRequest, reading: Reading, form: MakeForm) -> None:
    """What the kind chosen counts as, where nobody said."""
    given = form.cleaned_data
    about = About(given["kind"] or form.about.counts, given["language"], form.about.topic, form.answers())
    actions.make(reading, about, by=request.handler, at=request.at)


def aside(request: HttpRequest, pk: int) -> HttpResponse:
    reading = the_message(request, pk)
    form = AsideForm(request.POST if request.method == "POST" else None, crowd=bool(reading.crowd))

    def act() -> None:
        given = form.cleaned_data
        crowd = bool(given.get("crowd"))
        actions.set_aside(reading, given["reason"], given["words"], by=request.handler, at=request.at, crowd=crowd)

    return asked(request, reading, form, _("It is no contact"), act)


@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    reading = the_message(request, pk)
    return asked(
        request, reading, Form(request.POST), _("Take it back to the tray"),
        lambda: actions.take_back(reading, by=request.handler, at=request.at),
    )  # fmt: skip


def asked(request: HttpRequest, reading: Reading, form: Form, title: str, act: Callable[[], object]) -> HttpResponse:
    """Show a form about a message; when it is good, act and go back to the tray. What was typed is kept on any refusal."""
    if form.is_bound and form.is_valid():
        try:
            once.only(request, act)
            return redirect("email:tray")
        except Refused as refusal:
            form.add_error("reference" if isinstance(refusal, NotThatCase) else None, str(refusal))
    shown = {"title": title, "form": form, "reading": reading}
    return render(request, "email/form.html", shown, status=422 if form.is_bound else 200)
