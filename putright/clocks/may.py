"""What this person may do to a clock as it stands, and the reasons that were given, in words."""

from collections.abc import Iterable
from datetime import datetime

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from putright.cases.models import Case, Event
from putright.codes.rules import Rows
from putright.law.calendar import day_of
from putright.law.promises import STATUTORY
from putright.people import gates

from .promises import Clock, Counting, State, state_of
from .runs import EXTENDS
from .words import in_both, moment, say

CAN_EXCUSE = frozenset({State.RUNNING, State.WARNING, State.STANDING, State.MISSED, State.KEPT_LATE})


def deeds(request: HttpRequest, case: Case, one: Counting) -> list[tuple[str, str]]:
    """(address, words), the likeliest first. What cannot be done now is not offered; the actions refuse it all the same."""
    name, run, made = one.made.name, one.run, one.made
    state = state_of(run, one.due_at, request.at, made.warns)
    ours, runs = name not in STATUTORY, state in (State.RUNNING, State.WARNING)
    offered = (
        ("clocks:go_on", _("Let the clock go on"), run.is_open and run.standing),
        ("clocks:stop", _("Stop the clock"), ours and runs and bool(made.stops_for)),
        ("clocks:extend", _("Give it longer"), ours and runs and len(run.longer) < made.extends_times),
        ("clocks:missed", _("Say why it was missed"), state in (State.MISSED, State.KEPT_LATE)),
        ("clocks:excuse", _("Excuse it: exceptional circumstances"), state in CAN_EXCUSE),
    )
    pages = gates.table("PAGES")
    return [
        (reverse(page, args=[case.reference, name]), words)
        for page, words, now in offered if now and gates.can(request.handler, str(pages[page]))
    ]  # fmt: skip


def reasons_said(clock: Clock, listed: Rows, language: str, log: Iterable[Event] = ()) -> list[str]:
    """Why it stood still, got longer, was excused or missed: each called what it was called that day; by whom and in which
    words it was given until a day, from the log. No query."""
    said = []
    for stop in clock.stops:
        why = in_both((listed.name(stop.reason, day_of(stop.since), language),) * 2)
        key = "stood" if stop.until else "stands"
        until = {"until": moment(stop.until)} if stop.until else {}
        said.append(say(key, since=moment(stop.since), why=why, **until)[language])
    said += [line for one in clock.longer if one.until for line in _given(clock.promise, one.at, log, language)]
    given = [("longer_because", one.at, one.reason) for one in clock.longer if one.reason]
    given += [("excused_because", *clock.excused)] if clock.excused else []
    for key, at, reason in given:
        why = in_both((listed.name(reason, day_of(at), language),) * 2)
        said.append(say(key, when=moment(at), why=why)[language])
    if clock.because and clock.due_at:
        why = in_both((listed.name(clock.because, day_of(clock.due_at), language),) * 2)
        said.append(say("missed_because", why=why)[language])
    return said


def _given(promise: str, at: datetime, log: Iterable[Event], language: str) -> list[str]:
    """By whom, and why, in their words. Nothing where those were erased."""
    found = [event for event in log if event.verb in EXTENDS and event.at == at]
    of_it = [event for event in found if event.facts.get("promise", promise) == promise and event.by]
    words = [(event.by.name, getattr(event, "payload", None)) for event in of_it if event.by]
    return [
        say("until_by", name=in_both((name, name)), why=in_both((why, why)))[language]
        for name, payload in words if payload and (why := str(payload.body.get("words") or payload.body.get("why") or ""))
    ]  # fmt: skip
