"""The counter's own pages: nobody is signed in, and nothing of one person is left for the next.

The cookie holds the counter's code and the mark of this visit. The mark changes when a visit ends, and a form that carries
another is not read at all: pressing Back, or sending an old page again, shows an empty start."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from putright.contacts.models import Contact
from putright.contacts.said import Said
from putright.people.queries import office

from . import queries, rules
from .actions import tell as written
from .forms import CodeForm, TellForm
from .models import Counter

HERE, DONE = "putright_counter", "putright_counter_done"


def at_counter(request: HttpRequest) -> tuple[Counter | None, str, str]:
    """(the counter this screen is, its code, the mark of this visit); no counter when it is closed or was never one."""
    code, _dot, visit = request.COOKIES.get(HERE, "").partition(".")
    return queries.by_code(code, at=request.at), code, visit


def marked(response: HttpResponse, code: str, visit: str = "") -> HttpResponse:
    keep = {"httponly": True, "samesite": "Lax", "secure": settings.SESSION_COOKIE_SECURE}
    response.set_cookie(HERE, f"{code}.{visit or rules.new_visit()}", max_age=rules.OPEN_FOR, **keep)
    return response


def staying(response: HttpResponse, long: timedelta) -> HttpResponse:
    """The page goes back to the start by itself: whoever walked away left nothing on it."""
    response["Refresh"] = f"{int(long.total_seconds())}; url={reverse('counter:clear')}"
    return response


def start(request: HttpRequest) -> HttpResponse:
    """The first page of every visit; a screen that is no counter yet is asked for its code."""
    counter, _code, _visit = at_counter(request)
    if counter is None:
        return asked_for_code(request)
    return render(request, "contacts/counter/start.html", {"title": _("Tell the team"), "station": counter.station})


def asked_for_code(request: HttpRequest) -> HttpResponse:
    form = CodeForm(request.POST or None)
    if form.is_valid():
        typed = rules.read_code(form.cleaned_data["code"])
        if queries.by_code(typed, at=request.at):
            return marked(redirect("counter:start"), typed)
        form.add_error("code", _("No counter is open with that code. Check each letter, or ask for a new one"))
    page = {"title": _("This screen is not open"), "form": form}
    return render(request, "contacts/counter/code.html", page, status=422 if form.is_bound else 200)


def tell(request: HttpRequest) -> HttpResponse:
    """The one page of questions. "More time" shows the same words again; an old page sent again shows nothing."""
    counter, code, visit = at_counter(request)
    if counter is None:
        return redirect("counter:start")
    if request.method != "POST":
        return asking(request, TellForm(initial={"visit": visit}))
    if not visit or request.POST.get("visit") != visit:
        return redirect("counter:clear")
    form = TellForm(request.POST)
    if "more" in request.POST:
        return asking(request, TellForm(initial=form.as_typed(request.POST)))
    if not form.is_valid():
        return asking(request, form)
    given = form.cleaned_data
    said = Said(rules.key_of(code, visit), "counter", given["words"], get_language() or "en", given["kind"])
    person = form.details()
    contact = written(counter, said, {**person, "language": said.language} if person else {}, at=request.at)
    response = redirect("counter:done")
    ticket = signing.dumps([contact.pk, request.at.isoformat()], salt=DONE)
    response.set_cookie(DONE, ticket, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
    return marked(response, code)


def asking(request: HttpRequest, form: TellForm) -> HttpResponse:
    until = request.at + rules.PAGE_STAYS
    page = {"title": _("Tell us what happened"), "form": form, "until": until, "back": reverse("counter:clear")}
    shown = render(request, "contacts/counter/tell.html", page, status=422 if form.is_bound else 200)
    return staying(shown, rules.PAGE_STAYS)


def done(request: HttpRequest) -> HttpResponse:
    """The reference to take away, for one minute, to the screen that asked and to nobody after."""
    counter, _code, _visit = at_counter(request)
    contact = just_told(request, counter) if counter else None
    if counter is None or contact is None:
        return redirect("counter:clear")
    request.office = office()
    page = {"title": _("We have what you told us"), "reference": contact.case.reference, "station": counter.station,
            "on": contact.received_at, "named": contact.person is not None}  # fmt: skip
    return staying(render(request, "contacts/counter/done.html", page), rules.DONE_STAYS)


def just_told(request: HttpRequest, counter: Counter) -> Contact | None:
    try:
        pk, when = signing.loads(request.COOKIES.get(DONE, ""), salt=DONE)
    except signing.BadSignature:
        return None
    if not timedelta(0) <= request.at - datetime.fromisoformat(when) <= rules.DONE_STAYS + timedelta(seconds=5):
        return None
    return queries.told_here(counter, pk)


def clear(request: HttpRequest) -> HttpResponse:
    """The end of a visit: its mark is used up, its reference forgotten, and the browser told to keep nothing of it."""
    counter, code, _visit = at_counter(request)
    response = redirect("counter:start")
    response.delete_cookie(DONE)
    response["Clear-Site-Data"] = '"cache"'
    return marked(response, code) if counter else response
