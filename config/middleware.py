"""What happens to every request before any page sees it."""

import secrets
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from gateways import clock
from putright.contacts.channels.systems import problems
from putright.words.queries import held

Respond = Callable[[HttpRequest], HttpResponse]


def moment(respond: Respond) -> Respond:
    """Give the request its moment and its number. Pages use `request.at` and ask no clock."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.at = clock.now()
        request.number = secrets.token_hex(16)
        return respond(request)

    return middleware


def words_once(respond: Respond) -> Respond:
    """The words an office changed are asked for once a request, however many of them a page shows."""

    def middleware(request: HttpRequest) -> HttpResponse:
        with held():
            return respond(request)

    return middleware


def manners(respond: Respond) -> Respond:
    """Nothing of ours is kept by a browser or a proxy on the way, or opened in another site's window."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = respond(request)
        response.setdefault("Cache-Control", "no-store")
        response["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        return response

    return middleware


def interface_manners(respond: Respond) -> Respond:
    """Everything that goes wrong below /api/ is answered as a problem, also what no route of ours ever saw."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = respond(request)
        ours = response.get("Content-Type", "").startswith(problems.TYPE)
        if response.status_code < 400 or ours or not request.path_info.startswith("/api/"):
            return response
        said = problems.plainly(request, response.status_code)
        if allowed := response.get("Allow"):
            said["Allow"] = allowed
        return said

    return middleware
