"""A month of finished cases, its seed and its draw, made by the actions themselves."""

from datetime import UTC, date, datetime, timedelta

from putright.cases.models import Case
from putright.people.models import Handler
from putright.quality import lists
from putright.quality.actions import drawing, looking
from putright.quality.models import Draw, Look, Picked
from tests.make import contacts, people

MONTH = date(2026, 3, 1)
BEGUN = datetime(2026, 3, 1, 8, tzinfo=UTC)
AFTER = datetime(2026, 4, 3, 8, tzinfo=UTC)


def senior(name: str = "Vera Pryce", **details: object) -> Handler:
    return people.handler(name, "senior", people.team("commissioner", "commissioner"), **details)


def finished(handler: Handler, number: int = 1, *, channel: str = "web", at: datetime = people.AT) -> list[Case]:
    """So many cases of that handler, closed on that day."""
    made = [contacts.contact(people.person(f"Somebody {n}"), channel=channel, kind="dissatisfaction").case for n in range(number)]
    for case in made:
        Case.objects.filter(pk=case.pk).update(stage="closed", finished_at=at, assigned_to=handler)
    return made


def drawn(at: datetime = AFTER) -> Draw:
    drawing.record_seed(MONTH, at=BEGUN)
    return drawing.draw(MONTH, at=at)


def marks(mark: str = "met", **other: str) -> dict[str, str]:
    return {point.code: mark for point in lists.points("dip", AFTER.date())} | other


def looked(picked: Picked, mark: str = "met", *, at: datetime = AFTER + timedelta(days=1), **other: str) -> Look:
    return looking.look(picked, marks(mark, **other), "Kind and clear.", "Say it sooner.", by=picked.sampler, at=at)
