"""What must agree inside one pack, once every key is well formed."""

from collections.abc import Callable, Iterable
from datetime import date
from itertools import combinations
from typing import Any

from offices.office import Office, OfficeError

ALWAYS, EVER = date.min, date.max


def check(office: Office, file: str) -> None:
    """Raises OfficeError with one sentence for the first thing that does not agree."""
    if f"{office.slug}.toml" != file:
        raise OfficeError(f'{file}: slug is "{office.slug}", but the file is called {file}. Make them the same.')
    parts = (check_dates, check_overlaps, check_twice, check_hours, check_links, check_notice, check_languages, check_promises)
    for part in parts:
        for fault in part(office):
            raise OfficeError(f"{file}: {fault}")


def dated_lists(office: Office) -> list[tuple[str, tuple[Any, ...], Callable[[Any], object]]]:
    """Every list where only one row may be in force on a day, with what tells its rows apart."""
    return [
        ("policing_bodies", office.policing_bodies, lambda r: ""),
        ("functions", office.functions_held, lambda r: ""),
        ("promises", office.promises, lambda r: r.name),
        ("channels", office.ways_in, lambda r: r.slug),
        ("processes", office.processes, lambda r: ""),
        ("costs", office.cost_years, lambda r: ""),
        ("agencies", office.agencies, lambda r: r.slug),
        ("teams", office.teams, lambda r: r.slug),
        ("workload", office.workload, lambda r: r.name),
    ]


def check_dates(office: Office) -> Iterable[str]:
    for name, rows, _ in [*dated_lists(office), ("hours", office.opening, None), ("staff", office.staff, None)]:
        for r in rows:
            if r.since and r.until and r.until < r.since:
                yield f"a row of [[{name}]] ends on {r.until}, before it starts on {r.since}."


def check_overlaps(office: Office) -> Iterable[str]:
    for name, rows, told_apart in dated_lists(office):
        for a, b in combinations([r for r in rows if not getattr(r, "planned", False)], 2):
            if told_apart(a) == told_apart(b) and overlap(a, b):
                which = f' for "{told_apart(a)}"' if told_apart(a) else ""
                yield f"two rows of [[{name}]]{which} are in force at once. Give the earlier one an until date."


def overlap(a: Any, b: Any) -> bool:
    return bool((a.since or ALWAYS) <= (b.until or EVER) and (b.since or ALWAYS) <= (a.until or EVER))


def check_twice(office: Office) -> Iterable[str]:
    for name, keys in (("reasons", [r.code for r in office.reasons]), ("staff", [s.slug for s in office.staff])):
        for key in sorted({k for k in keys if keys.count(k) > 1}):
            yield f'[[{name}]] has "{key}" twice.'


def check_hours(office: Office) -> Iterable[str]:
    for h in office.opening:
        if h.closes <= h.opens:
            yield f"a row of [[hours]] closes at {h.closes:%H:%M}, not after it opens at {h.opens:%H:%M}."
    for a, b in combinations([h for h in office.opening if not h.planned], 2):
        if set(a.days) & set(b.days) and overlap(a, b) and a.opens < b.closes and b.opens < a.closes:
            yield "two rows of [[hours]] are in force at once for the same day. Give the earlier one an until date."


def check_links(office: Office) -> Iterable[str]:
    teams = {t.slug for t in office.teams}
    processes = {p.name for p in office.processes}
    groups = {r.code for r in office.reasons if r.under is None}
    named = [(f'staff "{s.slug}"', s.team) for s in office.staff]
    named += [(f"route {r.letter}{r.order}", team) for r in office.routes_written for team in r.teams]
    for who, team in named:
        if team not in teams:
            yield f'{who} names the team "{team}", which is not in [[teams]].'
    for r in office.routes_written:
        if r.process not in processes:
            yield f'route {r.letter}{r.order} names the process "{r.process}", which is not in [[processes]].'
    for reason in office.reasons:
        if reason.under is not None and reason.under not in groups:
            yield f'reason "{reason.code}" is under "{reason.under}", which is not a group in [[reasons]].'


def check_notice(office: Office) -> Iterable[str]:
    """Section 13A: models 2 and 3 begin with a notice; the others have none."""
    for f in office.functions_held:
        if f.model in (2, 3) and f.notice is None:
            yield f"functions model {f.model} needs the date of its notice (section 13A(4))."
        if f.model in (0, 1) and f.notice is not None:
            yield f"functions model {f.model} is not given by notice. Take the notice date out."


def check_languages(office: Office) -> Iterable[str]:
    if office.languages.first not in office.languages.offered:
        yield "the first language in [languages] is not among those offered."


def check_promises(office: Office) -> Iterable[str]:
    """No limit the law sets may be stopped or extended; an extension has a length and a number."""
    for promise in office.promises:
        if promise.statutory and (promise.stops_for or promise.extends_times):
            yield f'the promise "{promise.name}" is set by law: it can be neither stopped nor extended.'
        if bool(promise.extends_times) != bool(promise.extends_by):
            yield f'the promise "{promise.name}" needs both extends_times and extends_by, or neither.'
