"""From the case: asking, typing what is told on the phone, taking a link back, their wish; and reading what came."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from putright.cases import door, once
from putright.cases.models import Case
from putright.cases.queries import NoSuchCase
from putright.cases.refusals import Refused
from putright.invited import actions as invited
from putright.invited.models import Invite
from putright.people import gates
from putright.questionnaires import rules
from putright.questionnaires.queries import content as content_of

from .. import queries
from ..actions import answering, reading, sending
from ..forms import AnswerForm, ReadForm
from ..models import Response
from ..words import HOW, answer
from .public import spoken

WAYS = {"letter": sending.write_to, "text": sending.text, "phone": sending.speak}


@require_POST
def send(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask now: by letter, by text, or on the phone, which opens the page to type on."""
    case, way = door.case(request, reference), request.POST.get("way", "")
    if way not in WAYS:
        return HttpResponseBadRequest()
    then = reverse("surveys:phone" if way == "phone" else "desk:case", args=[reference])
    return done(request, case, lambda: WAYS[way](case, by=request.handler, at=request.at), then)


def phone(request: HttpRequest, reference: str) -> HttpResponse:
    """What somebody says on the phone, typed by the handler who asks them."""
    case = door.case(request, reference)
    invite = next((one for one in queries.invites_of(case) if one.within == "spoken" and not one.answered_at), None)
    version = queries.asked_by(invite) if invite else None
    if invite is None or version is None:
        return redirect("desk:case", reference)
    form = AnswerForm(
        request.POST if request.method == "POST" else None,
        content=content_of(version), language=spoken(), told=True, initial=queries.half(invite),
    )  # fmt: skip
    if form.is_valid():
        return done(request, case, lambda: told(request, invite, form))
    page = {"title": _("Ask them how we did"), "case": case, "form": form, "intro": form.content.intro(form.language)}
    return render(request, "surveys/phone.html", page, status=422 if form.is_bound else 200)


def told(request: HttpRequest, invite: Invite, form: AnswerForm) -> None:
    if form.keeps:
        answering.keep_half(invite, form.half(), at=request.at)
    else:
        answering.answer(invite, form.given(rules.PHONE), by=request.handler, at=request.at)


@require_POST
def take_back(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    case = door.case(request, reference)
    invite = next((one for one in queries.invites_of(case) if one.pk == pk), None)
    if invite is None:
        raise NoSuchCase(reference)
    return done(request, case, lambda: sending.take_back(invite, by=request.handler, at=request.at))


@require_POST
def wish(request: HttpRequest, reference: str) -> HttpResponse:
    """They want no surveys, or want them again."""
    case = door.case(request, reference)
    act = invited.may_ask_again if request.POST.get("again") == "yes" else invited.ask_no_more
    person = case.complainant
    if person is None:
        raise NoSuchCase(reference)
    return done(request, case, lambda: act(person, by=request.handler, at=request.at))


def to_read(request: HttpRequest) -> HttpResponse:
    """Every answer that waits for a person, the unhappy first."""
    waits = queries.to_read(door.cases(request), campaigns=sees_campaigns(request))
    door.seen(request, [one.invite.case for one in waits if one.invite.case])
    page = {"title": _("Survey answers to read"), "waits": waits, "how": HOW, "most": queries.SHOWN}
    return render(request, "surveys/to_read.html", page)


def read(request: HttpRequest, pk: int) -> HttpResponse:
    """One answer, and what the reader makes of it."""
    response = queries.response(door.cases(request), pk, campaigns=sees_campaigns(request))
    if response is None:
        raise NoSuchCase(pk)  # the same answer as for a case that is walled or not there
    case = response.invite.case
    door.seen(request, [case] if case else [])
    form, refusal = ReadForm(request.POST if request.method == "POST" else None, unhappy=response.unhappy), ""
    if form.is_valid():
        try:
            once.only(request, lambda: reading.read(response, made(form), by=request.handler, at=request.at))
            return redirect("surveys:to_read")
        except Refused as trouble:
            refusal = str(trouble)
    return shown(request, response, form, refusal)


def made(form: ReadForm) -> reading.Made:
    given, marks = form.cleaned_data, form.cleaned_data["marks"]
    return reading.Made(given.get("again", ""), given.get("why", ""), "suggestion" in marks, "praise" in marks)


def shown(request: HttpRequest, response: Response, form: ReadForm, refusal: str) -> HttpResponse:
    content, language = content_of(response.version), spoken()
    marked = [(one.said(language), answer(one, response.scores[one.code], language))
              for one in content.questions if one.code in response.scores]  # fmt: skip
    said = [(one.said(language), response.words[one.code]) for one in content.questions if response.words.get(one.code)]
    look = getattr(response, "look", None)
    page = {
        "title": _("What they said"), "response": response, "case": response.invite.case, "marked": marked, "said": said,
        "form": form, "refusal": refusal, "look": look, "how": HOW,
    }  # fmt: skip
    return render(request, "surveys/read.html", page, status=422 if refusal else 200)


def sees_campaigns(request: HttpRequest) -> bool:
    """Answers about no case are a supervisor's to read."""
    return gates.can(request.handler, "surveys.build")


def done(request: HttpRequest, case: Case, act: Callable[[], object], then: str = "") -> HttpResponse:
    """Do it and go on; a refusal is said on a page of its own."""
    back = reverse("desk:case", args=[case.reference])
    try:
        once.only(request, act)
    except Refused as refusal:
        page = {"title": _("That was not done"), "sentence": str(refusal), "back": back}
        return render(request, "surveys/refused.html", page, status=409)
    return redirect(then or back)
