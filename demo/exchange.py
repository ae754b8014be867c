"""A made-up telephone exchange: calls of the shape a real one has, the same for the same seed.

More calls at ten in the morning than at four; callers who give up when they wait too long; some passed on, some ended in
the menu, some with no number; one in ten told of twice, one in twelve late; and nights on which the clocks change. Every
number is one of Ofcom's for drama."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
# How many of a hundred calls of a weekday come in each hour, from midnight; a Saturday or Sunday has a quarter of them.
BY_HOUR = (1, 1, 1, 0.5, 0.5, 1, 1.5, 3, 6, 10, 11, 10, 8, 8, 8, 7, 6, 5, 4, 3, 2, 1.5, 1, 1)
OPENS, CLOSES = time(8), time(18)


@dataclass(frozen=True)
class Event:
    """What the exchange would send of a call."""

    call: str
    event: str
    at: datetime
    more: tuple[tuple[str, object], ...] = ()

    def sent(self) -> dict[str, object]:
        return {"call": self.call, "event": self.event, "at": self.at.isoformat(), **dict(self.more)}


def moments(chance: Random, first: date, days: int, calls: int) -> list[datetime]:
    """When they rang, in order. The hour that comes twice, or not at all, is as it is in London."""
    weights = []
    for number in range(days):
        day = first + timedelta(days=number)
        start = datetime.combine(day, time(0), LONDON).astimezone(UTC)
        end = datetime.combine(day + timedelta(days=1), time(0), LONDON).astimezone(UTC)
        while start < end:
            busy = BY_HOUR[start.astimezone(LONDON).hour] * (0.25 if day.weekday() > 4 else 1)
            weights.append((start, busy))
            start += timedelta(minutes=30)
    chosen = chance.choices([start for start, _ in weights], [busy for _, busy in weights], k=calls)
    return sorted(start + timedelta(seconds=chance.randrange(1800)) for start in chosen)


def number(chance: Random) -> tuple[tuple[str, object], ...]:
    drawn = chance.random()
    if drawn < 0.14:
        return (("withheld", True),)
    if drawn < 0.17:
        return (("number", "anonymous"),)
    if drawn < 0.19:
        return ()
    if drawn < 0.6:
        return (("number", f"07700 900{chance.randrange(1000):03}"),)
    return (("number", f"+44 1632 960{chance.randrange(1000):03}"),)


def call(chance: Random, key: str, rang: datetime, extensions: list[str]) -> list[Event]:
    """One call's events in the order they happened."""
    told = [Event(key, "offered", rang, number(chance))]
    chosen = rang + timedelta(seconds=chance.randint(6, 25))
    option = chance.choices(["3", "1", "2"], [80, 12, 8])[0]
    if chance.random() < 0.06:  # gone before choosing anything
        return [*told, Event(key, "menu", chosen, (("option", option),)), Event(key, "ended", chosen + timedelta(seconds=4))]
    told += [Event(key, "menu", chosen, (("option", option),)), Event(key, "queued", chosen + timedelta(seconds=1))]
    queued, local = told[-1].at, rang.astimezone(LONDON)
    if local.weekday() > 4 or not OPENS <= local.time() < CLOSES:
        return [*told, Event(key, "transferred", queued + timedelta(seconds=30), (("direction", "out"), ("to", "control room")))]
    wait = chance.expovariate(1 / (4 + BY_HOUR[local.hour] ** 1.3))
    patience = chance.expovariate(1 / 240)
    if patience < wait:
        gave_up = queued + timedelta(seconds=int(patience) + 1)
        return [*told, Event(key, "abandoned", gave_up), Event(key, "ended", gave_up)]
    answered = queued + timedelta(seconds=int(wait) + 1)
    told.append(Event(key, "answered", answered, (("extension", chance.choice(extensions)),)))
    talked = answered + timedelta(seconds=int(chance.lognormvariate(5.5, 0.7)) + 5)
    if chance.random() < 0.05:
        told.append(Event(key, "transferred", talked, (("direction", "out"), ("to", "professional standards"))))
    return [*told, Event(key, "ended", talked)]


def events(seed: int, first: date, days: int, calls: int, extensions: list[str]) -> Iterator[Event]:
    """Everything the exchange sends, in the order it sends it: mostly as it happened, some twice, some late."""
    chance, line = Random(seed), Random(f"line {seed}")  # noqa: S311 - the same callers each time, nothing secret
    told: list[tuple[datetime, int, Event]] = []
    for place, rang in enumerate(moments(chance, first, days, calls)):
        for event in call(chance, f"{seed:02}-{place:06}", rang, extensions):
            late = timedelta(seconds=line.randint(5, 900)) if line.random() < 1 / 12 else timedelta(0)
            told.append((event.at + late, len(told), event))
            if line.random() < 0.1:
                told.append((event.at + timedelta(seconds=line.randint(1, 600)), len(told), event))
    for _sent, _place, event in sorted(told, key=lambda one: one[:2]):
        yield event


def rows(seed: int, first: date, days: int, calls: int, extensions: list[str]) -> Iterator[dict[str, str]]:
    """The same calls as the exchange's own log writes them: a row for each call, London time without a zone."""
    chance = Random(seed)  # noqa: S311
    for place, rang in enumerate(moments(chance, first, days, calls)):
        told = call(chance, f"{seed:02}-{place:06}", rang, extensions)
        yield row(told)


COLUMNS = ("Call ID", "Start", "Queue start", "Answer time", "Abandon time", "End", "CLI", "Option", "Agent", "Transfer time",
           "Transfer to")  # fmt: skip
STEPS = {"offered": "Start", "queued": "Queue start", "answered": "Answer time", "abandoned": "Abandon time", "ended": "End",
         "transferred": "Transfer time"}  # fmt: skip


def row(told: list[Event]) -> dict[str, str]:
    made = dict.fromkeys(COLUMNS, "") | {"Call ID": told[0].call}
    for event in told:
        more = dict(event.more)
        if event.event in STEPS:
            made[STEPS[event.event]] = f"{event.at.astimezone(LONDON):%d/%m/%Y %H:%M:%S}"
        if event.event == "offered":
            made["CLI"] = "withheld" if more.get("withheld") else str(more.get("number", ""))
        for name, column in (("option", "Option"), ("extension", "Agent"), ("to", "Transfer to")):
            made[column] = str(more.get(name, "")) or made[column]
    return made


def ringing(at: datetime, key: str, caller: str, waited: int) -> list[Event]:
    """A call that has waited so many seconds and is not answered yet. `caller`: a number, or nothing where it is withheld."""
    rang = at - timedelta(seconds=waited + 12)
    known: tuple[tuple[str, object], ...] = (("number", caller),) if caller else (("withheld", True),)
    told = [Event(key, "offered", rang, known), Event(key, "menu", rang + timedelta(seconds=11), (("option", "3"),))]
    return [*told, Event(key, "queued", rang + timedelta(seconds=12))]


def answered(told: list[Event], extension: str, waited: int, talked: int) -> list[Event]:
    """The same call, answered after so many seconds of waiting and ended after so many of talking."""
    began = told[-1].at + timedelta(seconds=waited)
    call, end = told[-1].call, began + timedelta(seconds=talked)
    return [*told, Event(call, "answered", began, (("extension", extension),)), Event(call, "ended", end)]
