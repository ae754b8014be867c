"""What may be told of how a team's days went, and how a length of time is typed. Pure; no Django."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from putright.hiding.rules import SMALLEST, small

WEEK = timedelta(days=7)
AHEAD = 8  # Mondays a week may be begun for
QUARTER, HOUR = 15, 60  # minutes
LONGEST = 16 * HOUR  # of one person's day
CONTACTS = "contact-work"  # the group of headings that counts as work on contacts
FEW, ONE_SIDE = "few", "side"
TYPED = re.compile(r"(\d{1,2})(?::([0-5]\d)|[.,](0|00|25|5|50|75))?")


@dataclass(frozen=True)
class Heading:
    code: str
    en: str
    cy: str
    contacts: bool

    def name(self, language: str) -> str:
        return self.cy if language == "cy" else self.en


@dataclass(frozen=True)
class Block:
    """Headings that are told together, and the minutes of everybody on them."""

    codes: Sequence[str]
    contacts: bool
    minutes: int


@dataclass(frozen=True)
class Told:
    """What stays of a week. `why`: FEW gave, or FEW gave on ONE_SIDE; then nothing else is told. `asked`: people in the team."""

    asked: int
    why: str = ""
    gave: int = 0
    blocks: Sequence[Block] = ()

    @property
    def minutes(self) -> int:
        return sum(one.minutes for one in self.blocks)

    @property
    def share(self) -> int | None:
        """Of the time, in whole per cent (a half goes up), what went to contacts; None where nothing is told."""
        if not self.minutes:
            return None
        on_contacts = sum(one.minutes for one in self.blocks if one.contacts)
        return (200 * on_contacts + self.minutes) // (2 * self.minutes)

    @property
    def plain(self) -> dict[str, Any]:
        return asdict(self)


def of_plain(told: Mapping[str, Any]) -> Told:
    return Told(told["asked"], told["why"], told["gave"], tuple(Block(**one) for one in told["blocks"]))


Day = tuple[int, Mapping[str, int]]  # whose, and heading -> minutes


def told(days: Iterable[Day], headings: Sequence[Heading], asked: int) -> Told:
    """Adds up. Whatever is told was given by at least `SMALLEST` people, or by nobody."""
    totals = dict.fromkeys((one.code for one in headings), 0)
    who: dict[str, set[int]] = {code: set() for code in totals}
    for person, minutes in days:
        for code, number in minutes.items():
            if number and code in totals:
                totals[code] += number
                who[code].add(person)
    gave = set().union(*who.values())
    if len(gave) < SMALLEST:
        return Told(asked, FEW)
    blocks: list[Block] = []
    for side in (True, False):
        codes = [one.code for one in headings if one.contacts is side]
        if small(len(_people(codes, who))):
            return Told(asked, ONE_SIDE)
        blocks += [Block(tuple(these), side, sum(totals[code] for code in these)) for these in together(codes, who)]
    return Told(max(asked, len(gave)), "", len(gave), tuple(blocks))


def together(codes: Sequence[str], who: Mapping[str, set[int]]) -> list[list[str]]:
    """The headings of a side, those by which somebody could be picked out in one block, with as many others as it takes."""
    away = [code for code in codes if small(len(who[code]))]
    others = [code for code in codes if code not in away]
    spare = [code for code in others if who[code]]
    while away and small(len(_people(away, who))) and spare:
        taken = spare.pop()
        away.append(taken)
        others.remove(taken)
    return [[code] for code in others] + ([sorted(away, key=list(codes).index)] if away else [])


def _people(codes: Iterable[str], who: Mapping[str, set[int]]) -> set[int]:
    return set().union(*(who[code] for code in codes))


def minutes(typed: str) -> int:
    """1:30 and 1.5 are 90; nothing is 0. Refuses (ValueError) what is no length, and what is not in quarter hours."""
    if not typed.strip():
        return 0
    found = TYPED.fullmatch(typed.strip()) if typed.isascii() else None
    if found is None:
        raise ValueError("No length of time.")
    hours, after_colon, after_point = found.groups()
    part = int(after_colon or 0) + int(Decimal(f"0.{after_point or 0}") * HOUR)
    if part % QUARTER:
        raise ValueError("Not in quarter hours.")
    return int(hours) * HOUR + part


def length(number: int) -> str:
    """90 is 1:30."""
    return f"{number // HOUR}:{number % HOUR:02}"


def mondays(today: date) -> list[date]:
    """The days on which a week may begin: today where it is a Monday, and those to come."""
    first = today + timedelta(days=-today.weekday() % 7)
    return [first + WEEK * number for number in range(AHEAD)]


def days_of(first_day: date) -> list[date]:
    return [first_day + timedelta(days=number) for number in range(7)]
