"""Who is ringing, before they are answered; and writing down what they said."""

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from design import dates
from offices import Office
from putright.cases import door
from putright.contacts import reaching
from putright.contacts.entry.pages import Opened, screen
from putright.contacts.models import Contact
from putright.people.models import Plan
from putright.people.plans import plans_of
from putright.people.queries import office
from putright.people.same import protections_once, together

from .. import hours, queries
from ..actions import write_down
from ..models import Call
from ..rules import WAITING
from ..words import duration

EVERY = 10  # seconds, for those whose browser runs no scripts and who ask for it


@dataclass(frozen=True)
class Shown:
    """A call as the desk shows it. `callers`: who has this number; several share it, or it may be somebody else."""

    call: Call
    callers: list[queries.Caller]

    @property
    def waits(self) -> bool:
        return self.call.outcome == WAITING


@require_safe
def calls(request: HttpRequest) -> HttpResponse:
    """The calls going on, and those of one's own still to write down."""
    request.office, again = office(), request.GET.get("again") == "1"
    page = {"title": _("Calls"), "again": again, "every": EVERY, **listed(request)}
    page["where"] = hours.where(request.office, request.at, get_language() or "en")
    answer = render(request, "telephone/calls.html", page)
    if again:
        answer["Refresh"] = str(EVERY)
    return answer


@require_safe
def now(request: HttpRequest) -> HttpResponse:
    """The part of the page that changes; nothing at all while it would be the same, so that waiting leaves no trace of
    having looked at anybody."""
    going = queries.going_on(at=request.at)
    mine = queries.to_write(request.handler, at=request.at)
    if request.GET.get("mark") == mark(going, mine):
        return HttpResponse(status=204)
    return render(request, "telephone/_now.html", listed(request, going, mine))


def listed(request: HttpRequest, going: list[Call] | None = None, mine: list[Call] | None = None) -> dict[str, object]:
    if going is None or mine is None:
        going, mine = queries.going_on(at=request.at), queries.to_write(request.handler, at=request.at)
    who = queries.who_may_ring(door.cases(request), [call.number_key for call in going])
    door.seen(request, [case for callers in who.values() for caller in callers for case in caller.cases])
    language = "cy" if get_language() == "cy" else "en"
    people = {caller.person.pk: caller.person for callers in who.values() for caller in callers}
    return {
        "plans": plans_for(people),
        "protected": protections_once(request, people.values()), "said": reaching.said,
        "going": [Shown(call, who.get(call.number_key, [])) for call in going], "mine": mine,
        "mark": mark(going, mine), "duration": duration, "options": hours.options(office_of(request), request.at, language),
        "waiting": sum(call.outcome == WAITING for call in going),
    }  # fmt: skip


def plans_for(people: Collection[int]) -> dict[int, Plan]:
    """The plan agreed with each, whichever of the names of one person it stands under."""
    whole = together(people) if people else {}
    newest = {plan.person_id: plan for plan in reversed(plans_of(sorted({pk for one in whole.values() for pk in one})))}
    found = {pk: [newest[other] for other in one if other in newest] for pk, one in whole.items()}
    return {pk: max(plans, key=lambda plan: plan.pk) for pk, plans in found.items() if plans}


def office_of(request: HttpRequest) -> Office:
    if not hasattr(request, "office"):
        request.office = office()
    found: Office = request.office
    return found


def mark(*lists: Iterable[Call]) -> str:
    """Another word whenever what the desk shows would be different."""
    told = [(call.pk, call.outcome, call.handler_id, call.option, call.number) for calls in lists for call in calls]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def write(request: HttpRequest, number: int) -> HttpResponse:
    """The quick entry, filled from the call: its number, who may have it, and when it was answered."""
    try:
        call = queries.call(number)
    except queries.NoSuchCall as missing:
        raise Http404 from missing
    filled = {"who": call.number, "channel": "phone"}
    if call.answered_at:
        filled["began"] = call.answered_at.isoformat()

    def enter(*told: Any, **more: Any) -> Contact:
        return write_down(call, *told, **more)

    return screen(request, Opened(reverse("telephone:write", args=[number]), filled, notice(call), enter))


def notice(call: Call) -> str:
    when = dates.moment(call.answered_at or call.began_at or call.last_at)
    if call.withheld:
        return _("From the call of %(when)s. The number was withheld.") % {"when": when}
    return _("From the call of %(when)s. A number is not a name: ask who it is.") % {"when": when}
