"""Logs of the same shape, read once: the same verbs with the same codes in the same order begin, keep and end the same
promises, whatever the moments. No database.

Some events go by a day as well: `clarified` may restart a promise, if the office then said so, and some tell the day on which
what they write down happened. A log with one is read by itself. The rules are shown no more of the facts than the shape
holds, so what they answer cannot depend on more."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from offices import Office
from putright.clocks.periods import PROMISES
from putright.clocks.runs import Happened, Run, runs_of

Shape = tuple[tuple[object, ...], ...]
ZERO = datetime(2020, 1, 1, tzinfo=UTC)  # moments of a shape are places in its log: so many days after this
BY_DAY = frozenset({"clarified", "review_asked", "review_answered", "victim_review_opened"})


class Shapes:
    def __init__(self, office: Office) -> None:
        self.office = office
        self.known: dict[Shape, list[tuple[str, Run]]] = {}

    def runs(self, log: list[Happened], received_at: datetime) -> Iterator[tuple[str, Run]]:
        """Every clock there has been on a case, by promise. The log is in order and in UTC."""
        if any(event.verb in BY_DAY or "clear_at" in event.facts for event in log):
            yield from self._read(log, received_at)
            return
        shape = tuple((event.verb, *codes(event.facts).items()) for event in log)
        if shape not in self.known:
            placed = [Happened(e.verb, ZERO + timedelta(days=n), codes(e.facts)) for n, e in enumerate(log)]
            self.known[shape] = list(self._read(placed, None))
        received = received_at.astimezone(UTC)
        moments = [received if event.verb == "received" else event.at for event in log]
        for promise, run in self.known[shape]:
            yield promise, dated(run, moments)

    def _read(self, log: list[Happened], received_at: datetime | None) -> Iterator[tuple[str, Run]]:
        for promise in PROMISES:
            for run in runs_of(promise, log, self.office, received_at):
                yield promise, run


def codes(facts: Mapping[str, object]) -> dict[str, object]:
    """The facts that are codes or yes and no; not ids, not moments."""
    return {name: facts[name] for name in sorted(facts) if isinstance(facts[name], str | bool) and name[-3:] != "_at"}


def dated(run: Run, moments: list[datetime]) -> Run:
    """A clock of a shape with the moments of one case's own log."""

    def when(place: datetime) -> datetime:
        return moments[(place - ZERO).days]

    return replace(
        run, first_at=when(run.first_at), started_at=when(run.started_at),
        kept=run.kept and (when(run.kept[0]), run.kept[1]), ended=run.ended and (when(run.ended[0]), run.ended[1]),
        stops=tuple(stop._replace(since=when(stop.since), until=stop.until and when(stop.until)) for stop in run.stops),
        longer=tuple(one._replace(at=when(one.at)) for one in run.longer),
        excused=run.excused and (when(run.excused[0]), run.excused[1]),
    )  # fmt: skip
