"""An answer that came on paper, or is said on the phone, typed by its code; and a second person's look at some of them."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from putright.cases import door, once
from putright.cases.models import Case
from putright.cases.queries import NoSuchCase
from putright.cases.refusals import Refused
from putright.invited import queries as invites
from putright.invited.rules import HELD, TYPED_FOR
from putright.passes import codes
from putright.questionnaires import rules
from putright.questionnaires.queries import content as content_of

from .. import queries
from ..actions import answering
from ..forms import AnswerForm, PaperForm
from ..models import Response
from ..words import CLOSED


def paper(request: HttpRequest) -> HttpResponse:
    """Its code, and how they answered; and what waits for a second look. A code of a walled case is one that does not work."""
    form = PaperForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        code, how = codes.read_short(form.cleaned_data["code"]), form.cleaned_data["how"]
        if code and queries.typed_code(door.cases(request), code):
            return redirect(f"{reverse('surveys:type_in')}?code={code}&how={how}")
        form.add_error("code", _("This code does not work. Check it against the paper, and type it again"))
    waits = queries.to_hold_against(door.cases(request), request.handler)
    page = {
        "title": _("Type in a paper survey"), "form": form, "waits": waits, "done": "done" in request.GET,
        "one_in": invites.settings_at(request.at)[HELD],
    }  # fmt: skip
    return render(request, "surveys/paper.html", page, status=422 if form.is_bound else 200)


def type_in(request: HttpRequest) -> HttpResponse:
    """Its questions in order. What people say about themselves is counted and not kept, as when they type it; on the phone it is
    not asked."""
    how = rules.PHONE if request.GET.get("how") == rules.PHONE else rules.PAPER
    invite = queries.typed_code(door.cases(request), request.GET.get("code", ""))
    version = queries.asked_by(invite) if invite else None
    if invite is None or version is None:
        return redirect("surveys:paper")
    door.seen(request, [case for case in (invite.case,) if case])
    if why := invites.trouble(invite, at=request.at - TYPED_FOR if how == rules.PAPER else request.at):
        title, sentence = CLOSED[why]
        page = {"title": str(title), "sentence": sentence, "back": reverse("surveys:paper")}
        return render(request, "surveys/refused.html", page)
    form = AnswerForm(
        request.POST if request.method == "POST" else None, content=content_of(version),
        language="cy" if invite.language.startswith("cy") else "en", told=how == rules.PHONE, initial=queries.half(invite),
    )  # fmt: skip
    title = _("Type what the paper says") if how == rules.PAPER else _("Ask them how we did")
    return typed(request, form, title, lambda: answering.answer(invite, form.given(how), by=request.handler, at=request.at),
                 {"on_paper": how == rules.PAPER})  # fmt: skip


def against(request: HttpRequest, pk: int) -> HttpResponse:
    """What somebody else typed, held against its paper."""
    response = next((one for one in queries.to_hold_against(door.cases(request), request.handler) if one.pk == pk), None)
    if response is None:
        raise NoSuchCase(pk)
    door.seen(request, seen(response))
    form = AnswerForm(
        request.POST if request.method == "POST" else None, content=content_of(response.version), language=response.language,
        told=True, initial=response.scores | response.words,
    )  # fmt: skip
    return typed(
        request, form, _("Hold it against the paper"),
        lambda: answering.hold_against(response, form.given(rules.PAPER), by=request.handler, at=request.at),
        {"on_paper": True, "second": response},
    )  # fmt: skip


def seen(response: Response) -> list[Case]:
    return [response.invite.case] if response.invite.case else []


def typed(request: HttpRequest, form: AnswerForm, title: str, act: Callable[[], object], also: dict[str, object]) -> HttpResponse:
    page = {"title": title, "form": form, "intro": form.content.intro(form.language), "refusal": "", "second": None} | also
    if form.is_valid():
        try:
            once.only(request, act)
            return redirect(f"{reverse('surveys:paper')}?done=1")
        except Refused as refusal:
            page["refusal"] = str(refusal)
    return render(request, "surveys/type_in.html", page, status=422 if request.method == "POST" else 200)
