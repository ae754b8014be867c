"""One contact, all the way: told on the web on a Friday afternoon, closed seven weeks later, and counted.

Friday 27 March 2026 is chosen with care: the clocks go forward that Sunday, and Easter stands between her and her answer."""

import re

import pytest

from tests.contacts.web.walk import ORDINARY
from tests.triage.sheets import COMPLAINT

from . import steps
from .steps import Story, desk, opens, when

pytestmark = pytest.mark.django_db
HER_WORDS = {
    "en": "The officer was curt with me, and nobody has told me what happened about my burglary.",
    "cy": "Roedd yr heddwas yn swta â mi, a does neb wedi dweud wrthyf beth ddigwyddodd am y lladrad.",
}
SAYS = {
    "en": {
        "reference": "Your reference is", "monday": "30 March 2026, 5:00pm", "by monday": "by 30 March 2026",
        "four weeks": "24 April 2026, 11:59pm", "ten days": "6 April 2026, 11:59pm",
        "wish": "Do they want it formally recorded?", "still": "Still not known",
        "no message": "Do not leave a message",
        "cannot go": "It cannot go yet", "kept": "Kept", "next update": "26 May 2026, 11:59pm",
        "five days": "18 May 2026, 11:59pm", "missed": "Missed", "receipt": "receipt from Pat Okoro", "closed": "Closed",
    },
    "cy": {
        "reference": "Eich cyfeirnod yw", "monday": "30 Mawrth 2026, 5:00yp", "by monday": "erbyn 30 Mawrth 2026",
        "four weeks": "24 Ebrill 2026, 11:59yp", "ten days": "6 Ebrill 2026, 11:59yp",
        "wish": "A ydynt am iddi gael ei chofnodi’n ffurfiol?", "still": "Ddim yn hysbys o hyd",
        "no message": "Peidiwch â gadael neges",
        "cannot go": "Ni all fynd eto", "kept": "Wedi’i gadw", 
        "next update": "26 Mai 2026, 11:59yp",
        "five days": "18 Mai 2026, 11:59yp", "missed": "Wedi’i fethu", "receipt": "derbynneb gan Pat Okoro", "closed": "Ar gau",
    },
}  # fmt: skip
UNSAID = ("complaint", "police", "officer", "cwyn", "heddlu", "heddwas")  # nothing to be read over somebody's shoulder


def her_answers(lang):
    return ORDINARY | {
        "what-happened": {"words": HER_WORDS[lang]},
        "safe-contact": {"avoid": ["no_voicemail"]},
        "help": {"language": lang, "adjustments": ""},
    }


@pytest.fixture(params=["en", "cy"])
def story(request, cast):
    return Story(request.param)


def test_one_contact(story, cast):
    says = SAYS[story.lang]
    she_tells_us_on_friday(story, says)
    she_is_acknowledged(story, says)
    sam_rings_her_on_monday(story, cast, says)
    one_fact_is_not_known_and_is_asked_for(story, cast, says)
    it_is_put_right_but_she_is_not_content(story, cast)
    she_wants_it_recorded(story, cast)
    it_goes_to_standards_with_a_sufficient_pack(story, cast, says)
    they_write_their_receipt(story, cast, says)
    she_is_told_how_it_stands_too_late(story, cast, says)
    the_outcome_comes_back_and_she_is_told(story, cast, says)
    a_named_person_closes_it(story, cast, says)
    every_figure_of_the_three_months_opens_into_a_list_with_her_reference(story, cast)
    the_log_is_whole_and_in_order(story)
    every_look_left_its_row(story)


def she_tells_us_on_friday(story, says):
    when(story, "2026-03-27 16:50")
    page = steps.tells_us(story, her_answers(story.lang))
    assert says["reference"] in page and story.reference in page and says["monday"] in page


def she_is_acknowledged(story, says):
    when(story, "2026-03-27 16:51")
    steps.goes_round(story)
    letter = steps.letter(story, "acknowledgement")
    assert (letter.language, letter.medium, letter.address) == (story.lang, "email", "ffion@complainant.example")
    assert story.reference in letter.subject and not any(word in letter.subject.lower() for word in UNSAID)
    assert HER_WORDS[story.lang] in letter.body and says["by monday"] in letter.body
    assert steps.sent(story) == ["acknowledgement"]


def sam_rings_her_on_monday(story, cast, says):
    when(story, "2026-03-30 09:10")
    queue = desk(story, cast.sam).go("my-work/?show=free")
    assert story.reference in queue.words and says["monday"] in queue.words
    steps.takes(story, cast.sam)
    case = opens(story, cast.sam)
    for due in ("monday", "ten days", "four weeks"):
        assert says[due] in case.words, due
    when(story, "2026-03-30 09:40")
    told = steps.speaks(story, cast.sam, "She would like an apology, and to know about the burglary.")
    assert says["kept"] in told.words and says["monday"] not in told.words


def one_fact_is_not_known_and_is_asked_for(story, cast, says):
    steps.answers(story, cast.sam, "rest=no")
    steps.answers(story, cast.sam, **COMPLAINT)
    page = steps.answers(
        story, cast.sam, complainant_wishes_recording="not_known", owner="about_someone_serving_here"
    )
    assert says["still"] in page.words and says["wish"] in page.words
    assert "?again=complainant_wishes_recording" in page.addresses
    assert says["no message"] in page.words  # whoever rings her from this page must know
    when(story, "2026-03-30 11:00")
    steps.asks_again(story, cast.sam, "complainant_wishes_recording", "no")
    case = steps.decides(story, cast.sam, "outside")
    assert story.case.stage == "in_recovery", case.words
    steps.goes_round(story)
    assert steps.sent(story) == ["acknowledgement", "outside"]


def it_is_put_right_but_she_is_not_content(story, cast):
    when(story, "2026-03-31 10:00")
    steps.fills_in(story, cast.sam, "put-right/", kind="apology", words="The sergeant is sorry. Your case is still open.")
    when(story, "2026-04-01 14:00")
    tries = [address for address in opens(story, cast.sam).addresses if re.search(r"/put-right/\d+/$", address)]
    case = steps.fills_in(story, cast.sam, tries[0].split(f"{story.reference}/")[1], content="no", answer="It was not meant.")
    assert "It was not meant." in case.words


def she_wants_it_recorded(story, cast):
    when(story, "2026-04-01 14:05")
    steps.fills_in(story, cast.sam, "record/", words="I want it recorded.")
    assert story.case.stage == "recorded"
    steps.goes_round(story)
    assert steps.sent(story)[-1] == "recorded"


def it_goes_to_standards_with_a_sufficient_pack(story, cast, says):
    when(story, "2026-04-02 09:30")
    short = steps.fills_in(story, cast.sam, "hand-over/", body="standards")
    assert says["cannot go"] in short.words
    steps.fills_in(story, cast.sam, "allege", words="He was curt with her at the counter.", category="H1")
    steps.fills_in(story, cast.sam, "officer", rank="PC", collar_number="9911")
    steps.hands_over(story, cast.sam, "standards")
    assert story.case.stage == "handed_over"
    steps.goes_round(story)
    assert steps.sent(story)[-1] == "passed_on"


def they_write_their_receipt(story, cast, says):
    when(story, "2026-04-07 10:00")
    case = steps.fills_in(story, cast.pat, "receipt/", received_from="Pat Okoro", their_reference="PSD/114/26")
    assert "PSD/114/26" in case.words and says["receipt"] in case.words


def she_is_told_how_it_stands_too_late(story, cast, says):
    """The four weeks were over on Friday 24 April; it is Tuesday. Nothing hides that."""
    when(story, "2026-04-28 09:00")
    assert says["missed"] in opens(story, cast.sam).words
    progress = {"progress": "An investigator has it.", "next_step": "She will ring you."}
    steps.writes(story, cast.sam, "update", **{f"{key}_{story.lang}": words for key, words in progress.items()})
    steps.goes_round(story)
    assert steps.sent(story)[-1] == "update"
    assert says["next update"] in opens(story, cast.sam).words


def the_outcome_comes_back_and_she_is_told(story, cast, says):
    when(story, "2026-05-11 15:00")
    case = steps.fills_in(story, cast.pat, "outcome/", words="The service was not acceptable. He has apologised.")
    assert says["five days"] in case.words
    when(story, "2026-05-13 10:00")
    steps.fills_in(story, cast.sam, "outcomes", outcome_1="schedule-3.not-acceptable", actions_1="apology")
    words = {"found_1": "He should not have shouted.", "evidence": "The investigator heard you both."}
    typed = {f"{key}_{story.lang}": value for key, value in words.items()}
    asked = desk(story, cast.sam).go(f"cases/{story.reference}/letters/new?kind=findings")
    assert "IOPC: " in asked.words and "IOPC: The IOPC" not in asked.words and "IOPC: Yr IOPC" not in asked.words
    preview = steps.writes(story, cast.sam, "findings", review="local_policing_body", **typed)
    assert story.reference in preview.words
    steps.goes_round(story)
    assert steps.sent(story) == ["acknowledgement", "outside", "recorded", "passed_on", "update", "findings"]


def a_named_person_closes_it(story, cast, says):
    when(story, "2026-05-14 09:00")
    case = steps.fills_in(story, cast.sam, "close")
    assert says["closed"] in case.words and story.case.stage == "closed"
    assert steps.verbs(story)[-1] == "closed" and "Sam Adeyemi" in case.words


def every_figure_of_the_three_months_opens_into_a_list_with_her_reference(story, cast):
    when(story, "2026-06-01 09:00")
    figures = {
        3: ["contacts/web", "kinds/complaint", "logged/complaint", "contacted", "kept/first-contact"],
        4: ["recorded/dissatisfaction_after_initial_handling", "handed-over/standards", "kept/refer", "missed/update"],
        5: ["kept/outcome", "kept/update"],
    }  # fmt: skip
    for number, wanted in figures.items():
        for figure in wanted:
            assert steps.behind(story, cast.jo, 2026, number, figure) == [story.reference], (number, figure)


def the_log_is_whole_and_in_order(story):
    assert steps.log_is_whole(story)
    assert steps.verbs(story) == [
        "received", "wrote", "sent", "taken", "spoke", *["asked"] * 4, "decided", "wrote", "sent", "offered", "answered",
        "asked", "asked_to_record", "decided", "wrote", "sent", "alleged", "officer_named", "handed_over", "wrote", "sent",
        "receipt", "wrote", "sent", "outcome_back", "concluded", "wrote", "sent", "closed",
    ]  # fmt: skip


def every_look_left_its_row(story):
    assert steps.looks(story) == steps.access_rows(story)
    assert steps.looks(story).total() > 40
