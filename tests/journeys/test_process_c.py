"""Process C: somebody rings 101. While the team is open the call is passed to it; at night the communication centre may
settle it there and then, and the team looks it over next morning."""

import pytest

from putright.contacts.models import Contact
from tests.make import people

from . import processes, steps
from .processes import NEXT_MORNING, OPEN, SHUT
from .steps import desk, when

pytestmark = pytest.mark.django_db
TOLD = {"words": "I have rung five times and nobody answers.", "who": "Mair Elin Jones 07700 900222", "complaint": "no",
        "did": "explanation", "answer": "I told him about the storm.", "content": "yes"}  # fmt: skip
BOTH = pytest.mark.parametrize("lang", ["en", "cy"])
OPEN_NOW = {"en": "The team is open now", "cy": "Mae’r tîm ar agor nawr"}


@pytest.fixture
def centre(cast):
    return people.handler("Kit Rowe", "local_supervisor", people.team("control-room", "department"))


@BOTH
def test_in_hours_the_centre_settles_nothing_and_the_team_takes_the_call(cast, centre, lang):
    story = processes.begin(lang, OPEN)
    page = desk(story, centre).go("there-and-then")
    refused = desk(story, centre).press(page, "words", **TOLD)
    assert OPEN_NOW[lang] in refused.words and TOLD["words"] in refused.response.content.decode()
    assert not Contact.objects.exists()
    steps.logs(story, cast.sam, "do=keep", who=TOLD["who"], words=TOLD["words"], kind="dissatisfaction", via="101")
    told = Contact.objects.get()
    assert (told.channel, told.via, story.case.stage) == ("phone", "101", "received")
    processes.triaged(story, cast.sam)


@BOTH
def test_in_hours_what_cannot_be_put_through_is_still_passed_on(cast, centre, lang):
    story = processes.begin(lang, OPEN)
    processes.tells(story, centre, "there-and-then", **{**TOLD, "did": "to_team"})
    assert story.case.stage == "received" and Contact.objects.get().via == "101"


@BOTH
def test_out_of_hours_settled_there_and_then_and_looked_over_next_morning(cast, centre, lang):
    story = processes.begin(lang, SHUT)
    processes.tells(story, centre, "there-and-then", **TOLD)
    assert (story.case.stage, Contact.objects.get().channel) == ("settled", "phone")
    when(story, NEXT_MORNING)
    page = desk(story, cast.sam).go(f"cases/{story.reference}/there-and-then/{Contact.objects.get().pk}")
    desk(story, cast.sam).press(page, "agree", agree="yes")
    assert steps.verbs(story)[:3] == ["received", "settled", "looked_over"]


@BOTH
@pytest.mark.parametrize("complaint", ["yes", "not_known"])
def test_out_of_hours_a_complaint_waits_for_the_team_and_is_monday_s(cast, centre, lang, complaint):
    story = processes.begin(lang, SHUT)
    processes.tells(story, centre, "there-and-then", **{**TOLD, "complaint": complaint})
    assert story.case.stage == "received" and processes.due_on(story) == processes.DUE[SHUT]
    when(story, NEXT_MORNING)
    assert story.reference in desk(story, cast.sam).go("my-work/?show=free").words
