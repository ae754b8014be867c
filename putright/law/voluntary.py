"""May it be referred to the IOPC although it need not be, and by whom? PRA 2002 Sch 3 para 4(2), (3), (5) to (7).

At any time, even mid-investigation or after a review (para 4(5), (5A)). The local policing body must also tell the
authority when it refers (para 4(6A)).
"""

from datetime import date

from putright.law.referral import RULES as REFERRAL
from putright.law.terms import (
    Known,
    Question,
    Rows,
    Rule,
    Sheet,
    Verdict,
    all_of,
    any_answer,
    any_of,
    follow,
    opposite,
    parts,
)

_SINCE = date(2020, 2, 1)
_MANDATORY = tuple(rule.fact for rule in REFERRAL)
BY_AUTHORITY_LPB = "local_policing_body_as_authority"
BY_AUTHORITY_ONLY = "chief_officer_as_authority"
BY_EITHER = "chief_officer_or_local_policing_body"
NOT_BY_CHOICE = "no_voluntary_referral"


def _rule(number: int, fact: str, source: str) -> Rule:
    return Rule(f"VOL-{number}", "voluntary_referral", fact, f"PRA 2002 Sch 3 para {source}", _SINCE)


RULES = (
    _rule(1, "gravity_of_subject_matter", "4(2), (3)"),
    _rule(2, "exceptional_circumstances", "4(2), (3)"),
    _rule(3, "must_be_referred", "4(1), (3)"),
    _rule(4, "referred_before", "4(7)"),
    _rule(5, "iopc_consents_to_second_referral", "4(7)"),
    _rule(6, "local_policing_body_is_authority", "4(2), (3)"),
)


def may_refer(_question: Question, rows: Rows) -> Verdict:
    """Grave or exceptional, not bound to be referred, and not referred before unless the Director General agrees.

    Where the chief officer is the authority, the local policing body may refer too, but not once a reference was made.
    """
    fact = parts(rows)
    again = any_of(opposite(fact["referred_before"]), fact["iopc_consents_to_second_referral"])
    worth = any_of(fact["gravity_of_subject_matter"], fact["exceptional_circumstances"])
    verdict = all_of(worth, opposite(fact["must_be_referred"]), again)
    if verdict.answer is not Known.YES:
        return Verdict(verdict.answer, verdict.missing, NOT_BY_CHOICE if verdict.answer is Known.NO else None)
    ours, before = fact["local_policing_body_is_authority"], fact["referred_before"]
    if ours.answer is Known.YES:
        return Verdict(Known.YES, (), BY_AUTHORITY_LPB)
    if Known.NOT_KNOWN in (ours.answer, before.answer):
        return Verdict(Known.YES, tuple(name for name in ("referred_before", "local_policing_body_is_authority")
                                        if fact[name].answer is Known.NOT_KNOWN))
    return Verdict(Known.YES, (), BY_AUTHORITY_ONLY if before.answer is Known.YES else BY_EITHER)


def infer_duty(sheet: Sheet, _on: date) -> Sheet:
    """A row of the referral table met means it must be referred; all nine answered no means it need not be."""
    if sheet.get("about_chief_officer_conduct") is Known.YES:
        sheet = follow(sheet, "local_policing_body_is_authority", Known.YES)
    return follow(sheet, "must_be_referred", any_answer(sheet, _MANDATORY))


QUESTION = Question("voluntary_referral", RULES, decide=may_refer, infer=infer_duty,
                    reads=("about_chief_officer_conduct", *_MANDATORY),
                    also_means=(BY_AUTHORITY_LPB, BY_AUTHORITY_ONLY, BY_EITHER, NOT_BY_CHOICE))
