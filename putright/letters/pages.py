"""The pages of letters. A letter is reached only through a case that is open to the person."""

from urllib.parse import urlencode

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from putright.cases import door, once
from putright.cases.models import Case
from putright.cases.queries import NoSuchCase, allegations
from putright.cases.refusals import Refused
from putright.documents.models import Document
from putright.interested.rules import languages
from putright.law.calendar import day_of
from putright.letterkinds import reviewers
from putright.letterkinds.begun import begun
from putright.letterkinds.kinds import KINDS, REVIEW
from putright.letterkinds.parts import COMPLAINANT
from putright.paper import blocks
from putright.people import gates
from putright.words import queries as worded

from . import actions, addressee, helping, making, offered, owed, page_code, queries
from .forms import NAMES, Asking, Kind, Whom, Words
from .models import Letter
from .panel import named

LISTED = [kind for kind in NAMES if KINDS[kind].listed]


def new(request: HttpRequest, reference: str) -> HttpResponse:
    """Choose a letter and who it is for, write its words, see it exactly as it would go, and let it go."""
    case = door.case(request, reference)
    kind, now = request.GET.get("kind", ""), offered.standing(case, request.at)
    if kind not in LISTED or offered.why_not(kind, now):
        return choosing(request, case, now)
    people = addressee.choices(case, KINDS[kind].to, get_language() or "en")
    to = request.GET.get("to", "" if KINDS[kind].to != (COMPLAINANT,) else COMPLAINANT)
    if to not in dict(people):
        return whom(request, case, kind, people)
    asks, chosen = asking_for(request, case, kind, to), {"kind": kind, "to": to}
    if helping.is_help(request):
        return asking(request, case, helping.helped(request, asks), chosen)
    form = Words(request.POST or None, asking=asks, at=request.at, initial=begun(case, kind, asks.languages))
    if request.method == "POST" and form.is_valid() and request.POST.get("do") != "change":
        return written(request, case, form, chosen)
    return asking(request, case, form, chosen)


def choosing(request: HttpRequest, case: Case, now: offered.Standing) -> HttpResponse:
    """The kinds that fit, and why the others do not."""
    reasons = {kind: offered.why_not(kind, now) for kind in LISTED}
    form = Kind(request.GET or None, fitting=[kind for kind in LISTED if not reasons[kind]])
    others = [(NAMES[kind], why) for kind, why in reasons.items() if why]
    shown = {"title": _("Write a letter"), "case": case, "form": form, "waiting": named(owed.waiting(case)), "others": others}
    shown["kind"] = ""
    return render(request, "letters/choose.html", shown)


def whom(request: HttpRequest, case: Case, kind: str, people: list[tuple[str, str]]) -> HttpResponse:
    form = Whom(request.GET if "to" in request.GET else None, people=people)
    shown = {"title": NAMES[kind], "case": case, "form": form, "kind": kind, "waiting": (), "others": ()}
    return render(request, "letters/choose.html", shown)


def asking_for(request: HttpRequest, case: Case, kind: str, to: str) -> Asking:
    """The questions of a kind on this case, with what the file already answers and the documents that may go with it."""
    asks = KINDS[kind]
    points = [(one.number, one.words) for one in allegations(case)] if asks.by_point or "copy" in asks.once else []
    review = reviewers.chosen(case, {}) if REVIEW in asks.once else ""
    spoken = making.code_of(worded.book(day_of(request.at)), kind, addressee.language_for(case, to))
    copy, documents = "\n\n".join(words for _number, words in points), queries.may_go_with(request, case)
    return Asking(kind, languages(spoken), to, points, review, copy, documents)


def asking(request: HttpRequest, case: Case, form: Words, chosen: dict[str, str], refusal: str = "") -> HttpResponse:
    """The words, with standard paragraphs beside them. `whom` is named where it is not the complainant."""
    whom = "" if chosen["to"] == COMPLAINANT else addressee.to(case, chosen).reach.name
    shown = {"title": NAMES[chosen["kind"]], "case": case, "whom": whom, "query": urlencode(chosen)}
    shown |= {"form": form, "refusal": refusal} | helping.beside(request, chosen["kind"], form)
    return render(request, "letters/words.html", shown)


def written(request: HttpRequest, case: Case, form: Words, chosen: dict[str, str]) -> HttpResponse:
    """Send, or show what would be sent. A refusal keeps every word that was typed."""
    kind, words = chosen["kind"], form.given() | {"to": chosen["to"]}
    try:
        if request.POST.get("do") == "send":
            once.only(request, lambda: sent(request, case, kind, words, form.enclosed()))
            return redirect("desk:case", case.reference)
        letter = making.preview(case, kind, words, by=request.handler, at=request.at)
    except Refused as refusal:
        return asking(request, case, form, chosen, str(refusal))
    if request.POST.get("do") == "pdf":
        return as_pdf(letter)
    shown = {"title": _("Look it over before it goes"), "case": case, "query": urlencode(chosen), "form": form}
    shown["chosen"] = form.enclosed()
    return render(request, "letters/preview.html", shown | drawn(letter))


def sent(request: HttpRequest, case: Case, kind: str, words: dict[str, str], chosen: list[Document]) -> None:
    """Write it, as the one that is owed if one is. Meanwhile written by the rounds or a colleague: nothing more to do."""
    key = dict(owed.waiting(case)).get(kind)
    try:
        with transaction.atomic():
            made = actions.write_letter(case, kind, words, by=request.handler, at=request.at, owed_key=key)
            actions.enclose(made, chosen, by=request.handler, at=request.at)
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


def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    letter = the_letter(request, pk)
    return as_pdf(page_code.printed(letter) if gates.can(request.handler, "letters.write") else letter)


def as_pdf(letter: Letter) -> HttpResponse:
    name = f"{letter.case.reference}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(bytes(letter.pdf or b""), content_type="application/pdf", headers=headers)
