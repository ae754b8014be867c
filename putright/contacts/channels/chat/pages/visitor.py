"""The visitor's pages. The secret in their cookie decides which chat is shown, and nothing else does."""

from uuid import UUID, uuid4

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from putright.cases.refusals import Refused
from putright.codes.asked.boxes import told
from putright.contacts.channels.web import codes
from putright.contacts.channels.web.promised import promised
from putright.contacts.kinds.queries import asking_once
from putright.contacts.kinds.rules import INTELLIGENCE
from putright.contacts.lane import lane
from putright.law.calendar import day_of
from putright.people.queries import office

from .. import actions, queries, secret, shown, signs, stream, waits
from ..forms import SayForm, StartForm
from ..models import ENDED, VISITOR, WAITING, Chat
from ..opening import Opening, opening
from ..refusals import TooFast

COOKIE = "putright_chat"


def language() -> str:
    return "cy" if get_language() == "cy" else "en"


def mine(request: HttpRequest) -> Chat | None:
    return queries.by_code(request.COOKIES.get(COOKIE, ""))


def start(request: HttpRequest) -> HttpResponse:
    """The few questions before a chat; the same page takes a message when nobody is here to chat."""
    request.office = office()
    now = opening(request.office, at=request.at)
    if not now.offered:
        raise Http404
    if request.method == "GET" and (chat := mine(request)) and chat.state != ENDED:
        return redirect("chat:talk")
    form = StartForm(request.POST or None, initial={"ticket": uuid4().hex, "language": language()})
    if request.method == "POST" and form.is_valid():
        return begun(request, form.cleaned_data, now)
    title = _("Chat with us") if now.now else _("Leave us a message")
    values = {"title": title, "form": form, "opening": now, "back": f"/{language()}/",
              "crime": told(asking_once(request).public(INTELLIGENCE, day_of(request.at)), language())}  # fmt: skip
    return render(request, "chat/start.html", values, status=422 if form.is_bound else 200)


def begun(request: HttpRequest, given: dict[str, str], now: Opening) -> HttpResponse:
    code = secret.code_of(given["ticket"])
    given_now = {name: given[name] for name in ("about", "language", "name", "email", "phone")}
    visitor = actions.Visitor(
        key=secret.key_of(given["ticket"]), digest=codes.digest(code), at_risk=given["danger"] == "yes",
        address_digest=secret.address_digest(lane.address_of(request)), **given_now,
    )  # fmt: skip
    chat = actions.begin(visitor, at=request.at, open_now=now.now)
    return carrying(redirect("chat:ended" if chat.state == ENDED else "chat:talk"), code)


def carrying(response: HttpResponse, code: str) -> HttpResponse:
    """For this sitting only: the cookie goes when the browser closes."""
    response.set_cookie(COOKIE, code, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
    return response


def back(request: HttpRequest, secret: str) -> HttpResponse:
    """The link that leads back to a chat, on this device or another. A wrong one and a forgotten one are answered alike."""
    chat = queries.by_code(secret)
    return carrying(redirect("chat:talk"), secret) if chat else redirect("chat:start")


def talk(request: HttpRequest) -> HttpResponse:
    """The conversation. Without scripts each button brings the page again, with what was typed still in its box."""
    chat = mine(request)
    if chat is None:
        return redirect("chat:start")
    do = request.POST.get("do", "")
    if do == "leave":
        actions.leave(chat, at=request.at)
        return redirect("chat:ended")
    if chat.state == ENDED and request.method == "GET":
        return redirect("chat:ended")
    if do == "say":
        return said(request, chat)
    form = SayForm(initial={"key": str(uuid4()), "words": request.POST.get("words", "")})
    return conversation(request, chat, form)


def said(request: HttpRequest, chat: Chat) -> HttpResponse:
    """Stored first, then said to be sent."""
    form = SayForm(request.POST)
    wrong, status = "", 422
    if form.is_valid():
        try:
            line = actions.say(chat, form.cleaned_data["words"], UUID(form.cleaned_data["key"]), by=None, at=request.at)
            return sent(request, line.seq)
        except Refused as refusal:
            wrong, status = str(refusal), 429 if isinstance(refusal, TooFast) else 422
        except ValueError:  # a key that is none: the page's fault, not the person's
            wrong = _("Something went wrong with this page. Go back, and try again")
        form.add_error("words", wrong)
    if wants_json(request):
        return JsonResponse({"wrong": str(form.errors["words"][0]) if "words" in form.errors else ""}, status=status)
    return conversation(request, chat, form, status=status)


def sent(request: HttpRequest, seq: int) -> HttpResponse:
    return JsonResponse({"seq": seq}) if wants_json(request) else redirect("chat:talk")


def wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept") == "application/json"


def conversation(request: HttpRequest, chat: Chat, form: SayForm, *, status: int = 200) -> HttpResponse:
    signs.visitor_is_here(chat, at=request.at)
    waiting = chat.state == WAITING
    refreshes = waiting and request.method == "GET" and "write" not in request.GET
    values = {
        "title": _("Your chat"), "chat": chat, "form": form, "code": request.COOKIES.get(COOKIE, ""),
        "lines": shown.lines(queries.lines(chat), chat, VISITOR), "refreshes": refreshes,
        "status": waits.told(chat, at=request.at), "over": chat.state == ENDED,
    }  # fmt: skip
    return render(request, "chat/talk.html", values, status=status)


def ended(request: HttpRequest) -> HttpResponse:
    """The reference, what happens next, and everything that was said, to read or to keep."""
    chat = mine(request)
    if chat is None or chat.contact is None:
        return redirect("chat:start")
    request.office = office()
    values = {
        "title": _("We have your message") if chat.ended_by == "message" else _("The chat has ended"),
        "chat": chat, "reference": chat.contact.case.reference, "settled": chat.contact.settled_at is not None,
        "reachable": bool(chat.email or chat.phone), "lines": shown.lines(queries.lines(chat), chat, VISITOR),
        "first_contact": promised(request.office, "first-contact", language(), at=chat.contact.received_at),
    }  # fmt: skip
    return render(request, "chat/ended.html", values)


@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """What is new, as it happens. The server takes over from here and keeps neither a thread nor the database for it."""
    chat = mine(request)
    if chat is None:
        return HttpResponse(status=204)  # tells the browser not to ask again
    signs.visitor_is_here(chat, at=request.at)
    after = request.headers.get("Last-Event-ID") or request.GET.get("after", "")
    return stream.hand_over("visitor", chat=chat.pk, after=after, language=language())


@require_POST
def typing(request: HttpRequest) -> HttpResponse:
    """They are writing. What they write stays with them until they send it."""
    if (chat := mine(request)) is not None:
        signs.visitor_types(chat, at=request.at)
    return HttpResponse(status=204)
