"""What every page here shares: the language, a row or 404, one form and what it does."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from design.forms import Form
from putright.cases import door, once
from putright.cases.models import Case
from putright.codes.queries import asked_once
from putright.law.calendar import day_of
from putright.people.refusals import Refused

from ..queries import CAUSES
from ..sheets import Sheet


def spoken() -> str:
    return "cy" if get_language() == "cy" else "en"


def typed(request: HttpRequest) -> object | None:
    return request.POST if request.method == "POST" else None


def found[T](row: T | None) -> T:
    if row is None:
        raise Http404
    return row


def causes(request: HttpRequest) -> list[tuple[str, str]]:
    rows = asked_once(request, CAUSES).in_force(day_of(request.at))
    return [(row.code, row.name(spoken())) for row in rows]


def cause_names(request: HttpRequest) -> dict[str, str]:
    return {row.code: row.name(spoken()) for row in asked_once(request, CAUSES).rows}


def shown(request: HttpRequest, rows: list) -> list:
    """Say to the door which cases the rows show anything of."""
    door.seen(request, [row.case for row in rows if row.case])
    return rows


def sheet_of(request: HttpRequest, sheet: Sheet) -> dict[str, object]:
    """What `_next.html` and the list itself need of a sheet."""
    return {"rows": shown(request, sheet.rows), "after": sheet.after, "show": request.GET.get("show", "")}


def linked(request: HttpRequest) -> Case | None:
    """The case whose number stands in the address, through its door; none without one."""
    reference = request.GET.get("case", "")
    return door.case(request, reference) if reference else None


def asked(request: HttpRequest, form: Form, title: str, act: Callable[[], object], to: str, **more: object) -> HttpResponse:
    """One form; a refusal keeps what was typed. Then on to `to`."""
    if form.is_valid():
        try:
            once.only(request, act)
            return redirect(to)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    nothing: dict[str, object] = {"said": "", "about": "", "entry": None, "practice": None, "rows": []}
    page = nothing | {"title": title, "form": form, "back": to, "button": title} | more
    return render(request, "learning/form.html", page, status=422 if form.is_bound else 200)
