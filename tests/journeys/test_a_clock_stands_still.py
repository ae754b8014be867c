"""A promise waits for a court, goes on, is given longer, is moved by a day proclaimed late, and is excused by a supervisor."""

import pytest

from putright.cases.models import Event
from putright.clocks.models import Notice
from putright.clocks.promises import State, latest
from putright.clocks.queries import for_case
from putright.promises.models import Amendment
from tests.make import people

from . import steps
from .steps import Story, desk, when

pytestmark = pytest.mark.django_db
CALL = {"who": "Mair Elin Jones 07700 900222", "words": "Nobody rang me back about the theft.", "kind": "dissatisfaction"}
SAID = {
    "en": ("Standing still", "Suspended for criminal", "Excused"),
    "cy": ("Yn sefyll", "oherwydd achos troseddol", "Wedi’i esgusodi"),
}


def clock(story, promise):
    return {one.promise: one for one in latest(for_case(story.case, story.now))}[promise]


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_from_the_call_to_the_excuse(cast, lang):
    story, second = Story(lang), people.handler("Ash Moor", "supervisor", cast.jo.team)
    when(story, "2026-03-30 10:00")
    steps.logs(story, cast.sam, "do=keep", **CALL)
    steps.goes_round(story)
    assert clock(story, "refer").due_at.date().isoformat() == "2026-04-09"

    when(story, "2026-03-31 09:00")
    steps.fills_in(story, cast.sam, "clocks/refer/stop/", reason="stop.proceedings", words="The court sits next week.")
    assert SAID[lang][0] in steps.opens(story, cast.sam).words and SAID[lang][1] in steps.opens(story, cast.sam).words

    when(story, "2026-04-14 09:00")
    steps.goes_round(story)
    assert not Notice.objects.filter(promise="refer").exists()  # nothing falls due while it stands
    steps.fills_in(story, cast.sam, "clocks/refer/go-on/", words="The court is done.")
    assert clock(story, "refer").due_at.date().isoformat() == "2026-04-23"
    steps.fills_in(story, cast.sam, "clocks/refer/longer/", days="4", reason="extend.complex", words="")
    assert clock(story, "refer").due_at.date().isoformat() == "2026-04-27"

    asks_for_a_day_and_another_agrees(story, cast.jo, second)
    when(story, "2026-04-30 09:00")
    steps.goes_round(story)
    assert Notice.objects.filter(promise="refer", kind="missed").count() == 1
    steps.fills_in(story, cast.sam, "clocks/refer/missed/", reason="missed.waiting-for-others", words="")
    steps.fills_in(story, cast.jo, "clocks/refer/excuse/", reason="excuse.emergency", words="Floods took everybody.")
    assert clock(story, "refer").state is State.EXCUSED and SAID[lang][2] in steps.opens(story, cast.sam).words
    assert steps.log_is_whole(story)


def asks_for_a_day_and_another_agrees(story, one, other):
    """First contact was missed long ago and moves too: what is open counts, in time or late."""
    page = desk(story, one).go("promises/day/")
    given = {"day-day": "31", "day-month": "3", "day-year": "2026"}
    desk(story, one).press(page, worked="no", en="A royal day", cy="Diwrnod brenhinol", why="Proclaimed late", **given)
    change = Amendment.objects.get()
    for who in (one, other):
        desk(story, who).press(desk(story, who).go(f"promises/changes/{change.pk}/"), answer="agree")
    assert change.settled.by == other
    moved = Event.objects.filter(verb="clock_changed", case=story.case)
    assert {event.facts["promise"] for event in moved} == {"first-contact"}
