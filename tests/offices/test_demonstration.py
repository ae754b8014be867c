"""The demonstration's live contacts and its history: whole, in both languages, and weighed as they were meant to be."""

import csv
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any, get_args

import pytest

from demo.live import of_the_last_quarter
from offices import known, load
from offices.shape import Allegation, ChannelName
from putright.law.questions import FACTS, QUESTIONS, weigh
from putright.national.rules import quarter_of

DEMO = Path(__file__).parent.parent.parent / "demo"
LIVE = tomllib.loads((DEMO / "live_cases.toml").read_text(encoding="utf-8"))
QUARTER = of_the_last_quarter(date(2026, 11, 20))
PEOPLE = {p["key"]: p for p in LIVE["people"] + QUARTER["people"]}
CASES: list[dict[str, Any]] = LIVE["cases"] + QUARTER["cases"]
WEIGHED_ON = date(2026, 11, 20)

NEEDED = set(
    "key person language channel kind days_ago time words reason allegations sets facts expects reached".split()
)
ALLOWED = NEEDED | set(
    "representative consent happened_days_ago place wants about offered content with_kind handed_to signposted topic "
    "answers".split()
)
REACHED = {"received", "in_recovery", "recorded", "handed_over", "settled", "closed"}

every_case = pytest.mark.parametrize("case", CASES, ids=[c["key"] for c in CASES])


def answers(case: dict[str, Any]) -> dict[str, str]:
    sheet: dict[str, str] = {}
    for name in case["sets"]:
        sheet |= LIVE["facts"][name]
    return sheet | case["facts"]


def expectations() -> Iterator[Any]:
    for case in CASES:
        for question, answer in case["expects"].items():
            yield pytest.param(case, question, answer, id=f"{case['key']}-{question}")


def test_there_are_twenty_six_and_seven_are_in_welsh():
    assert Counter(c["language"] for c in LIVE["cases"]) == {"en": 19, "cy": 7}
    assert len({c["key"] for c in LIVE["cases"]}) == 26


@pytest.mark.parametrize("today", [date(2026, 11, 20), date(2026, 10, 1), date(2027, 1, 1), date(2028, 2, 29)])
def test_eight_more_were_received_and_put_right_in_the_last_quarter_that_is_over(today):
    cases = of_the_last_quarter(today)["cases"]
    days = [today - timedelta(days=case["days_ago"]) for case in cases]
    whole = quarter_of(today).previous
    assert len({case["key"] for case in CASES}) == len(CASES) == 26 + len(cases) == 34
    assert all(whole.first <= day <= whole.after - timedelta(days=7) for day in days)
    assert len({name for case in cases for name in case["allegations"]}) == 5


def test_they_are_spread_over_the_ways_in_the_kinds_and_the_stages():
    assert {c["channel"] for c in CASES} == {"web", "phone", "counter", "letter", "email"}
    assert {c["kind"] for c in CASES} == {"dissatisfaction", "complaint", "compliment", "enquiry"}
    assert {c["reached"] for c in CASES} == REACHED


@every_case
def test_each_has_every_key_it_needs_and_none_we_do_not_know(case):
    assert NEEDED <= set(case) <= ALLOWED
    assert case["words"].strip()
    assert case["days_ago"] >= 0
    time.fromisoformat(case["time"])


@every_case
def test_each_is_made_by_somebody_in_the_language_they_asked_for(case):
    assert PEOPLE[case["person"]]["language"] == case["language"]
    assert PEOPLE[case.get("representative", case["person"])]
    assert ("representative" in case) == ("consent" in case)


@every_case
def test_each_gives_only_facts_the_law_room_knows(case):
    sheet = answers(case)
    assert set(sheet) <= set(FACTS)
    assert set(sheet.values()) <= {"yes", "no"}
    assert case["expects"]
    assert set(case["expects"]) <= set(QUESTIONS)


@pytest.mark.parametrize(("case", "question", "answer"), list(expectations()))
def test_each_is_weighed_as_it_was_meant_to_be(case, question, answer):
    assert weigh(question, answers(case), on=WEIGHED_ON).answer.value == answer


@every_case
@pytest.mark.parametrize("slug", known())
def test_each_fits_any_of_the_offices(case, slug):
    office = load(slug)
    reason = office.reason(case["reason"])
    assert reason.under
    assert set(case["allegations"]) <= set(get_args(Allegation))
    if "handed_to" in case:
        assert office.team(case["handed_to"])
    assert case.get("with_kind", "front") in {t.kind for t in office.teams}
    assert case.get("signposted", "fraud") in {a.slug for a in office.agencies}


@every_case
def test_each_has_what_the_stage_it_reached_asks_for(case):
    reached = case["reached"]
    assert ("handed_to" in case) == (reached == "handed_over")
    assert ("offered" in case) or reached in ("received", "recorded", "handed_over")
    assert case.get("content") is True or reached != "settled"
    if reached == "recorded":
        assert case["expects"]["recording"] == "yes"
    if case["kind"] == "compliment":
        assert not case["allegations"]


@every_case
def test_nothing_is_kept_or_settled_by_us_that_must_be_recorded(case):
    if case["expects"].get("recording") == "yes":
        assert case["reached"] in ("recorded", "handed_over")


def test_one_person_rings_three_times():
    callers = Counter(c["person"] for c in CASES if c["channel"] == "phone")
    assert callers.most_common(1) == [("merv", 3)]


def test_somebody_gives_no_name_and_somebody_speaks_for_another_with_consent():
    assert [c["key"] for c in CASES if "name" not in PEOPLE[c["person"]]] == ["anonymous-tip"]
    assert [c["key"] for c in CASES if c.get("consent")] == ["for-his-mother"]


def test_people_are_reached_only_at_made_up_numbers_and_addresses():
    assert all(p["phone"].startswith("07700 900") for p in PEOPLE.values() if "phone" in p)
    assert all(p["email"].endswith(".example") for p in PEOPLE.values() if "email" in p)


@pytest.fixture(scope="module")
def history() -> list[dict[str, str]]:
    with (DEMO / "detroit" / "complaints.csv").open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


@pytest.fixture(scope="module")
def mapping() -> dict[str, Any]:
    return tomllib.loads((DEMO.parent / "putright/imports/layouts/detroit.toml").read_text(encoding="utf-8"))


def test_the_history_is_all_there(history):
    assert len(history) == 9_976
    assert len({r["complaint_no"] for r in history}) == 2_200
    assert len({r["row_id"] for r in history}) == 9_976


def test_every_word_of_the_history_is_mapped_or_said_to_be_unknown(history, mapping):
    channels = {r["channel"] for r in history}
    assert channels == set(mapping["channels"]) | set(mapping["not_known"]["channels"])
    assert {r["allegation"] for r in history} == set(mapping["allegations"])
    closures = {word for words in mapping["closures"].values() for word in words}
    assert {r["administrative_closure"] for r in history} - {""} == closures
    assert set(mapping["not_known"]["units"]) <= {r["unit"] for r in history}


def test_the_history_is_mapped_to_words_of_ours(mapping):
    assert set(mapping["channels"].values()) <= set(get_args(ChannelName))
    assert set(mapping["allegations"].values()) <= set(get_args(Allegation))


def test_the_history_still_has_its_impossible_dates(history):
    before = [r for r in history if r["date_closed"] < r["date_received"]]
    assert len(before) == 159
    assert len({r["complaint_no"] for r in before}) == 37


def test_the_history_carries_its_licence_and_no_column_about_a_person(history):
    assert "Copyright (c) 2021 Amelia Yurkofsky" in (DEMO / "detroit" / "LICENCE").read_text(encoding="utf-8")
    assert not {"race", "sex", "age", "gender", "name"} & set(history[0])
