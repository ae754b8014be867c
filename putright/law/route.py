"""The one path of a contact: which of all that might be done is done first, and by whom. Nothing is left without one.

Most protective first: while a path above is open, nothing below is concluded. A contact of several parts may hold several
rows: the others follow as parts of their own (see `split`). What makes it a complaint, serious, or bound to be recorded is
settled by those questions where it is left open here. Before 1 February 2020 the rows are those of `process_2014`.
"""

from datetime import date

from putright.law import process_2014, terms
from putright.law.complaint import QUESTION as COMPLAINT
from putright.law.recording import QUESTION as RECORDING
from putright.law.referral import QUESTION as REFERRAL
from putright.law.terms import HOLDS, Known, Question, Rows, Rule, Sheet, Verdict, all_of, any_of, follow, parts

_SINCE, _REPORT_FRAUD = date(2020, 2, 1), date(2025, 12, 4)
_OURS = ("about_chief_officer_conduct", "about_someone_serving_here", "about_service_or_policy_here")
_PARA_2 = "PRA 2002 Sch 3 para 2"


def _rule(number: int, fact: str, source: str, path: str | None = None, *, recalled: bool = False) -> Rule:
    return Rule(f"RTE-{number}", "route", fact, source, _SINCE, recalled=recalled, concludes=path)


RULES = (
    _rule(1, "danger_now", "Good practice: safety first", "emergency", recalled=True),
    _rule(2, "anything_serious_alleged", f"{_PARA_2}(6B), para 4(1), para 14C", "complaint_recorded"),
    _rule(3, "must_be_recorded", f"{_PARA_2}(6A)-(6B)", "complaint_recorded"),
    _rule(4, "is_complaint_in_law", "PRA 2002 s.12", "complaint_outside_schedule_3"),
    _rule(5, "about_chief_officer_conduct", "PRA 2002 s.29(1)(a)"),
    _rule(6, "about_someone_serving_here", "PRA 2002 s.29(1)(b)"),
    _rule(7, "about_service_or_policy_here", "PRA 2002 s.29(1)(c)"),
    _rule(8, "about_commissioner_or_deputy", "PRSRA 2011 s.31, Sch 7; ELPB 2012 regs 13 to 15", "police_and_crime_panel"),
    _rule(9, "only_about_their_data", "Data protection law; DUAA 2025", "data_protection_complaint", recalled=True),
    _rule(10, "only_about_welsh_service", "Welsh Language (Wales) Measure 2011; standards 149 to 152",
          "welsh_language_complaint"),
    _rule(11, "only_a_charging_decision", "Police VRR scheme", "victims_right_to_review"),
    _rule(12, "sent_to_us", "PRA 2002 s.12(1); IOPC Focus 13", recalled=True),
    _rule(13, "wants_an_answer", "PRA 2002 s.12(1); IOPC Focus 13", recalled=True),
    _rule(14, "about_another_force", f"PRA 2002 s.29(1), {_PARA_2[9:]}(2)-(5)", "other_force"),
    _rule(15, "about_office_staff", "The office's own procedure, outside PRA 2002 Part 2", "office_procedure"),
    _rule(16, "dissatisfied_with_force", f"{_PARA_2}(9)", "not_a_complaint"),
    _rule(17, "reports_a_crime", "The force's own remit: Essex review, March 2019", "crime_report"),
    Rule("RTE-18", "route", "reports_fraud", "Action Fraud: Essex review, March 2019", _SINCE, date(2025, 12, 3),
         concludes="action_fraud"),
    Rule("RTE-19", "route", "reports_fraud", "Report Fraud, from 4 December 2025", _REPORT_FRAUD, concludes="report_fraud"),
    _rule(20, "offers_information", "Essex review, March 2019, section 4", "crimestoppers"),
    _rule(21, "insists_and_gives_details", "Essex review, March 2019, section 4", "intelligence_record"),
    _rule(22, "asks_about_a_seized_vehicle", "Essex review, March 2019, section 4", "vehicle_recovery"),
    _rule(23, "asks_a_question", "The office's own remit", "enquiry"),
    _rule(24, "gives_thanks", "The office's own remit: decision of 20 October 2014", "compliment"),
    *process_2014.RULES,
)
PASSIVE, ELSEWHERE = "passing_remark", "not_a_police_matter"


def one_path(_question: Question, rows: Rows) -> Verdict:
    """The first path that holds, most protective first. A complaint must be about this force, and sent or to be answered."""
    fact = parts(rows)
    if "joint_team_in_place" in fact:
        return process_2014.path_then(rows)
    ours = any_of(*(fact[name] for name in _OURS))
    serious = any_of(fact["anything_serious_alleged"], all_of(fact["must_be_recorded"], fact["is_complaint_in_law"]))
    active = any_of(fact["sent_to_us"], fact["wants_an_answer"])
    named = {row.rule.fact: row.rule.concludes for row in rows}
    held = (
        ("emergency", fact["danger_now"]),
        ("complaint_recorded", all_of(ours, serious)),
        ("police_and_crime_panel", fact["about_commissioner_or_deputy"]),
        ("data_protection_complaint", fact["only_about_their_data"]),
        ("welsh_language_complaint", fact["only_about_welsh_service"]),
        ("victims_right_to_review", fact["only_a_charging_decision"]),
        ("complaint_outside_schedule_3", all_of(ours, active, fact["is_complaint_in_law"])),
        (PASSIVE, all_of(ours, fact["is_complaint_in_law"])),
        ("other_force", fact["about_another_force"]),
        ("office_procedure", fact["about_office_staff"]),
        ("not_a_complaint", all_of(ours, fact["dissatisfied_with_force"])),
        ("crime_report", fact["reports_a_crime"]),
        (str(named["reports_fraud"]), fact["reports_fraud"]),
        ("intelligence_record", all_of(fact["offers_information"], fact["insists_and_gives_details"])),
        ("crimestoppers", fact["offers_information"]),
        ("vehicle_recovery", fact["asks_about_a_seized_vehicle"]),
        ("enquiry", fact["asks_a_question"]),
        ("compliment", fact["gives_thanks"]),
    )
    return terms.first_of(*((Known.YES, path, part) for path, part in held), (Known.NO, ELSEWHERE, HOLDS))


def infer_summaries(sheet: Sheet, on: date) -> Sheet:
    """Is it a complaint, is anything serious alleged, must it be recorded: as those questions answer on the same sheet."""
    referral, recording = terms.find(REFERRAL, sheet, on=on), terms.find(RECORDING, sheet, on=on)
    alleged = [Verdict(row.answer) for row in recording.rows if row.rule.concludes == "nature_of_allegation"]
    serious = any_of(Verdict(referral.answer), *alleged)
    sheet = follow(sheet, "anything_serious_alleged", serious.answer)
    sheet = follow(sheet, "must_be_recorded", any_of(Verdict(referral.answer), Verdict(recording.answer)).answer)
    return follow(sheet, "is_complaint_in_law", terms.find(COMPLAINT, sheet, on=on).answer)


QUESTION = Question("route", RULES, decide=one_path, infer=infer_summaries, no_means=ELSEWHERE,
                    reads=tuple(dict.fromkeys(name for question in (COMPLAINT, RECORDING, REFERRAL)
                                              for name in (*question.facts, *question.reads))),
                    also_means=(PASSIVE, *process_2014.PATHS))
