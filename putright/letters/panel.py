"""The letters of a case on its page: what was written, what became of it, and what is still owed."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases.models import Case
from putright.cases.queries import happened, log_once
from putright.letterkinds.asked import ALL_NAMES, NAMES, QUESTIONS
from putright.people import gates

from . import owed, queries

__all__ = ["ALL_NAMES", "NAMES", "QUESTIONS", "named", "panel"]


def panel(request: HttpRequest, case: Case) -> Panel | None:
    """One query: the letters. None where none was written; what is owed stands in the log."""
    if not gates.can(request.handler, "letters.look"):
        return None
    may_write = gates.can(request.handler, "letters.write")
    links = ((reverse("letters:new", args=[case.reference]), _("Write a letter")),) if may_write else ()
    log = log_once(request, case)
    letters = list(queries.of_case(case)) if happened(request, case, "wrote", "other_way") else []
    values = {"letters": letters, "waiting": named(owed.waiting(case, log, letters)), "names": ALL_NAMES, "may_write": may_write}
    empty = not (letters or values["waiting"])
    return Panel(_("Letters"), "letters/panel.html", values | {"case": case}, links, order=60, empty=empty)


def named(waiting: Iterable[tuple[str, str]]) -> list[dict[str, object]]:
    """The letters the law still wants written, by their names."""
    return [{"kind": kind, "name": NAMES[kind]} for kind, _key in waiting]
