"""Thanks become evidence, the team scores itself, an assessor reads the frozen pack and hears from somebody who was invited, and
what they recommend is done; in both languages. Nobody in the team learns who answered."""

import io
import re
import zipfile

import pytest
from django.test import Client

from design.testing import MannerlyClient
from gateways import clock
from putright.assessors.models import Assessor, Cycle, Pack, Recommendation
from putright.excellence.models import Item
from putright.letters.models import Letter
from tests.make import contacts

from . import steps
from .browsing import Browser
from .steps import Story, desk, opens, when

pytestmark = pytest.mark.django_db
CODE = re.compile(r"(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}")
SAYS = {
    "en": {"unfit": "Not ready for an assessor", "fit": "An assessor may have it", "sealed": "sealed for the assessor"},
    "cy": {"unfit": "Heb fod yn barod i asesydd", "fit": "Caiff asesydd ei gael", "sealed": "wedi’i selio i’r asesydd"},
}
THANKS = "Thank you. Ffion Rees. Your officer stayed until the ambulance came."


@pytest.fixture(params=["en", "cy"])
def story(request, cast):
    return Story(request.param)


def day(name: str, year: int, month: int, number: int) -> dict[str, str]:
    return {f"{name}-day": str(number), f"{name}-month": str(month), f"{name}-year": str(year)}


def does(story, who, address: str, button: str = "", **typed):
    page = desk(story, who).go(address)
    after = desk(story, who).press(page, button, **typed)
    assert after.path != page.path, f"{address} was refused: {after.words}"
    return after


def outside(story, browser: Browser, address: str, **typed):
    with clock.fixed(story.now):
        return browser.press(browser.go(f"/{story.lang}/{address}"), **typed)


def test_from_thanks_to_a_recommendation_that_is_done(story, cast):
    says = SAYS[story.lang]
    thanks_become_evidence(story, cast, says)
    the_team_scores_itself_and_freezes_a_pack(story, cast)
    own, browser = the_assessor_comes_in(story, cast)
    somebody_invited_answers_and_only_the_assessor_hears(story, cast, says, own, browser)
    what_they_recommend_is_done(story, cast)
    assert steps.log_is_whole(story) and steps.looks(story) <= steps.access_rows(story)


def thanks_become_evidence(story, cast, says):
    when(story, "2026-03-27 10:00")
    made = contacts.contact(cast.ffion, at=story.now, kind="compliment", words=THANKS, language=story.lang)
    story.reference = made.case.reference
    page = desk(story, cast.sam).press(opens(story, cast.sam), "from")
    assert says["unfit"] in page.words and "Ffion" not in page.words
    read = Item.objects.get()
    after = does(
        story, cast.sam, f"evidence/{read.pk}/change/", redaction="done", consent="given", title="Thanks",
        **day("consent_on", 2026, 3, 27),
    )  # fmt: skip
    assert says["fit"] in after.words


def the_team_scores_itself_and_freezes_a_pack(story, cast):
    when(story, "2026-03-30 09:30")
    does(story, cast.sam, "excellence/element/cse/2.2.2/score/", score="full", narrative="What people write to us.")
    body = {"standard": "cse", "body": "Assessment Services Ltd", "years": "1"}
    does(story, cast.jo, "assessments/new/", **body, **day("begins_on", 2026, 3, 30))
    does(story, cast.jo, f"assessments/{Cycle.objects.get().pk}/freeze/", "leave_out")
    with zipfile.ZipFile(io.BytesIO(bytes(Pack.objects.get().body))) as whole:
        said = whole.read(f"{story.lang}/2.html").decode()
    assert "stayed until the ambulance came" in said and "What people write to us." in said and "Ffion" not in said


def the_assessor_comes_in(story, cast):
    when(story, "2026-04-01 11:00")
    page = desk(story, cast.jo).go(f"assessments/{Cycle.objects.get().pk}/assessor/")
    given = desk(story, cast.jo).press(page, name="Alis Prydderch", reach="01632 960333", **day("until", 2026, 4, 30))
    browser = Browser(MannerlyClient())
    own = CODE.search(outside(story, browser, "assessor/", code=CODE.search(given.words)[0]).words)[0]
    shown = outside(story, browser, "assessor/", code=own)
    assert Pack.objects.get().sha256 in shown.words
    plain = Client()  # a page of a pack opens from a disk too, so it is not dressed as one of ours
    with clock.fixed(story.now):
        plain.post(f"/{story.lang}/assessor/", {"code": own})
        assert "ambulance" in plain.get(f"/{story.lang}/assessor/pack/{story.lang}/2.html").content.decode()
    return own, browser


def somebody_invited_answers_and_only_the_assessor_hears(story, cast, says, own, browser):
    when(story, "2026-04-02 10:00")
    story.case.__class__.objects.filter(reference=story.reference).update(finished_at=story.now, stage="closed")
    desk(story, cast.sam).press(opens(story, cast.sam), "agreed")
    does(story, cast.sam, f"assessors/{Assessor.objects.get().pk}/people/", to=[str(story.case.pk)])
    code = CODE.search(Letter.objects.get(kind="assessor").body)[0]
    before = what_the_team_sees(story, cast)
    answered = outside(story, Browser(MannerlyClient()), "speak-to-the-assessor/", code=code, reach="0151 496 0777")
    assert says["sealed"] in answered.words
    assert before == what_the_team_sees(story, cast)
    assert "0151 496 0777" in outside(story, browser, "assessor/pack/", code=own).words


def what_the_team_sees(story, cast) -> list[str]:
    return [opens(story, cast.sam).words, desk(story, cast.jo).go(f"assessors/{Assessor.objects.get().pk}/people/").words]


def what_they_recommend_is_done(story, cast):
    when(story, "2026-04-20 15:00")
    one = f"assessments/{Cycle.objects.get().pk}/"
    does(story, cast.jo, f"{one}recommendation/", words="Shorten the survey", ref="1.3.3")
    row = f"recommendations/{Recommendation.objects.get().pk}/"
    does(story, cast.jo, f"{row}review/", answer="accept", owner=str(cast.sam.pk), **day("due", 2026, 5, 1))
    when(story, "2026-04-30 15:00")
    after = does(story, cast.jo, f"{row}done/", words="Six questions now", **day("on", 2026, 4, 29))
    assert "Six questions now" in after.words
