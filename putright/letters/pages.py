"""The pages of letters. A letter is reached only through a case that is open to the person."""

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from putright.cases import door, once
from putright.cases.models import Case
from putright.cases.queries import NoSuchCase
from putright.cases.refusals import Refused
from putright.people import gates

from . import actions, addressee, blocks, helping, making, owed, page_code, queries, rules
from .forms import LISTED, NAMES, Kind, Words
from .models import Letter
from .panel import named


def new(request: HttpRequest, reference: str) -> HttpResponse:
    """Choose a letter, write its words, see it exactly as it would go, and let it go."""
    case = door.case(request, reference)
    kind = request.GET.get("kind", "")
    if kind not in LISTED:
        shown = {"title": _("Write a letter"), "case": case, "form": Kind(request.GET or None)}
        shown["waiting"] = named(owed.waiting(case))
        return render(request, "letters/choose.html", shown)
    languages = rules.languages(addressee.of(case).language)
    recorded = case.recorded_at is not None
    if helping.is_help(request):
        words = helping.typed(request, kind, languages)
        form = Words(initial=words, kind=kind, languages=languages, recorded=recorded)
        return asking(request, case, kind, form, also=helping.checked(request, words, languages))
    form = Words(request.POST or None, kind=kind, languages=languages, recorded=recorded)
    if request.method == "POST" and form.is_valid() and request.POST.get("do") != "change":
        return written(request, case, kind, form)
    return asking(request, case, kind, form)


def asking(
    request: HttpRequest, case: Case, kind: str, form: Words, refusal: str = "", also: dict[str, object] | None = None
) -> HttpResponse:
    shown = {"title": NAMES[kind], "case": case, "kind": kind, "form": form, "refusal": refusal}
    shown |= helping.beside(request, kind) | (also or {})
    return render(request, "letters/words.html", shown)


def written(request: HttpRequest, case: Case, kind: str, form: Words) -> HttpResponse:
    """Send, or show what would be sent. A refusal keeps every word that was typed."""
    words = form.cleaned_data
    try:
        if request.POST.get("do") == "send":
            once.only(request, lambda: sent(request, case, kind, words))
            return redirect("desk:case", case.reference)
        letter = making.preview(case, kind, words, by=request.handler, at=request.at)
    except Refused as refusal:
        return asking(request, case, kind, form, str(refusal))
    if request.POST.get("do") == "pdf":
        return as_pdf(letter)
    shown = {"title": _("Look it over before it goes"), "case": case, "kind": kind, "form": form}
    return render(request, "letters/preview.html", shown | drawn(letter))


def sent(request: HttpRequest, case: Case, kind: str, words: dict[str, str]) -> None:
    """Write it, as the one that is owed if one is. Meanwhile written by the rounds or a colleague: nothing more to do."""
    key = dict(owed.waiting(case)).get(kind)
    try:
        with transaction.atomic():
            actions.write_letter(case, kind, words, by=request.handler, at=request.at, owed_key=key)
    except IntegrityError:
        if not queries.is_written(key):
            raise


def drawn(letter: Letter) -> dict[str, object]:
    """What a page shows of a letter; its HTML is made from words with every sign escaped (blocks.py)."""
    return {
        "letter": letter,
        "words": blocks.html(letter.body, letter.values["passages"]),
        "kind_name": NAMES[letter.kind],
    }


def the_letter(request: HttpRequest, pk: int) -> Letter:
    letter = queries.among(door.cases(request)).filter(pk=pk).first()
    if letter is None:
        raise NoSuchCase(pk)  # the same answer as for a case that is walled or not there
    door.seen(request, [letter.case])
    return letter


def one(request: HttpRequest, pk: int) -> HttpResponse:
    letter = the_letter(request, pk)
    return render(request, "letters/one.html", {"title": NAMES[letter.kind]} | drawn(letter))


def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    letter = the_letter(request, pk)
    return as_pdf(page_code.printed(letter) if gates.can(request.handler, "letters.write") else letter)


def as_pdf(letter: Letter) -> HttpResponse:
    name = f"{letter.case.reference}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(bytes(letter.pdf or b""), content_type="application/pdf", headers=headers)


@require_POST
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    letter = the_letter(request, pk)
    try:
        actions.settle(letter, told=request.POST.get("told") == "yes", by=request.handler, at=request.at)
    except Refused as refusal:
        return render(
            request, "letters/one.html", {"title": NAMES[letter.kind], "refusal": str(refusal)} | drawn(letter)
        )
    return redirect("letters:one", pk)


def outbox(request: HttpRequest) -> HttpResponse:
    """What went to whom, newest first; what a person must see to on top."""
    cases, before = door.cases(request), request.GET.get("before", "")
    page = queries.outbox(cases, before=int(before) if before.isdecimal() and len(before) < 18 else None)
    troubled, letters = ([] if before else queries.troubled(cases)), page[: queries.PAGE]
    door.seen(request, [letter.case for letter in troubled + letters])
    older = letters[-1].pk if len(page) > queries.PAGE else None
    shown = {"title": _("Letters that went out"), "troubled": troubled, "letters": letters, "older": older}
    return render(request, "letters/outbox.html", shown | {"names": NAMES})
