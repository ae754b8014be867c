"""Where a contact went before 1 February 2020, in Dyfed-Powys: processes A to E of the decision of 20 October 2014.

The team clarifies and recovers service; it never investigates. Anything met by the office (E), or by 101 in hours (C), is
forwarded to the team and goes as under A.
"""

from datetime import date

from putright.law.terms import HOLDS, Known, Rows, Rule, Verdict, all_of, first_of, opposite, parts

SINCE, UNTIL = date(2014, 10, 20), date(2020, 1, 31)
PATHS = ("office_records_2014", "stays_with_psd_2014", "psd_records_2014", "recording_decision_2014", "local_recovery_2014",
         "control_room_recovery_2014", "supervisor_2014", "joint_team", "chief_officer")


def _rule(number: int, fact: str, process: str) -> Rule:
    return Rule(f"OLD-{number}", "route", fact, f"Dyfed-Powys PCC decision of 20 October 2014, {process}", SINCE, UNTIL)


RULES = (
    _rule(1, "joint_team_in_place", "processes A to E"),
    _rule(2, "assessed_as_complaint", "processes A to D"),
    _rule(3, "about_chief_officer_conduct", "process A"),
    _rule(4, "first_met_by_psd", "process D"),
    _rule(5, "service_recovery_failed", "process A, option 3"),
    _rule(6, "first_met_by_local_police", "process B"),
    _rule(7, "first_met_by_101", "process C"),
    _rule(8, "within_team_hours", "process C"),
    _rule(9, "put_right_there_and_then", "processes B and C"),
    _rule(10, "needs_a_local_supervisor", "process A, option 2"),
)


def path_then(rows: Rows) -> Verdict:
    """A complaint is recorded; dissatisfaction is put right by whoever met it, or by the team, or allocated. When that fails
    it goes for a recording decision within ten days. Without a joint team it is the chief officer's."""
    fact = parts(rows)
    team, complaint, psd = fact["joint_team_in_place"], fact["assessed_as_complaint"], fact["first_met_by_psd"]
    at_once = all_of(team, fact["put_right_there_and_then"], opposite(psd))
    held = (
        all_of(team, complaint, fact["about_chief_officer_conduct"]),
        all_of(team, complaint, psd),
        all_of(team, complaint),
        all_of(team, fact["service_recovery_failed"]),
        all_of(at_once, fact["first_met_by_local_police"]),
        all_of(at_once, fact["first_met_by_101"], opposite(fact["within_team_hours"])),
        all_of(team, fact["needs_a_local_supervisor"]),
        team,
        HOLDS,
    )
    return first_of(*((Known.YES, path, part) for path, part in zip(PATHS, held, strict=True)))
