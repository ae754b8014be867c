"""Pages: take in a pack of another office; the published shape of a pack."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from putright.cases import door
from putright.cases.refusals import Refused

from . import actions, queries, schema, taking_in
from .forms import PackForm


def take_in(request: HttpRequest) -> HttpResponse:
    """Choose the file that came; it becomes a case. The same pack again leads to the case it became."""
    form = PackForm(request.POST if request.method == "POST" else None, request.FILES or None)
    if form.is_bound and form.is_valid():
        try:
            given = taking_in.read(form.cleaned_data["file"].read())
            case = actions.take_in(given, by=request.handler, at=request.at)
            return redirect("desk:case", case.reference)
        except Refused as refused:
            form.add_error("file", str(refused))
    taken = queries.taken(door.cases(request))
    door.seen(request, [one.case for one in taken])
    page = {"title": _("Take in a pack"), "form": form, "taken": taken, "described": reverse("packs:schema")}
    return render(request, "packs/take_in.html", page, status=422 if form.errors else 200)


@require_safe
def published(request: HttpRequest) -> JsonResponse:
    """The JSON Schema of a pack, for anybody's system."""
    made = schema.published(request.build_absolute_uri(reverse("packs:schema")))
    return JsonResponse(made, content_type="application/schema+json", json_dumps_params={"indent": 2})
