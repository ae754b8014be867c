"""Is it more than one matter? Part complaint and part not is treated as two: PRA 2002 Sch 3 para 2(10).

Parts with different owners go to each of them (s.29(1), Sch 3 para 2(2)-(5)); nothing of the contact is left without one.
"""

from datetime import date

from putright.law import terms
from putright.law.authority import OWNERS
from putright.law.authority import RULES as AUTHORITY
from putright.law.terms import HOLDS, Known, Question, Rows, Rule, Sheet, Verdict, all_of, any_of, follow, parts

_SINCE = date(2020, 2, 1)
RULES = (
    Rule("SPL-1", "split", "part_is_a_complaint", "PRA 2002 Sch 3 para 2(10)", _SINCE),
    Rule("SPL-2", "split", "part_is_not_a_complaint", "PRA 2002 Sch 3 para 2(10)", _SINCE),
    Rule("SPL-3", "split", "parts_have_different_owners", "PRA 2002 s.29(1), Sch 3 para 2(2)-(5)", _SINCE),
)


def is_split(_question: Question, rows: Rows) -> Verdict:
    """Part complaint and part something else, or parts that belong to different owners."""
    fact = parts(rows)
    mixed = all_of(fact["part_is_a_complaint"], fact["part_is_not_a_complaint"])
    two = any_of(mixed, fact["parts_have_different_owners"])
    return terms.first_of((Known.YES, "treat_as_two", two), (Known.NO, "treat_as_one", HOLDS))


def infer_owners(sheet: Sheet, _on: date) -> Sheet:
    """Two owners named on the sheet have different parts; no more than one possible owner settles it as one."""
    asked = ([rule.fact for rule in AUTHORITY if rule.concludes == owner] for owner in OWNERS)
    answers = [terms.any_answer(sheet, facts) for facts in asked]
    if answers.count(Known.YES) > 1:
        return follow(sheet, "parts_have_different_owners", Known.YES)
    one = answers.count(Known.NO) >= len(OWNERS) - 1
    return follow(sheet, "parts_have_different_owners", Known.NO if one else Known.NOT_KNOWN)


QUESTION = Question("split", RULES, decide=is_split, infer=infer_owners, reads=tuple(rule.fact for rule in AUTHORITY),
                    also_means=("treat_as_two", "treat_as_one"))
