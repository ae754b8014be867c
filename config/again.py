"""A press that could not be taken because the session had ended, or its token had: the words come back, to send again.

The fields are shown and carried as they were; nothing is done with them until the person, signed in, presses. They are
carried only when the press came from a page of ours: another site must not be able to put words in a handler's form."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import rotate_token
from django.shortcuts import render
from django.utils.translation import gettext as _

from putright.contacts.channels.web.pages import open_too_long

NOT_CARRIED = frozenset({"csrfmiddlewaretoken", "password", "code"})


def from_a_page_of_ours(request: HttpRequest) -> bool:
    source = request.headers.get("Origin") or request.headers.get("Referer", "")
    return urlsplit(source).netloc == request.get_host()


def carries(request: HttpRequest) -> bool:
    return request.method == "POST" and "/staff/" in request.path and from_a_page_of_ours(request)


def page(request: HttpRequest) -> HttpResponse:
    """403, with everything that was typed, a way to sign in beside it, and a button to send it again."""
    fields = [(name, value) for name, values in request.POST.lists() if name not in NOT_CARRIED for value in values]
    signed_in = bool(getattr(request, "handler", None))
    shown = {"title": _("Send it again"), "fields": fields, "signed_in": signed_in}
    return render(request, "config/again.html", shown, status=403)


def token_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's `CSRF_FAILURE_VIEW`: the public form keeps its own words; a staff page comes back to be sent again."""
    if carries(request):
        rotate_token(request)
        return page(request)
    return open_too_long(request, reason)
