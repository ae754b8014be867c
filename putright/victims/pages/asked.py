"""What every form about a case shares: it is asked, one action is called, a refusal keeps what was typed."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from design.forms import Form
from putright.cases import once
from putright.cases.models import Case
from putright.cases.refusals import Refused

from .. import queries
from ..models import Review


def typed(request: HttpRequest) -> object | None:
    return request.POST if request.method == "POST" else None


def one_of(case: Case, pk: int) -> Review:
    try:
        return queries.one(case, pk)
    except queries.NoSuchReview:
        raise Http404 from None


def asked(
    request: HttpRequest, case: Case, form: Form, title: str, act: Callable[[], object], **more: object
) -> HttpResponse:
    if form.is_valid():
        try:
            once.only(request, act)
            return redirect("desk:case", case.reference)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    page = {"title": title, "form": form, "case": case, "button": "", "template": "cases/form.html"} | more
    return render(request, str(page["template"]), page, status=422 if form.is_bound else 200)
