"""One financial year, April to March, in London time. No Django."""

from dataclasses import dataclass
from datetime import date, datetime, time

from putright.law import calendar

FIRST, LAST = 2000, 2099
APRIL = 4


@dataclass(frozen=True, order=True)
class Year:
    """Refuses (ValueError) a year before 2000 or after 2099. `begins` is in it, `ends` is not."""

    first: int

    def __post_init__(self) -> None:
        if not FIRST <= self.first <= LAST:
            raise ValueError(f"There is no financial year {self.first}.")

    @classmethod
    def of(cls, when: date) -> "Year":
        day = calendar.day_of(when)
        return cls(day.year if day.month >= APRIL else day.year - 1)

    @property
    def name(self) -> str:
        return f"{self.first}/{(self.first + 1) % 100:02}"

    @property
    def first_day(self) -> date:
        return date(self.first, APRIL, 1)

    @property
    def last_day(self) -> date:
        return date(self.first + 1, APRIL - 1, 31)

    @property
    def begins(self) -> datetime:
        return calendar.at(self.first_day, time.min)

    @property
    def ends(self) -> datetime:
        return calendar.at(date(self.first + 1, APRIL, 1), time.min)

    @property
    def days(self) -> int:
        return (self.last_day - self.first_day).days + 1

    def days_gone(self, today: date) -> int:
        """How many of its days have begun by then, today among them."""
        return max(0, min(self.days, (today - self.first_day).days + 1))
