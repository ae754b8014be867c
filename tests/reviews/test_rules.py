"""In time, a right, whose, whole: every row of the four tables, with its source, and what the answers together point to."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from putright.codes.rules import Row, Rows
from putright.codes.seeds import seeds
from putright.law.reviews import QUESTION as BODY
from putright.reviews import queries, rules
from tests.make.reviews import OURS, application

WAYS = Rows(seeds(queries.WAYS, None))
GIVEN = date(2026, 3, 1)  # so the last of the 28 days is 29 March, the day the clocks change


def sources(found: rules.Found) -> list[str]:
    return [line.source for line in found.lines]


# CMR 2020 reg 29(2): 28 days beginning with the day after the day the review information was given.
@pytest.mark.parametrize(
    ("given", "came", "answer"),
    [
        ((2026, 3, 1), (2026, 3, 1), "yes"),  # the same day: time has not begun
        ((2026, 3, 1), (2026, 3, 2), "yes"),  # day 1
        ((2026, 3, 1), (2026, 3, 28), "yes"),  # day 27
        ((2026, 3, 1), (2026, 3, 29), "yes"),  # day 28, a Sunday and the night the clocks change
        ((2026, 3, 1), (2026, 3, 30), "no"),  # day 29
        ((2026, 3, 1), (2025, 12, 1), "yes"),  # asked before they were told
        ((2024, 2, 1), (2024, 2, 29), "yes"),  # day 28 is a leap day
        ((2024, 2, 1), (2024, 3, 1), "no"),
        ((2025, 2, 1), (2025, 3, 1), "yes"),  # the same in a common year
        ((2025, 2, 1), (2025, 3, 2), "no"),
        ((2025, 12, 1), (2025, 12, 29), "yes"),  # Christmas and Boxing Day count
        ((2025, 12, 1), (2025, 12, 30), "no"),
        ((2025, 12, 20), (2026, 1, 17), "yes"),  # across the year
        ((2025, 12, 20), (2026, 1, 18), "no"),
        ((2026, 3, 20), (2026, 4, 17), "yes"),  # Good Friday and Easter Monday count
        ((2026, 10, 24), (2026, 11, 21), "yes"),  # across the end of summer time
        ((2026, 10, 24), (2026, 11, 22), "no"),
    ],
)
def test_twenty_eight_days_from_the_day_after(given, came, answer):
    found = rules.in_time(application(given_on=date(*given), received_on=date(*came)))
    assert (found.answer, found.conclusion) == (answer, "in_time" if answer == "yes" else "late")
    assert set(sources(found)) == {"CMR 2020 reg 29(2)"}


def test_against_a_count_of_single_days():
    """Day by day, by hand: the day after is the first, and the twenty-eighth is the last."""
    for start in range(0, 800, 13):
        given = date(2024, 1, 1) + timedelta(days=start)
        counted, day = 0, given
        while counted < 28:
            day += timedelta(days=1)
            counted += 1
        assert rules.last_day(application(given_on=given)) == day


# Reg 29(3): the time between the wrong body's receipt and its sending on is left out; paras 31-32: made when sent on.
@pytest.mark.parametrize(
    ("wrong", "sent", "days", "last", "answer"),
    [
        ((2026, 3, 10), (2026, 3, 10), 0, (2026, 3, 29), "yes"),  # sent on the same day
        ((2026, 3, 10), (2026, 3, 20), 10, (2026, 4, 8), "yes"),
        ((2026, 3, 29), (2026, 4, 20), 22, (2026, 4, 20), "yes"),  # reached it on the last day: however long it lay there
        ((2026, 3, 30), (2026, 4, 20), 21, (2026, 4, 19), "no"),  # a day late already when it reached it
        ((2026, 4, 10), (2026, 4, 11), 1, (2026, 3, 30), "no"),
        ((2026, 2, 20), (2026, 3, 5), 4, (2026, 4, 2), "yes"),  # reached it before time began: only days that would count
        ((2026, 2, 20), (2026, 2, 25), 0, (2026, 3, 29), "yes"),
    ],
)
def test_days_with_the_wrong_body_do_not_count_and_it_is_made_when_sent_on(wrong, sent, days, last, answer):
    one = application(given_on=GIVEN, wrong_on=date(*wrong), sent_on=date(*sent), received_on=date(2026, 5, 1))
    assert one.made_on == date(*sent) and rules.days_with_wrong_body(one) == days
    assert rules.last_day(one) == date(*last)
    found = rules.in_time(one)
    assert found.answer == answer and "PRA 2002 Sch 3 paras 31 and 32" in sources(found)
    assert ("CMR 2020 reg 29(3)" in sources(found)) is bool(days)


def test_what_reached_the_wrong_body_in_time_is_in_time_whenever_it_is_sent_on():
    for reached, lay in product(range(1, 35), range(0, 60)):
        wrong = GIVEN + timedelta(days=reached)
        one = application(given_on=GIVEN, wrong_on=wrong, sent_on=wrong + timedelta(days=lay), received_on=date(2026, 12, 1))
        assert rules.in_time(one).answer == ("yes" if reached <= 28 else "no"), (reached, lay)


def test_more_time_is_given_to_the_late_alone_by_regulation_29_4():
    late, prompt = application(given_on=date(2026, 1, 1)), application()
    assert rules.in_time(late).conclusion == "late"
    given = rules.in_time(late, extended=True)
    assert (given.answer, given.conclusion) == ("yes", "extended") and "CMR 2020 reg 29(4)" in sources(given)
    assert rules.in_time(prompt, extended=True).conclusion == "in_time"


def test_a_right_nobody_was_told_of_never_runs_out_and_an_unknown_day_is_not_late():
    never = rules.in_time(application(given_on=None, never_given=True, received_on=date(2030, 1, 1)))
    assert (never.answer, never.conclusion) == ("yes", "not_begun")
    unknown = rules.in_time(application(given_on=None))
    assert (unknown.answer, unknown.conclusion, unknown.missing) == ("not_known", "no_day", ("given_on",))


# Who has a right, after which handling (PRA 2002 Sch 3 paras 6A, 25).
RIGHTS = {
    "investigated": "yes", "otherwise": "yes", "iopc": "no", "accelerated": "no", "outside": "no", "not_complaint": "no",
    "not_known": "not_known",
}  # fmt: skip


@pytest.mark.parametrize(("handled", "after_outcome"), RIGHTS.items())
def test_the_right_by_how_it_was_dealt_with(handled, after_outcome):
    found = rules.right(application(handled=handled))
    assert found.answer == after_outcome
    assert found.conclusion == (handled if after_outcome == "no" else "")


@pytest.mark.parametrize("handled", RIGHTS)
@pytest.mark.parametrize("outcome_given", rules.ANSWERS)
@pytest.mark.parametrize("who", rules.WHO)
def test_every_cell_of_the_right(handled, outcome_given, who):
    found = rules.right(application(handled=handled, outcome_given=outcome_given, who=who))
    parts = {RIGHTS[handled], outcome_given, {"somebody_else": "no", "not_known": "not_known"}.get(who, "yes")}
    assert found.answer == ("no" if "no" in parts else "not_known" if "not_known" in parts else "yes")
    assert bool(found.conclusion) is (found.answer == "no"), "no right is refused with the reason"


def test_the_reason_for_no_right_names_the_nearest_one():
    assert rules.right(application(who="somebody_else", handled="outside")).conclusion == "not_theirs"
    assert rules.right(application(outcome_given="no")).conclusion == "too_early"
    assert rules.right(application(outcome_given="no", handled="outside")).conclusion == "outside"


# Whose it is: PRA 2002 Sch 3 para 30 and CMR 2020 reg 32.
GROUNDS = {
    "local_policing_body_is_authority": "PRA 2002 Sch 3 para 30",
    "about_senior_officer": "CMR 2020 reg 32(a)",
    "not_cleared_on_its_face": "CMR 2020 reg 32(b)",
    "referred_or_must_be": "CMR 2020 reg 32(c)",
    "treated_as_referred": "CMR 2020 reg 32(d)",
    "same_incident_as_iopc_matter": "CMR 2020 reg 32(e)",
    "part_falls_to_iopc": "CMR 2020 reg 32(f)",
}


def test_the_seven_grounds_are_those_of_the_law():
    assert set(rules.OF_BODY) == set(GROUNDS)


@pytest.mark.parametrize(("fact", "source"), GROUNDS.items())
def test_each_ground_alone_makes_it_the_iopcs(fact, source):
    found = rules.whose(application(grounds=OURS | {fact: "yes"}))
    assert (found.answer, found.conclusion) == ("no", "iopc")
    met = [line for line in found.lines if line.answer == "yes"]
    assert [(line.code, line.source) for line in met] == [(fact, source)]


def test_every_combination_of_the_seven_grounds():
    for answers in product(rules.ANSWERS, repeat=7):
        found = rules.whose(application(grounds=dict(zip(GROUNDS, answers, strict=True))))
        if "yes" in answers:
            assert found.conclusion == "iopc"
        elif "not_known" in answers:
            assert (found.answer, found.conclusion) == ("not_known", "")
            assert set(found.missing) == {f for f, a in zip(GROUNDS, answers, strict=True) if a == "not_known"}
        else:
            assert (found.answer, found.conclusion) == ("yes", "local_policing_body")


@pytest.mark.parametrize("fact", sorted(BODY.reads))
def test_what_triage_answered_makes_a_ground_follow(fact):
    """A chief officer is a senior officer; what must be referred falls to the IOPC."""
    assert rules.whose(application(grounds=OURS | {fact: "yes"})).conclusion == "iopc"


# The form: reg 29(5), and what may be let go: reg 29(6).
@pytest.mark.parametrize("there", list(product([True, False], repeat=5)))
def test_every_particular_there_missing_or_let_go(there):
    states = [name for name, is_there in zip(rules.PARTICULARS, there, strict=True) if is_there]
    gone = tuple(name for name in rules.PARTICULARS if name not in states)
    found = rules.form(application(states=states))
    assert (found.answer, found.missing) == (("yes", ()) if all(there) else ("no", gone))
    assert {line.source for line in found.lines} == {"CMR 2020 reg 29(5)"}
    let_go = rules.form(application(states=states), gone)
    assert let_go.answer == "yes"
    assert {line.code for line in let_go.lines if line.source == "CMR 2020 reg 29(6)"} == set(gone)
    if gone:
        assert rules.form(application(states=states), gone[1:]).missing == gone[:1]


# What the four answers point to.
def pointed(**details):
    return rules.suggested(rules.findings(application(**details)))


@pytest.mark.parametrize(
    ("details", "suggestion", "ground"),
    [
        ({}, "accepted", ""),
        ({"handled": "investigated"}, "accepted", ""),
        ({"handled": "outside"}, "refused", "no_right"),
        ({"handled": "not_complaint"}, "refused", "no_right"),
        ({"handled": "iopc"}, "refused", "no_right"),
        ({"who": "somebody_else"}, "refused", "no_right"),
        ({"outcome_given": "no"}, "refused", "no_right"),
        ({"grounds": OURS | {"about_senior_officer": "yes"}}, "forwarded", ""),
        ({"grounds": OURS | {"about_senior_officer": "yes"}, "given_on": date(2025, 1, 1)}, "forwarded", "late"),
        ({"grounds": OURS | {"about_senior_officer": "yes"}, "handled": "outside"}, "refused", "no_right"),
        ({"given_on": date(2026, 1, 1)}, "refused", "late"),
        ({"given_on": date(2026, 1, 1), "states": ()}, "refused", "late"),
        ({"states": ("writing",)}, "", "form"),
        ({"grounds": {}}, "", ""),
        ({"handled": "not_known"}, "", ""),
        ({"given_on": None}, "", ""),
        ({"given_on": None, "never_given": True}, "accepted", ""),
    ],
)
def test_what_the_findings_point_to(details, suggestion, ground):
    assert pointed(**details) == suggestion
    assert rules.ground(rules.findings(application(**details))) == ground


def test_law_we_do_not_hold_points_to_nothing():
    """Before February 2020 there were appeals, not reviews."""
    assert pointed(received_on=date(2019, 6, 1), given_on=date(2019, 5, 20)) == ""


# What may be recommended: paras 6A(6), 25(4E), 28ZA; reg 30(1).
def test_ways_by_handling_each_with_its_source():
    rows = WAYS.in_force(date(2026, 3, 27))
    otherwise, investigated = ({way.code for way in rules.ways(rows, handled)} for handled in ("otherwise", "investigated"))
    assert otherwise - investigated == {"refer_to_iopc", "investigate"}
    assert investigated - otherwise == {"investigate_again", "proceedings", "prosecutors"}
    assert rules.ways(WAYS.in_force(date(2020, 1, 31)), "otherwise") == () and rules.ways(rows, "outside")[0].code == "apology"
    assert all(way.source for way in WAYS.rows) and [way.code for way in rows if way.parent == rules.NEVER] == ["compensation"]
    assert all(way.recalled for way in rows if way.parent == "after-investigated")


@pytest.mark.parametrize(
    ("way", "words", "refused"),
    [
        ("compensation", "", True),
        ("other_remedy", "Pay her compensation of £200.", True),
        ("other_remedy", "Talu iawndal iddi.", True),
        ("other_remedy", "Ex gratia payment", True),
        ("apology", "Apologise, and COMPENSATE her.", True),
        ("other_remedy", "Change the form so that nobody waits again.", False),
        ("investigate", "Look into why compensation was never mentioned.", False),
    ],
)
def test_compensation_is_never_a_remedy_by_name_or_by_words(way, words, refused):
    assert rules.is_compensation(WAYS.readable(way, date(2026, 3, 27)), words) is refused


def test_a_way_an_office_adds_is_no_way_round():
    row = Row("payment", "An ex gratia sum", "Swm", date(2026, 1, 1), parent=rules.EITHER)
    assert rules.is_compensation(row, "Fifty pounds.") and not rules.is_compensation(replace(row, en="A letter"), "Write.")


def test_one_unreasonable_point_upholds():
    assert rules.outcome_of(["yes", "no", "yes"]) == "upheld"
    assert rules.outcome_of(["yes", "yes"]) == "not_upheld"


def test_a_part_in_the_handling():
    assert not rules.had_part(["received", "joined", "review_asked", "walled"])
    for verb in ("decided", "spoke", "noted", "handed_over", "alleged", "taken", "wrote"):
        assert rules.had_part(["received", verb])


def test_stages_go_one_way():
    told = dict.fromkeys(("recommended", "answered", "finished"), False) | {"admitted": "", "outcome": ""}
    steps = [{}, {"admitted": "accepted"}, {"outcome": "upheld"}, {"recommended": True}, {"answered": True}, {"finished": True}]
    seen = [rules.stage(**(told := told | step)) for step in steps]
    assert seen == list(rules.STAGES) == list(rules.DEEDS)
