"""May a victim ask the police to look again at a decision not to prosecute? The police Victims' Right to Review scheme.

It is a scheme of the police, not a statute, and it is apart from complaints. The day that counts is the day of the
decision: on or after 1 April 2015. Later requests than three months are for the force to allow.
"""

from datetime import date

from putright.law.calendar import add_months
from putright.law.promises import CountsFrom, Kind, Period
from putright.law.terms import Known, Question, Rows, Rule, Verdict, all_of, any_of, opposite, parts

_SINCE = date(2015, 4, 1)
_SCHEME = "Police VRR scheme: "
ACKNOWLEDGE, COMPLETE = (Period(Kind.WORKING_DAYS, n, f"{_SCHEME}Wiltshire", counts_from=CountsFrom.RECEIPT) for n in (10, 30))
_NOT_REVIEWABLE = ("some_charged", "out_of_court_disposal", "victim_withdrew_support", "crime_recording_decision",
                   "enquiries_stopped", "decided_by_cps")


def _rule(number: int, fact: str, source: str) -> Rule:
    return Rule(f"VRR-{number}", "vrr", fact, _SCHEME + source, _SINCE)


RULES = (
    _rule(1, "victim_or_may_speak_for_one", "who may ask (Wiltshire; Dyfed-Powys)"),
    _rule(2, "offence_counted_nationally", "National Crime Recording Standard offences (Dyfed-Powys; Hertfordshire)"),
    _rule(3, "suspect_interviewed_under_caution", "suspect identified and interviewed (Dyfed-Powys; Lincolnshire)"),
    _rule(4, "police_decided_no_proceedings", "decisions reviewable (Wiltshire; Avon and Somerset)"),
    _rule(5, "police_decided_no_cps_referral", "decisions reviewable (Wiltshire; Avon and Somerset)"),
    *(_rule(number, fact, "not reviewable (Wiltshire; Avon and Somerset)") for number, fact in enumerate(_NOT_REVIEWABLE, 6)),
    _rule(12, "asked_within_three_months", "three months from notification (Wiltshire)"),
)


def qualifies(_question: Question, rows: Rows) -> Verdict:
    """A victim, a counted offence, a suspect interviewed under caution, a decision by the police that nothing excludes.

    Whether it was asked for in time only changes whether it is a right or for the force to allow.
    """
    fact = parts(rows)
    decision = any_of(fact["police_decided_no_proceedings"], fact["police_decided_no_cps_referral"])
    excluded = any_of(*(fact[name] for name in _NOT_REVIEWABLE))
    verdict = all_of(fact["victim_or_may_speak_for_one"], fact["offence_counted_nationally"],
                     fact["suspect_interviewed_under_caution"], decision, opposite(excluded))
    if verdict.answer is not Known.YES:
        return Verdict(verdict.answer, verdict.missing, "not_reviewable" if verdict.answer is Known.NO else None)
    in_time = fact["asked_within_three_months"]
    follows = {Known.YES: "reviewable", Known.NO: "reviewable_if_force_allows", Known.NOT_KNOWN: None}[in_time.answer]
    return Verdict(Known.YES, () if follows else in_time.missing, follows)


QUESTION = Question("vrr", RULES, decide=qualifies,
                    also_means=("reviewable", "reviewable_if_force_allows", "not_reviewable"))


def last_day_to_ask(told_on: date) -> date:
    """The last day of the three months in which asking is a right (Wiltshire)."""
    return add_months(told_on, 3)
