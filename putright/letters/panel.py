"""The letters of a case on its page: what was written, what became of it, and what is still owed."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases.models import Case
from putright.letterkinds.asked import ALL_NAMES, NAMES, QUESTIONS
from putright.people import gates

from . import owed, queries

__all__ = ["ALL_NAMES", "NAMES", "QUESTIONS", "named", "panel"]


def panel(request: HttpRequest, case: Case) -> Panel | None:
    """Two queries: the letters, and what is owed."""
    if not gates.can(request.handler, "letters.look"):
        return None
    may_write = gates.can(request.handler, "letters.write")
    links = ((reverse("letters:new", args=[case.reference]), _("Write a letter")),) if may_write else ()
    values = {"letters": list(queries.of_case(case)), "waiting": named(case), "names": ALL_NAMES, "may_write": may_write}
    return Panel(_("Letters"), "letters/panel.html", values | {"case": case}, links, order=60)


def named(case: Case) -> list[dict[str, object]]:
    """The letters the law still wants written on this case."""
    return [{"kind": kind, "name": NAMES[kind]} for kind, _key in owed.waiting(case)]
