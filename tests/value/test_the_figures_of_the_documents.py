"""Every figure of the offices' own documents that can be worked again, worked again by what the product uses.

One row each: where it stands, the words around it, what was printed and how it was said, our working, and the verdict:
it agrees, it agrees only when rounded further than it was printed, it does not agree with the numbers beside it, or it
cannot be checked because a number it needs is in none of the documents."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from putright.law.calendar import add_working_days, end_of_day
from putright.reports.rules import figure, pounds, rounded, share, supports_over_half, value_for_money
from putright.value.rules import (
    Said,
    Verdict,
    a_month,
    a_year,
    against,
    changed,
    each,
    judged,
    part,
    pays_for_itself,
    times,
)

D = Decimal
EXACTLY, ABOUT, OVER = Said.EXACTLY, Said.ABOUT, Said.OVER
OK, ROUNDS, INCONSISTENT, NOT_KNOWN = Verdict.OK, Verdict.ROUNDS, Verdict.INCONSISTENT, Verdict.NOT_KNOWN
ESSEX, DYFED_POWYS, CLEVELAND, HERTFORDSHIRE = "Essex 2019", "Dyfed-Powys 2014", "Cleveland", "Hertfordshire"
YEAR = value_for_money(
    contacts=102_624, settled=47_207, team_cost=D(142_460), hourly_rate=D("24.5"), minutes_saved=D(15)
)
SIX = ("officers reminded", "leaflet", "copied into the log", "templates", "learning", "analysis")
ADVISORS_AND_OVERSEER = ("the Commissioner’s advisor", "the policy advisor", "the Chief Constable’s advisor")
FRIDAY = datetime(2022, 3, 4, 16, 0, tzinfo=UTC)


def hours_to_the_end_of_the_next_working_day() -> Decimal:
    """From a Friday at four in the afternoon."""
    until = end_of_day(add_working_days(FRIDAY, 1))
    return D(int((until - FRIDAY).total_seconds())) / 3600


@dataclass(frozen=True)
class Row:
    where: str
    quote: str
    printed: str
    worked: Callable[[], Decimal | None]
    verdict: Verdict
    because: str
    said: Said = EXACTLY


def missing() -> None:
    return None


ROWS = (
    # Essex, before
    Row(f"{ESSEX} 2.0", "the small team (4 members of staff)", "4", lambda: D(6 - 2), OK, "six in 2.2, after two were added"),
    Row(f"{ESSEX} 2.0", "completing '1 in 3 quality checks'", "3", missing, NOT_KNOWN,
        "how many were checked of how many is not said"),
    Row(f"{ESSEX} 2.1", "an average of 500 telephone and email contacts", "500", lambda: a_month(6_000), OK,
        "6,000 a year in 2.3", ABOUT),
    Row(f"{ESSEX} 2.3", "previously dealt with 6,000 contacts per annum", "6,000", lambda: a_year(500, 1), OK, "500 a month"),
    Row(f"{ESSEX} 2.1", "each month, 10% (50) of which were resolved", "50", lambda: part(10, 500), OK, "10% of 500"),
    Row(f"{ESSEX} 2.1", "each month, 10% (50) of which were resolved", "10", lambda: share(50, 500), OK, "50 of 500"),
    Row(f"{ESSEX} 2.1", "estimated that the original team of 4 staff", "4", lambda: D(6 - 2), OK,
        "six in 2.2, after two were added"),
    # Essex, after
    Row(f"{ESSEX} 2.2", "deal with around 8,500 contacts", "8,500", lambda: a_month(102_624), OK,
        "only if it is a month’s number, which the sentence does not say", ABOUT),
    Row(f"{ESSEX} 2.2", "46% (3,900) are resolved", "3,900", lambda: part(46, 8_500), ROUNDS, "3,910"),
    Row(f"{ESSEX} 2.2", "46% (3,900) are resolved", "46", lambda: share(3_900, 8_500), OK, "45.9"),
    Row(f"{ESSEX} 2.2", "increase the size of the team by two members of staff", "2", lambda: D(6 - 4), OK, "4 became 6"),
    Row(f"{ESSEX} 2.3", "will deal with over 100,000 public contacts", "100,000", lambda: a_year(102_624, 12), OK,
        "102,624 in 2.5", OVER),
    Row(f"{ESSEX} 2.3", "will deal with over 100,000 public contacts", "100,000", lambda: a_year(8_500, 1), OK,
        "twelve months of 8,500 are 102,000", OVER),
    Row(f"{ESSEX} 2.3", "46% were dealt with at the 1st point of contact", "46", lambda: YEAR.share_settled, OK, "46.0"),
    Row(f"{ESSEX} 2.5", "46% (47207) of 102624 contacts", "47207", lambda: part(46, 102_624), OK, "47,207.04"),
    Row(f"{ESSEX} 2.5", "46% (47207) of 102624 contacts", "46", lambda: share(47_207, 102_624), OK, "46.0"),
    Row(f"{ESSEX} 2.4", "Over half of the contacts are now resolved", "50", lambda: YEAR.share_settled, INCONSISTENT,
        "46% in 2.2, 2.3 and 2.5", OVER),
    Row(f"{ESSEX} 3.0", "Over half of the contacts are now resolved", "50", lambda: YEAR.share_settled, INCONSISTENT,
        "the same sentence again", OVER),
    Row(f"{ESSEX} 2.2", "The Quality of Service team of 6 staff now", "6", lambda: D(4 + 2), OK,
        "four in 2.1, and two were added"),
    *(Row(f"{ESSEX} 2.2", "21st in 2016/17 to 17th in 2017/18", number, missing, NOT_KNOWN,
          "the national table is not in it, nor whether a low rank is good") for number in ("21", "17")),
    Row(f"{ESSEX} 2.5", "contacts completed in 2018/19 (102624)", "102624", lambda: D(8_500 * 12), OK,
        "twelve months of 8,500; but the review is of March 2019, and the year was not over", ABOUT),
    # Essex, cost and worth
    Row(f"{ESSEX} 2.5", "annual cost of the Quality of Service team who deal with public contact is £142,460", "142,460", missing,
        NOT_KNOWN, "Appendix C is missing"),
    Row(f"{ESSEX} 2.5", "cost per contact / resolution of £1.40", "1.40", lambda: YEAR.cost_per_contact, ROUNDS, "£1.39"),
    Row(f"{ESSEX} 2.5", "cost per contact / resolution of £1.40", "1.40", lambda: YEAR.cost_per_resolution, INCONSISTENT,
        "a resolution is £3.02: two measures were taken for one"),
    Row(f"{ESSEX} 2.5", "average cost of £3.64 per contact", "3.64", missing, NOT_KNOWN, "Appendix D is missing"),
    Row(f"{ESSEX} 2.5", "over 11,801 hours of work", "11,801", lambda: YEAR.officer_hours_saved, OK, "11,801.75", OVER),
    Row(f"{ESSEX} 2.5", "or £289,143 if it is assumed", "289,143", lambda: YEAR.money_saved, OK, "£289,142.88"),
    Row(f"{ESSEX} 2.5", "done by PC's at £24.5 per hour", "24.5", missing, NOT_KNOWN, "the ready reckoner is not in it"),
    Row(f"{ESSEX} 2.5", "takes an officer just 15 minutes", "15", missing, NOT_KNOWN, "an assumption: nobody timed it"),
    Row(f"{ESSEX} 2.5", "100% of their time is spent dealing public contact", "100", missing, NOT_KNOWN,
        "no time was counted; 2.3 gives the team surveys, thank-you letters and reviews besides"),
    # Essex, what came of it
    *(Row(f"{ESSEX} 4.0", "a reduction in repeat callers from 30 to 40 frequent callers a month to 5", number, missing, NOT_KNOWN,
          "counted nowhere else; “often no repeat calls” is said of the same number") for number in ("30", "40", "5")),
    Row(f"{ESSEX} 4.0", "196 customers contacted", "196", missing, NOT_KNOWN, "Appendix F is missing"),
    Row(f"{ESSEX} 4.0", "only 9 remained dissatisfied", "9", missing, NOT_KNOWN, "Appendix F is missing"),
    Row(f"{ESSEX} 5.0", "Six recommendations were identified", "6", lambda: D(len(SIX)), OK, "six are listed"),
    Row(f"{ESSEX} 6.0", "The Quality of Service team have two vacancies", "2", missing, NOT_KNOWN,
        "counted nowhere else; two recruits await vetting"),
    Row(f"{ESSEX} 6.0", "two vacancies and we expect this number to increase to four", "4", missing, NOT_KNOWN,
        "two recruits are awaited, and how many of six posts are meant is not said"),
    # Dyfed-Powys
    Row(f"{DYFED_POWYS} table", "Complaints received by the OPCC 97** 399", "97", lambda: a_year(97, 5), INCONSISTENT,
        "under a heading for a year stand five months: 233 a year"),
    *(Row(f"{DYFED_POWYS} table", "DISS-SAT entries made 1144 1759 365", number, missing, NOT_KNOWN,
          "counted nowhere else, and the text says that many were never entered") for number in ("1144", "1759", "365")),
    *(Row(f"{DYFED_POWYS} table", "Complaints handled by PSD* 735 598 155", number, missing, NOT_KNOWN,
          "counted nowhere else; some stand on the line above too") for number in ("735", "598", "155")),
    *(Row(f"{DYFED_POWYS} table", "Complaints received by the OPCC 97** 399 114", number, missing, NOT_KNOWN,
          "counted nowhere else") for number in ("399", "114")),
    Row(f"{DYFED_POWYS} staffing", "a total commitment of three staff members", "3", lambda: D(len(ADVISORS_AND_OVERSEER)), OK,
        "two advisors and the policy advisor who oversees them; whether three is enough cannot be told from it"),
    Row(f"{DYFED_POWYS} staffing", "extending to 8-8 after 6 months", "6", missing, NOT_KNOWN,
        "“if demands necessitate”: no demand is named"),
    Row(f"{DYFED_POWYS} process", "within 10 days of receipt of the complaint", "10", missing, NOT_KNOWN,
        "a promise, not a result"),
    Row(f"{DYFED_POWYS} form", "within 5 working days of the decision", "5", missing, NOT_KNOWN, "a promise, not a result"),
    Row(f"{DYFED_POWYS} pilot", "as a pilot for 12 months", "12", missing, NOT_KNOWN, "it had not begun"),
    Row(f"{DYFED_POWYS} footnote", "November 2012 - 31st March 2013", "2012", missing, NOT_KNOWN, "a date, not a result"),
    # Cleveland
    Row(CLEVELAND, "it takes on average 13 working days", "13", missing, NOT_KNOWN, "no cases are given"),
    Row(CLEVELAND, "national average of 17 working days*", "17", missing, NOT_KNOWN, "the footnote is lost"),
    Row(CLEVELAND, "a framework of 57 standards", "57", lambda: D(sum((11, 11, 12, 13, 10))), OK,
        "the elements of the five criteria; they are elements of one standard"),
    Row(CLEVELAND, "One of just two forces in the country", "2", missing, NOT_KNOWN, "no list of forces is given"),
    Row(CLEVELAND, "in less than two years", "2", missing, NOT_KNOWN, "February 2022 is given, the award’s day is not"),
    # Hertfordshire
    Row(HERTFORDSHIRE, "within 24 hours (one working day)", "24", hours_to_the_end_of_the_next_working_day, INCONSISTENT,
        "from a Friday afternoon one working day is 80 hours: two promises were taken for one"),
)  # fmt: skip
NUMBERS = {"six": "6", "two": "2", "three": "3", "four": "4", "over half": "50"}


def named(row: Row) -> str:
    return f"{row.where}: {row.quote} ({row.printed}, {row.because})"


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_a_printed_figure_has_this_verdict(row):
    assert judged(D(row.printed.replace(",", "")), row.worked(), row.said) is row.verdict


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_a_quote_holds_the_figure_it_is_quoted_for(row):
    in_figures = re.search(rf"(?<![\d,.]){re.escape(row.printed)}(?!\d)", row.quote)
    in_words = any(word in row.quote.lower() and number == row.printed for word, number in NUMBERS.items())
    assert in_figures or in_words


def test_what_cannot_be_checked_is_never_said_to_agree_and_the_rest_is_worked():
    for row in ROWS:
        assert (row.worked() is None) == (row.verdict is NOT_KNOWN), row


def test_each_verdict_is_given_and_none_of_them_by_every_row():
    assert {row.verdict for row in ROWS} == set(Verdict)
    assert len({(row.where, row.quote, row.printed, row.because) for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize(("what", "worked", "text"), [
    ("a contact, to the penny", pounds(YEAR.cost_per_contact), "£1.39"),
    ("one put right, to the penny", pounds(YEAR.cost_per_resolution), "£3.02"),
    ("hours", figure(YEAR.officer_hours_saved, 2), "11,801.75"),
    ("their worth", pounds(YEAR.money_saved), "£289,142.88"),
    ("less the cost", pounds(YEAR.net, pence=False), "£146,683"),
    ("minutes to pay for itself", figure(YEAR.break_even_minutes, 1), "7.4"),
    ("a month of the year", figure(a_month(102_624), 0), "8,552"),
    ("times the year before", figure(times(6_000, 102_624), 1), "17.1"),
    ("times cheaper than the benchmark", figure(against(YEAR.cost_per_contact, D("3.64")).times_cheaper, 1), "2.6"),
    ("cheaper, at the £1.40 they printed", figure(against(D("1.40"), D("3.64")).differs, 1), "-61.5"),
    ("cheaper, at the cost their numbers give", figure(against(YEAR.cost_per_contact, D("3.64")).differs, 1), "-61.9"),
    ("vehicles: still dissatisfied", figure(share(9, 196), 1), "4.6"),
    ("vehicles: not", figure(share(196 - 9, 196), 1), "95.4"),
    ("repeat callers, at least", figure(changed(30, 5), 1), "-83.3"),
    ("repeat callers, at most", figure(changed(40, 5), 1), "-87.5"),
    ("contacts for each of six", figure(each(102_624, 6), 0), "17,104"),
    ("contacts for each of the four who take them", figure(each(102_624, 4), 0), "25,656"),
    ("posts empty of six", figure(share(2, 6), 0), "33"),
    ("posts empty of six in April", figure(share(4, 6), 0), "67"),
    ("working days, Cleveland against the nation", figure(changed(17, 13), 1), "-23.5"),
    ("entries of DISS-SAT", figure(changed(1_144, 1_759), 1), "53.8"),
    ("complaints with standards", figure(changed(735, 598), 1), "-18.6"),
    ("five months as a year", figure(a_year(97, 5), 0), "233"),
    ("a quarter as a year: DISS-SAT", figure(a_year(365, 3), 0), "1,460"),
    ("a quarter as a year: standards", figure(a_year(155, 3), 0), "620"),
    ("a quarter as a year: the office", figure(a_year(114, 3), 0), "456"),
    ("each of three staff", figure(each(1_759 + 598 + 399, 3), 0), "919"),
    ("hours of opening, 9 to 5 made 8 to 8", figure(changed(17 - 9, 20 - 8), 0), "50"),
])  # fmt: skip
def test_what_follows_from_their_numbers_and_they_did_not_print(what, worked, text):
    assert worked == text, what


def test_it_pays_for_management_too_only_up_to_a_sum_that_the_document_lets_nobody_check():
    assert pays_for_itself(YEAR.net)
    assert pays_for_itself(YEAR.net - D(146_682))
    assert not pays_for_itself(YEAR.net - D(146_683))
    assert rounded(YEAR.net, 0) == D(146_683)


def test_half_as_many_minutes_and_the_team_no_longer_pays_for_itself():
    fewer = value_for_money(
        contacts=102_624, settled=47_207, team_cost=D(142_460), hourly_rate=D("24.5"), minutes_saved=D(7)
    )
    assert not pays_for_itself(fewer.net)


def test_over_half_may_not_be_said_of_any_year_or_month_in_the_review():
    assert [supports_over_half(*pair) for pair in ((50, 500), (3_900, 8_500), (47_207, 102_624))] == [False] * 3
