"""Whoever has a code says: do not write to me again. Nothing of anybody is shown."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from putright.invited import queries as invites
from putright.people.queries import office
from putright.surveys.words import CLOSED

from ..actions import going


@never_cache
def no_more(request: HttpRequest, secret: str) -> HttpResponse:
    """A button, so that a machine that follows links says nothing for anybody. Pressed twice it is said once."""
    request.office = office()
    invite = invites.found(secret)
    if invite is None:
        title, sentence = CLOSED["unknown"]
        return render(request, "surveys/closed.html", {"title": str(title), "sentence": sentence}, status=404)
    if request.method == "POST":
        going.no_more(invite, at=request.at)
        page = {"title": _("We will not ask you again"), "sentence": _("You will get no more surveys from us.")}
        return render(request, "surveys/closed.html", page)
    return render(request, "campaigns/no_more.html", {"title": _("Do you want no more surveys?")})
