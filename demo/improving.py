"""Made-up months of contacts, so that a warning stands and an improvement can be measured; and a register with improvements in
every status. The months are plain rows beside the imported history: figures to count, nobody's story."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import cycle
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from putright.cases.models import Case
from putright.contacts.models import Contact
from putright.improvements import actions, rules
from putright.improvements.models import Improvement
from putright.law import calendar
from putright.people.models import Handler
from putright.people.roles import Role
from putright.warnings import actions as warnings

MONTHS = 28
UNEVEN = (0.94, 1.06, 1.0, 0.9, 1.08, 1.02, 0.97, 1.05, 0.93, 1.03, 1.0)  # as months are; the same on every day it is loaded
WORDS = "A contact of an earlier month, invented for the demonstration."
NOWHERE = actions.Begun()
# reason: how many a month of 21 working days, then (how many months back it began, times so many) in order
PLANTED: dict[str, tuple[int, tuple[tuple[int, float], ...]]] = {
    "belongings.not-returned": (24, ((9, 0.5),)),
    "response.waiting-101": (20, ((4, 2.2), (1, 1.4))),
    "informed.no-update": (26, ((1, 2.2),)),
    "manner.rude": (14, ()),
}


def months(now: datetime) -> list[date]:
    """The first days of the whole months that are over, the newest first."""
    today = calendar.day_of(now)
    found = [divmod(today.year * 12 + today.month - 1 - back, 12) for back in range(1, MONTHS + 1)]
    return [date(year, month + 1, 1) for year, month in found]


def plant(now: datetime) -> int:
    """Write the months, on the imported cases in turn. Says how many contacts; none where no history is loaded."""
    cases = list(Case.objects.filter(imported=True).order_by("pk").values_list("pk", flat=True))
    if not cases:
        return 0
    on = cycle(cases)
    morning = time(10, 5)
    moments = ((one, number, calendar.at(day, morning)) for one in PLANTED for number, day in enumerate(days(one, now)))
    made = [
        Contact(
            key=uuid5(NAMESPACE_URL, f"months/{reason}/{at:%Y-%m-%d}/{number}"), case_id=next(on), channel="phone",
            kind="enquiry", language="en", words=WORDS, reason=reason, received_at=at, entered_at=at,
        )
        for reason, number, at in moments
    ]  # fmt: skip
    Contact.objects.bulk_create(made, batch_size=500)
    return len(made)


def days(reason: str, now: datetime) -> Iterator[date]:
    """A day for each contact, spread over the working days of its month that are over."""
    known = calendar.england_and_wales()
    usual, changes = PLANTED[reason]
    today = calendar.day_of(now)
    for back, begins in enumerate([today.replace(day=1), *months(now)]):
        month = [day for n in range(31) if (day := begins + timedelta(days=n)).month == begins.month and day < today]
        working = [day for day in month if known.is_working_day(day)]
        times = next((times for since, times in reversed(changes) if back <= since), 1.0)
        count = round(usual * times * len(working) / 21 * UNEVEN[back % len(UNEVEN)])
        yield from (working[number * len(working) // count] for number in range(count))


@dataclass
class Register:
    """Writes improvements at their own moments: `back` is months before now."""

    now: datetime
    team: list[Handler]

    def at(self, back: int, day: int = 12) -> datetime:
        begins = months(self.now)[back - 1] if back else calendar.day_of(self.now).replace(day=1)
        return min(calendar.at(begins + timedelta(days=day - 1), time(11, 20)), self.now - timedelta(minutes=5))

    def begin(
        self, back: int, title: str, kind: str, due: int, came: actions.Begun = NOWHERE, **more: Any
    ) -> Improvement:
        at = self.at(back)
        owner = self.team[len(title) % len(self.team)]
        given = actions.Given(title, kind, owner, calendar.day_of(at) + timedelta(days=due), **more)
        return actions.begin(given, came, by=owner, at=at)

    def step(self, one: Improvement, back: int, status: str, words: str) -> None:
        at = self.at(back, 20)
        made_on = calendar.day_of(at) - timedelta(days=1) if status == rules.MADE else None
        actions.step(one, actions.Stands(status, one.owner, one.due_on, words, made_on), by=one.owner, at=at)


def show_improvements(staff: list[Handler], *, now: datetime) -> int:
    """A warning that stands, one that became an improvement, and the rest of the register. Says how many improvements."""
    if not plant(now):
        return 0
    kept = Register(now, [one for one in staff if one.role == Role.HANDLER])
    measured(kept)
    by_a_measure(kept)
    from_a_warning(kept)
    uncounted(kept)
    menu = warnings.Change(calendar.day_of(kept.at(6)), "The menu of 101 changed")
    warnings.annotate(menu, by=kept.team[0], at=kept.at(5))
    return Improvement.objects.count()


def reason(code: str) -> dict[str, str]:
    return {"which": "reason", "code": code}


def measured(kept: Register) -> None:
    """One that helped and is closed, and one of which nothing can be said."""
    one = kept.begin(
        13, "Property is handed back by appointment, with a text the day before", "service", 150, cause="process",
        words="People came for their belongings and found nobody who could open the store.",
        benefit="Fewer wasted journeys, and fewer calls about them.", hoped=-30, **reason("belongings.not-returned"),
    )  # fmt: skip
    kept.step(one, 12, rules.DOING, "The two stores agreed to fixed hours. A diary is being set up.")
    kept.step(one, 10, rules.MADE, "The diary is open at both stores, and a text goes out the day before.")
    kept.step(one, 1, rules.CLOSED, "It has held for more than half a year. The stores keep the diary themselves.")
    one = kept.begin(
        10, "An afternoon on tone for the front counters", "training", 90, cause="attitude",
        words="Two real calls, told anonymously, and what would have helped.", hoped=-20, **reason("manner.rude"),
    )  # fmt: skip
    kept.step(one, 8, rules.MADE, "All 41 counter staff took part in one of five afternoons.")


def by_a_measure(kept: Register) -> None:
    """One that no single reason shows, but a measure of the catalogue does; it is drawn on that measure's page too."""
    one = kept.begin(
        4, "A page that says how to replace a lost reference", "words", 60, cause="communication",
        words="Half of those who wrote again only wanted their reference.", benefit="Fewer contacts that ask nothing else.",
        hoped=-10, which="measure", code="contacts",
    )  # fmt: skip
    kept.step(one, 2, rules.MADE, "The page is there in both languages, and the first answer names it.")


def from_a_warning(kept: Register) -> None:
    """A warning of three months ago that became an improvement: too early to tell."""
    ref = f"reason/response.waiting-101/{months(kept.now)[3].isoformat()}"
    one = kept.begin(
        3, "A message on 101 that says how long the wait is", "words", 60, actions.Begun("warning", ref), cause="demand",
        words="Callers hear how long the wait is, and that they may report online.", hoped=-30,
        **reason("response.waiting-101"),
    )  # fmt: skip
    kept.step(one, 2, rules.DOING, "The contact centre records the message in both languages.")
    kept.step(one, 1, rules.MADE, "The message is live.")


def uncounted(kept: Register) -> None:
    """What no count shows: planned, being done and late, and dropped."""
    kept.begin(
        1, "The journey of a victim of online fraud, from the first call to the last letter", "journey", 120,
        cause="communication",
        words="With the cybercrime unit: every step, who tells them, and where they are left waiting.",
        benefit="One page that says what happens to a report made nationally.",
    )  # fmt: skip
    one = kept.begin(
        5, "What shops and farms need from us when they are victims", "project", 100, cause="policy",
        words="With the local policing unit: ten visits, ten conversations.",
    )  # fmt: skip
    kept.step(one, 3, rules.DOING, "Six of ten visits are made. Two farms asked for a contact by name.")
    one = kept.begin(6, "What people say of us on social media", "research", 90, words="A count of themes over three months.")
    kept.step(one, 4, rules.DROPPED, "The university has done the same for three forces. We use its report.")
