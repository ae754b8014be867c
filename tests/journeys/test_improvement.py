"""A warning is read, made into an improvement on one screen, the change is made on a day, and months later it is measured; in
both languages."""

from datetime import timedelta

import pytest

from putright.improvements.models import Improvement
from putright.warnings import queries as warned
from tests.improvements.months import REASON, counted, months_before

from . import steps
from .steps import Story, desk, when

pytestmark = pytest.mark.django_db
SAYS = {
    "en": {"more": "more than the", "make": "Make it an improvement", "early": "Too early", "up": "Taken up by",
           "fewer": "fewer than before", "kept": "As measured that day"},
    "cy": {"more": "mwy na’r", "make": "Ei wneud yn welliant", "early": "Rhy gynnar", "up": "Cymerwyd ymlaen gan",
           "fewer": "yn llai nag o’r blaen", "kept": "Fel y’i mesurwyd y diwrnod hwnnw"},
}  # fmt: skip
ADDRESS = f"warnings/reason/{REASON}/"


@pytest.fixture(params=["en", "cy"])
def story(request, cast):
    return Story(request.param)


def day(name: str, on) -> dict[str, str]:
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


def test_from_a_warning_to_a_measured_improvement(story, cast):
    says = SAYS[story.lang]
    when(story, f"{cast.at:%Y-%m-%d} 16:50")
    month = counted(cast, *[20] * 19, 60)
    mine = desk(story, cast.sam)
    assert says["more"] in mine.go("warnings/").words
    opened = mine.go(ADDRESS)
    assert says["make"] in opened.words
    page = mine.go(f"improvements/new/?from=warning&ref=reason/{REASON}/{month}")
    nothing = mine.press(page, title="Say when an answer will come", kind="", **day("due_on", cast.at + timedelta(days=90)))
    assert nothing.response.status_code == 422 and "Say when an answer will come" in nothing.response.content.decode()
    made = mine.press(nothing, kind="words", cause="communication", hoped="-30")
    improvement = Improvement.objects.get()
    assert made.path.endswith(f"/staff/improvements/{improvement.pk}/")
    assert says["up"] in mine.go(ADDRESS).words and not warned.standing(story.now)
    the_change_is_made(story, cast, improvement)
    it_is_measured(story, cast, improvement)
    assert not steps.access_rows(story)  # figures, never cases


def the_change_is_made(story, cast, improvement):
    page = desk(story, cast.sam).go(f"improvements/{improvement.pk}/step/")
    on = cast.at.date() - timedelta(days=1)
    after = desk(story, cast.sam).press(
        page, status="made", words="Every letter now names a day.", **day("made_on", on), **day("due_on", on)
    )
    assert after.path != page.path and SAYS[story.lang]["early"] in after.words
    assert improvement.title in desk(story, cast.sam).go(ADDRESS).words
    assert SAYS[story.lang]["early"] in desk(story, cast.jo).go("improvements/").words


def it_is_measured(story, cast, improvement):
    later = months_before(cast.at, -8)
    when(story, f"{later:%Y-%m-%d} 09:10")
    cast_then = type(cast)(**{**vars(cast), "at": later})
    counted(cast_then, *[8] * 6, reason=REASON)
    assert SAYS[story.lang]["fewer"] in desk(story, cast.jo).go(f"improvements/{improvement.pk}/").words
    page = desk(story, cast.jo).go(f"improvements/{improvement.pk}/step/")
    closed = desk(story, cast.jo).press(page, status="closed", words="It stays.", **day("due_on", later))
    assert closed.path != page.path and SAYS[story.lang]["kept"] in closed.words
