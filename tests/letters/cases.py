"""Cases with everything their letters speak of."""

from datetime import datetime
from uuid import uuid4

from putright.allocation.models import Handover
from putright.cases.log import Line, write
from putright.cases.models import Allegation, Case
from putright.contacts.models import Contact
from putright.people.models import Handler, Person
from putright.triage.models import Decision

from ..make import cases

WORDS = "An officer came to our door on Tuesday.\n\nHe shouted at my mother.\nShe was frightened."


def told(person: Person | None, *, at: datetime, words: str = WORDS, **details: object) -> Case:
    case = cases.case(person, at=at, **details)
    Contact.objects.create(
        key=uuid4(), case=case, person=person, channel="web", words=words, received_at=at, entered_at=at
    )
    return case


def decided(case: Case, route: str, *, by: Handler, at: datetime) -> None:
    number = Decision.objects.filter(case=case).count() + 1
    Decision.objects.create(case=case, number=number, at=at, by=by, facts={}, findings={}, route=route)
    if route == "recorded":
        Case.objects.filter(pk=case.pk).update(recorded_at=at)
        case.recorded_at = at
        for n, words in enumerate(["An officer shouted at my mother.", "Nobody answered when I rang."], 1):
            Allegation.objects.create(case=case, number=n, words=words, category="H1", edition="2020")
    write(case, Line("decided", at, by, facts={"number": number, "route": route}))


def handed_over(case: Case, body: str, *, by: Handler, at: datetime) -> None:
    Handover.objects.create(case=case, body=body, pack={}, at=at, by=by)
    write(case, Line("handed_over", at, by, facts={"body": body}))
