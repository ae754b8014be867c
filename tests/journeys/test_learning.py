"""A complaint teaches something: a lesson, a recommendation the force is asked about again and answers, a suggestion answered,
and a line the public reads once two people let it; in both languages."""

import pytest

from gateways import post
from gateways.post_fake import FakePost
from putright.learning.models import Recommendation, Suggestion, YouSaid
from tests.make import contacts

from .browsing import Browser
from .steps import Story, desk, goes_round, log_is_whole, opens, verbs, when

pytestmark = pytest.mark.django_db
SAYS = {
    "en": {"late": "Late", "we": "We ring on the same day", "partly": "Partly accepted", "theme": "It took too long"},
    "cy": {"late": "Yn hwyr", "we": "Rydym yn ffonio ar yr un diwrnod", "partly": "Derbyniwyd yn rhannol",
           "theme": "Cymerodd ormod o amser"},
}  # fmt: skip


@pytest.fixture(params=["en", "cy"])
def story(request, cast):
    return Story(request.param)


def day(name: str, month: int, number: int) -> dict[str, str]:
    return {f"{name}-day": str(number), f"{name}-month": str(month), f"{name}-year": "2026"}


def does(story, who, address: str, **typed):
    page = desk(story, who).go(address)
    after = desk(story, who).press(page, "csrfmiddlewaretoken" if not typed else "", **typed)
    assert after.path != page.path, f"{address} was refused: {after.words}"
    return after


def test_what_was_learned_changes_something(story, cast):
    says = SAYS[story.lang]
    a_case_teaches_something(story, cast, says)
    the_force_is_asked_again_and_answers(story, cast, says)
    a_suggestion_is_answered(story, cast)
    two_people_tell_the_public(story, cast, says)
    assert log_is_whole(story)


def a_case_teaches_something(story, cast, says):
    when(story, "2026-03-27 10:00")
    made = contacts.contact(cast.ffion, at=story.now, kind="complaint", words="Nobody rang me.", language=story.lang)
    story.reference = made.case.reference
    address = f"cases/{story.reference}/"
    does(story, cast.sam, f"{address}lesson/", words="Ring on the day we said", level="team", cause="delay")
    assert says["theme"] in opens(story, cast.sam).words
    assert says["theme"] in desk(story, cast.sam).go("learning/themes/?of=lessons&by=cause").words
    told = {"to": "Head of contact", "email": "contact@force.example", "words": "Put them through", "language": story.lang}
    does(story, cast.sam, f"learning/recommendations/new/?case={story.reference}", **told, **day("sent_on", 3, 20))
    assert {"lesson_noted", "force_recommended"} <= set(verbs(story))


def the_force_is_asked_again_and_answers(story, cast, says):
    row = Recommendation.objects.get()
    when(story, "2026-04-20 10:00")
    with post.standing_in(FakePost()) as box:
        goes_round(story)
        goes_round(story)
    assert [one.languages for one in box.taken if one.to == "contact@force.example"] == [(story.lang,)]
    assert says["late"] in desk(story, cast.jo).go(f"learning/recommendations/{row.pk}/").words
    typed = {"answer": "partly", "words": "From May", **day("on", 4, 19)}
    after = does(story, cast.jo, f"learning/recommendations/{row.pk}/answer/", **typed)
    assert says["partly"] in after.words and says["late"] not in after.words


def a_suggestion_is_answered(story, cast):
    does(story, cast.sam, f"learning/suggestions/new/?case={story.reference}", words="Send a text", **day("came_on", 4, 1))
    row = f"learning/suggestions/{Suggestion.objects.get().pk}/"
    does(story, cast.sam, row, outcome="taken", did="We ring now", told="phone")
    assert "We ring now" in desk(story, cast.sam).go("learning/suggestions/?show=answered").words


def two_people_tell_the_public(story, cast, says):
    four = {"you_en": "Nobody rings", "you_cy": "Nid oes neb yn ffonio"}
    both = {f"we_{code}": told["we"] for code, told in SAYS.items()}
    does(story, cast.sam, "learning/said/new/", **four, **both)
    outside = Browser()
    assert says["we"] not in outside.go(f"/{story.lang}/you-said-we-did/").words
    does(story, cast.jo, f"learning/said/{YouSaid.objects.get().pk}/sign/")
    start = outside.go(f"/{story.lang}/")
    assert f"/{story.lang}/you-said-we-did/" in start.addresses
    assert says["we"] in outside.go(f"/{story.lang}/you-said-we-did/").words
