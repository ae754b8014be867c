"""What triage does not know yet, as questions a person could answer about themselves. Nothing about danger or grave harm:
those are asked by voice, never by letter."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from putright.cases.models import Case
from putright.triage import asking, queries, rules

ASKED = {
    "dissatisfied_with_force": _("Are you unhappy with the police about this?"),
    "adversely_affected": _("Did what happened affect you badly?"),
    "made_for_another": _("Are you telling us this for somebody else?"),
    "written_consent": _("Has that person agreed in writing that you may speak for them?"),
    "about_conduct": _("Is it about something that one person did, said or did not do?"),
    "conduct_done_to_them": _("Was it done to you?"),
    "witness_to_conduct": _("Did you see or hear it happen?"),
    "complainant_wishes_recording": _("Would you like us to record your complaint formally? You can ask for it at any time."),
    "about_someone_serving_here": _("Is it about a person who works for the police here?"),
    "about_service_or_policy_here": _("Is it about how the police here do things, and not about one person?"),
    "about_another_force": _("Is it about another police force?"),
    "wants_an_answer": _("Would you like an answer from us?"),
    "only_about_their_data": _("Is it only about your own personal information?"),
    "asks_about_a_seized_vehicle": _("Is it about a vehicle that the police took?"),
}


def facts(case: Case) -> tuple[str, ...]:
    """What is still to be asked on that case and may be asked by letter, in triage's own order."""
    sheet = queries.sheet(case)
    found = rules.findings(sheet.facts, on=queries.made_on(case))
    return tuple(fact for fact in asking.still_to_ask(found, sheet.facts) if fact in ASKED)


def words(fact: str, language: str) -> str:
    """The question in that language; empty for what is not asked by letter."""
    with override(language):
        return str(ASKED.get(fact, ""))
