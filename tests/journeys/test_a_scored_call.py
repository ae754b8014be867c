"""A call of the switchboard, in both languages: a supervisor of the team writes it down and scores it, the sergeant who manages
whoever took it finds it on their work page and says what was done."""

import pytest

from putright.quality import lists
from putright.scoring.models import Score

from .steps import Story, desk, when

pytestmark = pytest.mark.django_db
FAILED = {"en": "Failed", "cy": "Wedi methu"}


@pytest.fixture(params=["en", "cy"])
def story(request, cast):
    return Story(request.param)


def test_a_scored_call(story, cast):
    when(story, "2026-04-01 10:00")
    page = desk(story, cast.jo).go("scored-calls/new/")
    page = desk(story, cast.jo).press(
        page, unit="switchboard", number="S-204", taken_by="Ash Doe", manager=str(cast.dana.pk), calibration="no",
        **{"on-day": "30", "on-month": "3", "on-year": "2026"},
    )  # fmt: skip
    one = next(address for address in page.addresses if address.rstrip("/").split("/")[-1].isdigit())
    page = desk(story, cast.jo).go(one.split("/staff/")[1])
    marks = {f"p-{point.code}": "not" if point.code == "danger" else "met" for point in lists.points("calls", story.now.date())}
    page = desk(story, cast.jo).press(page, words="Nobody asked about danger.", **marks)
    assert FAILED[story.lang] in page.words and Score.objects.get().failed
    page = desk(story, cast.dana).go("my-work/")
    assert any("scored-calls/told/" in address for address in page.addresses)
    page = desk(story, cast.dana).go(f"scored-calls/told/{Score.objects.get().pk}/")
    assert "Nobody asked about danger." in page.words
    desk(story, cast.dana).press(page, words="We practised it together.")
    assert "We practised it together." in desk(story, cast.jo).go(one.split("/staff/")[1]).words
