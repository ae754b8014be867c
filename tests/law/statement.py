"""The law said a second time, as plainly as it can be, to hold the rule rows against. Nothing here comes from `putright`.

Written from the text of the provisions. An answer is known when every way of filling in what is not known agrees.
`python -m tests.law.statement` writes the exhaustive decision tables in `tables/`.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

TABLES = Path(__file__).parent / "tables"
ANSWERS = ("yes", "no", "not_known")

RECORDING = ("complainant_wishes_recording", "body_decides_recording", "death_or_serious_injury",
             "might_be_crime_or_discipline", "might_infringe_article_2_or_3", "mandatory_referral_type")
AUTHORITY = ("about_chief_officer_conduct", "about_commissioner_or_deputy", "about_someone_serving_here",
             "about_service_or_policy_here", "about_another_force", "about_office_staff")
COMPLAINT = ("dissatisfied_with_force", "by_or_for_member_of_public", "adversely_affected", "about_conduct",
             "conduct_done_to_them", "witness_to_conduct", "made_for_another", "written_consent", "designated_by_iopc")
MEMBER = ("under_same_chief_officer_then", "on_duty_then", "serves_in_that_force", "about_conduct")
AFFECTED = ("loss_or_damage", "distress", "inconvenience", "danger_or_undue_risk", "only_saw_or_heard", "present_or_close_by",
            "already_knew_them")
ACTIVE = ("sent_to_us", "wants_an_answer")
SPLIT = ("part_is_a_complaint", "part_is_not_a_complaint", "parts_have_different_owners")
MAY = ("is_a_constable", "works_for_another_policing_body", "impartiality_doubted", "employed_by_chief_officer",
       "under_office_direction", "work_is_reserved_to_the_force")
VOLUNTARY = ("gravity_of_subject_matter", "exceptional_circumstances", "must_be_referred", "referred_before",
             "iopc_consents_to_second_referral")
REPEAT = ("same_matter_as_earlier", "fresh_indication", "fresh_evidence", "earlier_investigated",
          "earlier_handled_under_schedule_3", "earlier_withdrawn")
INVESTIGATION = ("indication_of_crime_or_discipline", "indication_of_article_2_or_3", *REPEAT)
WITHDRAWAL = ("signed_withdrawal", "said_they_withdraw", "asked_in_writing", "confirmed_withdrawal", "no_reply_in_28_days",
              "wishes_to_go_on")
SUSPENSION = ("criminal_proceedings", "would_prejudice_them", "proceedings_ended", "wishes_to_go_on",
              "no_reply_after_proceedings")
BODY = ("local_policing_body_is_authority", "notice_for_first_handling", "notice_for_keeping_informed")
REVIEW = ("local_policing_body_is_authority", "about_senior_officer", "not_cleared_on_its_face", "referred_or_must_be",
          "treated_as_referred", "same_incident_as_iopc_matter", "part_falls_to_iopc")
VRR = ("victim_or_may_speak_for_one", "offence_counted_nationally", "suspect_interviewed_under_caution",
       "police_decided_no_proceedings", "police_decided_no_cps_referral", "some_charged", "out_of_court_disposal",
       "victim_withdrew_support", "crime_recording_decision", "enquiries_stopped", "decided_by_cps")
REVIEW_RIGHT = ("recorded_under_schedule_3", "outcome_given", "investigated_by_authority", "iopc_investigated_or_directed",
                "accelerated_report_only")
DSI = ("someone_died_or_seriously_hurt", "arrested_or_detained", "had_contact_with_police", "contact_may_have_contributed")
INTERESTED = ("relative_of_dead_or_injured", "is_the_injured_person", "has_sufficient_interest", "consents_to_be_told")
PANEL = ("alleges_a_crime", "about_conduct_to_own_staff", "twelve_months_late_or_unjust", "already_a_complaint",
         "anonymous_and_not_traceable", "vexatious_oppressive_or_abuse", "same_matter_as_earlier", "fresh_significant_allegation",
         "fresh_evidence", "earlier_one_was_ended")


def yes_if(holds: bool) -> str:
    return "yes" if holds else "no"


def member(same_chief: bool, on_duty: bool, own_force: bool, conduct: bool) -> str:
    """s.29(4): not under the same chief officer, not on duty. s.29(4A): nor, where not about conduct, of that force."""
    if same_chief or on_duty:
        return "no"
    return yes_if(conduct or not own_force)


def affected(loss: bool, distress: bool, trouble: bool, danger: bool, *touched: bool) -> str:
    """s.29(5) names the harms; s.12(3) leaves out who only saw or heard, but s.12(4) lets in who was there or knew them."""
    only_saw, there, knew = touched
    if only_saw and not there and not knew:
        return "no"
    return yes_if(loss or distress or trouble or danger)


def active(sent: bool, wants: bool) -> str:
    return yes_if(sent or wants)


def split(part: bool, rest: bool, owners: bool) -> str:
    """Para 2(10); or parts of different bodies."""
    return "treat_as_two" if owners or (part and rest) else "treat_as_one"


def may(constable: bool, another: bool, doubted: bool, force_staff: bool, directed: bool, reserved: bool) -> str:
    """Reg 50: not those named there; the chief officer's staff only while directed by the office; s.13A: no reserved work."""
    if constable or another or doubted or reserved:
        return "no"
    return yes_if(directed or not force_staff)


def voluntary(grave: bool, exceptional: bool, must: bool, before: bool, consents: bool) -> str:
    """Para 4(2), (3): for gravity or exceptional circumstances, where not required; (7): not twice without consent."""
    if must or (before and not consents):
        return "no"
    return yes_if(grave or exceptional)


def repeat(same: bool, indicated: bool, evidence: bool, investigated: bool, handled: bool, withdrawn: bool) -> str:
    """Reg 6(a) to (d), all four."""
    return yes_if(same and not indicated and not evidence and (investigated or handled or withdrawn))


def investigation(crime: bool, rights: bool, *earlier: bool) -> str:
    """Para 6(2C), with the exception of regulation 6."""
    return yes_if((crime or rights) and repeat(*earlier) == "no")


def withdrawal(signed: bool, said: bool, asked: bool, confirmed: bool, silent: bool, goes_on: bool) -> str:
    """Reg 38: signed. Reg 39: otherwise ask in writing; confirmation, or no reply in 28 days, counts."""
    if goes_on:
        return "carry_on"
    if signed or (said and asked and (confirmed or silent)):
        return "withdrawn"
    return "write_and_ask" if said and not asked else "carry_on"


def suspension(proceedings: bool, prejudice: bool, ended: bool, goes_on: bool, silent: bool) -> str:
    """Reg 40 while they last; reg 41 afterwards."""
    if not (proceedings and prejudice):
        return "carry_on"
    if not ended:
        return "may_suspend"
    if goes_on:
        return "resume"
    return "decide_public_interest" if silent else "write_and_ask"


def body(authority: bool, first: bool, informed: bool) -> str:
    return yes_if(authority or first or informed)


def review(*grounds: bool) -> str:
    """Sch 3 para 30, reg 32: the IOPC on any ground."""
    return "iopc" if any(grounds) else "local_policing_body"


def vrr(victim: bool, offence: bool, suspect: bool, proceedings: bool, cps: bool, *excluded: bool) -> str:
    return yes_if(victim and offence and suspect and (proceedings or cps) and not any(excluded))


def review_right(recorded: bool, told: bool, own: bool, iopc: bool, accelerated: bool) -> str:
    """Para 6A: handled otherwise than by investigation. Para 25(1B): the authority's own; (1A): not on that report alone."""
    if not recorded or not told:
        return "no"
    return yes_if(not accelerated if own else not iopc)


def dsi(hurt: bool, held: bool, contact: bool, contributed: bool) -> str:
    """s.12(2A)-(2D): in or after arrest or detention, or after contact that may have caused it or contributed."""
    return yes_if(hurt and (held or (contact and contributed)))


def interested(relative: bool, injured: bool, interest: bool, consents: bool) -> str:
    """s.21(1)-(3)."""
    return yes_if(consents and (relative or injured or interest))


def panel(crime: bool, *rest: bool) -> str:
    """ELPB 2012 reg 13(3): a crime to the IOPC. Reg 15(3): (a) to (e), or (f), which reg 15(4) makes of four parts."""
    *grounds, same, fresh, evidence, ended = rest
    if crime:
        return "panel_refers_to_iopc"
    return "panel_as_it_sees_fit" if any(grounds) or (same and ended and not fresh and not evidence) else "informal_resolution"


def recording(wishes: bool, decides: bool, harm: bool, crime: bool, rights: bool, referral: bool) -> str:
    """Sch 3 para 2(6A): record if the complainant wishes or the body decides; it must so decide in the cases of (6B)."""
    must_decide = harm or crime or rights or referral
    return "yes" if wishes or decides or must_decide else "no"


def authority(chief: bool, commissioner: bool, serving: bool, service: bool, other: bool, staff: bool) -> str:
    """s.29(1), most protective owner first; nobody's if it is about none of them."""
    if chief:
        return "local_policing_body"
    if commissioner:
        return "police_and_crime_panel"
    if serving or service:
        return "chief_officer"
    if other:
        return "other_force"
    return "office_procedure" if staff else "not_a_police_matter"


def complaint(*answers: bool) -> str:
    """s.12(1), (1A), (1B), (6)."""
    unhappy, public, affected, conduct, done, witness, for_another, consent, designated = answers
    if not unhappy or not public:
        return "no"
    if for_another and not (consent or designated):
        return "no"
    entitled = (done or affected or witness) if conduct else affected
    return "yes" if entitled else "no"


def known(says: Callable[..., str], answers: tuple[str, ...]) -> str:
    """What `says` on every way of filling in the gaps, or not_known where they differ."""
    ways = product(*((True, False) if answer == "not_known" else (answer == "yes",) for answer in answers))
    told = {says(*way) for way in ways}
    return told.pop() if len(told) == 1 else "not_known"


def table(says: Callable[..., str], facts: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for answers in product(ANSWERS, repeat=len(facts)):
        yield (*answers, known(says, answers))


COMMITTED = {
    "recording": (recording, RECORDING), "authority": (authority, AUTHORITY), "member_of_public": (member, MEMBER),
    "active": (active, ACTIVE), "split": (split, SPLIT), "may_perform": (may, MAY), "voluntary_referral": (voluntary, VOLUNTARY),
    "repeat": (repeat, REPEAT), "withdrawal": (withdrawal, WITHDRAWAL), "suspension": (suspension, SUSPENSION),
    "body": (body, BODY), "review_right": (review_right, REVIEW_RIGHT), "dsi": (dsi, DSI),
    "interested_person": (interested, INTERESTED),
}
# Too many lines to commit; held against the rows all the same.
AS_WELL = {
    "affected": (affected, AFFECTED), "investigation": (investigation, INVESTIGATION), "review_body": (review, REVIEW),
    "vrr": (vrr, VRR), "panel": (panel, PANEL),
}


def write() -> None:
    for name, (says, facts) in COMMITTED.items():
        with (TABLES / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow((*facts, "expected"))
            writer.writerows(table(says, facts))


if __name__ == "__main__":
    write()
