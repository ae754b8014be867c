"""What the demonstration's figures of cost and worth rest on. All of it is invented, and says so on the page."""

from datetime import datetime, timedelta
from decimal import Decimal

from putright.extracts import actions as extracts
from putright.measures.actions import AllForces, Beside, set_line, set_table
from putright.people.models import Handler
from putright.people.queries import office
from putright.value import actions
from putright.value.actions import Counted, Figure
from putright.value.years import Year

INVENTED = "Invented for the demonstration"
SHARED = "Invented: as much of a team's cost as goes with the few contacts of the demonstration"
RANKS = {"constable": "31.20", "sergeant": "37.60", "inspector": "44.10", "staff": "22.40"}
PLANNED = (
    ("Fewer people have to ring twice", "Frequent callers, month by month", 90, ""),
    ("Nobody is passed on more than once", "Cases passed on, in the month", -20, ""),
    ("Officers are told of less that a phone call can settle", "Put right at first contact, in the month", -60,
     "The share put right rose in each of the last three months. See The month."),
)  # fmt: skip
LINES = (  # figure, whose, how much, way, days ago, why
    ("in-time-share", "ours", "80", "least", 300, "What the team can do with six people"),
    ("in-time-share", "ours", "85", "least", 60, "Two people came, so the board wants more"),
    ("given-up-share", "ours", "8", "most", 300, "The board’s one worry while posts are empty"),
    ("days-to-log", "ours", "1", "most", 300, "We say within a day, so we mean it"),
    ("stayed-share", "ours", "40", "least", 120, "Settled should mean settled"),
    ("after-first-try", "similar", "24", "", 200, "Set beside ours since the first year"),
    ("after-first-try", "national", "17", "", 200, "Set beside ours since the first year"),
    ("days-outside", "similar", "19", "", 200, "The board asked how others do"),
    ("settled-share", "ours", "50", "least", 300, "Half of all settled at first contact"),
    ("settled-share", "similar", "44", "", 200, "The board asked how others do"),
    ("employees", "ours", "2000", "", 300, "As much of a force as goes with the few cases of the demonstration"),
)
QUESTIONS = (
    ("Complaints by telephone", "contacts", "channel=phone&kind=complaint", "", "handler"),
    ("Handed over, week by week", "handovers", "", "week", "handler"),
)


def furnish_worth(staff: list[Handler], *, now: datetime) -> int:
    """Figures of this year and the one before, a count before and after, benefits, two shared questions. How many benefits."""
    supervisor = next(one for one in staff if one.role == "supervisor")
    this = Year.of(now)
    for year, rise in ((Year(this.first - 1), Decimal(1)), (this, Decimal("1.03"))):
        for figure in figures(year, rise):
            actions.set_rate(figure, by=supervisor, at=now)
    set_beside(supervisor, now=now)
    for year, ours in ((Year(this.first - 2), "278.4"), (Year(this.first - 1), "311.9")):
        set_table(all_forces(year, Decimal(ours)), by=supervisor, at=now)
    begun = Year(this.first - 3).first_day
    for counted in (
        Counted("Before there was one team", begun, 12, 2_160, 238, INVENTED, 4),
        Counted("The first year of the team", Year(this.first - 2).first_day, 12, 6_840, 2_873, INVENTED, 6),
    ):
        actions.set_before(counted, by=supervisor, at=now)
    for what, measure, days, evidence in PLANNED:
        due = (now + timedelta(days=days)).date()
        one = actions.plan(what, measure, supervisor, due, by=supervisor, at=now)
        if evidence:
            actions.deliver(one, due, evidence, by=supervisor, at=now)
    for name, subject, address, every, role in QUESTIONS:
        kept = extracts.keep(name, subject, address, every, by=supervisor, at=now - timedelta(days=40))
        extracts.share(kept, None, role, by=supervisor, at=now)
    return len(PLANNED)


def set_beside(supervisor: Handler, *, now: datetime) -> None:
    """Targets of the office and what others have: all invented."""
    for figure, whose, value, way, days, why in LINES:
        when = now - timedelta(days=days)
        line = Beside(figure, whose, Decimal(value), when.date(), why, way, INVENTED)
        set_line(line, by=supervisor, at=when)


def all_forces(year: Year, ours: Decimal) -> AllForces:
    """A table as somebody might have published it. No real force stands in it but ours, and its figure is invented too."""
    called = office().names.force.en
    rows = tuple((f"Another force {number}", Decimal(140 + 7 * number) - Decimal("0.3")) for number in range(1, 43))
    return AllForces("allegations-each-thousand", year.name, year.last_day, (*rows, (called, ours)), called, INVENTED)


def figures(year: Year, rise: Decimal) -> list[Figure]:
    hours = [
        Figure("hour", year, (Decimal(rate) * rise).quantize(Decimal("0.01")), INVENTED, "Training and kit.", rank)
        for rank, rate in RANKS.items()
    ]
    team = Figure("cost", year, (Decimal(1_500) * rise).quantize(Decimal(1)), SHARED, "The manager, buildings and computers.")
    minutes = Figure("minutes", year, Decimal(15), "An assumption: nobody has timed it", "Contacts that come back later.")
    return [team, minutes, *hours, Figure("benchmark", year, Decimal("3.10"))]
