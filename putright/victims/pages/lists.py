"""The team's lists: reviews that wait, what was learned, how the six recommendations stand. And the Code on a contact."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from putright.cases import door, once
from putright.codes.queries import in_force
from putright.law.calendar import day_of
from putright.people import gates

from .. import queries, recommended, rules, shown
from ..actions import keeping
from ..forms import CodeForm, ProgressForm
from .asked import asked, typed


def reviews(request: HttpRequest) -> HttpResponse:
    """Whatever is open, what falls due first at the top."""
    rows = queries.open_ones(door.cases(request))
    door.seen(request, [row.case for row in rows])
    language = "cy" if get_language() == "cy" else "en"
    rows_shown = shown.listed(rows, request.at, language)
    page = {"title": _("Victims’ reviews"), "rows": rows_shown, "back": reverse("desk:more")}
    return render(request, "victims/reviews.html", page)


def learning(request: HttpRequest) -> HttpResponse:
    rows = queries.learned(door.cases(request))
    door.seen(request, [row.case for row in rows])
    return render(request, "victims/learning.html", {"title": _("What victims’ reviews teach"), "rows": rows})


def recommendations(request: HttpRequest) -> HttpResponse:
    """The six, with who owns each, how it stands and what here covers it. Figures of the last twelve months."""
    today = day_of(request.at)
    since = date(today.year - 1, today.month, 1)
    counted = queries.evidence(door.cases(request), since, today.replace(day=1))
    page = {
        "title": _("Recommendations on victims’ reviews"), "since": since, "until": today.replace(day=1), "counted": counted,
        "rows": recommended.shown(queries.progress(), counted), "may": gates.can(request.handler, "victims.progress"),
    }  # fmt: skip
    return render(request, "victims/recommendations.html", page)


def progress(request: HttpRequest, number: int) -> HttpResponse:
    if number not in rules.NUMBERS:
        raise Http404
    now = queries.progress().get(number)
    known = {name: getattr(now, name) for name in ProgressForm.base_fields} if now else {"owner": recommended.OWNER}
    form = ProgressForm(typed(request), initial=known)
    if form.is_valid():
        given = form.cleaned_data
        once.only(request, lambda: keeping.say_how_it_stands(
            number, given["owner"], given["state"], given["evidence"], by=request.handler, at=request.at))  # fmt: skip
        return redirect("victims:recommendations")
    page = {"title": _("How the recommendation stands"), "form": form, "words": recommended.WORDS[number]}
    return render(request, "victims/progress.html", page, status=422 if form.is_bound else 200)


def code(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """The Victims' Code on one contact of the case."""
    case = door.case(request, reference)
    try:
        contact = queries.contact_of(case, pk)
    except queries.NoSuchReview:
        raise Http404 from None
    now = queries.codes_of(case).get(pk)
    known = (
        {name: getattr(now, name) for name in CodeForm.base_fields}
        if now
        else {"crime_reference": contact.crime_reference}
    )
    form = CodeForm(typed(request), at=request.at, initial=known, rights=in_force(queries.RIGHTS, day_of(request.at)))
    return asked(
        request, case, form, _("The Victims’ Code"),
        lambda: keeping.note_code(contact, form.code(), by=request.handler, at=request.at),
    )  # fmt: skip
