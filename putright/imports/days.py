"""Days as people write them: 27/03/2014, 2014-03-27, 27 March 2014, 27 Mawrth 2014, 41725. No Django.

What could be two days is never guessed: it is listed, unless whoever maps the file says which comes first."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

DAY_FIRST, MONTH_FIRST, SURE = "day", "month", "sure"
MONTHS = (
    "january february march april may june july august september october november december",
    "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr",
)
SHORTEST = 3
ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?", re.ASCII)
NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[T ,].*)?", re.ASCII)
WORDS = re.compile(
    r"(?:[^\W\d_]+,?\s+)?(\d{1,2})(?:st|nd|rd|th|af|ail|ydd|fed|eg|ain)?"  # Thu, 27th
    r"[-\s./]+(?:of\s+|o\s+)?([^\W\d_]+)\.?,?[-\s./]+(\d{4}|\d{2})(?:[T ,].*)?"  # of March 2014
)
SERIAL = re.compile(r"\d{5}(?:\.\d+)?", re.ASCII)
EXCEL_FIRST = date(1899, 12, 30)  # a spreadsheet's day 0, wrong leap year of 1900 and all
SERIALS = range(23_500, 73_051)  # 1964 to 2099


@dataclass(frozen=True)
class Read:
    """A day, or why not: `wrong`, or `either` when it could be two days."""

    day: date | None = None
    problem: str = ""


def read(cell: str, order: str, today: date) -> Read:
    """The day a cell says. `order` is which of two numbers comes first, as the person who maps the file says."""
    text = " ".join(cell.split())
    if found := ISO.fullmatch(text):
        return _day(*(int(part) for part in found.groups()))
    if SERIAL.fullmatch(text) and int(float(text)) in SERIALS:
        return Read(EXCEL_FIRST + timedelta(days=int(float(text))))
    if found := NUMBERS.fullmatch(text):
        first, second, year = (int(part) for part in found.groups())
        return _numbers(first, second, _year(year, found[3], today), order)
    if found := WORDS.fullmatch(text):
        month = month_of(found[2])
        return _day(_year(int(found[3]), found[3], today), month, int(found[1])) if month else Read(problem="wrong")
    return Read(problem="wrong")


def _numbers(first: int, second: int, year: int, order: str) -> Read:
    if order == SURE:
        if first <= 12 and second <= 12 and first != second:
            return Read(problem="either")
        return _day(year, second, first) if second <= 12 else _day(year, first, second)
    return _day(year, first, second) if order == MONTH_FIRST else _day(year, second, first)


def _year(year: int, written: str, today: date) -> int:
    """Two figures are the last year that ended so: a log holds no days to come."""
    if len(written) == 4:
        return year
    century = today.year // 100 * 100
    return century + year if century + year <= today.year else century - 100 + year


def _day(year: int, month: int, day: int) -> Read:
    try:
        return Read(date(year, month, day))
    except ValueError:
        return Read(problem="wrong")


def month_of(word: str) -> int:
    """By its name or the first letters of it, in either language; 0 when it is none, or could be two."""
    word = word.casefold()
    for names in MONTHS:
        found = [number for number, name in enumerate(names.split(), 1) if _names(word, name)]
        if len(found) == 1:
            return found[0]
    return 0


def _names(word: str, name: str) -> bool:
    return word == name or (len(word) >= SHORTEST and name.startswith(word)) or (word == "sept" and name == "september")


def leaning(cell: str) -> str:
    """Which order a cell shows for certain: day, month, or nothing."""
    found = NUMBERS.fullmatch(" ".join(cell.split()))
    if not found:
        return ""
    first, second = int(found[1]), int(found[2])
    return DAY_FIRST if first > 12 >= second else MONTH_FIRST if second > 12 >= first else ""
