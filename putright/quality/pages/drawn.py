"""The draws and whether they hold, how it goes from month to month, and how far two people agree."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from putright.people import gates

from .. import checks, lists, queries, strata, words
from ..actions import drawing
from ..asking import asked, language, month_of, typed
from ..forms import WhyForm
from ..models import Draw


def draws(request: HttpRequest) -> HttpResponse:
    page = {
        "title": _("The samples drawn"), "rows": list(queries.draws()), "seeds": list(queries.seeds()), "month_of": month_of,
    }  # fmt: skip
    return render(request, "quality/draws.html", page)


def one_of(pk: int) -> Draw:
    found = queries.draws().filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def draw(request: HttpRequest, pk: int) -> HttpResponse:
    """One draw, done again while you look: what does not hold is said."""
    found = one_of(pk)
    wrong = checks.problems(found, queries.draw_before(found))
    sizes = queries.sizes(found)
    called = strata.named(request, found.axes, sizes)
    page = {
        "title": _("One sample"), "month_of": month_of, "draw": found, "wrong": [words.PROBLEMS[code] for code in wrong],
        "strata": [(called[name], size, found.record["allotted"].get(name, 0)) for name, size in sizes.items()],
        "axes": [words.AXES[axis] for axis in found.axes], "others": queries.of_month(found),
        "may": gates.can(request.handler, "quality.draw_again"),
    }  # fmt: skip
    return render(request, "quality/draw.html", page)


def record(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole record to take away: keys in place of references."""
    found = one_of(pk)
    answer = JsonResponse(checks.exported(found), json_dumps_params={"indent": 1})
    name = f"sample-{found.seed.month:%Y-%m}-{found.number}.json"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def again(request: HttpRequest, pk: int) -> HttpResponse:
    found = one_of(pk)
    form = WhyForm(typed(request))
    return asked(
        request, form, _("Draw again"),
        lambda: drawing.draw_again(found, form.cleaned_data["why"], by=request.handler, at=request.at),
        ("quality:draws",), back=reverse("quality:draw", args=[pk]), button=_("Draw again"),
        intro=_(
            "The draw there is stays beside it, with your reason. Nobody chooses the new cases: they follow from the same seed."
        ),
    )  # fmt: skip


def trend(request: HttpRequest) -> HttpResponse:
    months = queries.trend()
    names = lists.named("dip", language())
    used = [code for code in names if any(month.said(code) for month in months)]
    page = {"title": _("The sample, month by month"), "months": months[-12:], "names": names, "codes": used}
    return render(request, "quality/trend.html", page)


def agreement(request: HttpRequest) -> HttpResponse:
    cases, together, by_point = queries.pairs()
    page = {
        "title": _("How far two people agree"), "cases": cases, "together": together, "by_point": by_point,
        "names": lists.named("dip", language()), "words": words.MARKS,
    }  # fmt: skip
    return render(request, "quality/agreement.html", page)
