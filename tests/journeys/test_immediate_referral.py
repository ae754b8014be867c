"""On a Friday afternoon a mother rings: her son was badly hurt in custody. It must be referred to the IOPC by the end of
the next day, weekend or not (CMR 2020 reg 4(2)); we pass it to whoever must refer it, and that is the promise we keep."""

import pytest

from . import steps
from .steps import Story, desk, opens, when

pytestmark = pytest.mark.django_db
CALL = {
    "who": "Mair Elin Jones 07700 900222", "words": "My son's arm was broken in the cell.", "kind": "complaint",
    "answer": "I said that somebody senior will look at this today.",
}  # fmt: skip
SAYS = {
    "en": ("It must be referred to the IOPC", "28 March 2026, 11:59pm", "Kept", "Done late"),
    "cy": ("Rhaid ei chyfeirio at yr IOPC", "28 Mawrth 2026, 11:59yp", "Wedi’i gadw", "Wedi’i wneud yn hwyr"),
}


@pytest.fixture(params=["en", "cy"])
def story(request, cast):
    """Logged, asked, and decided within half an hour of the call, all on the Friday."""
    story = Story(request.param)
    notice, saturday, *_states = SAYS[story.lang]
    when(story, "2026-03-27 16:50")
    steps.logs(story, cast.sam, "do=keep", **CALL)
    when(story, "2026-03-27 17:05")
    page = steps.answers(story, cast.sam, "asked", death_or_serious_injury="yes")
    assert notice in page.words and saturday in page.words
    when(story, "2026-03-27 17:15")
    steps.decides(story, cast.sam, "recorded")
    steps.fills_in(story, cast.sam, "allege", words="His arm was broken in the cell.", category="B4")
    steps.fills_in(story, cast.sam, "officer", description="Two custody officers, not known by name")
    assert saturday in opens(story, cast.sam).words
    return story


def test_passed_to_whoever_must_refer_on_the_saturday_is_kept(story, cast):
    notice, saturday, kept, _late = SAYS[story.lang]
    when(story, "2026-03-28 11:00")
    choice = desk(story, cast.sam).go(f"cases/{story.reference}/hand-over/")
    assert choice.said(choice.form("body"))["body"] == ["standards"] and "IOPC" in choice.words
    case = steps.hands_over(story, cast.sam, "standards")
    assert kept in case.words
    when(story, "2026-05-01 09:00")
    assert steps.behind(story, cast.jo, 2026, 3, "kept/iopc-referral") == [story.reference]
    assert story.reference in desk(story, cast.pat).go(f"cases/{story.reference}/").words
    assert steps.looks(story) == steps.access_rows(story) and steps.log_is_whole(story)


def test_left_until_the_monday_is_missed_and_nothing_hides_it(story, cast):
    notice, saturday, _kept, late = SAYS[story.lang]
    when(story, "2026-03-30 09:00")
    waiting = desk(story, cast.jo).go("my-work/?show=free")
    assert story.reference in waiting.words and saturday in waiting.words
    case = steps.hands_over(story, cast.sam, "standards")
    assert late in case.words
    when(story, "2026-05-01 09:00")
    assert steps.behind(story, cast.jo, 2026, 3, "missed/iopc-referral") == [story.reference]


def test_it_can_never_be_put_right_outside_schedule_3(story, cast):
    page = desk(story, cast.sam).go(f"cases/{story.reference}/triage/")
    refused = desk(story, cast.sam).press(page, **{"decide-route": "outside", "decide-because": "They asked us to."})
    assert refused.path.endswith("/triage/decide/") and story.case.stage == "recorded"
