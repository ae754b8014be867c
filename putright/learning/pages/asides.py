"""Setting a theme, or something that was heard, aside; and bringing it back."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from putright.cases import door

from .. import heard, queries, words
from ..actions.asides import bring_back, set_aside
from ..forms import AsideForm, NothingForm
from .asking import asked, found, shown, spoken, typed
from .themes import names_of


def _of(request: HttpRequest, what: str) -> tuple[str, str]:
    """What it is in words, and the page it stands on; 404 for what this person may not see."""
    kind, _colon, rest = what.partition(":")
    if kind == "theme":
        axis, _colon, code = rest.partition(":")
        if axis not in words.BY or code not in (names := names_of(request, axis)):
            raise Http404
        return names[code], f"{reverse('learning:themes')}?{urlencode({'by': axis})}"
    number = int(rest[:18]) if rest.isdecimal() else 0
    row = found(heard.one(door.cases(request), kind, number, spoken(), request.at))
    shown(request, [row])
    return row.words, reverse("learning:heard")


def aside(request: HttpRequest) -> HttpResponse:
    what = request.GET.get("what", "").replace("\0", "")[:100]
    said, to = _of(request, what)
    form = AsideForm(typed(request), at=request.at)

    def act() -> object:
        given = form.cleaned_data
        return set_aside(what, given["why"], given["until"], by=request.handler, at=request.at)

    return asked(request, form, _("Set it aside"), act, to, said=said)


def back(request: HttpRequest, pk: int) -> HttpResponse:
    row = found(queries.aside(pk))
    said, to = _of(request, row.what)

    def act() -> object:
        return bring_back(row, by=request.handler, at=request.at)

    return asked(request, NothingForm(typed(request)), _("Bring it back"), act, to, said=said, about=row.why)
