"""What to do next with a case, from where it stands: one sentence and one link, for who may follow it. Only a hint."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from putright.allocation.panel import lacking
from putright.cases import stages
from putright.cases.models import Case, Event
from putright.people import gates
from putright.people.models import Handler

TRIAGE = (_("Tell what it is."), "triage:ask", _("Tell what it is"))
PUT_RIGHT = (_("Try to put it right, and ask whether they are content."), "recovery:offer", _("Offer to put it right"))
ANSWER = (_("Put it right, and answer what was done."), "allocation:answer", _("Answer what was done"))
HAND_OVER = (
    _("It is recorded. Pass it to the body that must deal with it."),
    "packs:hand_over",
    _("Hand it over"),
)
OUTCOME = (
    _("Somebody else has it. When the outcome comes back, write it down."),
    "packs:outcome",
    _("Write down the outcome"),
)
RECEIPT = (
    _("It was handed over. Write down their receipt when it comes."),
    "packs:receipt",
    _("Write down their receipt"),
)
REST = (
    _("It went with something missing. Send the rest as soon as it is known."),
    "packs:rest",
    _("Send the rest"),
)
TELL = (_("The outcome is known. Write to tell them."), "letters:new", _("Write to them"))
CLOSE = (_("They have been told. Close the case."), "cases:close", _("Close this case"))
NOT_COMPLAINT = (_("It is not a complaint. Tell them, then close the case."), "cases:close", _("Close this case"))
TOLD = {"outcome", "findings", "no_action", "not_complaint"}  # kinds of letter that tell the outcome


@dataclass(frozen=True)
class Step:
    """A sentence, and where it is done; no address when it is not for this person to do."""

    words: str
    href: str = ""
    link: str = ""


def step(case: Case, log: Iterable[Event], handler: Handler) -> Step | None:
    """The next step of a case, or None when there is none: it is finished."""
    row = _row(case, list(log))
    if row is None:
        return None
    words, page, link = row
    verb = gates.table("PAGES").get(page)
    if verb is None or not gates.can(handler, str(verb)):
        return Step(str(words))
    return Step(str(words), reverse(page, args=[case.reference]), str(link))


def _row(case: Case, log: list[Event]) -> tuple[object, str, object] | None:
    done = {event.verb for event in log}
    if case.stage == stages.HANDED_OVER:
        return (REST if lacking(log) else OUTCOME) if "receipt" in done else RECEIPT
    if case.stage == stages.OUTCOME_KNOWN:
        return CLOSE if any(event.verb == "sent" and event.facts.get("kind") in TOLD for event in log) else TELL
    return {
        stages.RECEIVED: TRIAGE, stages.IN_RECOVERY: PUT_RIGHT, stages.ALLOCATED: ANSWER, stages.RECORDED: HAND_OVER,
        stages.NOT_COMPLAINT: NOT_COMPLAINT,
    }.get(case.stage)  # fmt: skip
