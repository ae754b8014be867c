"""What ties somebody to a matter, as facts of the law's question `interested_person`; and in which language anybody on it is
written to. No Django."""

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


BOTH = "cy+en"


def language_of_letter(chosen: str, written: str, household: str = "", *, offers: bool = False) -> str:
    """Their own choice; else Welsh to whoever writes in Welsh; else what was said for their household; else the language they
    wrote in; else both, Welsh first (Welsh language standards 1, 2, 3 and 5).

    `offers`: the office offers Welsh unasked. There a message in English is no choice of English, and both go."""
    if chosen or written == "cy":
        return chosen or written
    return household or (BOTH if offers else written) or BOTH


def languages(code: str) -> tuple[str, ...]:
    """The languages of a letter, in order: cy+en is Welsh first."""
    return tuple(code.split("+"))
