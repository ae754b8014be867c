"""Must it be referred to the IOPC? PRA 2002 Sch 3 para 4(1) and CMR 2020 reg 4(1): rows M1 to M9.

By the end of the day after the day it becomes clear to the appropriate authority (reg 4(2)); see `promises`. What M2
to M5 mean is fixed by guidance we could not read, so those rows are marked as recalled and an office must check them.
"""

from datetime import date

from putright.law.terms import Question, Rule

_SINCE = date(2020, 2, 1)


def _rule(number: int, fact: str, source: str, *, recalled: bool = False) -> Rule:
    return Rule(f"REF-M{number}", "referral", fact, source, _SINCE, recalled=recalled, concludes="refer_to_iopc")


RULES = (
    _rule(1, "death_or_serious_injury", "PRA 2002 Sch 3 para 4(1)(a)"),
    _rule(2, "serious_assault", "CMR 2020 reg 4(1)(a)(i)", recalled=True),
    _rule(3, "serious_sexual_offence", "CMR 2020 reg 4(1)(a)(ii)", recalled=True),
    _rule(4, "serious_corruption", "CMR 2020 reg 4(1)(a)(iii)", recalled=True),
    _rule(5, "aggravated_by_discrimination", "CMR 2020 reg 4(1)(a)(iv)", recalled=True),
    _rule(6, "relevant_offence", "CMR 2020 reg 4(1)(a)(v), reg 1(2)"),
    _rule(7, "same_incident_as_referral", "CMR 2020 reg 4(1)(b)"),
    _rule(8, "chief_officer_not_cleared_on_its_face", "CMR 2020 reg 4(1)(c)"),
    _rule(9, "called_in_by_iopc", "PRA 2002 Sch 3 para 4(1)(c)"),
)

# The types named in reg 4(1) itself, which Sch 3 para 2(6B)(d) points to. M1 and M9 are in the Act, not the regulation.
TYPES = tuple(rule.fact for rule in RULES if rule.source.startswith("CMR 2020 reg 4(1)"))

QUESTION = Question("referral", RULES)
