"""What every page may use without asking."""

from functools import partial

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from putright.desk import menu
from putright.people import gates
from putright.people.queries import office
from putright.portal import footer


def page(request: HttpRequest) -> dict[str, object]:
    """`office` (its pack), `lang` (en or cy), `handler` (who is signed in, or None), `allowed(verb)`, `at`,
    `demonstration`.

    At most two queries a request: the office, and the handler of somebody who is signed in."""
    if not hasattr(request, "office"):
        request.office = office()
    handler = getattr(request, "handler", None) or None
    return {
        "allowed": partial(gates.can, handler),
        "office": request.office,
        "lang": "cy" if get_language() == "cy" else "en",
        "handler": handler,
        "at": request.at,
        "demonstration": settings.PUTRIGHT_DEMO,
        "footer_links": footer.links(),
        "navigation": menu.items(request),
    }
