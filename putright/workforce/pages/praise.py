"""Thanks: one's own, the team's, how many a month."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from design.dates import month_name
from putright.cases import door, once
from putright.law.calendar import day_of

from .. import queries
from ..actions import praise
from ..forms import ThanksForm
from . import asked, language


def thanks(request: HttpRequest) -> HttpResponse:
    by_month = queries.thanks_by_month(request.handler)
    months = [(f"{month_name(month.month, language())} {month.year}", number) for month, number in by_month]
    page = {
        "title": _("Thanks we were sent"), "mine": queries.thanks_for(request.handler),
        "shared": queries.thanks_shared(request.handler), "months": months,
    }  # fmt: skip
    return render(request, "workforce/thanks.html", page)


def note_thanks(request: HttpRequest) -> HttpResponse:
    form = ThanksForm(
        request.POST or None, at=request.at, people=queries.team_of(request.handler), initial={"on": day_of(request.at)}
    )
    return asked(
        request, form, lambda: praise.note_thanks(*form.said(), by=request.handler, at=request.at), _("Write down thanks"),
        "workforce:thanks",
    )  # fmt: skip


def case_thanks(request: HttpRequest, reference: str) -> HttpResponse:
    """Thanks that came as a contact: its day is there already."""
    case = door.case(request, reference)
    start = {"on": day_of(case.received_at), "words": case.summary}
    form = ThanksForm(request.POST or None, at=request.at, people=queries.team_of(request.handler), initial=start)
    return asked(
        request, form, lambda: praise.note_thanks(*form.said(), by=request.handler, at=request.at, case=case),
        _("Write down thanks"), "workforce:thanks",
    )  # fmt: skip


@require_POST
def share(request: HttpRequest, pk: int) -> HttpResponse:
    one = queries.one_thanks(pk, request.handler)
    if one is None:
        raise Http404
    once.only(request, lambda: praise.share(one, by=request.handler, at=request.at))
    return redirect("workforce:thanks")
