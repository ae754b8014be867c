"""What is alleged, and about whom, on the case page."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.codes.queries import asked_once
from putright.law.calendar import day_of
from putright.people import gates

from .models import Case
from .queries import allegations, officers


def panel(request: HttpRequest, case: Case) -> Panel:
    language = "cy" if get_language() == "cy" else "en"
    listed, on, alleged = asked_once(request, "categories"), day_of(case.received_at), list(allegations(case))
    names = {row.category: listed.name(row.category, on, language) for row in alleged}
    values = {"allegations": alleged, "officers": officers(case), "names": names}
    wanted = (("cases.allege", "cases:allege", _("Add an allegation")),
              ("cases.name_officer", "cases:name_officer", _("Name who it is about")),
              ("cases.wall", "cases:wall", _("Keep somebody out of this case")))  # fmt: skip
    links = tuple(
        (reverse(page, args=[case.reference]), words)
        for verb, page, words in wanted
        if gates.can(request.handler, verb)
    )
    return Panel(_("What is alleged"), "cases/panel.html", values, links, order=30)
