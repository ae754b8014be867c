"""What ties somebody to a matter, as facts of the law's question `interested_person`. No Django."""

RELATIVE, INJURED, ENOUGH = "relative", "injured", "enough"
FACTS = {
    RELATIVE: "relative_of_dead_or_injured",
    INJURED: "is_the_injured_person",
    ENOUGH: "has_sufficient_interest",
}
TIES = tuple(FACTS)
AGREES = ("yes", "no", "not_known")


def facts(tie: str, agrees: str) -> dict[str, str]:
    """What is known of somebody, for law.questions: one tie, and whether they agree to be told."""
    return {fact: "yes" if tie == name else "no" for name, fact in FACTS.items()} | {"consents_to_be_told": agrees}
