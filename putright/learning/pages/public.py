"""You said, we did; and what works, for other offices. Written and signed here; read by anybody."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from .. import queries
from ..actions import public
from ..forms import EnquiryForm, NothingForm, PracticeForm, RenderingForm, SayForm
from ..models import YouSaid
from .asking import asked, found, spoken, typed


def said(request: HttpRequest) -> HttpResponse:
    """For anybody: what people said and what we did, signed by two."""
    title, language = _("You said, we did"), spoken()
    crumbs = [{"text": _("Home"), "href": f"/{language}/"}, {"text": title}]
    return render(request, "learning/said.html", {"title": title, "rows": queries.said(), "language": language, "crumbs": crumbs})


def works(request: HttpRequest) -> HttpResponse:
    """For other offices: what works here, and whom to ask."""
    title, language = _("What works here"), spoken()
    crumbs = [{"text": _("Home"), "href": f"/{language}/"}, {"text": title}]
    page = {"title": title, "rows": queries.practices(published=True), "language": language, "crumbs": crumbs}
    return render(request, "learning/works.html", page)


def said_list(request: HttpRequest) -> HttpResponse:
    page = {"title": _("You said, we did"), "rows": queries.all_said(), "language": spoken()}
    return render(request, "learning/said_list.html", page)


def say(request: HttpRequest) -> HttpResponse:
    form = SayForm(typed(request))

    def act() -> object:
        return public.say(public.Told(**form.cleaned_data), by=request.handler, at=request.at)

    return asked(request, form, _("Write what we did"), act, reverse("learning:said_list"))


def sign(request: HttpRequest, pk: int) -> HttpResponse:
    return _pressed(request, pk, _("Sign it: anybody can then read it"), public.sign)


def end_said(request: HttpRequest, pk: int) -> HttpResponse:
    return _pressed(request, pk, _("Take it back"), public.take_back)


def _pressed(request: HttpRequest, pk: int, title: str, deed: Callable[..., object]) -> HttpResponse:
    row: YouSaid = found(queries.one_said(pk))

    def act() -> object:
        return deed(row, by=request.handler, at=request.at)

    return asked(request, NothingForm(typed(request)), title, act, reverse("learning:said_list"), entry=row)


def practices(request: HttpRequest) -> HttpResponse:
    page = {"title": _("What works here"), "rows": queries.practices(), "enquiries": queries.enquiries()}
    return render(request, "learning/practices.html", page)


def practice(request: HttpRequest) -> HttpResponse:
    form = PracticeForm(typed(request), initial={"language": spoken()})

    def act() -> object:
        return public.note_practice(public.Works(**form.cleaned_data), by=request.handler, at=request.at)

    return asked(request, form, _("Add what works"), act, reverse("learning:practices"))


def publish(request: HttpRequest, pk: int) -> HttpResponse:
    row = found(queries.practice(pk))
    title = _("Take it off the public list") if row.published_at else _("Put it on the public list")

    def act() -> object:
        return public.publish(row, by=request.handler, at=request.at)

    return asked(request, NothingForm(typed(request)), title, act, reverse("learning:practices"), practice=row)


def rendering(request: HttpRequest, pk: int) -> HttpResponse:
    """The practice in the other language."""
    row = found(queries.practice(pk))
    names, written = ("title", "problem", "did", "evidence", "contact"), row.said(row.other_language)
    form = RenderingForm(typed(request), initial={name: getattr(written, name) for name in names} if written != row else {})

    def act() -> object:
        return public.render_practice(row, public.Rendered(**form.cleaned_data), by=request.handler, at=request.at)

    title = _("Write it in English") if row.language == "cy" else _("Write it in Welsh")
    about = _("It comes off the public list until a colleague has read it and puts it back.") if row.published_at else ""
    to = reverse("learning:practices")
    return asked(request, form, title, act, to, said="\n\n".join(getattr(row, name) for name in names), about=about)


def read(request: HttpRequest, pk: int) -> HttpResponse:
    """A second person has read the rendering."""
    row = found(queries.practice(pk))
    written = row.said(row.other_language)
    if written == row:
        raise Http404

    def act() -> object:
        return public.read_practice(row, by=request.handler, at=request.at)

    said = "\n\n".join((written.title, written.problem, written.did, written.evidence, written.contact))
    about = _("Press this only if you write that language well, and have read all of it.")
    return asked(
        request, NothingForm(typed(request)), _("I have read it"), act, reverse("learning:practices"), said=said, about=about
    )


def enquiry(request: HttpRequest) -> HttpResponse:
    number = request.GET.get("practice", "")
    row = found(queries.practice(int(number[:18]))) if number.isdecimal() else None
    form = EnquiryForm(typed(request), at=request.at)

    def act() -> object:
        return public.note_enquiry(public.Inquiry(**form.cleaned_data), row, by=request.handler, at=request.at)

    to = reverse("learning:practices")
    return asked(request, form, _("Write down who asked"), act, to, said=row.title if row else "")
