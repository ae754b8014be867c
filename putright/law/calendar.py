"""Working days of England and Wales, and days in London.

A working day is not a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday in England and Wales (CMR 2020
reg 1(2)). The list is `bank_holidays.toml`; a working day outside its years is refused, never guessed. Moments are
aware datetimes; a day is a London day, also on the two nights a year when the clocks change.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from putright.law.refusals import BeyondCalendar, NotAMoment

LONDON = ZoneInfo("Europe/London")
END_OF_DAY = time(23, 59, 59)
LICENCE_ADDRESS = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
Words = Mapping[str, str]  # language code to text


@dataclass(frozen=True)
class Calendar:
    """The non-working days we know, from `first` to `last`, both included. Names are in both languages."""

    holidays: Mapping[date, Words]
    first: date
    last: date

    @cached_property
    def worked(self) -> list[int]:
        days = range(self.first.toordinal(), self.last.toordinal() + 1)
        shut = {day.toordinal() for day in self.holidays}
        return [day for day in days if day % 7 not in (6, 0) and day not in shut]  # ordinal 6 is a Saturday

    def is_working_day(self, when: date) -> bool:
        day = self._known(when)
        return day.weekday() < 5 and day not in self.holidays

    def why_not(self, when: date) -> Words | None:
        """Why the day does not count, in both languages; None for a working day. A weekend is named before a holiday."""
        day = self._known(when)
        if day.weekday() >= 5:
            return {"en": "weekend", "cy": "penwythnos"}
        return self.holidays.get(day)

    def add_working_days(self, when: date, count: int) -> date:
        """The count-th working day after the day (before it, if negative). Nought gives the day itself or the next one."""
        day = self._known(when).toordinal()
        if count > 0:
            place = bisect_right(self.worked, day) + count - 1
        else:
            place = bisect_left(self.worked, day) + count
        if not 0 <= place < len(self.worked):
            raise BeyondCalendar(self.first, self.last)
        return date.fromordinal(self.worked[place])

    def _known(self, when: date) -> date:
        day = day_of(when)
        if not self.first <= day <= self.last:
            raise BeyondCalendar(self.first, self.last)
        return day


@cache
def england_and_wales() -> Calendar:
    with (Path(__file__).parent / "bank_holidays.toml").open("rb") as file:
        listed = tomllib.load(file)
    holidays = {date.fromisoformat(day): _named(row, listed["welsh"]) for day, row in listed["days"].items()}
    return Calendar(holidays, listed["first"], listed["last"])


def _named(row: Mapping[str, object], welsh: Words) -> Words:
    name = str(row["name"])
    if row["substitute"]:
        return {"en": f"{name} (substitute day)", "cy": f"{welsh[name]} (diwrnod yn lle)"}
    return {"en": name, "cy": welsh[name]}


class Changed(Protocol):
    """A day the official list did not have, or (`worked`) one that it had and that is worked after all."""

    @property
    def day(self) -> date: ...
    @property
    def worked(self) -> bool: ...
    @property
    def words(self) -> Named: ...


class Named(Protocol):
    @property
    def en(self) -> str: ...
    @property
    def cy(self) -> str: ...


@lru_cache(maxsize=64)
def changed(rows: tuple[Changed, ...]) -> Calendar:
    """The calendar of England and Wales with what was proclaimed since our list was made. The last row of a day counts."""
    held = england_and_wales()
    if not rows:
        return held
    holidays = {**held.holidays, **{row.day: {"en": row.words.en, "cy": row.words.cy} for row in rows}}
    worked = {row.day for row in {row.day: row for row in rows}.values() if row.worked}
    return Calendar({day: name for day, name in holidays.items() if day not in worked}, held.first, held.last)


def is_working_day(when: date) -> bool:
    return england_and_wales().is_working_day(when)


def add_working_days(when: date, count: int) -> date:
    return england_and_wales().add_working_days(when, count)


def add_days(when: date, count: int) -> date:
    return day_of(when) + timedelta(days=count)


def add_weeks(when: date, count: int) -> date:
    return add_days(when, 7 * count)


def add_months(when: date, count: int) -> date:
    """The same day of a later month, or the last day of it where it has none such."""
    day = day_of(when)
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def day_of(when: date) -> date:
    """The London day of a date or an aware moment. Refuses a moment that does not say which clock it was read from."""
    return in_london(when).date() if isinstance(when, datetime) else when


def in_london(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise NotAMoment("That time does not say which clock it was read from.",
                         "Nid yw’r amser hwnnw yn dweud o ba gloc y’i darllenwyd.")
    return moment.astimezone(LONDON)


def at(when: date, clock: time) -> datetime:
    """London time on a day. A time skipped when the clocks go forward is moved on by the hour that was lost."""
    local = datetime.combine(day_of(when), clock, LONDON)
    return local.astimezone(UTC).astimezone(LONDON)


def end_of_day(when: date) -> datetime:
    return at(when, END_OF_DAY)


def read_moment(text: str) -> datetime:
    """A London moment from ISO 8601 text. Without an offset it is London time; a time London never had is refused.

    Where the clocks go back and a time comes twice, the first of the two is taken.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise NotAMoment(f"“{text}” is not a date and time. Write it like 2026-03-27T16:50.",
                         f"Nid yw “{text}” yn ddyddiad ac amser. Ysgrifennwch fel hyn: 2026-03-27T16:50.") from None
    if moment.tzinfo is not None:
        return in_london(moment)
    read = at(moment.replace(tzinfo=LONDON), moment.time())
    if read.replace(tzinfo=None) != moment:
        raise NotAMoment(f"“{text}” did not happen in London: the clocks went forward. Write the time an hour later.",
                         f"Ni fu “{text}” yn Llundain: aeth y clociau ymlaen. Ysgrifennwch yr amser awr yn hwyrach.")
    return read
