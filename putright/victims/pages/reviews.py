"""One review on its case: opening, weighing, who looks at it, the letters, the result, what was confirmed and learned."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from design.forms import Form
from putright.cases import door
from putright.codes.queries import in_force
from putright.codes.rules import Row
from putright.interested.rules import languages
from putright.law.calendar import day_of
from putright.letters import addressee

from .. import queries, rules, shown
from ..actions import keeping, opening, reviewing
from ..forms import AskedForm, ConfirmForm, LearnForm, LongerForm, ResultForm, ReviewerForm, TakeOnForm
from ..models import Review
from .asked import asked, one_of, typed


def ranks(request: HttpRequest) -> tuple[Row, ...]:
    return in_force(queries.RANKS, day_of(request.at))


def open_one(request: HttpRequest, reference: str) -> HttpResponse:
    case = door.case(request, reference)
    form = AskedForm(typed(request), at=request.at, ranks=ranks(request), initial={"asked_on": day_of(request.at)})
    return asked(
        request, case, form, _("A victim asks for a review"),
        lambda: opening.open_review(case, form.asked(), by=request.handler, at=request.at),
    )  # fmt: skip


def details(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    case = door.case(request, reference)
    review = one_of(case, pk)
    known = {name: getattr(review, name) for name in AskedForm.STARTS}
    form = AskedForm(typed(request), at=request.at, ranks=ranks(request), initial=known | review.answers)
    return asked(
        request, case, form, _("What is known of the review"),
        lambda: opening.change(review, form.asked(), by=request.handler, at=request.at),
    )  # fmt: skip


def take_on(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    case = door.case(request, reference)
    review = one_of(case, pk)
    form = TakeOnForm(typed(request))
    return asked(
        request, case, form, _("Can it be reviewed?"),
        lambda: reviewing.take_on(
            review, taken=form.cleaned_data["taken"] == "yes", why=form.cleaned_data["why"], by=request.handler, at=request.at
        ),
        template="victims/take_on.html", found=shown.weighed(review),
    )  # fmt: skip


def reviewer(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    case = door.case(request, reference)
    review = one_of(case, pk)
    form = ReviewerForm(typed(request), ranks=ranks(request))
    return asked(
        request, case, form, _("Who looks at the review"),
        lambda: reviewing.give_to(review, rules.Named(**form.cleaned_data), by=request.handler, at=request.at),
    )  # fmt: skip


def acknowledge(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    case = door.case(request, reference)
    review = one_of(case, pk)
    form = Form(typed(request))
    return asked(
        request, case, form, _("Write that we have the request"),
        lambda: reviewing.acknowledge(review, by=request.handler, at=request.at),
    )  # fmt: skip


def longer(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    case = door.case(request, reference)
    review = one_of(case, pk)
    form = LongerForm(typed(request), languages=languages(addressee.of(case).language))
    return asked(
        request, case, form, _("It takes longer"),
        lambda: reviewing.longer(review, form.cleaned_data["until"], form.why(), by=request.handler, at=request.at),
    )  # fmt: skip


def result(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    case = door.case(request, reference)
    review = one_of(case, pk)
    listed = in_force(queries.RESULTS, day_of(request.at))
    form = ResultForm(typed(request), languages=languages(addressee.of(case).language), results=listed)
    return asked(
        request, case, form, _("The result of the review"),
        lambda: reviewing.finish(review, form.cleaned_data["result"], form.why(), by=request.handler, at=request.at),
    )  # fmt: skip


def confirm(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    case = door.case(request, reference)
    review: Review = one_of(case, pk)
    form = ConfirmForm(typed(request), at=request.at)
    return asked(
        request, case, form, _("Confirm what is in the force’s system"),
        lambda: keeping.confirm(review, keeping.Done(**form.cleaned_data), by=request.handler, at=request.at),
    )  # fmt: skip


def learn(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    case = door.case(request, reference)
    review = one_of(case, pk)
    known = {name: getattr(review, name) for name in LearnForm.base_fields}
    form = LearnForm(typed(request), initial=known)
    return asked(
        request, case, form, _("What to learn from the review"),
        lambda: keeping.learn(review, **form.cleaned_data, by=request.handler, at=request.at),
    )  # fmt: skip
