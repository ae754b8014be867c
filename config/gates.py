"""The gates every request passes, in one place.

First: is this page anybody's, or for whom (each room's `verbs.PAGES`; a page that is not listed is refused, and a test
fails the build). Second and third are asked at the door (`cases.door`). Last: a staff response that showed anything of
a case leaves exactly one access row, written before the response leaves; if it cannot be written, nothing is shown."""

from datetime import datetime, timedelta

from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from putright.cases import door
from putright.cases.queries import NoSuchCase
from putright.people import gates
from putright.people.models import Handler
from putright.people.queries import NoOffice, handler_for

from . import again
from .accounts import passed_both

IDLE = timedelta(minutes=30)  # nothing asked for so long: whoever comes next signs in again
LARGEST = 2**63 - 1  # what both databases hold
SHOW_NOTHING = {404, 405}  # nor does a redirect: whatever the page looked at on its way, the reader saw nothing of it
NOTICED = timedelta(minutes=1)  # the session is written no more often than this
# Pages that belong to no room: libraries' and wiring's own.
OTHERS = {
    "account_login": gates.PUBLIC,
    "account_logout": gates.PUBLIC,
    "account_reauthenticate": gates.PUBLIC,
    "mfa_authenticate": gates.PUBLIC,
    "mfa_reauthenticate": gates.PUBLIC,
    "gallery": gates.PUBLIC,
    "healthz": gates.PUBLIC,
    "front": gates.PUBLIC,
    "telephone_hook": gates.PUBLIC,  # signed by the exchange
}


def who_may(page: str) -> str:
    """The verb a page needs, `public`, `signed in`, or `by token`. A page in no table raises KeyError: nobody may."""
    return OTHERS[page] if page in OTHERS else str(gates.table("PAGES")[page])


def who(request: HttpRequest) -> Handler | None:
    """The handler signed in with both factors. Asks the database nothing about anybody else."""
    if request.user.is_authenticated and passed_both(request):
        return handler_for(request.user)
    return None


def still_here(request: HttpRequest) -> bool:
    """Has this session passed both factors, and been used lately? If not it is ended."""
    last = request.session.get("last_used")
    idle = request.at - datetime.fromisoformat(last) if last else timedelta(0)
    if idle > IDLE or not passed_both(request):
        logout(request)
        return False
    listens = request.headers.get("Accept") == "text/event-stream"  # an open page that waits is nobody at work
    if not last or (idle > NOTICED and not listens):
        request.session["last_used"] = request.at.isoformat()
    return True


class Gates:
    def __init__(self, respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.handler = SimpleLazyObject(lambda: who(request))
        response = self.respond(request)
        shows = not 300 <= response.status_code < 400 and response.status_code not in SHOW_NOTHING
        if shows and getattr(request, "seen_cases", None):  # else no transaction: on SQLite each takes the one write lock
            door.write_access(request)
        return response

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        if "\0" in request.path_info:  # no name of anything has one, and PostgreSQL refuses to look for it
            raise Http404
        if any(isinstance(part, int) and part > LARGEST for part in kwargs.values()):  # nor does any row have such a number
            raise Http404
        verb = who_may(request.resolver_match.view_name)
        if verb in (gates.PUBLIC, gates.SYSTEM):  # for those the interface asks for a token
            return None
        if not request.user.is_authenticated or not still_here(request):
            return again.page(request) if again.carries(request) else redirect_to_login(request.get_full_path())
        if not request.handler:
            return redirect("account_logout")
        if verb == gates.SIGNED_IN or gates.can(request.handler, verb):
            return None
        return not_allowed(request)  # not raised: Django brings to process_exception only what a page raises

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        if isinstance(problem, NoSuchCase):
            request.seen_cases = set()
            return sorry(request, 404, _("Case not found"), _("There is no case with that reference that you can open."))
        if isinstance(problem, gates.NotAllowed):
            return not_allowed(request)
        if isinstance(problem, NoOffice):
            return HttpResponse(str(problem), status=503, content_type="text/plain; charset=utf-8")
        return None


def not_allowed(request: HttpRequest) -> HttpResponse:
    request.seen_cases = set()
    return sorry(request, 403, _("Not your part"), _("Your role does not do this. Ask a supervisor if it should."))


def sorry(request: HttpRequest, status: int, title: str, sentence: str) -> HttpResponse:
    return render(request, "design/error_page.html", {"title": title, "sentence": sentence}, status=status)
