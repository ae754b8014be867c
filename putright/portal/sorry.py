"""Plain pages for when a page cannot be shown. config/urls.py names them as its error handlers."""

from django.core.exceptions import RequestDataTooBig
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from putright.people.queries import NoOffice

# Said in both languages when not even the office's name can be read.
BARE = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Sorry</title></head><body><h1>Sorry</h1>'
    "<p>Something went wrong here. Try again in a few minutes. If you are in danger, call 999.</p>"
    '<p lang="cy">Aeth rhywbeth o’i le yma. Rhowch gynnig arall arni ymhen ychydig funudau. Os ydych mewn perygl, '
    "ffoniwch 999.</p></body></html>"
)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    title = _("Page not found")
    return _say(request, 404, title, _("Check the address, or begin again from the start page."))


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _say(request, 403, _("You cannot see this page"), _("If you work here, sign in, or ask a supervisor."))


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A request too big to read, or made wrongly. Nothing of it was kept; the browser still has the words."""
    if isinstance(exception, RequestDataTooBig):
        title = _("That is too long to send")
        return _say(
            request, 413, title, _("Go back and send a shorter part. You can send us the rest by post or by email.")
        )
    return _say(request, 400, _("Something was wrong with that page"), _("Go back, and try again."))


def broken(request: HttpRequest) -> HttpResponse:
    sentence = _("Something went wrong here. Nothing you sent before is lost. Try again in a few minutes.")
    return _say(request, 500, _("Sorry, something went wrong"), sentence)


def _say(request: HttpRequest, status: int, title: str, sentence: str) -> HttpResponse:
    try:
        return render(request, "design/error_page.html", {"title": title, "sentence": sentence}, status=status)
    except (DatabaseError, NoOffice, AttributeError):  # AttributeError: it failed before the request had its moment
        return HttpResponse(BARE, status=status)
