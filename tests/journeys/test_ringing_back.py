"""A victim is rung back, in both languages: a list is drawn, somebody rings, something is still wrong and is put right in the
call, and the department is given what was said."""

import pytest

from putright.callbacks.actions import draw, load
from putright.callbacks.models import Victim
from putright.cases.models import Case
from putright.quality import lists

from .steps import Story, desk, log_is_whole, verbs, when

pytestmark = pytest.mark.django_db
NOBODY = {"en": "Nobody is to be rung now.", "cy": "Nid oes neb i’w ffonio nawr."}


@pytest.fixture(params=["en", "cy"])
def story(request, cast):
    return Story(request.param)


def test_ringing_back(story, cast):
    when(story, "2026-04-01 08:30")
    names = ["Name", "Phone", "Not before", "Department"]
    row = {"Name": "Nia Bowen", "Phone": "01632 960 021", "Not before": "10:00", "Department": "Crime Bureau"}
    given = load("March", names, [row], by=cast.jo, at=story.now)
    columns = {"name": "Name", "phone": "Phone", "not_before": "Not before", "department": "Department"}
    draw(given, columns, 1, by=cast.jo, at=story.now)
    assert NOBODY[story.lang] in desk(story, cast.sam).go("ring-back/now/").words
    when(story, "2026-04-01 10:30")
    page = desk(story, cast.sam).go("ring-back/now/")
    assert "Nia Bowen" in page.words
    page = desk(story, cast.sam).go(f"ring-back/now/{Victim.objects.get().pk}/")
    assert "10:00" in page.words and "01632 960 021" in page.words
    marks = {f"p-{point.code}": "met" for point in lists.points("callback", story.now.date())}
    page = desk(story, cast.sam).press(
        page, words="Kind people.", wrong="I have no crime reference.", answer="Read it out to her.", **marks
    )
    assert NOBODY[story.lang] in page.words
    story.reference = Case.objects.get().reference
    assert story.case.stage == "settled" and verbs(story) == ["received", "settled"] and log_is_whole(story)
    shown = desk(story, cast.jo).go(f"ring-back/{Victim.objects.get().batch_id}/").words
    assert "Kind people." in shown and "Nia Bowen" not in shown
