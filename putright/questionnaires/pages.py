"""Writing the next version, seeing it as people would, and signing it off."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from putright.cases import once
from putright.cases.refusals import Refused
from putright.law.calendar import day_of
from putright.people import gates

from . import actions, forms, queries, rules
from .models import Draft, Survey
from .queries import the, version_of
from .words import KINDS, SOFT


def version(request: HttpRequest, slug: str, number: int, refusal: str = "") -> HttpResponse:
    """One version as people see it, and its leave."""
    row = version_of(slug, number)
    before = queries.versions(row.survey).filter(number__lt=number).first()
    may = gates.can(request.handler, "questionnaires.sign") and row.by_id != request.handler.pk
    page = as_seen(queries.content(row)) | {
        "title": _("%(survey)s: version %(number)s") % {"survey": row.survey.name(spoken()), "number": number}, "row": row,
        "signed": getattr(row, "signed", None), "may_sign": may, "before": before, "refusal": refusal,
    }  # fmt: skip
    return render(request, "questionnaires/version.html", page, status=409 if refusal else 200)


def as_seen(content: rules.Content) -> dict[str, object]:
    """The questions in both languages, as the answer page will ask them."""
    asked = [(language, content.intro(language)) for language in ("en", "cy")]
    return {"content": content, "asked": asked, "kinds": KINDS, "soft": SOFT}


@require_POST
def sign(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    row = version_of(slug, number)
    try:
        once.only(request, lambda: actions.sign_off(row, by=request.handler, at=request.at))
    except Refused as refusal:
        return version(request, slug, number, str(refusal))
    return redirect("surveys:one", slug)


def new(request: HttpRequest) -> HttpResponse:
    form = forms.NewForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        given = form.cleaned_data
        try:
            actions.begin(given["slug"], (given["en"], given["cy"]), by=request.handler, at=request.at)
            return redirect("questionnaires:draft", given["slug"])
        except Refused as refusal:
            form.add_error("slug", str(refusal))
    page = {"title": _("A survey for a group"), "form": form}
    return render(request, "questionnaires/form.html", page, status=422 if form.is_bound else 200)


def drafted(request: HttpRequest, slug: str) -> tuple[Survey, Draft]:
    survey = the(slug, request.at).survey
    return survey, actions.draft(survey, by=request.handler, at=request.at)


def draft(request: HttpRequest, slug: str) -> HttpResponse:
    """The next version as it is being written."""
    survey, made = drafted(request, slug)
    now = rules.read(made.content)
    start = {"intro_en": now.intro_en, "intro_cy": now.intro_cy, "equality": "yes" if now.equality else "no"}
    form = forms.IntroForm(request.POST if request.method == "POST" else None, initial=start)
    if form.is_valid():
        given = form.cleaned_data
        said = (given["intro_en"], given["intro_cy"])
        actions.introduce(made, said, given["equality"] == rules.YES, by=request.handler, at=request.at)
        return redirect("questionnaires:draft", slug)
    page = {"title": _("Write the next version"), "survey": survey, "content": now, "form": form, "kinds": KINDS, "soft": SOFT}
    return render(request, "questionnaires/draft.html", page, status=422 if form.is_bound else 200)


def question(request: HttpRequest, slug: str) -> HttpResponse:
    """Add a question, or change the one of ?code=."""
    survey, made = drafted(request, slug)
    there = {one.code: one for one in rules.read(made.content).questions}
    chosen = there.get(request.GET.get("code", ""))
    form = forms.QuestionForm(request.POST if request.method == "POST" else None, initial=forms.begun(chosen) if chosen else {})
    if form.is_valid():
        actions.put(made, form.question(), by=request.handler, at=request.at)
        return redirect("questionnaires:draft", slug)
    page = {"title": _("Change a question") if chosen else _("Add a question"), "survey": survey, "form": form}
    return render(request, "questionnaires/form.html", page, status=422 if form.is_bound else 200)


@require_POST
def arrange(request: HttpRequest, slug: str) -> HttpResponse:
    _survey, made = drafted(request, slug)
    step = {"up": -1, "down": 1}.get(request.POST.get("do", ""), 0)
    actions.arrange(made, request.POST.get("code", ""), step, by=request.handler, at=request.at)
    return redirect("questionnaires:draft", slug)


def preview(request: HttpRequest, slug: str) -> HttpResponse:
    """The draft as people would see it, in both languages. Nothing can be sent from here."""
    survey, made = drafted(request, slug)
    page = as_seen(rules.read(made.content)) | {"title": _("As they would see it"), "survey": survey}
    return render(request, "questionnaires/preview.html", page)


def propose(request: HttpRequest, slug: str) -> HttpResponse:
    survey, made = drafted(request, slug)
    form = forms.ProposeForm(request.POST if request.method == "POST" else None, initial={"since": day_of(request.at)})
    if form.is_valid():
        wanted = actions.Wanted(form.cleaned_data["since"], form.cleaned_data["why"])
        try:
            once.only(request, lambda: actions.propose(made, wanted, by=request.handler, at=request.at))
            return redirect("surveys:one", slug)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    page = {"title": _("Put it forward for sign-off"), "survey": survey, "form": form}
    return render(request, "questionnaires/form.html", page, status=422 if form.is_bound else 200)


def spoken() -> str:
    return "cy" if get_language() == "cy" else "en"
