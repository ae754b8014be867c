"""A complaint about the commissioner: outside Part 2 of the 2002 Act, for the Police and Crime Panel (PRSRA 2011 s.31).
We decide nothing about it. We pass it on, and say so to the person."""

import pytest

from tests.contacts.web.walk import ORDINARY
from tests.triage.sheets import COMPLAINT

from . import steps
from .steps import Story, desk, when

pytestmark = pytest.mark.django_db
SAYS = {
    "en": ("Pass it on", "so the police and crime panel deals with it", "the Police and Crime Panel"),
    "cy": ("Trosglwyddwch", "panel heddlu a throsedd", "y Panel Heddlu a Throseddu"),
}


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_about_the_commissioner_goes_to_the_panel_undecided(cast, lang):
    pass_on, why, panel = SAYS[lang]
    story = Story(lang)
    when(story, "2026-03-27 16:50")
    steps.tells_us(story, ORDINARY | {"help": {"language": lang, "adjustments": ""}})
    steps.goes_round(story)
    when(story, "2026-03-30 09:30")
    steps.answers(story, cast.sam, "rest=no")
    steps.answers(story, cast.sam, **COMPLAINT)
    page = steps.answers(story, cast.sam, complainant_wishes_recording="no", owner="about_commissioner_or_deputy")
    assert pass_on in page.words
    assert "decide-route" not in page.said(page.form("decide-route"))  # nothing is chosen for them: it is not ours to decide

    choice = desk(story, cast.sam).go(f"cases/{story.reference}/hand-over/")
    assert choice.said(choice.form("body"))["body"] == ["panel"] and why in choice.words.lower()
    steps.fills_in(story, cast.sam, "officer", name="The commissioner", office_holder="commissioner")
    steps.hands_over(story, cast.sam, "panel")
    when(story, "2026-03-30 09:45")
    steps.goes_round(story)
    assert panel in steps.letter(story, "passed_on").body
    assert steps.verbs(story) == [
        "received", "wrote", "sent", *["asked"] * 3, "officer_named", "handed_over", "wrote", "sent"
    ]  # fmt: skip
    when(story, "2026-05-01 09:00")
    assert steps.behind(story, cast.jo, 2026, 3, "handed-over/panel") == [story.reference]
    assert steps.log_is_whole(story)
