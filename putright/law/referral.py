"""Must it be referred to the IOPC? PRA 2002 Sch 3 para 4(1) and CMR 2020 reg 4(1): rows M1 to M9.

By the end of the day after the day it becomes clear to the appropriate authority (reg 4(2)); see `promises`. What M2
to M5 mean is fixed by guidance we could not read, so those rows are marked as recalled and an office must check them.
A death or serious injury nobody complains of is a question of its own, with the same duty (Sch 3 para 14C, reg 9).
"""

from datetime import date

from putright.law.terms import Question, Rows, Rule, Verdict, all_of, any_of, parts

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


def is_dsi(_question: Question, rows: Rows) -> Verdict:
    """Dead or seriously injured, in or after arrest or detention, or after contact that may have had a part in it."""
    fact = parts(rows)
    contact = all_of(fact["had_contact_with_police"], fact["contact_may_have_contributed"])
    return all_of(fact["someone_died_or_seriously_hurt"], any_of(fact["arrested_or_detained"], contact))


DSI = Question("dsi", tuple(
    Rule(f"DSI-{number}", "dsi", fact, source, _SINCE) for number, (fact, source) in enumerate((
        ("someone_died_or_seriously_hurt", "PRA 2002 s.12(2A), s.29(1), Sch 3 para 14C; CMR 2020 reg 9"),
        ("arrested_or_detained", "PRA 2002 s.12(2A)-(2D)"), ("had_contact_with_police", "PRA 2002 s.12(2A)-(2D)"),
        ("contact_may_have_contributed", "PRA 2002 s.12(2A)-(2D)")), 1)), decide=is_dsi)
