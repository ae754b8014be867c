"""How far people come with the public form, for those who look after it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from design.dates import month_name
from putright.charts import draw
from putright.charts.shapes import Bar, Bars
from putright.contacts.channels.web import questions
from putright.facts.months import Month

from .. import begun

MONTHS = 12


def form(request: HttpRequest) -> HttpResponse:
    """The last twelve months, where people stopped, and by language. Two queries."""
    months = [Month.of(request.at)]
    while len(months) < MONTHS:
        months.append(months[-1].previous)
    found = begun.told(months)
    page = {
        "title": _("How far people come with the form"), "lines": [one for one in found.lines if one.begun],
        "named": lambda month: f"{month_name(month.number)} {month.year}", "by_language": found.by_language,
        "drawn": draw.bars(where(found)) if found.stopped else None,
    }  # fmt: skip
    return render(request, "portal/begun.html", page)


def where(found: begun.Told) -> Bars:
    """The pages of the form in their order, with how many stopped after each."""
    pages = [page for page in questions.PAGES if page.slug in found.stopped]
    gone = [(slug, slug) for slug in found.stopped if questions.page(slug) is None]  # a page the form no longer has
    named = [(str(page.title), page.slug) for page in pages] + gone
    about = _("The last page that people answered who began the form and did not send it.")
    bars = [Bar(title, found.stopped[slug]) for title, slug in named]
    return Bars(_("The last page they answered"), about, _("Page of the form"), _("forms not sent"), bars)
