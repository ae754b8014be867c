"""Handing a request over to the streams. The page decides who may and what of; then its thread and its database connection
are let go, and `config.asgi` sends what is new for as long as the browser listens.

A server that cannot stream (WSGI) sends the empty answer as it is: browsers then stop asking, and the page looks for news
by itself."""

import json

from django.http import HttpResponse

HEADER = "X-Putright-Stream"


def hand_over(of: str, **told: object) -> HttpResponse:
    """The answer that asks for a stream of that name. What it is told must be JSON."""
    response = HttpResponse(status=204)
    response[HEADER] = json.dumps({"of": of, **told})
    return response
