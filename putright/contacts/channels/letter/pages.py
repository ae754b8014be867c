"""A letter that came: its pages first, then its words beside them. Only who began it sees it until it is finished."""

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any
from uuid import UUID, uuid4

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from design.dates import LONDON
from putright.cases import door
from putright.cases.models import Case
from putright.cases.queries import NoSuchCase
from putright.cases.refusals import Refused
from putright.contacts.models import Contact
from putright.documents import held, serving
from putright.documents.models import Document
from putright.documents.receiving import blame, too_large
from putright.documents.refusals import NotTaken
from putright.documents.shown import Shown

from ... import queries
from ...entry.actions import Heard, enter
from ...entry.rules import read_who
from ...said import Said
from .forms import LetterForm, ScanForm

SHEETS = 12  # pictures beside the words; the rest are in the case afterwards


def mine(request: HttpRequest, key: UUID) -> QuerySet[Document]:
    return held.held_with(key).filter(by=request.handler)


def put_in(request: HttpRequest, key: UUID) -> list[str]:
    """Keep the pages that came; why the others were not."""
    wrong = [str(NotTaken("too_large", name)) for name in too_large(request)]
    return wrong + held.hold_all(request.FILES.getlist("files"), came_with=key, by=request.handler, at=request.at)[1]


def letters(request: HttpRequest) -> HttpResponse:
    """Begin one, or go on with one that was begun."""
    posted, key = request.method == "POST", uuid4()
    form = ScanForm(request.POST, request.FILES) if posted else ScanForm()
    if posted and (form.is_valid() or too_large(request)):
        blame(form, put_in(request, key))
        if not form.errors or mine(request, key).exists():
            return redirect("contacts:letter", key)
    begun = {one.came_with: Shown(one) for one in held.begun_by(request.handler)}
    page = {"title": _("Letters that came"), "form": form, "begun": begun}
    return render(request, "contacts/letter/letters.html", page, status=422 if form.is_bound else 200)


def letter(request: HttpRequest, key: UUID) -> HttpResponse:
    """The words beside the pages. Adding a page or taking one out keeps everything typed."""
    if made := queries.by_key(key, door.cases(request)):
        return redirect("contacts:entered", made.case.reference)
    if not mine(request, key).exists():
        raise Http404
    form = LetterForm(initial={"language": "en"}, at=request.at)
    if request.method == "POST":
        form = LetterForm(request.POST, request.FILES, at=request.at)
        wrong = changed(request, key)
        if wrong is not None:
            form = LetterForm(initial=form.as_typed(request.POST), at=request.at) if not wrong else form
            blame(form, wrong)
        elif form.is_valid() and (contact := saved(request, key, form)):
            return redirect("contacts:entered", contact.case.reference)
    return beside(request, key, form)


def changed(request: HttpRequest, key: UUID) -> list[str] | None:
    """What was wrong with the pages put in now; None when the pages are as they should be and the words may be read."""
    going = request.POST.get("remove", "")
    if going.isascii() and going.isdigit() and len(going) < 19:
        if mine(request, key).exclude(pk=int(going)).exists():
            held.let_go(key, int(going))
        return []
    wrong = put_in(request, key)
    return wrong if wrong or request.POST.get("do") == "add" else None


def beside(request: HttpRequest, key: UUID, form: LetterForm) -> HttpResponse:
    pages = [Shown(one) for one in mine(request, key)]
    page = {"title": _("A letter"), "form": form, "key": key, "pages": pages, "sheets": list(sheets(pages))[:SHEETS],
            "back": reverse("contacts:letters")}  # fmt: skip
    return render(request, "contacts/letter/letter.html", page, status=422 if form.is_bound else 200)


def sheets(pages: Iterable[Shown]) -> Iterable[tuple[Shown, int]]:
    for shown in pages:
        if shown.document.content.shown_as in {"image", "pdf"}:
            yield from ((shown, number) for number in range(1, shown.pages + 1))


def saved(request: HttpRequest, key: UUID, form: LetterForm) -> Contact | None:
    given = form.cleaned_data
    try:
        joins = joined(request, given["reference"])
        arrived = min(datetime.combine(given["arrived"], time(9), LONDON), request.at)
        said = Said(key, "letter", given["words"], given["language"], given["kind"], received_at=arrived)
        return enter(Heard(said), details(given), by=request.handler, at=request.at, joins=joins,
                     person=joins.complainant if joins else None)  # fmt: skip
    except NoSuchCase:
        form.add_error("reference", _("There is no case with that reference that you can open."))
    except Refused as refusal:
        form.add_error(None, str(refusal))
    return None


def joined(request: HttpRequest, reference: str) -> Case | None:
    typed = "".join(reference.split()).upper()
    return door.case(request, typed) if typed else None


def details(given: dict[str, Any]) -> dict[str, object]:
    typed = read_who(given["who"])
    found: dict[str, object] = {"name": typed.name, "phone": typed.phone, "postcode": typed.postcode, "email": given["email"],
             "address": given["address"]}  # fmt: skip
    kept = {name: value for name, value in found.items() if value}
    return {**kept, "language": given["language"]} if kept and given["language"] else kept


def sheet(request: HttpRequest, key: UUID, pk: int, number: int) -> HttpResponse:
    """The picture of one page of a letter that is being written down."""
    document = mine(request, key).filter(pk=min(pk, 2**62)).first()
    if document is None:
        raise Http404
    return serving.picture(document, number, 1600)
