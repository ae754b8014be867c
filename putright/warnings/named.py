"""What a reason or an area is called in the language of the page."""

from django.http import HttpRequest
from django.utils.translation import get_language

from putright.codes.queries import asked_once
from putright.law.calendar import day_of
from putright.people.queries import office

from . import queries, rules


def language() -> str:
    return "cy" if get_language() == "cy" else "en"


def names(request: HttpRequest, which: str, codes: list[str]) -> dict[str, str]:
    """What each code is called today; a code of a reason nobody knows any more stays as it is."""
    if which == rules.AREA:
        return {code: team.name(language()) for code, team in queries.teams(codes).items()}
    request.office = office()
    listed, today = asked_once(request, "reasons"), day_of(request.at)
    return {code: listed.name(code, today, language()) or code for code in codes}
