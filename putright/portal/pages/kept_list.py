"""The staff's screen of services and other bodies."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from putright.people.refusals import Refused

from .. import actions, directory
from ..forms import ServiceForm


def services(request: HttpRequest) -> HttpResponse:
    """What the public's pages name, when each was last checked, and what may be done with it."""
    listed = directory.by_need(directory.rows("cy" if get_language() == "cy" else "en"))
    return render(request, "portal/staff_services.html", {
        "title": _("Services and other bodies"), "listed": listed, "needs": directory.NEEDS,
    })  # fmt: skip


def add(request: HttpRequest) -> HttpResponse:
    return asked(request, "", {}, _("Add a service"))


def change(request: HttpRequest, slug: str) -> HttpResponse:
    found = directory.details(slug)
    if not found:
        raise Http404
    return asked(request, slug, found, _("Change a service"))


def asked(request: HttpRequest, ref: str, start: dict[str, str], title: str) -> HttpResponse:
    form = ServiceForm(request.POST if request.method == "POST" else None, initial=start)
    if form.is_valid():
        try:
            actions.keep_service(form.cleaned_data, ref, by=request.handler, at=request.at)
            return redirect("portal:services")
        except Refused as refusal:
            form.add_error(None, str(refusal))
    page = {"title": title, "form": form, "back": reverse("portal:services")}
    return render(request, "portal/staff_service.html", page, status=422 if form.is_bound else 200)


@require_POST
def check(request: HttpRequest, slug: str) -> HttpResponse:
    return done(slug, lambda: actions.check_service(slug, by=request.handler, at=request.at))


@require_POST
def end(request: HttpRequest, slug: str) -> HttpResponse:
    return done(slug, lambda: actions.end_service(slug, by=request.handler, at=request.at))


def done(slug: str, act) -> HttpResponse:
    """A row that somebody else changed meanwhile is not there: the list shows how it stands."""
    if not directory.details(slug):
        raise Http404
    act()
    return redirect("portal:services")
