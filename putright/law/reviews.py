"""May a review be asked for, who hears it, and until when? PRA 2002 Sch 3 paras 6A, 25 and 30; CMR 2020 regs 29 to 32.

The IOPC hears it if any of seven grounds is met, otherwise the local policing body. The authority must cite the paragraph it
relies on (reg 33(2)(a)(ii)). Letters (a), (c) and (d) are worked out from (b), (e) and (f), and paras 6A and 25 from what
cites them: those rows are marked recalled.
"""

from datetime import date, timedelta

from putright.law.referral import RULES as REFERRAL
from putright.law.terms import Known, Question, Rows, Rule, Sheet, Verdict, all_of, any_of, opposite, parts

_SINCE = date(2020, 2, 1)
REVIEW_DAYS = 28


def _rule(number: int, fact: str, source: str, *, recalled: bool = False) -> Rule:
    return Rule(f"REV-{number}", "review_body", fact, source, _SINCE, recalled=recalled, concludes="iopc")


RULES = (
    _rule(1, "local_policing_body_is_authority", "PRA 2002 Sch 3 para 30"),
    _rule(2, "about_senior_officer", "CMR 2020 reg 32(a)", recalled=True),
    _rule(3, "not_cleared_on_its_face", "CMR 2020 reg 32(b)"),
    _rule(4, "referred_or_must_be", "CMR 2020 reg 32(c)", recalled=True),
    _rule(5, "treated_as_referred", "CMR 2020 reg 32(d)", recalled=True),
    _rule(6, "same_incident_as_iopc_matter", "CMR 2020 reg 32(e)"),
    _rule(7, "part_falls_to_iopc", "CMR 2020 reg 32(f)"),
)


def infer_grounds(sheet: Sheet, _on: date) -> Sheet:
    """A chief officer is a senior officer whose authority is the local policing body; a referral row met must be referred."""
    inferred = dict(sheet)
    if sheet.get("about_chief_officer_conduct") is Known.YES:
        inferred |= {"local_policing_body_is_authority": Known.YES, "about_senior_officer": Known.YES}
    if any(sheet.get(rule.fact) is Known.YES for rule in REFERRAL):
        inferred["referred_or_must_be"] = Known.YES
    return inferred


QUESTION = Question("review_body", RULES, infer=infer_grounds, yes_means="iopc", no_means="local_policing_body",
                    reads=("about_chief_officer_conduct", *(rule.fact for rule in REFERRAL)))


def may_ask(_question: Question, rows: Rows) -> Verdict:
    """Recorded, and finished by the authority itself: by its own investigation, or by anything but an investigation. Not on
    what the IOPC investigated or directed, nor on a special accelerated report alone."""
    fact = parts(rows)
    own, whole, not_iopc = fact["investigated_by_authority"], *(
        opposite(fact[name]) for name in ("accelerated_report_only", "iopc_investigated_or_directed"))
    final = any_of(all_of(own, whole), all_of(opposite(own), not_iopc), all_of(whole, not_iopc))  # the last: however it was
    return all_of(fact["recorded_under_schedule_3"], fact["outcome_given"], final)


RIGHT = Question("review_right", tuple(
    Rule(f"RRT-{number}", "review_right", fact, f"PRA 2002 Sch 3 para {source}", _SINCE, recalled=True)
    for number, (fact, source) in enumerate((
        ("recorded_under_schedule_3", "6A, 25(1B)"), ("outcome_given", "6A, 25(1B)"), ("investigated_by_authority", "25(1B)"),
        ("iopc_investigated_or_directed", "25(1)"), ("accelerated_report_only", "25(1A)")), 1)), decide=may_ask)


def last_day_to_respond(recommended_on: date) -> date:
    """The last of 28 days, from the day after, for the authority to answer a recommendation (CMR 2020 reg 30(5))."""
    return recommended_on + timedelta(days=REVIEW_DAYS)


def last_day_to_ask(given_on: date, *, days_with_wrong_body: int = 0) -> date:
    """The last day of 28 that start the day after the review information was given (reg 29(2)).

    Whole days between reaching the wrong body and being sent on do not count (reg 29(3)).
    """
    return given_on + timedelta(days=REVIEW_DAYS + days_with_wrong_body)
