"""What of the capture list a case says, and the quarters of the financial year."""

import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest

from putright.codes import seeds
from putright.national import figures, rules
from putright.national.fields import FIELDS, WHY_NOT
from putright.national.rules import Alleged, Known, Quarter, Told
from putright.national.words import MEASURES


def test_every_day_lies_in_exactly_its_quarter():
    for n in range(366 * 3):
        on = date(2024, 1, 1) + timedelta(days=n)
        found = rules.quarter_of(on)
        assert found.first <= on < found.after
        assert found.next.previous == found


def test_each_field_is_there_missing_or_does_not_apply_with_why():
    known = Known(
        "PR-1", {"received": "2026-03-27"}, told={"gender": Told("not stated"), "linked": Told(why_not="None known")}
    )
    assert rules.state("received", known) == rules.State(rules.THERE, "2026-03-27")
    assert rules.state("gender", known) == rules.State(rules.THERE, "not stated")
    assert rules.state("linked", known) == rules.State(rules.NOT_APPLICABLE, why="None known")
    assert rules.state("place", known) == rules.State(rules.MISSING)
    assert rules.state("recorded", known).why == "not_recorded"
    assert rules.state("finished", known).why == "open"


@pytest.mark.parametrize(
    ("facts", "field", "state"),
    [
        ({"recorded": True}, "recorded", rules.MISSING),
        ({"open": False}, "outcomes", rules.MISSING),
        ({"must_refer": True}, "referred", rules.MISSING),
        ({"anonymous": True}, "gender", rules.NOT_APPLICABLE),
        ({"organisational": True}, "subject_role", rules.NOT_APPLICABLE),
    ],
)
def test_what_the_case_is_decides_what_it_must_say(facts, field, state):
    assert rules.state(field, Known("PR-1", {}, **facts)).state == state


def test_every_reason_why_a_field_does_not_apply_has_a_sentence():
    everything = Known("PR-1", {}, anonymous=True, organisational=True)
    found = {one.why for one in rules.states(FIELDS, everything).values() if one.why}
    assert found == set(WHY_NOT)


def test_an_allegation_without_a_part_of_its_category_says_so_as_the_statistics_do():
    known = Known("PR-1", {}, alleged=(Alleged(1, "C", {"category": "Handling of property"}),))
    (row,) = rules.allegation_rows(known)
    assert (row["category"], row["subcategory"], row["subcategory_name"]) == ("C", "", "No subcategory recorded")


def test_the_fingerprint_changes_with_the_rows_and_with_nothing_else():
    one, same, other = {"a": [1], "b": [2]}, {"b": [2], "a": [1]}, {"a": [1], "b": [3]}
    assert rules.fingerprint(one) == rules.fingerprint(same) != rules.fingerprint(other)


def row(received: str, logged: str, finished: str = "[missing]", under: str = "no") -> dict[str, str]:
    return {
        "received": received,
        "logged": logged,
        "finished": finished,
        "contacted": "[missing]",
        "under_schedule_3": under,
        "referred": "[not_applicable]",
        "reason_recorded": "complainant_wishes" if under == "yes" else "[not_applicable]",
    }


DECIDED = {"category": "H", "decision_code": "outside.resolved"}


def test_means_leave_out_the_cases_that_lack_a_day():
    rows = {"cases": [row("2026-01-01", "2026-01-03", "2026-01-11"), row("2026-01-01", "2026-01-05"),
                      row("2026-01-01", "[missing]", "2026-02-10", "yes")], "allegations": [DECIDED]}  # fmt: skip
    said = {measure: figures.figure(rows, measure) for measure in figures.MEASURES}
    assert (said["K1"], said["K3"], said["K5"], said["K6"]) == (3, 1, 3, None)
    assert (said["K10"], said["K10-days"], said["K11"], said["K11-days"]) == (1, 10, 1, 40)
    assert (said["K8-H"], said["K8-A"]) == (1, 0)
    assert (said["K7"], said["K7-wishes"], said["K21"], said["K19"]) == (1, 1, 0, 0)
    assert (said["K14-resolved"], said["K14-acceptable"]) == (1, 0)
    assert figures.difference(3, "1,004") == 1001 and figures.difference(3, "n/a") is None


def test_every_reason_the_triage_gives_is_counted_under_one_measure_of_the_return():
    given = {"nature_of_allegation", "complainant_wishes", "dissatisfaction_after_initial_handling", "body_decides"}
    assert set(figures.REASONS.values()) == given
    listed = seeded("outcomes")
    assert set(figures.DECISIONS.values()) <= {row["code"] for row in listed}
    assert all(str(MEASURES[measure]) for measure in (*figures.REASONS, *figures.DECISIONS, "K7", "K19"))


def seeded(which):
    with (Path(seeds.__file__).parent / "seeds.toml").open("rb") as file:
        return tomllib.load(file)[which]["rows"]


def test_quarters_of_the_financial_year_are_named_by_it():
    assert rules.quarter_of(date(2026, 3, 27)) == Quarter(2025, 4) and Quarter(2025, 4).name == "2025/26"


@pytest.mark.parametrize(
    ("lists", "same"),
    [
        ([], []), ([["a", "b"]], []), ([["a", "b"], ["b", "a"]], ["a", "b"]), ([["a"], []], []),
        ([["a", "b", "c"], ["c"], ["b", "c"]], ["c"]),
    ],
)  # fmt: skip
def test_what_is_missing_on_all_of_somebodys_cases_is_said_once(lists, same):
    assert rules.on_all(lists) == same
