"""One question, all the way: what triage lacks is asked by letter, the reminder goes, she answers by its link, the answer is
taken over; a meeting is offered, held, and its record is owed. In both languages."""

from urllib.parse import urlsplit

import pytest

from design.testing import MannerlyClient
from gateways import clock
from putright.letters.models import Letter
from putright.triage import queries as triage
from tests.asking.questions import secret_in
from tests.make import contacts

from . import steps
from .browsing import Browser
from .steps import Story, desk, opens, when

pytestmark = pytest.mark.django_db
FACT = "conduct_done_to_them"
SAYS = {
    "en": {
        "asked": "Was it done to you?", "late": "It was me he shouted at.", "thanks": "We have your answer", "no": "No answer",
        "take": "Take this answer over in triage: Yes", "read": "Waits to be read", "used": "We have an answer",
        "owed": "Record owed", "services": "If you need somebody to talk to",
    },
    "cy": {
        "asked": "Ai i chi y cafodd ei wneud?", "late": "Arnaf i y gwaeddodd.", "thanks": "Mae eich ateb gennym",
        "no": "Dim ateb",
        "take": "Cymryd yr ateb hwn drosodd wrth frysbennu: Ie", "read": "Yn aros i’w ddarllen", "used": "Mae gennym ateb",
        "owed": "Cofnod yn ddyledus", "services": "Os oes angen rhywun i siarad ag ef arnoch",
    },
}  # fmt: skip


@pytest.fixture(params=["en", "cy"])
def story(request, cast):
    return Story(request.param)


def test_one_question(story, cast):
    says = SAYS[story.lang]
    sam_asks_what_triage_does_not_know(story, cast, says)
    nobody_answers_and_she_is_reminded_once(story, cast, says)
    she_answers_by_the_link_of_the_reminder(story, says)
    sam_takes_the_answer_over_and_has_read_it(story, cast, says)
    they_meet_and_the_record_is_owed(story, cast, says)
    assert steps.log_is_whole(story) and steps.looks(story) == steps.access_rows(story)


def sam_asks_what_triage_does_not_know(story, cast, says):
    when(story, "2026-03-27 10:00")
    who = cast.ffion
    type(who).objects.filter(pk=who.pk).update(language=story.lang)
    who.refresh_from_db()
    story.reference = contacts.contact(who, at=story.now, kind="complaint").case.reference
    steps.fills_in(story, cast.sam, f"questions/new/?fact={FACT}")
    steps.goes_round(story)
    letter = steps.letter(story, "question")
    assert letter.language == story.lang and says["asked"] in letter.body and letter.status == "sent"


def nobody_answers_and_she_is_reminded_once(story, cast, says):
    when(story, "2026-04-13 09:00")
    steps.goes_round(story)
    when(story, "2026-04-20 09:00")
    steps.goes_round(story)
    assert steps.sent(story).count("question_again") == 1
    when(story, "2026-04-30 09:00")
    assert says["no"] in opens(story, cast.sam).words
    assert story.reference in desk(story, cast.sam).go("waiting/").words


def she_answers_by_the_link_of_the_reminder(story, says):
    last = Letter.objects.filter(kind="question_again").latest("pk")
    hers = Browser(MannerlyClient())
    with clock.fixed(story.now):
        page = hers.go(f"/{story.lang}/answer/{secret_in(last)}/")
        assert says["asked"] in page.words and story.reference not in page.words
        thanks = hers.press(page, value="yes", words=says["late"])
        assert says["thanks"] in thanks.words
        assert says["used"] in hers.go(urlsplit(page.path).path).words
        assert says["services"] in hers.go(f"/{story.lang}/help-and-support/").words


def sam_takes_the_answer_over_and_has_read_it(story, cast, says):
    case = opens(story, cast.sam)
    assert says["late"] in case.words and says["take"] in case.words and says["read"] in case.words
    for part in ("/take-over/", "/read/"):
        form = next(one for one in forms(opens(story, cast.sam)) if part in one.get("action", ""))
        with clock.fixed(story.now):
            assert desk(story, cast.sam).client.post(form.get("action"), boxes(form)).status_code == 302
    case = opens(story, cast.sam)
    assert says["read"] not in case.words and triage.facts(story.case)[FACT] == "yes"


def forms(page):
    return next(page.root.iter("main")).iter("form")


def boxes(form):
    return {box.get("name"): box.get("value", "") for box in form.iter("input") if box.get("name")}


def they_meet_and_the_record_is_owed(story, cast, says):
    steps.fills_in(story, cast.sam, "meetings/new/", offered="yes")
    case = opens(story, cast.sam)
    became = next(address for address in case.addresses if address.endswith("/became/"))
    rest = became.split(f"{story.reference}/")[1]
    steps.fills_in(story, cast.sam, rest, how="held")
    assert says["owed"] in opens(story, cast.sam).words
