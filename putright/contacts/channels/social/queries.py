"""What was answered about something seen on social media, for triage."""

from datetime import date

from putright.cases.models import Case, Event
from putright.codes.queries import code_list
from putright.codes.rules import Row

from .rules import LIST, NEED_NOT


def need_not(on: date) -> Row | None:
    """The default for what was said to others, as the list has it that day; None where it does not hold. One query."""
    return next((row for row in code_list(LIST).in_force(on) if row.code == NEED_NOT), None)


def for_triage(case: Case) -> dict[str, str]:
    """The law's own facts that were answered when it was written down: fact to yes or no. One query."""
    found = Event.objects.filter(case=case, verb="seen_on_social").order_by("seq").values_list("facts", flat=True)
    return {name: value for facts in found for name, value in facts.get("for_triage", {}).items()}
