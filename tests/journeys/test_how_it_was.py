"""Somebody is told the outcome, follows the link in it, begins, comes back and answers unhappily; a supervisor reads it and
opens the case again. Another is asked by the rounds and types the code from paper. In both languages."""

from datetime import timedelta

import pytest

from design.testing import MannerlyClient
from gateways import clock
from putright.cases.models import Case
from putright.letters.actions import write_letter
from putright.letters.models import Letter
from putright.people.models import Person
from putright.surveys.models import Response
from tests.make import contacts, surveys

from . import steps
from .browsing import Browser
from .steps import Story, desk, goes_round, opens, when

pytestmark = pytest.mark.django_db
SAYS = {
    "en": {"ask": "Tell us how we did", "kept": "We kept what you have so far", "thanks": "We have your answers",
           "used": "This survey has been answered", "unhappy": "Unhappy", "again": "They are not happy. Do we look at it again?"},
    "cy": {"ask": "Dywedwch wrthym sut y gwnaethom", "kept": "Rydym wedi cadw’r hyn sydd gennych hyd yma",
           "thanks": "Mae eich atebion gennym", "used": "Atebwyd yr arolwg hwn", "unhappy": "Anfodlon",
           "again": "Nid ydynt yn hapus. A ydym yn edrych arno eto?"},
}  # fmt: skip


@pytest.fixture(params=["en", "cy"])
def story(request, cast):
    return Story(request.param)


def test_an_unhappy_answer_opens_the_case_again(story, cast):
    says = SAYS[story.lang]
    when(story, "2026-03-30 10:00")
    surveys.surveys(story.now)
    case = contacts.contact(cast.ffion, at=story.now, kind="dissatisfaction").case
    story.reference = case.reference
    told = {f"{part}_cy": "Siaradom â’r swyddog." for part in ("outcome", "reasons", "change")}
    code = surveys.code_in(write_letter(case, "outcome", told, by=cast.sam, at=story.now))
    Case.objects.filter(pk=case.pk).update(stage="settled", finished_at=story.now)
    when(story, "2026-04-01 19:30")
    they_begin_come_back_and_answer(story, code, says)
    when(story, "2026-04-02 09:10")
    waiting = desk(story, cast.jo).go("surveys/to-read/")
    assert says["unhappy"] in waiting.words and case.reference in waiting.words
    page = desk(story, cast.jo).go(f"surveys/answers/{Response.objects.get().pk}/")
    assert says["again"] in page.words and "Nobody rang me." in page.words
    desk(story, cast.jo).press(page, again="yes", why="She was promised a call.", marks=["suggestion"])
    case.refresh_from_db()
    assert case.stage == "received" and "She was promised a call." in opens(story, cast.sam).words
    assert steps.log_is_whole(story)


def they_begin_come_back_and_answer(story, code, says):
    address = f"/{story.lang}/survey/{code}/"
    with clock.fixed(story.now):
        phone = Browser(MannerlyClient())
        page = phone.go(address)
        assert says["ask"] in page.words and story.reference not in page.words
        kept = phone.press(page, "do=keep", overall="1", better="Nobody rang me.")
        assert says["kept"] in kept.words
        later = Browser(MannerlyClient())  # another device, the same link
        page = later.go(address)
        assert "Nobody rang me." in page.words
        assert says["thanks"] in later.press(page, "do=send", polite="4").words
        assert says["used"] in later.go(address).words


def test_asked_by_the_rounds_on_paper_and_typed_in(story, cast):
    when(story, "2026-03-30 10:00")
    goes_round(story)  # puts the surveys in
    Person.objects.filter(pk=cast.amir.pk).update(address="3 Kiln Lane", postcode="AL1 1AA", language=story.lang)
    case = contacts.contact(Person.objects.get(pk=cast.amir.pk), at=story.now, kind="enquiry").case
    Case.objects.filter(pk=case.pk).update(stage="settled", finished_at=story.now)
    when(story, "2026-04-03 10:00")
    goes_round(story)
    letter = Letter.objects.get(case=case, kind="survey")
    assert letter.medium == "post"
    with clock.fixed(story.now + timedelta(days=2)):
        reader = Browser(MannerlyClient())
        page = reader.press(reader.go(f"/{story.lang}/survey/"), code=surveys.code_in(letter).lower().replace("-", " "))
        assert SAYS[story.lang]["thanks"] in reader.press(page, "do=send", overall="5").words
    assert Response.objects.get().version.survey.slug == "enquiry"
