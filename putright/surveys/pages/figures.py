"""The results of one survey, by one thing at a time."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from design.dates import month_name
from putright.codes.queries import code_list
from putright.law.calendar import day_of
from putright.people.queries import teams
from putright.questionnaires import queries, rules
from putright.questionnaires.models import Survey
from putright.questionnaires.queries import content as content_of
from putright.questionnaires.words import SOFT

from .. import equality, results
from ..words import BY, HOW, LANGUAGES, SENT
from .public import spoken

UNKNOWN = gettext_lazy("Not known")


def figures(request: HttpRequest, slug: str) -> HttpResponse:
    """Soft skills and the whole, by version, month, way, area, language, or what people said about themselves."""
    survey, by = queries.the(slug, request.at).survey, request.GET.get("by", "")
    by = by if by in results.BY else "month"
    found = results.of(survey, by, at=request.at)
    page = {
        "title": _("How it was: %(survey)s") % {"survey": survey.name(spoken())}, "survey": survey, "found": found, "by": by,
        "ways": BY, "questions": questions(survey),
        "until": month(*found.until) if found.until else "", "names": names(found, by, request), "sent": SENT,
    }  # fmt: skip
    return render(request, "surveys/results.html", page)


def questions(survey: Survey) -> list[tuple[str, str]]:
    """(code, what it is called in a table) of every scale, the newest words."""
    said: dict[str, str] = {}
    for version in queries.versions(survey):
        for one in content_of(version).of(*rules.SCALES):
            said.setdefault(one.code, str(SOFT[one.soft]) if one.soft else one.said(spoken()))
    return list(said.items())


def names(found: results.Results, by: str, request: HttpRequest) -> dict[str, str]:
    """What each part is called."""
    keys = [part.key for part in found.parts]
    if by == "channel":
        listed, on = code_list("methods"), day_of(request.at)
        return {key: listed.name(key, on, spoken()) if key else str(UNKNOWN) for key in keys}
    if by == "group":
        return {key: group_name(key) for key in keys}
    if by == "month":
        return {key: month(int(key[:4]), int(key[5:])) for key in keys}
    known = {one.slug: one.name(spoken()) for one in teams()} if by == "area" else {"language": LANGUAGES, "how": HOW}.get(by, {})
    return {key: str(known.get(key, key or UNKNOWN)) for key in keys}


def month(year: int, number: int) -> str:
    return f"{month_name(number)} {year}"


def group_name(key: str) -> str:
    group, band = key.split(".", 1)
    label, bands = equality.GROUPS[group]
    return f"{label} {bands[band]}"
