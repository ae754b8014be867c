"""The officer complained of works here and has a log-in. Once named, the case is gone for them, from their next request:
every page that named it answers as if it had never been there."""

import pytest

from tests.contacts.web.walk import ORDINARY
from tests.triage.sheets import COMPLAINT

from . import steps
from .steps import Story, desk, opens, when

pytestmark = pytest.mark.django_db
HER = "Ffion Rees"
WORDS = "The officer was curt with me at the counter."
PLACES = (
    "my-work/?show=team", "my-work/?show=outside", "find/?q=curt", "find/?q=ffion", "find/?q={reference}", "outbox/",
    "reports/2026/3/contacts/web/", "reports/2026/3/logged/complaint/", "reports/2026/3/contacts/",
)  # fmt: skip
THEIRS = ("", "triage/", "put-right/", "record/", "hand-over/", "letters/new", "note", "spoke", "allege", "officer", "close")


@pytest.fixture(params=["en", "cy"])
def story(request, cast):
    """Told on the web, acknowledged, and on every list of the front team."""
    story = Story(request.param)
    when(story, "2026-03-27 16:50")
    steps.tells_us(story, ORDINARY)
    steps.goes_round(story)
    return story


def what_reaches(story, who):
    """Which of the places say her name, her words or the reference to them."""
    wanted = (story.reference, HER, WORDS)
    places = [place.format(reference=story.reference) for place in PLACES]
    told = [place for place in places if any(word in desk(story, who).go(place).words for word in wanted)]
    entry = desk(story, who).go("contacts/new")
    looked_up = desk(story, who).press(entry, "do=look", who="Ffion")
    return told + ["look up"] * (story.reference in looked_up.words)


def test_a_supervisor_named_as_the_officer_loses_the_case_on_every_page(story, cast):
    assert len(what_reaches(story, cast.jo)) == len(PLACES)  # the control: all but what waits for others, and the look-up
    letter = steps.letter(story, "acknowledgement")
    assert desk(story, cast.jo).go(f"letters/{letter.pk}/").response.status_code == 200

    when(story, "2026-03-30 09:10")
    steps.fills_in(story, cast.sam, "officer", name="Jo Marsh", rank="PC")

    assert what_reaches(story, cast.jo) == []
    for address in (f"letters/{letter.pk}/", f"letters/{letter.pk}/letter.pdf"):
        assert desk(story, cast.jo).go(address).response.status_code == 404
    for page in THEIRS:
        gone = desk(story, cast.jo).go(f"cases/{story.reference}/{page}")
        never = desk(story, cast.jo).go(f"cases/PR-00000-00000/{page}")
        assert gone.response.status_code == 404 and gone.words == never.words, page
    assert "walled" in steps.verbs(story) and story.reference in opens(story, cast.sam).words


def test_a_sergeant_who_was_asked_to_put_it_right_loses_it_too(story, cast):
    when(story, "2026-03-30 09:10")
    steps.answers(story, cast.sam, "rest=no")
    steps.answers(story, cast.sam, **COMPLAINT)
    steps.answers(story, cast.sam, complainant_wishes_recording="no", owner="about_someone_serving_here")
    steps.decides(story, cast.sam, "outside")
    steps.fills_in(story, cast.sam, "allocate/", team=str(cast.dana.team_id), asks="explanation", why="Please ring her.")
    assert story.reference in desk(story, cast.dana).go("my-work/").words
    assert opens(story, cast.dana).response.status_code == 200

    when(story, "2026-03-30 10:00")
    steps.fills_in(story, cast.sam, "officer", collar_number="2417")
    assert story.reference not in desk(story, cast.dana).go("my-work/").words
    for page in ("", "answer/", "note"):
        assert desk(story, cast.dana).go(f"cases/{story.reference}/{page}").response.status_code == 404
    found = desk(story, cast.dana).go("find/?q=curt")
    assert story.reference not in found.words and HER not in found.words
