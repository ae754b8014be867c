"""The office as the rest of the house asks about it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Any, get_args

from offices.days_off import DayOff
from offices.layouts import Layout
from offices.shape import (
    Agency,
    Benchmark,
    Channel,
    Contact,
    Costs,
    Functions,
    Hours,
    Languages,
    Names,
    PolicingBody,
    Process,
    Promise,
    PromiseName,
    Reason,
    Route,
    Staff,
    Team,
    in_force,
)
from offices.targets import Target
from offices.workload import Workload


class OfficeError(ValueError):
    """A pack, or a question put to one, is wrong. The text is one plain sentence for whoever runs the installation."""


def table(key: str, *, optional: bool = False) -> Any:
    """A field written under another name in the pack, where a method already has the plain name."""
    return field(default=(), metadata={"key": key}) if optional else field(metadata={"key": key})


@dataclass(frozen=True, kw_only=True)
class Everywhere:
    """What holds in every office unless the office's own pack says otherwise."""

    promises: tuple[Promise, ...]
    ways_in: tuple[Channel, ...] = table("channels")
    teams: tuple[Team, ...]
    agencies: tuple[Agency, ...]
    reasons: tuple[Reason, ...]
    processes: tuple[Process, ...]
    staff: tuple[Staff, ...]
    layouts: tuple[Layout, ...]
    workload: tuple[Workload, ...]


@dataclass(frozen=True, kw_only=True)
class Office:
    """One office. The lists are as written; the methods say what is true on a given day."""

    slug: str
    names: Names
    contact: Contact
    languages: Languages
    policing_bodies: tuple[PolicingBody, ...]
    functions_held: tuple[Functions, ...] = table("functions")
    opening: tuple[Hours, ...] = table("hours")
    teams: tuple[Team, ...]
    staff: tuple[Staff, ...]
    promises: tuple[Promise, ...] = ()
    days_off: tuple[DayOff, ...] = ()
    ways_in: tuple[Channel, ...] = table("channels", optional=True)
    agencies: tuple[Agency, ...] = ()
    reasons: tuple[Reason, ...] = ()
    processes: tuple[Process, ...] = ()
    routes_written: tuple[Route, ...] = table("routes", optional=True)
    benchmarks: tuple[Benchmark, ...] = ()
    targets: tuple[Target, ...] = ()
    layouts: tuple[Layout, ...] = ()
    workload: tuple[Workload, ...] = ()
    cost_years: tuple[Costs, ...] = table("costs", optional=True)
    shows_looks: bool = False  # may people see how often, and by whom in kind, their case was opened (own_page)

    def name(self, language: str) -> str:
        return self.names.team.said(language)

    def promise(self, name: str, on: date) -> Promise | None:
        """The promise in force that day; None when none was then made. Refuses a name that no pack may use."""
        known = get_args(PromiseName)
        if name not in known:
            raise OfficeError(f'There is no promise called "{name}".{nearest(name, known)}')
        return next((p for p in in_force(self.promises, on) if p.name == name), None)

    def hours(self, on: date) -> tuple[Hours, ...]:
        """The opening hours in force that day, whole weeks; planned hours are left out."""
        return tuple(h for h in in_force(self.opening, on) if not h.planned)

    def functions(self, on: date) -> Functions | None:
        return next(iter(in_force(self.functions_held, on)), None)

    def channels(self, on: date) -> tuple[Channel, ...]:
        """The ways in that are open that day; planned ones are left out."""
        return tuple(c for c in in_force(self.ways_in, on) if not c.planned)

    def reason(self, code: str) -> Reason:
        return self._one(self.reasons, "code", code)

    def team(self, slug: str) -> Team:
        return self._one(self.teams, "slug", slug)

    def process(self, on: date) -> str | None:
        """The written process followed that day, by its short name; None when the pack describes none."""
        return next((p.name for p in in_force(self.processes, on)), None)

    def routes(self, on: date) -> tuple[Route, ...]:
        """The steps of that day's process, by letter and then by order."""
        now = self.process(on)
        return tuple(sorted((r for r in self.routes_written if r.process == now), key=lambda r: (r.letter, r.order)))

    def costs(self, on: date) -> Costs | None:
        """The newest cost figures known by that day; None means the report says "not set"."""
        return next(iter(in_force(self.cost_years, on)), None)

    def _one[R](self, rows: tuple[R, ...], key: str, wanted: str) -> R:
        found = next((r for r in rows if getattr(r, key) == wanted), None)
        if found is None:
            near = nearest(wanted, [getattr(r, key) for r in rows])
            raise OfficeError(f'{self.slug} has no {key} "{wanted}".{near}')
        return found


def nearest(word: str, known: Iterable[str]) -> str:
    """` Did you mean "x"?` with its leading space, or nothing when no known word is close."""
    close = get_close_matches(word, list(known), n=1)
    return f' Did you mean "{close[0]}"?' if close else ""
