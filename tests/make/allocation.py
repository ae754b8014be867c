"""Makers of cases ready to be given to somebody else."""

import uuid
from datetime import datetime

from putright.cases.actions import allege, name_officer
from putright.cases.models import Case
from putright.contacts.models import Contact
from putright.people.models import Handler
from putright.recovery.models import Attempt
from putright.triage.models import Decision

from . import cases, people

WORDS = "He shouted at my mother and would not tell us his number."
FINDINGS = {
    "recording": {
        "question": "recording", "answer": "yes", "missing": [], "on": "2026-03-27",
        "rules": [{"id": "REC-1", "source": "PRA 2002 Sch 3 para 2(6A)(a)", "recalled": False}],
    }
}  # fmt: skip


def case(person, *, stage: str = "received", at: datetime = people.AT, **details: object) -> Case:
    made = cases.case(person, at=at, **details)
    Case.objects.filter(pk=made.pk).update(stage=stage)
    made.stage = stage
    return made


def contact(case: Case, *, at: datetime = people.AT, **details: object) -> Contact:
    values = {"words": WORDS, "wants": "An apology", "channel": "web", "happened_words": "last Tuesday", "place": "Bangor"}
    return Contact.objects.create(
        key=uuid.uuid4(), case=case, person=case.complainant, received_at=at, entered_at=at, **{**values, **details}
    )


def decision(case: Case, by: Handler, *, at: datetime = people.AT, **details: object) -> Decision:
    values = {"route": "recorded", "authority": "chief_officer", "findings": FINDINGS,
              "facts": {"complainant_wishes_recording": "yes"}}  # fmt: skip
    return Decision.objects.create(case=case, number=1, at=at, by=by, **{**values, **details})


def attempt(case: Case, by: Handler, *, at: datetime = people.AT, content: str = "no") -> Attempt:
    return Attempt.objects.create(case=case, offer="apology", words="He said sorry, he had lost his temper.", at=at, by=by,
                                  content=content, answer="It was not meant.")  # fmt: skip


def sufficient(person, by: Handler, *, stage: str = "recorded", **decided: object) -> Case:
    """A case whose pack lacks nothing for any body."""
    made = case(person, stage=stage)
    contact(made)
    allege(made, "Shouted", "H1", on=people.AT.date(), by=by, at=people.AT)
    name_officer(made, people.officer(rank="Sergeant", collar_number="9911"), by=by, at=people.AT)
    decision(made, by, **decided)
    made.refresh_from_db()
    return made
