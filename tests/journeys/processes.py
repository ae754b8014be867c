"""What the five process journeys share: Dyfed-Powys today, in and out of the team's hours (nine to five on working days).

The processes are those of its decision of 20 October 2014, played under today's law with today's product."""

import pytest

from putright.cases.models import Case
from putright.clocks.queries import for_case
from tests.make import people

from . import steps
from .steps import Page, Story, desk, when

OPEN, SHUT, NEXT_MORNING = "2026-03-30 10:00", "2026-03-28 22:00", "2026-03-30 09:05"
# A contact while the team is open is answered by the end of the next working day; one on Saturday night counts as Monday's.
DUE = {OPEN: "2026-03-31", SHUT: "2026-03-31"}
ORDINARY = {"dissatisfied_with_force": "yes", "by_or_for_member_of_public": "yes", "adversely_affected": "yes",
            "made_for_another": "no"}  # fmt: skip
# Both languages, while the team is open and while it is not.
EACH = pytest.mark.parametrize(
    ("lang", "moment"), [(lang, moment) for moment in (OPEN, SHUT) for lang in ("en", "cy")],
    ids=["open-en", "open-cy", "shut-en", "shut-cy"],
)  # fmt: skip


def begin(lang: str, moment: str) -> Story:
    people.office("dyfed-powys")
    story = Story(lang)
    when(story, moment)
    return story


def due_on(story: Story) -> str:
    """The London day by which first contact is promised."""
    clock = next(one for one in for_case(story.case, story.now) if one.promise == "first-contact")
    return clock.due_at.date().isoformat()


def tells(story: Story, by, address: str, /, **typed: str) -> Page:
    """Somebody outside the team fills in a short form; its last page gives the reference."""
    page = desk(story, by).go(address)
    before = Case.objects.count()
    after = desk(story, by).press(page, "words", **typed)
    assert Case.objects.count() == before + 1, after.words
    story.reference = Case.objects.latest("pk").reference
    assert story.reference in after.words
    return after


def triaged(story: Story, by, route: str = "outside", **wants: str) -> None:
    """As process A: three presses of answers, and a person's decision."""
    steps.answers(story, by, "rest=no")
    steps.answers(story, by, "asked", **ORDINARY)
    steps.answers(story, by, "asked", complainant_wishes_recording="no", owner="about_someone_serving_here", **wants)
    steps.decides(story, by, route)
    assert story.case.stage == {"outside": "in_recovery", "recorded": "recorded"}[route]


def seen_by(story: Story, who) -> int:
    """The status of the case page for that person."""
    return desk(story, who).go(f"cases/{story.reference}/").response.status_code
