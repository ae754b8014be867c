"""The page of the award: what is printed now, another one, or none."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from design import fields
from design.datefield import DateField
from design.filefield import Files
from design.forms import Form
from putright.law.calendar import day_of
from putright.people.refusals import Refused

from . import actions, queries


class MarkForm(Form):
    files = Files(gettext_lazy("The picture, as PNG or JPEG"), many=False, missing=gettext_lazy("Choose the picture"))
    said_en = fields.Text(
        gettext_lazy("What it says, in English"), missing=gettext_lazy("Write what it says in English"), limit=200, lang="en"
    )
    said_cy = fields.Text(
        gettext_lazy("What it says, in Welsh"), missing=gettext_lazy("Write what it says in Welsh"), limit=200, lang="cy"
    )
    until = DateField(
        gettext_lazy("Its last day"), missing=gettext_lazy("Enter its last day"),
        hint=gettext_lazy("After this day letters go without it."),
    )  # fmt: skip


def award(request: HttpRequest) -> HttpResponse:
    """Give another mark, or press to print none."""
    if request.POST.get("do") == "stop":
        actions.stop_award(by=request.handler, at=request.at)
        return redirect("letters:award")
    form = MarkForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and kept(request, form):
        return redirect("letters:award")
    shown = {"title": _("Award on letters"), "form": form, "now": queries.current(day_of(request.at))}
    return render(request, "letters/award.html", shown, status=422 if form.is_bound and form.errors else 200)


def kept(request: HttpRequest, form: MarkForm) -> bool:
    given = form.cleaned_data
    file = given["files"][0]
    mark = actions.Mark(file.name, file.read(actions.MOST + 1), (given["said_en"], given["said_cy"]), given["until"])
    try:
        actions.print_award(mark, by=request.handler, at=request.at)
    except actions.Over as refusal:
        form.add_error("until", str(refusal))
    except Refused as refusal:
        form.add_error("files", str(refusal))
    return not form.errors
