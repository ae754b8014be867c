"""Who is kept out of which case; and letting somebody back in, which takes two people."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from putright.people.refusals import Refused

from .. import clearing, door, once
from ..models import Wall
from ..walls import IN_WORDS, MAY_BE
from .forms import LookForm

MOST = 200
BY_ITSELF = {
    MAY_BE: gettext_lazy("They may be the officer who was named."),
    IN_WORDS: gettext_lazy("Their name or number stands in what was said."),
}


def why(wall: Wall) -> object:
    return BY_ITSELF.get(wall.why, wall.why)


def walls(request: HttpRequest) -> HttpResponse:
    """Those nobody has looked at yet first, then those that wait for a second person."""
    found = list(clearing.walls_for(request.handler, at=request.at)[: MOST + 1])
    door.seen(request, [wall.case for wall in found[:MOST]])
    return render(request, "cases/walls.html", {
        "title": _("Who is kept out"), "why": why, "walls": found[:MOST], "more": len(found) > MOST,
    })  # fmt: skip


def wall_one(request: HttpRequest, number: int) -> HttpResponse:
    """One wall. One that is not theirs to look at is not there."""
    wall = clearing.walls_for(request.handler, at=request.at).filter(pk=number).first()
    if wall is None:
        raise Http404
    door.seen(request, [wall.case])
    form = LookForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            once.only(request, lambda: looked(request, wall, form.cleaned_data["why"]))
            return redirect("cases:walls")
        except Refused as refusal:
            form.add_error("why", str(refusal))
    page = {"title": _("Must %(name)s be kept out?") % {"name": wall.handler.name}, "wall": wall, "why": why, "form": form,
            "mine": wall.doubted_by_id == request.handler.pk}  # fmt: skip
    return render(request, "cases/wall.html", page, status=422 if form.is_bound else 200)


def looked(request: HttpRequest, wall: Wall, why: str) -> None:
    by, at = request.handler, request.at
    if request.POST.get("do") == "keep":
        clearing.keep(wall, why, by=by, at=at)
    elif request.POST.get("do") == "agree":
        clearing.clear(wall, by=by, at=at)
    else:
        clearing.doubt(wall, why, by=by, at=at)
