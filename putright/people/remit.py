"""Who may perform which function on a complaint: the role guard. No Django.

The front team clarifies and puts right. It never investigates and never gives officers orders (the Dyfed-Powys decision of
20 October 2014). Deciding, answering for the body and telling people are functions of whoever holds them for a complaint
made that day: the chief officer, or the local policing body after a notice (PRA 2002 s.13A(2)-(4)), or because the
complaint is about the chief officer (s.29(1)). Their holder may give them only to some (CMR 2020 regs 46 and 50)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from offices.shape import Functions
from putright.law.body import SINCE
from putright.law.questions import weigh
from putright.law.terms import Known


class Function(StrEnum):
    CLARIFY = "clarify"  # ask what the matter is
    RECOVER = "recover"  # put right outside Schedule 3, and answer for it
    DECIDE = "decide"  # record, handle outside Schedule 3, say that it is not a complaint
    NOTIFY = "notify"  # tell the people concerned
    REFER = "refer"  # to the IOPC (PRA 2002 Sch 3 para 4)
    INVESTIGATE = "investigate"
    TASK_OFFICER = "task_officer"
    REVIEW = "review"


class Why(StrEnum):
    """Why somebody may not; each has its sentence in cases.refusals."""

    NEVER_INVESTIGATES = "never_investigates"
    NEVER_TASKS = "never_tasks"
    CONFLICT = "conflict"
    CONSTABLE = "constable"
    OTHER_BODY = "other_body"
    NOT_DIRECTED = "not_directed"
    FORCE_HOLDS = "force_holds"
    COMMISSIONER_HOLDS = "commissioner_holds"
    AUTHORITY_REFERS = "authority_refers"


@dataclass(frozen=True)
class Worker:
    """What the law asks about somebody: who employs and directs them, their office, and whether they are impartial here."""

    employer: str  # commissioner, chief_constable, other
    directed_by: str
    is_constable: bool = False
    conflicted: bool = False  # complained of, walled from the case, or may be


@dataclass(frozen=True)
class Matter:
    """When the complaint was made, what the office then held, and whose complaint it is by law (an owner of `authority`)."""

    made_on: date
    held: Functions | None = None
    authority: str = "chief_officer"

    @property
    def holder(self) -> str:
        """Who holds first handling. Empty before section 13A: nothing was held, and the office's own process decided."""
        if self.authority == "local_policing_body":
            return "commissioner"
        if self.made_on < SINCE:
            return ""
        return "commissioner" if self.held and self.held.model >= 2 else "chief_constable"


def refuses(worker: Worker, function: Function, matter: Matter) -> Why | None:
    """Why this person may not perform that function here; None when they may.

    Nobody in the front team investigates or gives officers orders, whoever employs them. What is reserved to the
    authority (referral) is handed to it."""
    if function is Function.INVESTIGATE:
        return Why.NEVER_INVESTIGATES
    if function is Function.TASK_OFFICER:
        return Why.NEVER_TASKS
    if worker.conflicted:
        return Why.CONFLICT
    if function is Function.CLARIFY:
        return None
    if function is Function.REFER:
        refers = "commissioner" if matter.authority == "local_policing_body" else "chief_constable"
        return None if worker.directed_by == refers else Why.AUTHORITY_REFERS
    if function is Function.REVIEW:
        return _for_commissioner(worker, matter)
    return _held(worker, matter)


def _held(worker: Worker, matter: Matter) -> Why | None:
    if matter.holder == "commissioner":
        return _for_commissioner(worker, matter)
    if matter.holder == "chief_constable" and worker.employer != "chief_constable":
        return Why.FORCE_HOLDS
    return None


def _for_commissioner(worker: Worker, matter: Matter) -> Why | None:
    """CMR 2020 reg 50. For a complaint made before it, the day it came in is used: there was nothing to delegate by."""
    ours, force = worker.directed_by == "commissioner", worker.employer == "chief_constable"
    facts = {
        "is_a_constable": _answer(worker.is_constable), "employed_by_chief_officer": _answer(force),
        "works_for_another_policing_body": _answer(worker.employer == "other"), "under_office_direction": _answer(ours),
        "impartiality_doubted": _answer(worker.conflicted), "work_is_reserved_to_the_force": "no",
    }  # fmt: skip
    if weigh("may_perform", facts, on=max(matter.made_on, SINCE)).answer is Known.YES:
        return None
    if worker.is_constable:
        return Why.CONSTABLE
    if worker.employer == "other":
        return Why.OTHER_BODY
    return Why.COMMISSIONER_HOLDS if matter.authority == "local_policing_body" else Why.NOT_DIRECTED


def _answer(holds: bool) -> str:
    return "yes" if holds else "no"
