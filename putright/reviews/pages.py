"""An application written down, the review on one page, each deed on it, the register and the themes."""

from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from design.forms import Form
from putright.cases import door, once
from putright.cases.models import Case
from putright.cases.refusals import Refused
from putright.contacts.said import Said
from putright.law.calendar import day_of
from putright.people.gates import can
from putright.people.queries import office

from . import actions, csvs, forms, queries, rules, shown, words
from .deeds import DEEDS
from .models import Review


def the_review(request: HttpRequest, reference: str, number: int) -> Review:
    try:
        return queries.one(door.case(request, reference), number)
    except queries.NoSuchReview:
        raise Http404 from None


def to_review(review: Review) -> HttpResponse:
    return redirect("reviews:one", review.case.reference, review.number)


def form_page(request: HttpRequest, form: Form, title: object, press: object, **more: object) -> HttpResponse:
    page = {"title": title, "form": form, "press": press, "notes": (), **more}
    return render(request, "reviews/form.html", page, status=422 if form.is_bound else 200)


def ask(request: HttpRequest, reference: str) -> HttpResponse:
    """They ask for a review of a case we hold."""
    case = door.case(request, reference)
    start = begun() | queries.start(case, day_of(request.at))
    form = forms.Ask(request.POST or None, contacts=queries.contacts_of(case), at=request.at, initial=start)
    if form.is_valid():
        try:
            return to_review(entered(request, case, form))
        except Refused as refused:
            form.add_error(None, str(refused))
    back = reverse("desk:case", args=[reference])
    return form_page(request, form, _("They ask for a review"), _("Write it down"), case=case, back=back)


def begun() -> dict[str, object]:
    return {"key": str(uuid4()), "decision_of": office().names.force.said(forms.language())}


def entered(request: HttpRequest, case: Case, form: forms.Ask) -> Review:
    given = form.cleaned_data
    said = Said(key=given["key"], channel=given["channel"], words=given["words"])
    came_in = form.contact_chosen or actions.New(said)
    return actions.enter(case, form.application(queries.known_of(case)), came_in, by=request.handler, at=request.at)


def elsewhere(request: HttpRequest) -> HttpResponse:
    """They ask for a review of a case the force holds and we do not."""
    start = begun() | {"received_on": day_of(request.at)}
    form = forms.Elsewhere(request.POST or None, at=request.at, initial=start)
    if form.is_valid():
        given = form.cleaned_data
        said = Said(key=given["key"], channel=given["channel"], words=given["words"], kind="enquiry", language=forms.language())
        person = {name: given[name] for name in ("name", "email", "phone", "address") if given[name]}
        try:
            came_in = actions.New(said, person)
            return to_review(actions.enter_elsewhere(form.application(), came_in, by=request.handler, at=request.at))
        except Refused as refused:
            form.add_error(None, str(refused))
    back = reverse("reviews:register")
    return form_page(request, form, _("A review of a case we do not hold"), _("Write it down"), back=back)


@require_safe
def one(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    review = the_review(request, reference, number)
    page = {
        "title": _("Review of %(reference)s") % {"reference": reference}, "review": review, "case": review.case,
        "sheet": shown.sheet(review, request.at), "words": words, "back": reverse("desk:case", args=[reference]),
        "may_write": can(request.handler, "letters.write"), "ways": shown.ways(request, review),
    }  # fmt: skip
    return render(request, "reviews/one.html", page)


def deed(request: HttpRequest, reference: str, number: int, name: str) -> HttpResponse:
    """One thing done to a review: its form, its press, and back to the review."""
    review = the_review(request, reference, number)
    if name not in DEEDS:
        raise Http404
    if name not in rules.DEEDS[queries.stage(review)]:
        return to_review(review)  # it has moved on: the page they come to says how it stands
    form = DEEDS[name].form(request, review, {})
    if form.is_valid():
        try:
            once.only(request, lambda: DEEDS[name].act(review, form, request.handler, request.at))
            return to_review(review)
        except Refused as refused:
            form.add_error(None, str(refused))
    title, press = words.DEEDS[name]
    back, notes = reverse("reviews:one", args=[reference, number]), shown.notes(name, review)
    return form_page(request, form, title, press, case=review.case, back=back, notes=notes)


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    asked = filters(request)
    rows, before = queries.page(queries.register(door.cases(request), asked, day_of(request.at)), asked.before)
    door.seen(request, [row.case for row in rows])
    page = {
        "title": _("Reviews"), "rows": [shown.row(one, day_of(request.at)) for one in rows], "before": before, "asked": asked,
        "form": forms.Filter(initial=vars(asked)), "query": query(asked), "back": reverse("desk:more"),
        "may_address": can(request.handler, "review_letters.address"),
    }  # fmt: skip
    return render(request, "reviews/register.html", page)


@require_safe
def as_csv(request: HttpRequest) -> HttpResponse:
    """Every review asked for, of the cases open to this person, as a file."""
    found = list(queries.register(door.cases(request), filters(request), day_of(request.at))[: csvs.MOST])
    door.seen(request, [row.case for row in found])
    answer = HttpResponse(csvs.text(found, forms.language()), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="putright-reviews.csv"'
    return answer


def filters(request: HttpRequest) -> queries.Filters:
    """What was asked for; a code that is none is as if nothing was."""
    known = {"state": words.STATES, "outcome": words.CAME_OF, "handled": words.HANDLED}
    chosen = {name: request.GET.get(name, "") for name in known}
    kept = {name: code for name, code in chosen.items() if code in known[name]}
    return queries.Filters(**kept, before=request.GET.get("before", "")[:40])


def query(asked: queries.Filters) -> str:
    """The filters as the end of an address, without the place."""
    return "".join(f"&{name}={code}" for name, code in vars(asked).items() if code and name != "before")


@require_safe
def themes(request: HttpRequest) -> HttpResponse:
    """What was upheld over the last year, by category and by area, over the cases open to this person."""
    cases = door.cases(request)
    tables = (
        (_("By category"), shown.categories(request, queries.themes(cases, "category", request.at))),
        (_("By area"), shown.areas(queries.themes(cases, "area", request.at), {one.pk: one for one in queries.areas()})),
    )
    page = {"title": _("What reviews upheld"), "tables": tables, "back": reverse("reviews:register")}
    return render(request, "reviews/themes.html", page)
