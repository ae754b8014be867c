"""Answers to triage's questions, by what they amount to."""

from datetime import date

from putright.triage import asking, rules

ON = date(2026, 3, 27)
SAFE = dict.fromkeys(rules.SAFETY, "no")
NONE_SERIOUS = {rules.DANGER: "no"} | dict.fromkeys(rules.SERIOUS, "no")
COMPLAINT = {
    "dissatisfied_with_force": "yes",
    "by_or_for_member_of_public": "yes",
    "adversely_affected": "yes",
    "made_for_another": "no",
}
NO_WISH = {rules.WISH: "no"}
WISH = {rules.WISH: "yes"}
OURS = asking.chosen_facts("owner", ["about_someone_serving_here"])
ONE_MATTER = asking.chosen_facts("only", ["none"]) | {asking.OTHER_PART: "no"}
ORDINARY = NONE_SERIOUS | COMPLAINT | NO_WISH | OURS | ONE_MATTER
BYSTANDER = COMPLAINT | dict.fromkeys(
    ("adversely_affected", "conduct_done_to_them", "witness_to_conduct"), "no"
) | {"about_conduct": "yes"}  # fmt: skip
THANKS = {"dissatisfied_with_force": "no"}


def found(*sheets):
    facts = {}
    for sheet in sheets:
        facts |= sheet
    return rules.findings(facts, on=ON)
