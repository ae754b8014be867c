"""The handler's chats: who waits, and every chat they have, side by side."""

from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from design.dates import LONDON
from putright.cases import door, once
from putright.cases.models import Case
from putright.cases.refusals import Refused
from putright.codes.queries import asked_once
from putright.contacts.entry import about as kinds
from putright.law.calendar import day_of

from .. import actions, queries, shown, signs, stream
from ..filing import Closing
from ..forms import EndForm, PassOnForm, SayForm, TakingForm
from ..models import ENDED, HANDLER, Chat, Taking
from ..rules import USUAL
from .visitor import wants_json


def language() -> str:
    return "cy" if get_language() == "cy" else "en"


def desk(request: HttpRequest, *, note: str = "", status: int = 200, bound: tuple[Chat, SayForm] | None = None) -> HttpResponse:
    signs.handler_is_here(request.handler, at=request.at)
    chats, taking = reachable(request), queries.taking(request.handler)
    lines, phrases = queries.lines_of(chats), queries.phrases()
    panels = [panel(chat, lines[chat.pk], bound[1] if bound and bound[0].pk == chat.pk else None) for chat in chats]
    values = {
        "title": _("Chats"), "note": note, "panels": panels, "waiting": queries.waiting(), "taking": taking,
        "alone": [one for one in queries.left_alone(at=request.at) if one.handler_id != request.handler.pk],
        "offers": queries.offered_to(request.handler), "phrases": phrases, "form": takes_now(taking),
    }  # fmt: skip
    return render(request, "chat/desk.html", values, status=status)


def takes_now(taking: Taking | None) -> TakingForm:
    yes = "yes" if taking and taking.takes else "no"
    return TakingForm(initial={"takes": yes, "most": taking.most if taking else USUAL})


def reachable(request: HttpRequest) -> list[Chat]:
    """The chats on this desk. One that became a contact is shown only while its case is open to this handler."""
    chats = list(queries.desk(request.handler))
    filed = [chat.contact.case_id for chat in chats if chat.contact]
    open_now = {case.pk: case for case in door.cases(request).filter(pk__in=filed)} if filed else {}
    door.seen(request, open_now.values())
    return [chat for chat in chats if chat.contact is None or chat.contact.case_id in open_now]


def panel(chat: Chat, lines: list, form: SayForm | None = None) -> dict[str, object]:
    blank = SayForm(initial={"key": str(uuid4())}, prefix=None)
    form = form or blank
    form.auto_id = f"id_{chat.key}_%s"  # several chats on one page
    return {"chat": chat, "lines": shown.lines(lines, chat, HANDLER), "form": form, "over": chat.state == ENDED}


def found(request: HttpRequest, key: UUID) -> Chat:
    try:
        return next(chat for chat in reachable(request) if chat.key == key)
    except StopIteration:
        raise Http404 from None


def one(request: HttpRequest, key: UUID) -> HttpResponse:
    """Send a message in one chat. `do=phrase` puts a ready sentence in the box; `do=look` only looks again."""
    chat = found(request, key)
    if request.method != "POST":
        return redirect(f"{desk_address()}#chat-{key}")
    do = request.POST.get("do", "say")
    if do != "say":
        words = request.POST.get("words", "")
        chosen = next((p for p in queries.phrases() if p.said(chat.language) == request.POST.get("phrase")), None)
        if do == "phrase" and chosen:
            words = f"{words.rstrip()} {chosen.said(chat.language)}".strip()
        return desk(request, bound=(chat, SayForm(initial={"key": str(uuid4()), "words": words})))
    return said(request, chat)


def said(request: HttpRequest, chat: Chat) -> HttpResponse:
    form, wrong = SayForm(request.POST), ""
    if form.is_valid():
        try:
            words, key = form.cleaned_data["words"], UUID(form.cleaned_data["key"])
            line = actions.say(chat, words, key, by=request.handler, at=request.at)
            return JsonResponse({"seq": line.seq}) if wants_json(request) else redirect(f"{desk_address()}#chat-{chat.key}")
        except Refused as refusal:
            wrong = str(refusal)
        except ValueError:  # a key that is none
            wrong = _("Something went wrong with this page. Go back, and try again")
        form.add_error("words", wrong)
    wrong = str(next(iter(form.errors.values()))[0])
    if wants_json(request):
        return JsonResponse({"wrong": wrong}, status=422)
    return desk(request, note=wrong, status=422, bound=(chat, form))


def desk_address() -> str:
    return f"/{language()}/staff/chats/"


@require_POST
def take(request: HttpRequest) -> HttpResponse:
    """Take the chat whose button was pressed."""
    try:
        chat = queries.by_key(UUID(request.POST.get("key", "")))
        actions.take_chat(chat, by=request.handler, at=request.at)
    except (ValueError, queries.NoSuchChat):
        return redirect("chat:desk")
    except Refused as refusal:
        return desk(request, note=str(refusal), status=422)
    return redirect(f"{desk_address()}#chat-{chat.key}")


@require_POST
def taking(request: HttpRequest) -> HttpResponse:
    form = TakingForm(request.POST)
    if not form.is_valid():
        return desk(request, note=_("Choose yes or no"), status=422)
    given = form.cleaned_data
    actions.set_taking(given["takes"] == "yes", int(given["most"]), by=request.handler, at=request.at)
    return redirect("chat:desk")


def pass_on(request: HttpRequest, key: UUID) -> HttpResponse:
    """Offer it to a colleague who takes chats now and has room."""
    chat = found(request, key)
    there = {str(one.handler.pk): one for one in queries.colleagues(request.handler, at=request.at)}
    choices = [(pk, described(one)) for pk, one in there.items()]
    form = PassOnForm(request.POST or None, colleagues=choices)
    if form.is_valid():
        to = there[form.cleaned_data["to"]].handler
        try:
            once.only(request, lambda: actions.pass_on(chat, to, by=request.handler, at=request.at))
            return redirect(f"{desk_address()}#chat-{key}")
        except Refused as refusal:
            form.add_error(None, str(refusal))
    title = _("Pass the chat to a colleague")
    values = {"title": title, "form": form, "chat": chat, "anybody": bool(there), "back": desk_address()}
    return render(request, "chat/pass_on.html", values, status=422 if form.is_bound else 200)


def described(one: queries.Colleague) -> str:
    welsh = _("speaks Welsh") if one.handler.speaks_welsh else ""
    room = _("%(chats)s of %(most)s chats") % {"chats": one.chats, "most": one.most}
    return f"{one.handler.name} ({', '.join(filter(None, [room, welsh]))})"


@require_POST
def answer_offer(request: HttpRequest, key: UUID) -> HttpResponse:
    """Accept a chat a colleague offers, or say no."""
    chat = next((one for one in queries.offered_to(request.handler) if one.key == key), None)
    accepts = request.POST.get("do") == "accept"
    if chat is not None:
        try:
            once.only(request, lambda: actions.answer_offer(chat, accepts, by=request.handler, at=request.at))
        except Refused as refusal:
            return desk(request, note=str(refusal), status=422)
    return redirect(f"{desk_address()}#chat-{key}" if accepts else desk_address())


def end(request: HttpRequest, key: UUID) -> HttpResponse:
    """End it, or finish with one they ended: settled at once, or kept open. A case it belongs to is found by the door."""
    chat = found(request, key)
    reasons = asked_once(request, "reasons").in_force(request.at.astimezone(LONDON).date())
    about, first = kinds.about(request, day_of(request.at), language()), kinds.unseen(request)
    how: dict[str, Any] = {"reasons": reasons, "words_in": language(), "about": about}
    form = EndForm(None if first else request.POST or None, **how)
    if first:
        form = EndForm(initial=form.again(request.POST), **how)
    if chat.state == ENDED:
        for name in ("joins", "kind", "topic", "shown"):
            del form.fields[name]  # it is in a case already
    if form.is_valid() and (case := finished(request, chat, form)):
        return redirect("desk:case", case.reference)
    title = _("Finish with the chat") if chat.state == ENDED else _("End the chat")
    values = {"title": title, "form": form, "chat": chat, "back": desk_address(),
              "lines": shown.lines(queries.lines(chat), chat, HANDLER)}  # fmt: skip
    return render(request, "chat/end.html", values, status=422 if form.is_bound else 200)


def finished(request: HttpRequest, chat: Chat, form: EndForm) -> Case | None:
    """The case the chat is in now, or None with the refusal on the form."""
    given = form.cleaned_data
    settles = request.POST.get("do") == "settle"
    joins = door.cases(request).filter(reference=given["joins"].upper()).first() if given.get("joins") else None
    if given.get("joins") and joins is None:
        form.add_error("joins", _("There is no case with that reference that you can open."))
        return None
    try:
        closing = Closing(given["answer"], settles, given["reason"], given.get("kind", ""), form.about.topic, form.answers())
        return actions.finish(chat, closing, by=request.handler, at=request.at, joins=joins).case
    except Refused as refusal:
        form.add_error("answer" if settles else None, str(refusal))
    return None


@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """What is new on this desk, as it happens. Asking for it is not using the session: config.gates."""
    signs.handler_is_here(request.handler, at=request.at)
    after = request.headers.get("Last-Event-ID") or request.GET.get("after", "")
    return stream.hand_over("handler", handler=request.handler.pk, after=after, language=language())


@require_POST
def typing(request: HttpRequest, key: UUID) -> HttpResponse:
    for chat in queries.desk(request.handler).filter(key=key):
        signs.handler_types(chat, at=request.at)
    return HttpResponse(status=204)
