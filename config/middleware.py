"""What happens to every request before any page sees it."""

import secrets
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from gateways import clock

Respond = Callable[[HttpRequest], HttpResponse]


def moment(respond: Respond) -> Respond:
    """Give the request its moment and its number. Pages use `request.at` and ask no clock."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.at = clock.now()
        request.number = secrets.token_hex(16)
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
