"""Themes: counts by reason, area, department, cause or level, and the cases behind each."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from putright.cases import door
from putright.codes.queries import asked_once
from putright.law.calendar import day_of

from .. import queries, rules, words
from .. import themes as counts
from .asking import spoken

RURAL = "rural-crime"  # a code of the list of kinds


def _read(request: HttpRequest) -> tuple[counts.Asked, int]:
    """What is asked; anything nobody offered is the first choice."""
    given = request.GET
    months = next((n for n in rules.MONTHS if str(n) == given.get("months")), rules.MONTHS[2])
    by = given.get("by") if given.get("by") in words.BY else "reason"
    of = counts.CASES if given.get("of") == counts.CASES else counts.LESSONS
    return counts.Asked(of, by, rules.months_back(day_of(request.at), months), _code(request, "kind")), months


def _code(request: HttpRequest, name: str) -> str:
    """What stands there, without the sign that PostgreSQL takes in no words."""
    return request.GET.get(name, "").replace("\0", "")[:60]


def names_of(request: HttpRequest, by: str) -> dict[str, str]:
    if by in counts.KINDS:
        return {pk: team.name(spoken()) for pk, team in counts.teams().items()}
    if by == "level":
        return {code: str(name) for code, name in words.LEVELS.items()}
    rows = asked_once(request, {"reason": "reasons", "cause": "causes"}[by]).rows
    return {row.code: row.name(spoken()) for row in rows}


def themes(request: HttpRequest) -> HttpResponse:
    asked, months = _read(request)
    cases, names = door.cases(request), names_of(request, asked.by)
    told = {"of": asked.of, "by": asked.by, "months": months, "kind": asked.kind}
    here = reverse("learning:theme_cases")
    held = queries.asides(day_of(request.at), (f"theme:{asked.by}",))
    rows: list[tuple[object, ...]] = []
    put_by: list[tuple[object, ...]] = []
    for code, n in counts.counted(cases, asked):
        what = f"theme:{asked.by}:{code}"
        row = (names.get(code, code), n, f"{here}?{urlencode(told | {'code': code})}", what, held.get(what))
        (put_by if what in held else rows).append(row)
    kinds = [(row.code, row.name(spoken())) for row in asked_once(request, "kinds").in_force(day_of(request.at))]
    page = {
        "title": _("Themes"), "rows": rows, "held": put_by, "asked": asked, "months": months, "by": words.BY, "kinds": kinds,
        "choices": rules.MONTHS, "total": counts.total(cases, asked), "rural": RURAL,
        "kind_name": dict(kinds).get(asked.kind, ""),
    }  # fmt: skip
    return render(request, "learning/themes.html", page)


def theme_cases(request: HttpRequest) -> HttpResponse:
    asked, months = _read(request)
    code = _code(request, "code")
    rows = counts.behind(door.cases(request), asked, code)
    door.seen(request, rows)
    told = {"of": asked.of, "by": asked.by, "months": months, "kind": asked.kind}
    back = f"{reverse('learning:themes')}?{urlencode(told)}"
    title = names_of(request, asked.by).get(code, code) or _("Themes")
    page = {"title": title, "rows": rows, "back": back, "by": words.BY[asked.by]}
    return render(request, "learning/theme_cases.html", page)
