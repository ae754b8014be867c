"""Answers to triage's questions, by what they amount to."""

from datetime import date

from putright.triage import rules

ON = date(2026, 3, 27)
NONE_SERIOUS = dict.fromkeys(rules.SERIOUS, "no")
COMPLAINT = {
    "dissatisfied_with_force": "yes",
    "by_or_for_member_of_public": "yes",
    "adversely_affected": "yes",
    "made_for_another": "no",
}
NO_WISH = {rules.WISH: "no"}
WISH = {rules.WISH: "yes"}
OURS = rules.owner_facts("about_someone_serving_here")
ORDINARY = NONE_SERIOUS | COMPLAINT | NO_WISH | OURS
BYSTANDER = COMPLAINT | dict.fromkeys(
    ("adversely_affected", "conduct_done_to_them", "witness_to_conduct"), "no"
) | {"about_conduct": "yes"}  # fmt: skip
THANKS = {"dissatisfied_with_force": "no"}


def found(*sheets):
    facts = {}
    for sheet in sheets:
        facts |= sheet
    return rules.findings(facts, on=ON)
