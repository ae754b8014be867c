"""Which language a page speaks, what was typed, and where the invited answer."""

from django.http import HttpRequest
from django.utils.translation import get_language

SPEAK = "/speak-to-the-assessor/"  # the language is chosen there


def spoken() -> str:
    return "cy" if get_language() == "cy" else "en"


def typed(request: HttpRequest) -> object | None:
    return request.POST if request.method == "POST" else None
