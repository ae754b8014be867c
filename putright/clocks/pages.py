"""One clock with its calendar, and what people may do to it."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from design.forms import Form
from putright.cases import door, once
from putright.cases.models import Case
from putright.cases.queries import log_once
from putright.codes.queries import asked_once
from putright.codes.rules import Row
from putright.law.calendar import day_of
from putright.people.queries import office
from putright.people.refusals import Refused

from . import actions
from .forms import GoOnForm, LongerForm, WhyForm
from .may import deeds, reasons_said
from .months import months
from .promises import Counting, clock_of
from .queries import counting_in, noticed, reasons
from .sweeping import LATE, MISSED, SOON
from .telling import in_short
from .words import NAMES, REASONS, WEEKDAYS


def one(request: HttpRequest, reference: str, promise: str) -> HttpResponse:
    """Why it is due that day: a sentence, the months with every day marked, the working-out, and what may be done."""
    case, found = _clock(request, reference, promise)
    language = _language()
    clock, shown = clock_of(found, request.office, request.at), months(found, request.at)
    left_out = sum(len(month.left_out) for month in shown)
    page = {
        "title": clock.name(language), "case": case, "clock": clock, "state": clock.state_words(language),
        "short": in_short(found.run, found.worked, left_out)[language], "months": shown, "lines": clock.working_out[language],
        "weekdays": WEEKDAYS[language == "cy"], "language": language, "back": reverse("desk:case", args=[reference]),
        "deeds": deeds(request, case, found),
        "said": reasons_said(clock, asked_once(request, REASONS), language, log_once(request, case)),
    }  # fmt: skip
    return render(request, "clocks/one.html", page)


def notices(request: HttpRequest) -> HttpResponse:
    """What was about to fall due and what was missed, the newest first, among the cases open to whoever looks."""
    kind = MISSED if request.GET.get("show") != SOON else SOON
    found = noticed(door.cases(request), kind, request.at)
    door.seen(request, [each.case for each in found])
    address = reverse("clocks:notices")
    views = [(f"{address}?show={key}", words, key == kind) for key, words in ((MISSED, _("Missed")), (SOON, _("Due soon")))]
    page = {
        "title": _("Promises that fell due"), "found": found, "views": views, "late": LATE, "back": reverse("desk:more"),
        "names": {name: both[_language() == "cy"] for name, both in NAMES.items()},
    }  # fmt: skip
    return render(request, "clocks/notices.html", page)


def stop(request: HttpRequest, reference: str, promise: str) -> HttpResponse:
    case, found = _clock(request, reference, promise)
    may = [row for row in _reasons(request, "stop") if row.code.partition(".")[2] in found.made.stops_for]
    form = WhyForm(_posted(request), reasons=may)
    return _deed(request, case, found, form, _("Stop the clock"),
                 lambda: actions.stop(case, promise, form.why, by=request.handler, at=request.at))  # fmt: skip


def go_on(request: HttpRequest, reference: str, promise: str) -> HttpResponse:
    case, found = _clock(request, reference, promise)
    form = GoOnForm(_posted(request))
    return _deed(request, case, found, form, _("Let the clock go on"), lambda: actions.go_on(
        case, promise, form.cleaned_data["words"], by=request.handler, at=request.at))  # fmt: skip


def extend(request: HttpRequest, reference: str, promise: str) -> HttpResponse:
    case, found = _clock(request, reference, promise)
    form = LongerForm(_posted(request), reasons=_reasons(request, "extend"))
    return _deed(request, case, found, form, _("Give it longer"), lambda: actions.extend(
        case, promise, form.cleaned_data["days"], form.why, by=request.handler, at=request.at))  # fmt: skip


def excuse(request: HttpRequest, reference: str, promise: str) -> HttpResponse:
    case, found = _clock(request, reference, promise)
    form = WhyForm(_posted(request), reasons=_reasons(request, "excuse"), must_say=True)
    return _deed(request, case, found, form, _("Excuse it: exceptional circumstances"), lambda: actions.excuse(
        case, promise, form.why, by=request.handler, at=request.at))  # fmt: skip


def missed(request: HttpRequest, reference: str, promise: str) -> HttpResponse:
    case, found = _clock(request, reference, promise)
    form = WhyForm(_posted(request), reasons=_reasons(request, "missed"))
    return _deed(request, case, found, form, _("Say why it was missed"), lambda: actions.say_why_missed(
        case, promise, form.why, by=request.handler, at=request.at))  # fmt: skip


def _clock(request: HttpRequest, reference: str, promise: str) -> tuple[Case, Counting]:
    """The last clock of that promise on a case that is open to them; 404 for none."""
    request.office = office()
    case = door.case(request, reference)
    found = counting_in(log_once(request, case), case, promise, request.at, office=request.office)
    if found is None:
        raise Http404
    return case, found


def _deed(
    request: HttpRequest, case: Case, found: Counting, form: Form, title: str, act: Callable[[], object]
) -> HttpResponse:
    """Do it and go back to the clock. A refusal is shown on the form, with everything typed still there."""
    promise = found.made.name
    if form.is_valid():
        try:
            once.only(request, act)
            return redirect("clocks:one", case.reference, promise)
        except Refused as refused:
            form.add_error(None, str(refused))
    page = {
        "title": title, "form": form, "case": case, "name": NAMES[promise][_language() == "cy"], "made": found.made,
        "due_at": found.due_at, "back": reverse("clocks:one", args=[case.reference, promise]),
    }  # fmt: skip
    return render(request, "clocks/deed.html", page, status=422 if form.errors else 200)


def _reasons(request: HttpRequest, group: str) -> tuple[Row, ...]:
    return reasons(asked_once(request, REASONS), group, day_of(request.at))


def _posted(request: HttpRequest) -> object | None:
    return request.POST if request.method == "POST" else None


def _language() -> str:
    return "cy" if (get_language() or "").startswith("cy") else "en"
