"""What is alleged, and about whom, on the case page."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.codes.queries import asked_once
from putright.law.calendar import day_of
from putright.people import gates
from putright.people.models import Officer

from .choices import ACTIONS, FACTORS, OUTCOMES, Chosen, alone, chosen
from .models import Case
from .queries import happened, officers
from .stages import CLOSED, OUTCOME_KNOWN


@dataclass(frozen=True)
class Said:
    """An allegation with everything chosen for it, each named as it was on its day."""

    number: int
    words: str
    category: str
    factors: list[str]
    outcome: str
    actions: list[str]


def said(request: HttpRequest, case: Case, one: Chosen) -> Said:
    """Only the lists of which something was chosen are asked for, each once in a request."""
    language = "cy" if get_language() == "cy" else "en"

    def names(which: str) -> list[str]:
        return [asked_once(request, which).name(each.code, each.on, language) for each in one.of(which)]

    row = one.allegation
    category = asked_once(request, "categories").name(row.category, day_of(case.received_at), language)
    named = f"{row.category} {category}" if category != row.category else category
    return Said(row.number, row.words, named, names(FACTORS), ", ".join(names(OUTCOMES)), names(ACTIONS))


def panel(request: HttpRequest, case: Case) -> Panel:
    alleged = on(request, case)
    values = {
        "allegations": [said(request, case, one) for one in alleged], "officers": named_of(request, case),
        "may_factor": gates.can(request.handler, "cases.allege") and has_factors(request, case, alleged),
    }  # fmt: skip
    concluded = ("cases.conclude", "cases:outcomes", _("What came of it"))
    known = alleged and case.stage in (OUTCOME_KNOWN, CLOSED)
    wanted = (*([concluded] if known else []), ("cases.allege", "cases:allege", _("Add an allegation")),
              ("cases.name_officer", "cases:name_officer", _("Name who it is about")),
              ("cases.wall", "cases:wall", _("Keep somebody out of this case")))  # fmt: skip
    links = tuple(
        (reverse(page, args=[case.reference]), words)
        for verb, page, words in wanted
        if gates.can(request.handler, verb)
    )
    empty = not (alleged or values["officers"])
    return Panel(_("What is alleged"), "cases/panel.html", values, links, order=30, empty=empty)


def named_of(request: HttpRequest, case: Case) -> list[Officer]:
    return officers(case) if happened(request, case, "officer_named") else []


def on(request: HttpRequest, case: Case) -> list[Chosen]:
    """The allegations, with what was chosen for them: asked for where the log says there are any, and of imported history,
    whose allegations came with it."""
    if not (case.imported or happened(request, case, "alleged")):
        return []
    return chosen(case) if happened(request, case, "factors", "concluded") else alone(case)


def has_factors(request: HttpRequest, case: Case, alleged: list[Chosen]) -> bool:
    """The list comes empty: nothing is offered until an office has loaded it."""
    return bool(alleged and asked_once(request, FACTORS).in_force(day_of(case.received_at)))
