"""Process B: local police hear it first, at any hour. What they settle there and then the team looks over; the rest is
the team's."""

import pytest

from putright.contacts.models import Contact

from . import processes, steps
from .processes import EACH, NEXT_MORNING, OPEN, SHUT
from .steps import desk, when

pytestmark = pytest.mark.django_db
TOLD = {"words": "She waited three hours at the counter.", "who": "Mair Elin Jones 07700 900222", "complaint": "no",
        "did": "both", "answer": "I said sorry and told her why.", "content": "yes"}  # fmt: skip


@pytest.fixture
def settled(cast, lang, moment):
    story = processes.begin(lang, moment)
    processes.tells(story, cast.dana, "there-and-then", **TOLD)
    assert story.case.stage == "settled" and Contact.objects.get().channel == "officer"
    return story


def look_over(story, cast, **said):
    when(story, NEXT_MORNING if story.now.hour == 22 else OPEN)
    queue = desk(story, cast.sam).go("there-and-then/look-over")
    assert story.reference in queue.words
    page = desk(story, cast.sam).go(f"cases/{story.reference}/there-and-then/{Contact.objects.get().pk}")
    assert TOLD["words"] in page.words and TOLD["answer"] in page.words
    after = desk(story, cast.sam).press(page, "agree", **said)
    assert story.reference not in desk(story, cast.sam).go("there-and-then/look-over").words
    return after


@EACH
def test_settled_there_and_then_and_the_team_agrees(settled, cast):
    look_over(settled, cast, agree="yes")
    assert settled.case.stage == "settled"
    assert steps.verbs(settled)[:3] == ["received", "settled", "looked_over"] and steps.log_is_whole(settled)


@EACH
def test_settled_there_and_then_and_the_team_opens_it_again(settled, cast):
    page = look_over(settled, cast, agree="no", words="She was told nothing of her complaint.")
    assert page.path.endswith(f"/cases/{settled.reference}/") and settled.case.stage == "received"
    processes.triaged(settled, cast.sam)


@EACH
def test_the_supervisor_keeps_no_reach_to_it(settled, cast):
    assert processes.seen_by(settled, cast.dana) == 404
    assert desk(settled, cast.dana).go("there-and-then/look-over").response.status_code == 403


@EACH
@pytest.mark.parametrize(
    "instead",
    [{"content": "no"}, {"content": "not_known"}, {"complaint": "yes"}, {"complaint": "not_known"},
     {"did": "to_team", "answer": ""}],
)
def test_what_is_more_or_leaves_them_unhappy_or_is_not_known_goes_to_the_team(cast, lang, moment, instead):
    story = processes.begin(lang, moment)
    processes.tells(story, cast.dana, "there-and-then", **{**TOLD, **instead})
    assert story.case.stage == "received" and story.case.team == cast.sam.team
    when(story, NEXT_MORNING if moment == SHUT else OPEN)
    assert story.reference in desk(story, cast.sam).go("my-work/?show=free").words
    assert story.reference not in desk(story, cast.sam).go("there-and-then/look-over").words
    assert story.case.kind == ("complaint" if instead.get("complaint") == "yes" else "dissatisfaction")
