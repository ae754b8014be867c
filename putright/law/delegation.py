"""May this person do the office's front-door work? CMR 2020 reg 50; PRA 2002 s.13A.

The local policing body may give its work to anyone but those named below; the chief officer's own staff only while under
its direction and control. Referral, handling under Schedule 3 and investigation are never its to give.
"""

from datetime import date

from putright.law.terms import Question, Rows, Rule, Verdict, all_of, any_of, opposite, parts

_SINCE = date(2020, 2, 1)


def _rule(number: int, fact: str, source: str) -> Rule:
    return Rule(f"MAY-{number}", "may_perform", fact, source, _SINCE)


RULES = (
    _rule(1, "is_a_constable", "CMR 2020 reg 50"),
    _rule(2, "works_for_another_policing_body", "CMR 2020 reg 50"),
    _rule(3, "impartiality_doubted", "CMR 2020 reg 50"),
    _rule(4, "employed_by_chief_officer", "CMR 2020 reg 50"),
    _rule(5, "under_office_direction", "CMR 2020 reg 50(3)"),
    _rule(6, "work_is_reserved_to_the_force", "PRA 2002 s.13A, Sch 3 paras 4 and 6"),
)


def may_perform(_question: Question, rows: Rows) -> Verdict:
    """Nobody barred, nobody whose fairness is in doubt, the force's staff only under the office's direction and control."""
    fact = parts(rows)
    barred = any_of(*(fact[name] for name in ("is_a_constable", "works_for_another_policing_body", "impartiality_doubted",
                                              "work_is_reserved_to_the_force")))
    directed = any_of(opposite(fact["employed_by_chief_officer"]), fact["under_office_direction"])
    return all_of(opposite(barred), directed)


QUESTION = Question("may_perform", RULES, decide=may_perform)
