"""The sentences handlers send often: kept by a supervisor, always in both languages."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from design.dates import LONDON
from putright.cases import once
from putright.cases.refusals import Refused

from .. import actions, queries
from ..forms import PhraseForm
from ..models import Phrase


def every(request: HttpRequest) -> HttpResponse:
    form = PhraseForm(request.POST or None)
    if form.is_valid() and kept(request, form):
        return redirect("chat:phrases")
    week = queries.since((request.at - queries.WEEK).astimezone(LONDON))
    values = {"title": _("Ready sentences for chats"), "form": form, "phrases": queries.phrases(), "week": week}
    return render(request, "chat/phrases.html", values, status=422 if form.is_bound else 200)


def one(request: HttpRequest, pk: int) -> HttpResponse:
    phrase = queries.phrase(pk)
    if phrase is None:
        raise Http404
    if request.POST.get("do") == "drop":
        once.only(request, lambda: actions.drop_phrase(phrase, by=request.handler, at=request.at))
        return redirect("chat:phrases")
    form = PhraseForm(request.POST or None, initial={"words_en": phrase.words_en, "words_cy": phrase.words_cy})
    if form.is_valid() and kept(request, form, phrase):
        return redirect("chat:phrases")
    values = {"title": _("Change the sentence"), "form": form, "phrase": phrase}
    return render(request, "chat/phrase.html", values, status=422 if form.is_bound else 200)


def kept(request: HttpRequest, form: PhraseForm, phrase: Phrase | None = None) -> bool:
    en, cy = form.cleaned_data["words_en"], form.cleaned_data["words_cy"]
    try:
        once.only(request, lambda: actions.keep_phrase(en, cy, by=request.handler, at=request.at, phrase=phrase))
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True
