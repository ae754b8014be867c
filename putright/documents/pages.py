"""Looking at a document and adding one, through the door of its case: each look leaves its line, like a page of the case."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from putright.cases import door
from putright.cases.models import Case

from . import actions, queries, serving
from .forms import AddForm, key_of, new_key
from .models import Document
from .receiving import blame, too_large
from .refusals import NotTaken
from .shown import Shown


def found(request: HttpRequest, reference: str, pk: int) -> tuple[Case, Document]:
    case = door.case(request, reference)
    document = queries.in_case(case, pk) if pk < 2**63 else None
    if document is None:
        request.seen_cases = set()
        raise Http404
    return case, document


def one(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """What is known of a document, and a safe copy of it, a page at a time."""
    case, document = found(request, reference, pk)
    shown = Shown(document)
    number = shown.page(request.GET.get("page", ""))
    turn, zoom = shown.turn(request.GET.get("turn", "")), "large" if request.GET.get("size") == "large" else ""
    values = {
        "title": document.name, "case": case, "shown": shown, "number": number, "turn": turn, "zoom": zoom,
        "words": serving.text(document), "back": reverse("desk:case", args=[case.reference]),
    }  # fmt: skip
    return render(request, "documents/one.html", values)


def picture(request: HttpRequest, reference: str, pk: int, number: int) -> HttpResponse:
    _case, document = found(request, reference, pk)
    return serving.picture(document, number, 1600 if request.GET.get("size") == "large" else 800)


def original(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    _case, document = found(request, reference, pk)
    return serving.original(document)


def add(request: HttpRequest, reference: str) -> HttpResponse:
    """Add files to a case. One that is refused takes no other with it."""
    case = door.case(request, reference)
    posted = request.method == "POST"
    form = AddForm(request.POST, request.FILES) if posted else AddForm(initial={"key": new_key()})
    kept: list[Document] = []
    if posted:
        wrong = [str(NotTaken("too_large", name)) for name in too_large(request)]
        if form.is_valid() or wrong:
            kept, refused = taken_in(request, case)
            blame(form, wrong + refused)
            if not form.errors:
                return redirect("desk:case", case.reference)
    values: dict[str, Any] = {
        "title": _("Add a document"), "case": case, "form": form, "kept": [Shown(one) for one in kept],
        "back": reverse("desk:case", args=[case.reference]),
    }  # fmt: skip
    return render(request, "documents/add.html", values, status=422 if form.is_bound else 200)


def taken_in(request: HttpRequest, case: Case) -> tuple[list[Document], list[str]]:
    """What was added, and why the rest was not."""
    kept, refused, key = [], [], key_of(request.POST.get("key", ""), request.handler.pk)
    for file in request.FILES.getlist("files"):
        try:
            made = actions.add(file, file.name or "", case=case, by=request.handler, at=request.at, key=key)
        except NotTaken as why:
            refused.append(str(why))
            continue
        kept.append(made)
        if made.content.scanned == "found":
            refused.append(str(NotTaken("found", made.name)))
    return kept, refused
