"""The print queue: what waits for the printer, a batch and its one file, and that it was printed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gateways import notify
from putright.cases import door, once
from putright.cases.refusals import Refused
from putright.law.calendar import day_of
from putright.letters.drawn import is_large
from putright.letters.models import Letter

from . import drawing, printing, queries, shown, texting
from .forms import LeftOut, TemplateForm
from .models import Batch


def queue(request: HttpRequest) -> HttpResponse:
    """What waits, ordinary and large apart; a press makes a batch of the oldest."""
    cases = door.cases(request)
    if request.method == "POST":
        made: list[Batch | None] = []
        large = request.POST.get("size") == "large"
        once.only(
            request, lambda: made.append(printing.make_batch(cases, large=large, by=request.handler, at=request.at))
        )
        return redirect("outbox:batch", made[0].pk) if made and made[0] else redirect("outbox:queue")
    waiting = list(queries.to_print(cases, at=request.at).defer("pdf", "body")[: queries.PAGE * 4])
    door.seen(request, [one.case for one in waiting])
    large = [one for one in waiting if is_large(one)]
    ordinary = [one for one in waiting if one not in large]
    values = {"title": _("Letters to print"), "ordinary": ordinary, "large": large, "batches": queries.batches()}
    return render(request, "outbox/queue.html", values | shown.words())


def the_batch(request: HttpRequest, pk: int) -> tuple[Batch, list[Letter]]:
    """A batch and its letters. Not there for somebody who may not open every case in it."""
    batch = Batch.objects.select_related("by", "printed_by").filter(pk=pk).first() if pk < 2**31 else None
    letters = queries.in_batch(batch) if batch else []
    mine = set(door.cases(request).filter(pk__in={one.case_id for one in letters}).values_list("pk", flat=True))
    if batch is None or {one.case_id for one in letters} - mine:
        raise Http404
    door.seen(request, [one.case for one in letters])
    return batch, letters


def batch(request: HttpRequest, pk: int, refusal: str = "") -> HttpResponse:
    found, letters = the_batch(request, pk)
    form = None if found.printed_at else LeftOut(letters=letters)
    values = {
        "title": _("A batch of letters to print"),
        "batch": found,
        "letters": letters,
        "form": form,
        "refusal": refusal,
    }
    return render(request, "outbox/batch.html", values | shown.words() | {"enclosed": queries.enclosures(letters)})


def sheets(request: HttpRequest, pk: int) -> HttpResponse:
    """The one file: the list on top, then each letter on a sheet of its own. As often as the printer needs."""
    found, letters = the_batch(request, pk)
    words = {
        "title": f"{_('Letters to print')} – {found.pk} ({len(letters)})",
        "number": _("Number in the batch"),
        "reference": _("Reference"),
        "to": _("To"),
        "how": _("Print on one side. Use window envelopes. Destroy this list when they have gone."),
    }
    language = "cy" if get_language() == "cy" else "en"
    made = drawing.together(letters, words, at=found.at, language=language)
    headers = {
        "Content-Disposition": f'attachment; filename="letters-{found.pk}.pdf"',
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(made, content_type="application/pdf", headers=headers)


def template(request: HttpRequest) -> HttpResponse:
    """Which template of GOV.UK Notify texts go by, and since when."""
    form = TemplateForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            once.only(request, lambda: texting.name_template(
                given["number"], given["since"], given["why"], by=request.handler, at=request.at))  # fmt: skip
            return redirect("outbox:template")
        except Refused as refusal:
            form.add_error("number", str(refusal))
    values = {"title": _("Text messages"), "form": form, "rows": queries.text_templates()}
    values["now"] = queries.text_template(day_of(request.at))
    values["service"] = notify.notify() is not None
    return render(request, "outbox/template.html", values, status=422 if form.is_bound else 200)


@require_POST
def printed(request: HttpRequest, pk: int) -> HttpResponse:
    found, letters = the_batch(request, pk)
    form = LeftOut(request.POST, letters=letters)
    if not form.is_valid():
        return batch(request, pk, _("Choose only letters of this batch."))
    left_out = {int(one) for one in form.cleaned_data["left_out"]}
    try:
        once.only(request, lambda: printing.printed(found, left_out, by=request.handler, at=request.at))
    except Refused as refusal:
        return batch(request, pk, str(refusal))
    return redirect("outbox:queue")
