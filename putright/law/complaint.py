"""Is it a complaint? PRA 2002 s.12 as it stands from 1 February 2020.

Two of its words have tests of their own in `standing`: a member of the public, and badly affected. A "no" must be told
to the person with the grounds (Sch 3 para 2(9)); there is no right to a review of it.
"""

from datetime import date

from putright.law.standing import AFFECTED, MEMBER_OF_PUBLIC
from putright.law.terms import Question, Rows, Rule, Sheet, Verdict, all_of, any_of, find, follow, opposite, parts

_SINCE = date(2020, 2, 1)


def _rule(number: int, fact: str, source: str) -> Rule:
    return Rule(f"COM-{number}", "is_complaint", fact, source, _SINCE)


RULES = (
    _rule(1, "dissatisfied_with_force", "PRA 2002 s.12(1)"),
    _rule(2, "by_or_for_member_of_public", "PRA 2002 s.12(1), s.29(4)-(4A)"),
    _rule(3, "adversely_affected", "PRA 2002 s.12(1A), s.12(1B)(b), s.29(5)"),
    _rule(4, "about_conduct", "PRA 2002 s.12(1A)"),
    _rule(5, "conduct_done_to_them", "PRA 2002 s.12(1B)(a)"),
    _rule(6, "witness_to_conduct", "PRA 2002 s.12(1B)(c), s.12(5)"),
    _rule(7, "made_for_another", "PRA 2002 s.12(6)"),
    _rule(8, "written_consent", "PRA 2002 s.12(6)"),
    _rule(9, "designated_by_iopc", "PRA 2002 s.12(6)"),
)


def is_complaint(_question: Question, rows: Rows) -> Verdict:
    """Dissatisfied with a force, AND a member of the public, AND close enough to it, AND properly represented.

    Close enough: adversely affected, whatever it is about; or, where it is about conduct, the one it was done to or a
    witness. Properly represented: speaking for themselves, or through someone with written consent or designated.
    """
    fact = parts(rows)
    close_enough = any_of(
        fact["adversely_affected"],
        all_of(fact["about_conduct"], any_of(fact["conduct_done_to_them"], fact["witness_to_conduct"])),
    )
    represented = any_of(opposite(fact["made_for_another"]), fact["written_consent"], fact["designated_by_iopc"])
    return all_of(fact["dissatisfied_with_force"], fact["by_or_for_member_of_public"], close_enough, represented)


def infer_standing(sheet: Sheet, on: date) -> Sheet:
    """The two tests of s.12 that have rows of their own settle an answer left open here; their yes stands against a no."""
    for question, fact in ((MEMBER_OF_PUBLIC, "by_or_for_member_of_public"), (AFFECTED, "adversely_affected")):
        sheet = follow(sheet, fact, find(question, sheet, on=on).answer)
    return sheet


QUESTION = Question("is_complaint", RULES, decide=is_complaint, infer=infer_standing,
                    reads=(*MEMBER_OF_PUBLIC.facts, *AFFECTED.facts))
