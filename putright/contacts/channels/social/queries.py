"""What was answered about something seen on social media, for triage."""

from putright.cases.models import Case, Event


def for_triage(case: Case) -> dict[str, str]:
    """The law's own facts that were answered when it was written down: fact to yes or no. One query."""
    found = Event.objects.filter(case=case, verb="seen_on_social").order_by("seq").values_list("facts", flat=True)
    return {name: value for facts in found for name, value in facts.get("for_triage", {}).items()}
