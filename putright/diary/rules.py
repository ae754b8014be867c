"""What must be published and by when. Pure. A month ends on the day of the same number, or on the last of a shorter month."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from putright.law.calendar import add_months
from putright.national.rules import Quarter, quarter_of

QUARTER, YEAR, TOLD = "quarter", "year", "told"
IOPC, STATEMENT, ADDRESS = "iopc", "statement", "address"
LATE, DUE, DONE, DONE_LATE = "late", "due", "done", "done_late"
PARTS = ("held", "reviews", "functions")  # of the statement: para 7C(b)(i) to (iii)
NEEDED = ("held", "reviews")  # (iii) only where the body took on functions by notice
LANGUAGES = ("en", "cy")
FEWEST = 5  # cases below which no average is shown


@dataclass(frozen=True)
class Duty:
    """`starts`: quarter, year or told. `months`: how long it has from the day that starts it. `mark`: recalled or nothing.

    `read`: where somebody of the office read it."""

    key: str
    en: str
    cy: str
    begins_en: str
    begins_cy: str
    cite: str
    starts: str
    months: int
    page: str
    mark: str
    read: str = ""

    def due(self, began: date) -> date:
        return add_months(began, self.months)

    def name(self, language: str) -> str:
        return self.cy if language == "cy" else self.en

    def begins(self, language: str) -> str:
        return self.begins_cy if language == "cy" else self.begins_en


def state(due: date, published: date | None, today: date) -> str:
    """On its last day it is not late."""
    if published is None:
        return LATE if due < today else DUE
    return DONE_LATE if due < published else DONE


def ended(starts: str, today: date) -> tuple[str, date]:
    """The newest quarter or financial year that is over, as 2026/3 or 2026, and its last day."""
    last = quarter_of(today).previous
    while starts == YEAR and last.number != 4:
        last = last.previous
    period = str(last.year) if starts == YEAR else f"{last.year}/{last.number}"
    return period, last.after - timedelta(days=1)


def quarter_said(period: str) -> Quarter | None:
    """2026/3 as a quarter; None for what is none."""
    year, _slash, number = period.partition("/")
    if not (year.isdecimal() and number in {"1", "2", "3", "4"} and 2020 <= int(year) < 2200):
        return None
    return Quarter(int(year), int(number))


def lacking(texts: Mapping[str, Mapping[str, str]]) -> list[tuple[str, str]]:
    """(part, language) that the statement must have and has not; a part said in one language is needed in the other."""
    said = {part for one in LANGUAGES for part in PARTS if texts[one].get(part, "").strip()}
    return [(part, one) for part in PARTS for one in LANGUAGES
            if part in {*NEEDED, *said} and not texts[one].get(part, "").strip()]  # fmt: skip


def mean(days: list[int]) -> int | None:
    """In whole days; None where so few cases are behind it that it would tell of one."""
    return round(sum(days) / len(days)) if len(days) >= FEWEST else None
