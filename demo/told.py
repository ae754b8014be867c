"""Who else is told, what is held back, and which template texts go by, so that those pages have something to show. All by the
ordinary actions, on the newest case that is being dealt with and is recorded."""

from datetime import datetime, timedelta

from putright.cases.models import Case
from putright.interested import actions as interested
from putright.law.calendar import day_of
from putright.outbox.holding import Ask, agree, ask_to_withhold
from putright.outbox.texting import name_template
from putright.people.actions import note_person
from putright.people.models import Handler
from putright.people.roles import Role

TEMPLATE = "11111111-2222-4333-8444-555555555555"  # invented: no service knows it
SISTER = {
    "name": "Catrin Cefnrhiw", "email": "catrin@interested.example", "language": "cy", "safe_contact": {"no_voicemail": True},
    "adjustments": "Print bras",
}  # fmt: skip
HARM = "It would name somebody who has not been told yet that they are to be interviewed."


def told(staff: list[Handler], *, now: datetime) -> None:
    takes = next(one for one in staff if one.role == Role.HANDLER)
    agrees = next(one for one in staff if one.role == Role.SUPERVISOR)
    name_template(TEMPLATE, day_of(now) - timedelta(days=90), "The first one", by=agrees, at=now - timedelta(days=90))
    recorded = Case.objects.filter(imported=False, finished_at=None, recorded_at__isnull=False)
    case = recorded.exclude(complainant=None).order_by("-received_at", "-pk").first()
    if case is None:
        return
    since = max(case.received_at, now - timedelta(days=1)) if case.received_at.date() < now.date() else now
    held = ask_to_withhold(case, Ask("progress", "proceedings", HARM, day_of(since) + timedelta(days=1)), by=takes, at=since)
    agree(held, by=agrees, at=since)
    interested.add(case, SISTER, ("relative", "her daughter"), "yes", by=takes, at=now - timedelta(hours=2))
    uncertain = {"name": "Ifor Penlan", "phone": "07700 900177"}
    interested.add(case, uncertain, ("enough", "saw it from his shop"), "not_known", by=takes, at=now - timedelta(hours=2))
    if case.complainant and not case.complainant.adjustments:
        note_person({"adjustments": "Large print"}, at=now, person=case.complainant)
