"""The pages beside one another: those this person may open."""

from django.http import HttpRequest
from django.urls import reverse

from putright.people import gates

from .words import TABS


def tabs(request: HttpRequest, here: str) -> list[tuple[object, str, bool]]:
    return [
        (words, reverse(f"dashboards:{name}"), name == here)
        for name, words in TABS.items()
        if gates.can(request.handler, f"dashboards.{name}")
    ]
