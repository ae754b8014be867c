"""The outbox, one letter and what became of it, texts, and what is held back. The print queue: print_pages.py."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from design.forms import Form
from putright.cases import door, once
from putright.cases.models import Case
from putright.cases.queries import NoSuchCase, one_open_to
from putright.cases.refusals import Refused
from putright.law.calendar import day_of
from putright.letters import queries as letter_queries
from putright.letters.models import Letter
from putright.letters.panel import ALL_NAMES
from putright.letters.withholding import GROUNDS, PARTS

from . import actions, holding, queries, shown, texting
from .forms import AgainForm, AgreeForm, MentionForm, TextForm, WithholdForm


def outbox(request: HttpRequest) -> HttpResponse:
    """What went to whom, newest first; what a person must see to on top."""
    cases, before = door.cases(request), request.GET.get("before", "")
    page = queries.outbox(cases, before=int(before) if before.isdecimal() and len(before) < 18 else None)
    troubled, letters = ([] if before else queries.troubled(cases)), page[: queries.PAGE]
    withheld = [] if before else queries.to_look_again(cases, on=day_of(request.at))
    to_print = 0 if before else queries.to_print(cases, at=request.at).count()
    door.seen(request, [one.case for one in [*troubled, *letters, *withheld]])
    older = letters[-1].pk if len(page) > queries.PAGE else None
    values = {"title": _("Letters that went out"), "troubled": troubled, "letters": letters, "older": older}
    values |= {"withheld": withheld, "to_print": to_print, "parts": PARTS}
    return render(request, "outbox/outbox.html", values | shown.words())


def the_letter(request: HttpRequest, pk: int) -> Letter:
    letter = letter_queries.among(door.cases(request)).select_related("person").filter(pk=pk).first()
    if letter is None:
        raise NoSuchCase(pk)  # the same answer as for a case that is walled or not there
    door.seen(request, [letter.case])
    return letter


def one(request: HttpRequest, pk: int, refusal: str = "") -> HttpResponse:
    letter = the_letter(request, pk)
    values = {"title": ALL_NAMES[letter.kind], "refusal": refusal} | shown.letter(letter, request.handler)
    return render(request, "outbox/one.html", values | shown.words())


def _do(request: HttpRequest, pk: int, act: Callable[[Letter], object]) -> HttpResponse:
    """One deed on a letter; a refusal is said on its page."""
    letter = the_letter(request, pk)
    try:
        once.only(request, lambda: act(letter))
    except Refused as refusal:
        return one(request, pk, str(refusal))
    return redirect("outbox:one", pk)


@require_POST
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """They have been told, or it is to be offered again."""
    told = request.POST.get("told") == "yes"

    def act(letter: Letter) -> None:
        if queries.back(letter) and told:
            actions.told_anyway(letter, by=request.handler, at=request.at)
        else:
            actions.settle(letter, told=told, by=request.handler, at=request.at)

    return _do(request, pk, act)


@require_POST
def pull_back(request: HttpRequest, pk: int) -> HttpResponse:
    return _do(request, pk, lambda letter: actions.pull_back(letter, by=request.handler, at=request.at))


@require_POST
def other_way(request: HttpRequest, pk: int) -> HttpResponse:
    way = request.POST.get("way", "")
    return _do(request, pk, lambda letter: actions.other_way(letter, way, by=request.handler, at=request.at))


def text(request: HttpRequest, reference: str) -> HttpResponse:
    """Choose one of two neutral texts; nothing can be typed into it."""
    case = door.case(request, reference)

    def act(form: Form) -> None:
        texting.write_text(case, form.cleaned_data["which"], by=request.handler, at=request.at)

    says, can = texting.offered(case)
    values = {"title": _("Send a text message"), "says": says, "can": can}
    return _asked(request, case, TextForm(_typed(request)), act, values | {"names": shown.words()["texts"]})


def withhold(request: HttpRequest, reference: str) -> HttpResponse:
    case = door.case(request, reference)

    def act(form: Form) -> None:
        told = holding.Ask(**{name: form.cleaned_data[name] for name in ("part", "ground", "because", "look_again_on")})
        holding.ask_to_withhold(case, told, by=request.handler, at=request.at)

    return _asked(
        request, case, WithholdForm(_typed(request)), act, {"title": _("Hold something back from letters")}
    )


def agree(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """The second person agrees; afterwards, anybody looks again."""
    case = door.case(request, reference)
    row = next((row for row in queries.withheld_on(case) if row.pk == pk), None)
    if row is None:
        raise NoSuchCase(pk)
    waits = row.agreed_by_id is None

    def act(form: Form) -> None:
        given = form.cleaned_data
        if waits and given["keep"] == "yes":
            holding.agree(row, by=request.handler, at=request.at)
        else:
            until = given["until"] if given["keep"] == "yes" else None
            holding.look_again(row, until, by=request.handler, at=request.at)

    title = _("Is this to be held back?") if waits else _("Look again at what is held back")
    values = {"title": title, "row": row, "part": PARTS[row.part][1], "ground": GROUNDS[row.ground]}
    form = (AgreeForm if waits else AgainForm)(_typed(request))
    return _asked(request, case, form, act, values)


def mention(request: HttpRequest, reference: str) -> HttpResponse:
    """A supervisor lets letters of this case name another one of the same person."""
    case = door.case(request, reference)
    form = MentionForm(_typed(request))

    def act(form: Form) -> None:
        given = form.cleaned_data
        other = one_open_to(request.handler, given["other"].strip().upper(), at=request.at)
        holding.allow_mention(case, other, given["because"], by=request.handler, at=request.at)

    try:
        return _asked(request, case, form, act, {"title": _("Let letters name another case")})
    except NoSuchCase:
        form.add_error("other", _("We have no such case that you can open. Check the reference."))
        return _ask(request, case, form, {"title": _("Let letters name another case")})


def _typed(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _asked(
    request: HttpRequest, case: Case, form: Form, act: Callable[[Form], None], values: dict[str, object]
) -> HttpResponse:
    """A form on a case: done once, then back to the case; a refusal is said and nothing typed is lost."""
    if request.method == "POST" and form.is_valid():
        try:
            once.only(request, lambda: act(form))
            return redirect("desk:case", case.reference)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return _ask(request, case, form, values)


def _ask(request: HttpRequest, case: Case, form: Form, values: dict[str, object]) -> HttpResponse:
    return render(request, "outbox/ask.html", {"case": case, "form": form} | values)
