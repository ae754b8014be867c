"""What I have to look at, one case of it, and what was found on my own work."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from putright.cases import door
from putright.law.calendar import day_of

from .. import lists, queries, words
from ..actions import looking
from ..asking import asked, language, month_of, typed
from ..forms import AnswerForm, LookForm


def mine(request: HttpRequest) -> HttpResponse:
    """Only cases open to this person: a wall put up since the draw hides one here too."""
    waiting = queries.to_look_at(request.handler)
    open_ones = door.cases(request).in_bulk({one.case_id for one in waiting})
    shown = [one for one in waiting if one.case_id in open_ones]
    door.seen(request, [one.case for one in shown])
    page = {
        "title": _("The month’s sample"), "month_of": month_of, "waiting": shown, "gone": len(waiting) - len(shown),
        "done": list(queries.looked_at(request.handler)[:20]), "reminded": queries.reminded(request.handler),
    }  # fmt: skip
    return render(request, "quality/mine.html", page)


def one(request: HttpRequest, pk: int) -> HttpResponse:
    picked = next((one for one in queries.to_look_at(request.handler) if one.pk == pk), None)
    if picked is None:
        raise Http404
    case = door.case(request, picked.case.reference)
    form = LookForm(typed(request), points=lists.points("dip", day_of(request.at)))

    def act() -> object:
        given = form.cleaned_data
        return looking.look(picked, form.marks(), given["finding"], given["learning"], by=request.handler, at=request.at)

    return asked(
        request, form, _("Look at it again"), act, ("quality:mine",), back=reverse("quality:mine"), case=case,
        template="quality/one.html",
    )  # fmt: skip


def findings(request: HttpRequest) -> HttpResponse:
    found = list(queries.findings(request.handler)[:50])
    open_ones = door.cases(request).in_bulk({look.picked.case_id for look in found})
    rows = [look for look in found if look.picked.case_id in open_ones]
    door.seen(request, [look.picked.case for look in rows])
    page = {"title": _("What was found on my work"), "rows": rows, "words": words.MARKS}
    return render(request, "quality/findings.html", page)


def finding(request: HttpRequest, pk: int) -> HttpResponse:
    look = queries.findings(request.handler).filter(pk=pk).first()
    if look is None:
        raise Http404
    case = door.case(request, look.picked.case.reference)
    form = AnswerForm(typed(request))

    def act() -> object:
        given = form.cleaned_data
        return looking.answer(look, given["agrees"] == "yes", given["words"], by=request.handler, at=request.at)

    return asked(
        request, form, _("What was found"), act, ("quality:findings",), back=reverse("quality:findings"), case=case, look=look,
        names=lists.named("dip", language()), words=words.MARKS, template="quality/finding.html",
    )  # fmt: skip
