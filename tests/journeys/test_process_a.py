"""Process A: the team hears it first, by telephone while it is open, by the public form at night."""

import pytest

from tests.contacts.web.walk import ORDINARY as FORM

from . import processes, steps
from .processes import DUE, EACH, NEXT_MORNING, OPEN
from .steps import desk, when

pytestmark = pytest.mark.django_db
CALL = {"who": "Mair Elin Jones 07700 900222", "words": "Nobody rang me back about the theft.", "kind": "dissatisfaction"}


@pytest.fixture
def heard(cast, lang, moment):
    """In hours it is a call; at night nobody answers, and it is written on the public form and taken up next morning."""
    story = processes.begin(lang, moment)
    if moment == OPEN:
        steps.logs(story, cast.sam, "do=keep", **CALL)
    else:
        steps.tells_us(story, FORM)
    assert processes.due_on(story) == DUE[moment]
    when(story, OPEN if moment == OPEN else NEXT_MORNING)
    return story


@EACH
def test_option_1_the_team_puts_it_right_itself(heard, cast):
    processes.triaged(heard, cast.sam)
    steps.fills_in(heard, cast.sam, "put-right/", kind="explanation", words="The officer was ill.", content="yes", answer="OK")
    assert heard.case.stage == "outcome_known" and steps.log_is_whole(heard)


@EACH
def test_option_2_a_supervisor_is_asked_to_put_it_right_and_never_to_investigate(heard, cast):
    processes.triaged(heard, cast.sam)
    page = desk(heard, cast.sam).go(f"cases/{heard.reference}/allocate/")
    given = {"team": str(cast.dana.team_id), "why": "Find out what he did."}
    for never in ("investigate", "order"):
        refused = desk(heard, cast.sam).press(page, **given, asks=never)
        assert refused.path == page.path and heard.case.stage == "in_recovery"
        teaches = {"investigate": ("never investigates", "byth yn ymchwilio"), "order": ("no orders", "gorchmynion i swyddogion")}
        assert any(words in refused.words for words in teaches[never])
    desk(heard, cast.sam).press(page, team=str(cast.dana.team_id), asks="explanation", why="Please ring her.")
    assert heard.case.stage == "allocated" and processes.seen_by(heard, cast.dana) == 200


@EACH
def test_option_3_both_fail_and_it_goes_for_recording_within_the_ten_days(heard, cast):
    processes.triaged(heard, cast.sam)
    steps.fills_in(heard, cast.sam, "put-right/", kind="apology", words="We are sorry.", content="no", answer="Not enough.")
    steps.fills_in(heard, cast.sam, "record/", words="I want it looked into.")
    assert heard.case.stage == "recorded"
    steps.fills_in(heard, cast.sam, "allege", words="Nobody rang back.", category="A2")
    steps.fills_in(heard, cast.sam, "officer", description="The officer in the case")
    steps.hands_over(heard, cast.sam, "standards")
    assert heard.case.stage == "handed_over" and processes.seen_by(heard, cast.pat) == 200
