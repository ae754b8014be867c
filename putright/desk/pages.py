"""My work, search, and the case on one page."""

from collections.abc import Iterable, Sequence
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from design.panel import Panel
from design.typed import cleaned
from putright.allocation import panel as allocation
from putright.asking import panel as asking
from putright.asking.models import Step
from putright.asking.queries import steps
from putright.assessors import panel as assessors
from putright.cases import danger, door, panel, search, stages
from putright.cases.models import Case
from putright.cases.queries import log_once
from putright.chasing import panel as chasing
from putright.clocks import panel as clocks
from putright.clocks.words import NAMES
from putright.codes.queries import asked_once
from putright.contacts import panel as contacts
from putright.contacts import reaching
from putright.contacts.channels.email import panel as email
from putright.contacts.channels.systems import panel as systems
from putright.contacts.channels.telephone import panel as telephone
from putright.days import notices as today_unwritten
from putright.diary import notices as unpublished
from putright.documents import panel as documents
from putright.excellence import panel as excellence
from putright.extracts import notices as asked_for
from putright.forums import panel as forums
from putright.intelligence.queries import threats
from putright.interested import panel as interested
from putright.law.calendar import day_of
from putright.learning import notices as overdue
from putright.learning import panel as learning
from putright.letters import panel as letters
from putright.letters.withholding import PARTS
from putright.mailings import panel as mailings
from putright.mailings.owing import for_handler
from putright.national import panel as national
from putright.outbox import panel as outbox
from putright.outbox.queries import theirs_to_look_again
from putright.own_page import panel as own_page
from putright.people import gates
from putright.people.queries import office, speaks_for
from putright.people.same import protections_once
from putright.promises.queries import news
from putright.quality import notices as quality
from putright.recovery import panel as recovery
from putright.reviews import panel as reviews
from putright.scoring import notices as scoring
from putright.shopping import notices as shopping
from putright.surveys import panel as surveys
from putright.triage import panel as triage
from putright.triage.explain import ROUTES
from putright.triage.queries import proposals
from putright.valued import notices as valued
from putright.victims import panel as victims
from putright.workforce import panel as workforce

from . import alerts, alike, menu, part, queries
from .drawn import drawn
from .folded import folded
from .next import step
from .people import plan_panel
from .people.reviews import due
from .timeline import entries

DOES = ("cases.take", "cases.note", "cases.close", "cases.raise_danger")
PANELS = (
    clocks, plan_panel, alike, contacts, asking, telephone, email, systems, documents, triage, recovery, panel, allocation,
    chasing, reviews, letters, outbox, mailings, interested, own_page, victims, surveys, learning, forums, excellence, assessors,
    workforce, national,
)  # fmt: skip
NOTICES = (quality, scoring, shopping, overdue, valued, unpublished, asked_for, today_unwritten)
SHOWN = {
    "mine": gettext_lazy("Mine"),
    "free": gettext_lazy("Nobody’s yet"),
    "team": gettext_lazy("All going on"),
    "outside": gettext_lazy("Waiting for others"),
    "finished": gettext_lazy("Finished"),
}
ONLY_TAKERS = ("mine", "free")  # lists that mean nothing to somebody who takes no cases on


def home(request: HttpRequest) -> HttpResponse:
    """Where signing in leads: the first page of one's own menu. Nobody's is empty."""
    return redirect(str(menu.items(request)[0]["href"]))


def coming_in(request: HttpRequest) -> HttpResponse:
    return group(request, menu.COMING_IN)


def more(request: HttpRequest) -> HttpResponse:
    return group(request, menu.MORE)


def group(request: HttpRequest, listed: menu.Group) -> HttpResponse:
    """What one part of the menu opens into."""
    page = {"title": str(listed.words), "sections": menu.sections(request, listed)}
    return render(request, "desk/group.html", page)


def work(request: HttpRequest) -> HttpResponse:
    request.office = office()
    lists = {
        key: words for key, words in SHOWN.items() if key not in ONLY_TAKERS or gates.can(request.handler, "cases.take")
    }
    asked = request.GET.get("show", "")
    shown = asked if asked in lists else next(iter(lists))
    sheet = queries.work(door.cases(request), request.handler, shown, at=request.at,
                         after=request.GET.get("after", ""), office=request.office)  # fmt: skip
    door.seen(request, [row.case for row in sheet.rows])
    address = reverse("desk:work")
    views = [{"text": words, "href": f"{address}?show={key}", "current": key == shown} for key, words in lists.items()]
    page = {"title": _("My work"), "sheet": sheet, "shown": shown, "views": views, "finds": True}
    mine = due(request) | owed_by_them(request) | moved(request) if shown == "mine" else {"reviews": [], "moved": []}
    page |= urgent(request) | may(request) | mine
    page["notices"] = [line for room in NOTICES for line in room.due(request)] if shown == next(iter(lists)) else []
    return render(request, "desk/work.html", page)


def moved(request: HttpRequest) -> dict[str, object]:
    """Promises of one's own cases that a change of the calendar or of a promise moved. One query."""
    found = news(request.handler, door.cases(request), request.at)
    door.seen(request, [one.case for one in found])
    return {"moved": found, "promises": {name: both[get_language() == "cy"] for name, both in NAMES.items()}}


def urgent(request: HttpRequest) -> dict[str, object]:
    """What stands above every list: danger nobody has answered, decisions that wait for a second person. Three queries."""
    answers, seconds = (gates.can(request.handler, verb) for verb in ("cases.acknowledge", "triage.second"))
    dangers = danger.waiting(door.cases(request), at=request.at) if answers else []
    put = [one for one in proposals(door.cases(request)) if one.by_id != request.handler.pk] if seconds else []
    door.seen(request, [one.case for one in (*dangers, *put)])
    lives = threats(request.handler) if gates.can(request.handler, "intelligence.hand_over") else []
    return {"dangers": dangers, "lives": lives, "put": put, "routes": ROUTES, "mine_now": seconds}


def owed_by_them(request: HttpRequest) -> dict[str, object]:
    """What this person decided and the law makes them look at again (CMR 2020 reg 35), and letters that wait for their words.
    Three queries."""
    if not gates.can(request.handler, "outbox.withhold"):
        return {}
    found = theirs_to_look_again(door.cases(request), request.handler, on=day_of(request.at))
    to_write = for_handler(door.cases(request), request.handler, request.at)
    door.seen(request, [one.case for one in (*found, *to_write)])
    return {"held_back": found, "parts": PARTS, "to_write": to_write}


def may(request: HttpRequest) -> dict[str, object]:
    return {"logs": gates.can(request.handler, "contacts.log"), "text": ""}


def find(request: HttpRequest) -> HttpResponse:
    """Search by reference, name or words, among the cases open to this person only."""
    text = cleaned(request.GET.get("q", ""))[:200]
    asked = search.find(door.cases(request), text).select_related("complainant", "assigned_to")
    found = list(asked.order_by("-received_at", "-pk")[: queries.PAGE + 1])
    shown = found[: queries.PAGE]
    door.seen(request, shown)
    page = {
        "title": _("Find a case"), "rows": queries.rows(shown, at=request.at), "more": len(found) > len(shown),
        **may(request), "text": text,
    }  # fmt: skip
    return render(request, "desk/search.html", page)


def soonest(panels: Iterable[Panel]) -> object:
    """The promise that falls due first, of the clock strip that is shown: somebody may be on the telephone."""
    return next((panel.values["soonest"] for panel in panels if "soonest" in panel.values), None)


def first_steps(request: HttpRequest, found: Case) -> Sequence[Step]:
    """The office's own, while the case waits for triage and for whom they are written."""
    wanted = found.stage == stages.RECEIVED and gates.can(request.handler, "asking.steps")
    return steps(request.at) if wanted else ()


def case(request: HttpRequest, reference: str) -> HttpResponse:
    """The case on one page: who it is and what to do next first, then what each room shows, then all that happened."""
    request.office = office()
    found = door.case(request, reference)
    log, speaker = log_once(request, found), speaks_for(found.complainant)
    alarms = alerts.of(request, found, log)
    kept = protections_once(request, filter(None, (found.complainant, speaker and speaker.representative)))
    listed = PANELS if part.whole(request) else part.THEIRS
    made = [(room, shown) for room in listed if (shown := room.panel(request, found))]
    full, then = [shown for _room, shown in made if not shown.empty], step(found, log, request.handler)
    page = {
        "title": found.reference, "case": found, "stage": stages.name(found.stage, get_language() or "en"),
        "panels": [drawn(request, found, shown) for shown in sorted(full, key=lambda shown: shown.order)],
        "folded": folded(made, [then.href] if then else []), "soonest": soonest(full), "steps": first_steps(request, found),
        "look": reverse("desk:alike", args=[found.reference]) if any(room is alike for room, _shown in made) else "",
        "entries": entries(part.log_for(request, log), partial(asked_once, request), day_of(found.received_at)),
        "next": then, "whole": part.whole(request),
        "safe": lambda person: reaching.said(kept[person.pk].safe_contact), "speaker": speaker, "kept": kept,
        **alarms, "kinds": danger.KINDS, "back_to": "desk:case",
        "may": {verb for verb in DOES if gates.can(request.handler, verb)},
    }  # fmt: skip
    return render(request, "desk/case.html", page)
