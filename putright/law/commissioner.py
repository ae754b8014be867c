"""What does the panel do with a complaint about the commissioner or the deputy? ELPB 2012 regs 13(3) and 15, Part 4.

Such a complaint is the panel's, never the office's. One that alleges a crime goes to the IOPC by the end of the day after
it becomes clear; the rest to informal resolution, unless a ground of reg 15(3) lets the panel handle it as it sees fit.
"""

from datetime import date

from putright.law.terms import HOLDS, Known, Question, Rows, Rule, Verdict, all_of, any_of, first_of, opposite, parts

_SINCE = date(2020, 2, 1)
_GROUNDS = ("about_conduct_to_own_staff", "twelve_months_late_or_unjust", "already_a_complaint", "anonymous_and_not_traceable",
            "vexatious_oppressive_or_abuse")
_REPEAT = ("same_matter_as_earlier", "fresh_significant_allegation", "fresh_evidence", "earlier_one_was_ended")


def panel_handles(_question: Question, rows: Rows) -> Verdict:
    """An alleged crime before anything else; then the grounds, the last of them, a repeat, needing all its four parts."""
    fact = parts(rows)
    repeat = all_of(fact["same_matter_as_earlier"], opposite(fact["fresh_significant_allegation"]),
                    opposite(fact["fresh_evidence"]), fact["earlier_one_was_ended"])
    grounds = any_of(*(fact[name] for name in _GROUNDS), repeat)
    return first_of((Known.YES, "panel_refers_to_iopc", fact["alleges_a_crime"]),
                    (Known.NO, "panel_as_it_sees_fit", grounds), (Known.NO, "informal_resolution", HOLDS))


QUESTION = Question("panel", tuple(
    Rule(f"PAN-{number}", "panel", fact, f"ELPB 2012 reg {source}", _SINCE) for number, (fact, source) in enumerate((
        ("alleges_a_crime", "13(3)"), *zip(_GROUNDS, (f"15(3)({letter})" for letter in "abcde"), strict=True),
        *((fact, "15(3)(f), (4)") for fact in _REPEAT)), 1)),
    decide=panel_handles, also_means=("panel_refers_to_iopc", "panel_as_it_sees_fit", "informal_resolution"))
