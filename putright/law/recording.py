"""Must it be recorded under Schedule 3? PRA 2002 Sch 3 para 2(6A) and (6B), in force from 1 February 2020.

A complaint may otherwise be handled outside Schedule 3, with a view to the complainant's satisfaction (para 2(6C)).
The test in (6B)(b) is "might, if proved". It is not the test for investigating, nor the test for the review body.
"""

from datetime import date

from putright.law.referral import TYPES
from putright.law.terms import Question, Rule, Sheet, any_answer, follow

_ACT = "PRA 2002 Sch 3 para "
_SINCE = date(2020, 2, 1)


def _rule(number: int, fact: str, provision: str, reason: str) -> Rule:
    return Rule(f"REC-{number}", "recording", fact, _ACT + provision, _SINCE, concludes=reason)


RULES = (
    _rule(1, "complainant_wishes_recording", "2(6A)(a)", "complainant_wishes"),
    _rule(2, "body_decides_recording", "2(6A)(b)", "body_decides"),
    _rule(3, "death_or_serious_injury", "2(6B)(a)", "nature_of_allegation"),
    _rule(4, "might_be_crime_or_discipline", "2(6B)(b)", "nature_of_allegation"),
    _rule(5, "might_infringe_article_2_or_3", "2(6B)(c)", "nature_of_allegation"),
    _rule(6, "mandatory_referral_type", "2(6B)(d)", "nature_of_allegation"),
)


def infer_referral_type(sheet: Sheet, _on: date) -> Sheet:
    """Para 2(6B)(d) asks whether the complaint is of a type in CMR 2020 reg 4(1): rows M2 to M8 of the referral table.

    Any of those answered yes makes it so, even against a "no" typed here; all of them answered no settles an open answer.
    """
    return follow(sheet, "mandatory_referral_type", any_answer(sheet, TYPES))


QUESTION = Question("recording", RULES, infer=infer_referral_type, reads=TYPES)
