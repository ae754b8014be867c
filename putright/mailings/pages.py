"""The pages of several letters at once. Each shows every letter exactly as it would go before any does."""

from collections.abc import Callable, Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from design.forms import Form
from putright.cases import door, once
from putright.cases.models import Case
from putright.cases.refusals import Refused
from putright.letters import making
from putright.letters.filling_ours import praise
from putright.letters.models import Letter
from putright.letters.panel import NAMES
from putright.paper import blocks
from putright.people.households import household, place
from putright.people.queries import office

from . import actions, everybody, leaflets
from .forms import KindForm, LanguageForm, SeveralForm, ThanksForm
from .refusals import NobodyChosen
from .thanks import letters

Look = Callable[[], Sequence[Letter]]
LETTERS = ("en", "cy")


def several(request: HttpRequest, reference: str) -> HttpResponse:
    """One letter to each person on the case: choose the letter, write its words, see all of them, let them go."""
    case = door.case(request, reference)
    kind, by, at = request.GET.get("kind", ""), request.handler, request.at
    if kind not in everybody.kinds():
        shown = {"title": _("Write to everybody on the case"), "case": case, "form": KindForm(request.GET or None)}
        return render(request, "mailings/choose.html", shown)
    readers = everybody.readers(case, kind, at)
    form = SeveralForm(request.POST or None, kind=kind, readers=readers, languages=everybody.languages(readers))

    def chosen() -> list[int]:
        return [int(pk) for pk in form.cleaned_data["to"]]

    def words() -> dict[str, str]:
        return {key: value for key, value in form.cleaned_data.items() if key != "to"}

    def look() -> list[Letter]:
        made = [one for one in readers if one.person.pk in chosen()]
        if not made:
            raise NobodyChosen
        return [making.preview(case, kind, everybody.given_to(case, one, words()), by=by, at=at) for one in made]

    return asked(request, case, form, str(NAMES[kind]), look, lambda: actions.write_to_several(
        case, kind, words(), chosen(), by=by, at=at))  # fmt: skip


def thanks(request: HttpRequest, reference: str) -> HttpResponse:
    """Tell the officer, their supervisor and the sender, with the sender's words."""
    case, by, at = door.case(request, reference), request.handler, request.at
    said = praise(case)
    form = ThanksForm(request.POST or None, told=said.words if said else "")

    def look() -> list[Letter]:
        return [making.preview(case, kind, given, by=by, at=at) for kind, given in letters(form.thanks())]

    return asked(request, case, form, _("Pass on the thanks"), look, lambda: actions.pass_on_thanks(
        case, form.thanks(), by=by, at=at))  # fmt: skip


def asked(
    request: HttpRequest, case: Case, form: Form, title: str, look: Look, act: Callable[[], object]
) -> HttpResponse:
    """Ask, show every letter as it would go, then let all of them go. A refusal keeps every word that was typed."""
    page: dict[str, object] = {"title": title, "case": case, "form": form, "refusal": ""}
    do = request.POST.get("do", "")
    if request.method != "POST" or do == "change" or not form.is_valid():
        return render(request, "mailings/words.html", page)
    try:
        if do == "send":
            once.only(request, act)
            return redirect("desk:case", case.reference)
        made = [drawn(letter) for letter in look()]
    except Refused as refusal:
        return render(request, "mailings/words.html", page | {"refusal": str(refusal)})
    return render(request, "mailings/preview.html", page | {"made": made, "names": NAMES})


def drawn(letter: Letter) -> dict[str, object]:
    """What a page shows of a letter; its HTML is made from words with every sign escaped (letters/blocks.py)."""
    return {"letter": letter, "words": blocks.html(letter.body, letter.values["passages"])}


def language(request: HttpRequest, reference: str) -> HttpResponse:
    """Which language the complainant wants, and what was said for their household."""
    case = door.case(request, reference)
    them = case.complainant
    home = household(them) if them else None
    now = {"theirs": them.language if them else "", "at_home": home.language if home else ""}
    form = LanguageForm(request.POST or None, has_home=bool(them and place(them)), initial=now)
    page: dict[str, object] = {"title": _("Which language they want"), "case": case, "form": form, "refusal": ""}
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            once.only(request, lambda: actions.choose_language(
                case, given["theirs"], given.get("at_home", ""), by=request.handler, at=request.at))  # fmt: skip
            return redirect("desk:case", case.reference)
        except Refused as refusal:
            page["refusal"] = str(refusal)
    return render(request, "mailings/language.html", page)


def sheets(request: HttpRequest) -> HttpResponse:
    listed = [(name, said, leaflets.standing(name)) for name, said in leaflets.NAMES.items()]
    return render(request, "mailings/sheets.html", {"title": _("Leaflets"), "leaflets": listed})


def sheet(request: HttpRequest, name: str, language: str) -> HttpResponse:
    if name not in leaflets.NAMES or language not in LETTERS:
        raise Http404
    made = leaflets.drawn(name, language, office(), at=request.at)
    headers = {"Content-Disposition": f'attachment; filename="{name}-{language}.pdf"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(made, content_type="application/pdf", headers=headers)
