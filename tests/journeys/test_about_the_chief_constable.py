"""A complaint about the Chief Constable's own conduct: the local policing body is the authority (PRA 2002 s.29(1)(a)),
so it goes to the commissioner, and professional standards never see it."""

import pytest

from tests.contacts.web.walk import ORDINARY
from tests.triage.sheets import COMPLAINT

from . import steps
from .steps import Story, desk, when

pytestmark = pytest.mark.django_db
SAYS = {
    "en": ("It is about the Chief Constable’s own conduct", "This office deals with complaints about the head"),
    "cy": ("ymddygiad y Prif Gwnstabl", "Mae’r swyddfa hon yn delio â chwynion am bennaeth yr heddlu"),
}


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_about_the_chief_constable_goes_to_the_commissioner(cast, lang):
    why, told = SAYS[lang]
    story = Story(lang)
    when(story, "2026-03-27 16:50")
    steps.tells_us(story, ORDINARY | {"help": {"language": lang, "adjustments": ""}})
    steps.goes_round(story)
    when(story, "2026-03-30 09:30")
    steps.answers(story, cast.sam, "rest=no")
    steps.answers(story, cast.sam, **COMPLAINT)
    steps.answers(story, cast.sam, complainant_wishes_recording="yes", owner="about_chief_officer_conduct")
    steps.decides(story, cast.sam, "recorded")
    steps.fills_in(story, cast.sam, "allege", words="The Chief Constable swore at her.", category="H1")
    steps.fills_in(story, cast.sam, "officer", rank="Chief Constable", office_holder="chief_officer")

    choice = desk(story, cast.sam).go(f"cases/{story.reference}/hand-over/")
    assert choice.said(choice.form("body"))["body"] == ["commissioner"] and why in choice.words
    steps.hands_over(story, cast.sam, "commissioner")
    assert desk(story, cast.pat).go(f"cases/{story.reference}/").response.status_code == 404

    when(story, "2026-03-30 16:00")
    steps.goes_round(story)
    assert told in steps.letter(story, "passed_on").body
    steps.fills_in(story, cast.sam, "receipt/", received_from="The commissioner’s office", their_reference="OPCC/7")
    when(story, "2026-04-20 09:00")
    steps.fills_in(story, cast.sam, "outcome/", words="He has apologised in person.")
    when(story, "2026-05-01 09:00")
    assert steps.behind(story, cast.jo, 2026, 3, "handed-over/commissioner") == [story.reference]
    assert steps.looks(story) == steps.access_rows(story) and steps.log_is_whole(story)


def test_another_body_needs_a_reason(cast):
    story = Story("en")
    when(story, "2026-03-27 16:50")
    steps.tells_us(story, ORDINARY)
    when(story, "2026-03-30 09:30")
    steps.answers(story, cast.sam, "rest=no")
    steps.answers(story, cast.sam, **COMPLAINT)
    steps.answers(story, cast.sam, complainant_wishes_recording="yes", owner="about_chief_officer_conduct")
    steps.decides(story, cast.sam, "recorded")
    steps.fills_in(story, cast.sam, "allege", words="The Chief Constable swore at her.", category="H1")
    steps.fills_in(story, cast.sam, "officer", rank="Chief Constable", office_holder="chief_officer")
    pack = steps.fills_in(story, cast.sam, "hand-over/", body="standards")
    refused = desk(story, cast.sam).press(pack, "version")
    assert "Say why" in refused.words and story.case.stage == "recorded"
