"""Every campaign; one and what is done with it; what came."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from design.forms import Form
from putright.cases import once
from putright.cases.refusals import Refused
from putright.invited import queries as invites
from putright.invited import rules as settings
from putright.messages import queries as messages
from putright.people import gates
from putright.questionnaires.models import Survey
from putright.questionnaires.queries import surveys

from .. import queries, told, words
from ..actions import going, preparing
from ..forms import THEIRS, CampaignForm
from ..models import Campaign
from ..standing import state, tells

DOES: dict[str, Callable[..., object]] = {
    "empty": preparing.empty, "forward": preparing.forward, "back": preparing.give_back, "sign": preparing.sign,
    "stop": going.stop,
}  # fmt: skip
KEPT = ("name", "kind", "theirs_en", "theirs_cy", "body", "subject_en", "subject_cy", "words_en", "words_cy", "starts_on",
        "ends_on", "remind_after", "delete_after")  # fmt: skip
SHOWN = 50  # campaigns on a page


def campaign(pk: int) -> Campaign:
    found = queries.campaigns().filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def place(request: HttpRequest, name: str) -> int:
    """A number of the address, such as after which place of a list it goes on; 0 where it is none."""
    typed = request.GET.get(name, "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 8 else 0


def language() -> str:
    return "cy" if get_language() == "cy" else "en"


def smallest(request: HttpRequest) -> int:
    return invites.settings_at(request.at)[settings.SMALLEST]


def everything(request: HttpRequest) -> HttpResponse:
    found = list(queries.campaigns(before=place(request, "before"))[:SHOWN])
    rows = [(one, words.STATES[state(one, request.at)]) for one in found]
    page = {
        "older": found[-1].pk if len(found) == SHOWN else 0,
        "title": _("Surveys of a group"), "rows": rows, "kinds": words.KINDS,
        "may": gates.can(request.handler, "campaigns.make"),
    }  # fmt: skip
    return render(request, "campaigns/all.html", page)


def groups() -> list[Survey]:
    """Surveys for a group come first; any other may be asked too."""
    return sorted(surveys(), key=lambda one: (bool(one.kind), one.pk))


def new(request: HttpRequest) -> HttpResponse:
    began = {"kind": "general", "remind_after": 14, "delete_after": 30, "survey": ""}
    form = CampaignForm(request.POST if request.method == "POST" else None, surveys=groups(), language=language(), initial=began)
    made: list[Campaign] = []

    def act() -> None:
        made.append(preparing.make(form.wanted(), by=request.handler, at=request.at))

    page = {"title": _("A survey of a group"), "form": form, "back": reverse("campaigns:all")}
    return filled(request, form, act, page, lambda: reverse("campaigns:one", args=[made[0].pk]) if made else page["back"])


def change(request: HttpRequest, pk: int) -> HttpResponse:
    one = campaign(pk)
    now = {name: getattr(one, name) for name in KEPT} | {"survey": one.survey.slug if one.survey else THEIRS}
    form = CampaignForm(request.POST if request.method == "POST" else None, surveys=groups(), language=language(), initial=now)

    def act() -> None:
        preparing.change(one, form.wanted(), by=request.handler, at=request.at)

    back = reverse("campaigns:one", args=[pk])
    return filled(request, form, act, {"title": _("Change this campaign"), "form": form, "back": back}, lambda: back)


def filled(
    request: HttpRequest, form: Form, act: Callable[[], object], page: dict[str, object], then: Callable[[], object],
) -> HttpResponse:  # fmt: skip
    """A page that asks, calls one action, and keeps what was typed when it is refused."""
    page["refusal"] = ""
    if form.is_valid():
        try:
            once.only(request, act)
            return redirect(str(then()))
        except Refused as refusal:
            page["refusal"] = str(refusal)
    return render(request, "campaigns/form.html", page, status=422 if request.method == "POST" else 200)


def one(request: HttpRequest, pk: int) -> HttpResponse:
    found = campaign(pk)
    by = request.GET.get("by", "")
    by = by if by in ("district", "group") else "district"
    page = {
        "title": found.name, "one": found, "state": state(found, request.at), "states": words.STATES, "kinds": words.KINDS,
        "counts": queries.by_why(found), "ways": words.WAYS, "why": words.WHY, "by": by, "parts": words.BY,
        "went_words": words.MESSAGES, "went": went(found), "came": queries.came(found, by, smallest=smallest(request)),
        "may": gates.can(request.handler, "campaigns.make"), "signs": gates.can(request.handler, "campaigns.sign"),
        "smallest": smallest(request),
        "mine": request.handler.pk in (found.by_id, found.forward_by_id),
    }  # fmt: skip
    return render(request, "campaigns/one.html", page)


def went(found: Campaign) -> dict[str, dict[str, int]]:
    """What became of its e-mails, the first and the reminder. Nothing before it began: two queries."""
    if not found.signed_at:
        return {}
    return {what: messages.counts("campaigns", f"{found.pk}:{what}:") for what in ("ask", "again")}


@require_POST
def do(request: HttpRequest, pk: int) -> HttpResponse:
    """Empty the list, put it forward, give it back, let it go, stop it."""
    found, act = campaign(pk), DOES.get(request.POST.get("do", ""))
    if act is None:
        return HttpResponseBadRequest()
    try:
        once.only(request, lambda: act(found, by=request.handler, at=request.at))
    except Refused as refusal:
        page = {"title": _("That was not done"), "sentence": str(refusal), "back": reverse("campaigns:one", args=[pk])}
        return render(request, "campaigns/refused.html", page, status=409)
    return redirect("campaigns:one", pk)


def results(request: HttpRequest, pk: int) -> HttpResponse:
    """What was said, once nothing more can come; and what another body told us."""
    found = campaign(pk)
    by = request.GET.get("by", "")
    by = by if by in words.BY else "district"
    page = {
        "title": _("What they said: %(name)s") % {"name": found.name}, "one": found, "by": by, "ways": words.BY,
        "told": told.of(found, by, smallest=smallest(request)) if tells(found, request.at) else None,
        "questions": told.questions(found, language()), "theirs": queries.theirs(found, smallest=smallest(request)),
        "smallest": smallest(request), "called": told.names(by),
    }  # fmt: skip
    return render(request, "campaigns/results.html", page)
