"""The same queue played out call by call, with a seed: what the formulas are checked against, and what skills need.

Who has waited longest is answered first. `played` keeps only when each person is free next; `skilled` also knows who
speaks Welsh."""

from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from heapq import heappop, heappush, heapreplace
from random import Random

from .erlang import CannotReckon, Load, Target, Wait


@dataclass(frozen=True)
class Run:
    """`calls` are counted after `warm` others have come and gone."""

    seed: int
    calls: int
    warm: int = 2_000


def played(load: Load, number: int, patience: float | None, within: float, run: Run) -> Wait:
    """What happens to `run.calls` calls. `patience` None: nobody gives up."""
    luck = Random(run.seed).expovariate  # noqa: S311 - a seeded play, no secret
    arrive, done = load.calls / 3600, 1 / load.seconds
    free, now, waits, soon, gone, waited, worked, first = [0.0] * number, 0.0, 0, 0, 0, 0.0, 0.0, 0.0
    for place in range(run.warm + run.calls):
        now += luck(arrive)
        wait, stays = max(0.0, free[0] - now), luck(1 / patience) if patience else float("inf")
        takes = luck(done) if wait <= stays else 0.0
        if wait <= stays:
            heapreplace(free, now + wait + takes)
        if place < run.warm:
            first = now
            continue
        waits, gone, soon = waits + (wait > 0), gone + (wait > stays), soon + (wait <= min(within, stays))
        waited, worked = waited + min(wait, stays), worked + takes
    busy = worked / (number * (now - first))
    return Wait(waits / run.calls, waited / run.calls, soon / run.calls, busy, gone / run.calls)


@dataclass(frozen=True)
class Skills:
    """`welsh` of the `people` speak Welsh; `share` of the callers, 0 to 1, want to."""

    people: int
    welsh: int
    share: float


@dataclass(frozen=True)
class Apart:
    """Of Welsh callers and of the others: mean seconds waited, the share given up, and the share answered in time."""

    welsh: float
    others: float
    welsh_lost: float
    others_lost: float
    welsh_soon: float
    others_soon: float


class Floor:
    """People and two queues. A Welsh call goes only to who speaks Welsh; an English one first to who does not. Somebody
    who comes free and speaks Welsh takes a waiting Welsh caller first."""

    def __init__(self, skills: Skills, load: Load, patience: float, within: float, seed: int) -> None:
        self.free = {True: skills.welsh, False: skills.people - skills.welsh}
        self.luck, self.done, self.patience = Random(seed), 1 / load.seconds, patience  # noqa: S311 - as above
        self.share, self.arrive = skills.share, load.calls / 3600
        self.waiting: dict[bool, deque[tuple[float, float]]] = {True: deque(), False: deque()}
        self.busy: list[tuple[float, bool]] = []
        self.within = within
        # calls, seconds, given up, answered in time
        self.told: dict[bool, list[float]] = {True: [0, 0.0, 0, 0], False: [0, 0.0, 0, 0]}

    def ends(self, until: float) -> None:
        """Everybody who comes free by then, in order, takes the next."""
        while self.busy and self.busy[0][0] <= until:
            at, speaks = heappop(self.busy)
            self.free[speaks] += 1
            self.next(at, speaks=speaks)

    def next(self, at: float, *, speaks: bool) -> None:
        for welsh in (True, False) if speaks else (False,):
            queue = self.waiting[welsh]
            while queue:
                came, leaves = queue.popleft()
                self.tell(welsh, min(at, leaves) - came, lost=leaves < at)
                if leaves >= at:
                    self.take(at, speaks)
                    return

    def take(self, at: float, speaks: bool) -> None:
        self.free[speaks] -= 1
        heappush(self.busy, (at + self.luck.expovariate(self.done), speaks))

    def tell(self, welsh: bool, waited: float, *, lost: bool) -> None:
        kept = self.told[welsh]
        soon = waited <= self.within and not lost
        kept[:] = kept[0] + 1, kept[1] + waited, kept[2] + lost, kept[3] + soon

    def rings(self, now: float) -> None:
        welsh = self.luck.random() < self.share
        leaves = now + self.luck.expovariate(1 / self.patience)
        able = [speaks for speaks in ((True,) if welsh else (False, True)) if self.free[speaks]]
        if able:
            self.tell(welsh, 0.0, lost=False)
            self.take(now, able[0])
        else:
            self.waiting[welsh].append((now, leaves))


def skilled(skills: Skills, load: Load, patience: float, within: float, run: Run) -> Apart:
    """How Welsh callers and the others are answered, in `within` seconds or later. Refuses more Welsh speakers than people."""
    if not 0 <= skills.welsh <= skills.people or not 0 < skills.share < 1 or not load.calls:
        raise CannotReckon("skills", "There cannot be more Welsh speakers than people, nor none or only Welsh callers.")
    floor, now = Floor(skills, load, patience, within, run.seed), 0.0
    for _each in range(run.calls):
        now += floor.luck.expovariate(floor.arrive)
        floor.ends(now)
        floor.rings(now)
    floor.ends(float("inf"))
    for welsh, left in floor.waiting.items():  # nobody could ever take them
        for came, leaves in left:
            floor.tell(welsh, leaves - came, lost=True)
    both = zip(floor.told[True][1:], floor.told[False][1:], strict=True)
    calls = floor.told[True][0] or 1, floor.told[False][0] or 1
    return Apart(*(part / whole for pair in both for part, whole in zip(pair, calls, strict=True)))


@dataclass(frozen=True)
class Speakers:
    """The fewest who must speak Welsh, as the play says that asks for least and the one that asks for most. `enough`: in every
    play everybody speaking Welsh was enough."""

    fewest: int
    most: int
    enough: bool = True


def welsh_speakers(people: int, share: float, load: Load, patience: float, target: Target, runs: Sequence[Run]) -> Speakers:
    """The fewest of `people` who must speak Welsh so that Welsh callers by themselves get what the office promises every
    caller (`target`), by playing it out as often as there are `runs`: chance alone may tell one play from the next."""

    def reaches(welsh: int, run: Run) -> bool:
        apart = skilled(Skills(people, welsh, share), load, patience, target.within, run)
        return apart.welsh_soon >= target.share and apart.welsh_lost <= target.lost

    found = [bisect_left(range(1, people), True, key=partial(reaches, run=run)) + 1 for run in runs]
    return Speakers(min(found), max(found), max(found) < people or all(reaches(people, run) for run in runs))
