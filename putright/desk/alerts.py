"""What stands red above a case: danger that nobody has answered, and a referral that runs out. Read from the log."""

from collections.abc import Iterable
from datetime import datetime

from django.http import HttpRequest

from putright.cases import danger
from putright.cases.models import Case, Event
from putright.clocks.promises import work_out
from putright.clocks.runs import Happened
from putright.people import gates
from putright.triage.explain import BODIES
from putright.triage.queries import who_refers

from . import part
from .queries import refer_by


def of(request: HttpRequest, case: Case, log: Iterable[Event]) -> dict[str, object]:
    """For the case page. No query, and two more only while a referral is due."""
    log = list(log)
    events = [Happened(event.verb, event.at, event.facts) for event in log]
    due = refer_by(work_out(events, request.office, request.at, received_at=case.received_at))
    return {
        "dangers": danger.unanswered(log, at=request.at), "may_answer": gates.can(request.handler, "cases.acknowledge"),
        "refer": duty(log, due, may=gates.can(request.handler, "allocation.hand_over")) if due and part.whole(request) else None,
    }  # fmt: skip


def duty(log: Iterable[Event], due: datetime, *, may: bool) -> dict[str, object]:
    """By when, and to whom it is handed: who must refer is the last authority that was found."""
    found = [str(event.facts.get("authority") or "") for event in log if event.verb in ("must_refer", "decided")]
    kind, people = who_refers(found[-1] if found else "")
    return {"due": due, "kind": kind, "body": BODIES[kind], "people": people, "may": may}
