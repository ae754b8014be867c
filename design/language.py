"""The same address in the other language. Every page's address begins with its language: /en/… or /cy/…"""

from django.http import HttpRequest

LANGUAGES = ("en", "cy")


def in_language(request: HttpRequest, language: str) -> str:
    """Path and question string kept; an address without a language leads to the start page."""
    path = request.get_full_path()
    first, _, rest = path.lstrip("/").partition("/")
    return f"/{language}/{rest}" if first in LANGUAGES else f"/{language}/"
