"""A daughter writes for her mother, who agreed in writing: what is to be done to the mother may be done to her
(PRA 2002 s.12(6)(b) and s.29(2)). The mother gave no way to reach her, so a letter to her would reach nobody."""

import pytest

from putright.people.models import Representation
from tests.contacts.web.walk import ORDINARY
from tests.triage.sheets import COMPLAINT

from . import steps
from .steps import Story, opens, when

pytestmark = pytest.mark.django_db
SHE = "rhian@daughter.example"
SAYS = {
    "en": ("Dear Rhian Rees, who is acting for Ffion Rees", "not seen yet", "27 March 2026"),
    "cy": ("Annwyl Rhian Rees, sy’n gweithredu ar ran Ffion Rees", "heb ei weld eto", "27 Mawrth 2026"),
}


def for_her_mother(lang):
    return ORDINARY | {
        "for-whom": {"teller": "other"},
        "them": {"consent": "yes", "their_name": "Ffion Rees", "capacity": "Merch / daughter"},
        "name": {"name": "Rhian Rees"},
        "reach": {"email": SHE, "phone": "07700 900456", "prefers": "email"},
        "safe-contact": {"not_before": "10:00"},
        "help": {"language": lang, "adjustments": "Large print"},
    }


@pytest.fixture(params=["en", "cy"])
def story(request, cast):
    story = Story(request.param)
    when(story, "2026-03-27 10:00")
    steps.tells_us(story, for_her_mother(story.lang))
    steps.goes_round(story)
    return story


def test_the_acknowledgement_reaches_her_and_says_for_whom(story):
    letter = steps.letter(story, "acknowledgement")
    assert (letter.status, letter.medium, letter.address, letter.language) == ("sent", "email", SHE, story.lang)
    assert SAYS[story.lang][0] in letter.body and "Large print" in letter.body
    assert "Ffion" not in letter.subject and letter.person.name == "Rhian Rees"


def test_a_handler_sees_whom_to_ring_and_that_no_consent_was_seen(story, cast):
    page = opens(story, cast.sam)
    for words in ("Ffion Rees", "Rhian Rees", "07700 900456", "10:00", "Merch / daughter", SAYS[story.lang][1]):
        assert words in page.words, words


def test_consent_that_was_seen_is_written_down(story, cast):
    when(story, "2026-03-27 11:00")
    page = steps.fills_in(story, cast.sam, "speaker", what="seen")
    assert SAYS[story.lang][1] not in page.words and SAYS[story.lang][2] in page.words
    assert steps.verbs(story)[-1] == "consent_seen" and steps.log_is_whole(story)


def test_decisions_and_packs_reach_her_too(story, cast):
    when(story, "2026-03-30 09:10")
    steps.answers(story, cast.sam, "rest=no")
    said_already = {fact: answer for fact, answer in COMPLAINT.items() if fact != "made_for_another"}
    steps.answers(story, cast.sam, **said_already)  # that she speaks for her mother the file knows, and nobody asks it
    steps.answers(story, cast.sam, written_consent="yes", designated_by_iopc="no")
    steps.answers(story, cast.sam, complainant_wishes_recording="yes", owner="about_someone_serving_here")
    steps.decides(story, cast.sam, "recorded")
    steps.fills_in(story, cast.sam, "allege", words="He was curt with her.", category="H1")
    steps.fills_in(story, cast.sam, "officer", rank="PC", collar_number="9911")
    steps.hands_over(story, cast.sam, "standards")
    steps.goes_round(story)
    assert [steps.letter(story, kind).address for kind in ("recorded", "passed_on")] == [SHE, SHE]


def test_once_she_no_longer_speaks_for_her_mother_nothing_more_goes_to_her(story, cast):
    when(story, "2026-03-30 09:10")
    page = steps.fills_in(story, cast.sam, "speaker", what="ended")
    assert SHE not in page.words and Representation.objects.get().ended_on.isoformat() == "2026-03-30"
    words = {"progress": "We asked the station.", "next_step": "We will write again."}
    steps.writes(story, cast.sam, "update", **{f"{key}_{story.lang}": value for key, value in words.items()})
    letter = steps.letter(story, "update")
    assert (letter.person.name, letter.status, letter.address) == ("Ffion Rees", "kept", "")
