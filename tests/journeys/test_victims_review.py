"""A victim asks for a review, in both languages: the message opens it, it is weighed, somebody senior looks at it, it takes
longer and they are told, the result goes, what lies in the force's system is confirmed, and something is learned."""

import pytest

from putright.letters.models import Letter
from putright.victims.models import Confirmed, Review
from tests.make import contacts

from . import steps
from .steps import Story, desk, opens, when

pytestmark = pytest.mark.django_db
WHY = {"en": "Two more people are to be heard.", "cy": "Rhaid clywed dau berson arall."}
SAYS = {
    "en": {"open": "Review asked for on", "covered": "It can be reviewed", "no": "This person cannot look at this review",
           "told": "They were told already",
           "result": "Changed: somebody is charged", "learned": "To learn:"},
    "cy": {"open": "Gofynnwyd am adolygiad ar", "covered": "Gellir ei adolygu", "no": "Ni chaiff y person hwn edrych",
           "told": "Cawsant wybod eisoes",
           "result": "Newidiwyd: caiff rhywun ei gyhuddo", "learned": "I’w ddysgu:"},
}  # fmt: skip
FACTS = ("victim_or_may_speak_for_one", "offence_counted_nationally", "suspect_interviewed_under_caution")


@pytest.fixture(params=["en", "cy"])
def story(request, cast):
    return Story(request.param)


def day(name: str, year: int, month: int, number: int) -> dict[str, str]:
    return {f"{name}-day": str(number), f"{name}-month": str(month), f"{name}-year": str(year)}


def test_a_victims_review(story, cast):
    says = SAYS[story.lang]
    she_asks_and_the_house_opens_it(story, cast, says)
    it_is_weighed_and_given_to_somebody_senior(story, cast, says)
    she_is_told_that_it_takes_longer(story, cast)
    the_result_goes_and_is_filed_and_learned_from(story, cast, says)
    assert steps.log_is_whole(story) and steps.looks(story) == steps.access_rows(story)


def she_asks_and_the_house_opens_it(story, cast, says):
    when(story, "2026-03-27 10:00")
    type(cast.ffion).objects.filter(pk=cast.ffion.pk).update(language=story.lang)
    cast.ffion.refresh_from_db()
    contact = contacts.contact(
        cast.ffion, at=story.now, kind="enquiry", topic="victims-review", channel="email", crime_reference="42/7/26",
        language=story.lang,
    )  # fmt: skip
    story.reference = contact.case.reference
    steps.goes_round(story)
    assert Review.objects.get().contact == contact and says["open"] in opens(story, cast.sam).words


def it_is_weighed_and_given_to_somebody_senior(story, cast, says):
    when(story, "2026-03-27 11:00")
    one = f"victims-review/{Review.objects.get().pk}/"
    known = day("asked_on", 2026, 3, 27) | day("decided_on", 2026, 2, 20) | day("told_on", 2026, 3, 1)
    known |= {"decision": "police_decided_no_proceedings", "decided_by": "Ann Lloyd", "decided_rank": "sergeant"}
    steps.fills_in(story, cast.sam, f"{one}details/", **known, **dict.fromkeys(FACTS, "yes"))
    assert says["covered"] in opens(story, cast.sam).words
    steps.fills_in(story, cast.sam, f"{one}take-on/", taken="yes")
    page = desk(story, cast.sam).go(f"cases/{story.reference}/{one}reviewer/")
    page = desk(story, cast.sam).press(page, name="Ann Lloyd", rank="inspector")
    assert says["no"] in page.words
    steps.fills_in(story, cast.sam, f"{one}reviewer/", name="Bo Hale", rank="chief_inspector")
    letter = Letter.objects.get(kind="victim_review_asked")  # the rounds told her, before anybody looked
    assert letter.status == "sent" and letter.language == story.lang and "Bo Hale" not in letter.body
    page = desk(story, cast.sam).press(desk(story, cast.sam).go(f"cases/{story.reference}/{one}acknowledge/"))
    assert says["told"] in page.words
    steps.goes_round(story)
    assert Letter.objects.filter(kind="victim_review_asked").count() == 1


def she_is_told_that_it_takes_longer(story, cast):
    when(story, "2026-05-05 09:00")
    one = f"victims-review/{Review.objects.get().pk}/"
    steps.fills_in(story, cast.sam, f"{one}longer/", **day("until", 2026, 6, 2), **{f"why_{story.lang}": WHY[story.lang]})
    steps.goes_round(story)
    letter = Letter.objects.get(kind="victim_review_longer")
    assert letter.status == "sent" and WHY[story.lang] in letter.body


def the_result_goes_and_is_filed_and_learned_from(story, cast, says):
    when(story, "2026-05-28 09:00")
    one = f"victims-review/{Review.objects.get().pk}/"
    steps.fills_in(story, cast.sam, f"{one}result/", result="charge", **{f"why_{story.lang}": WHY[story.lang]})
    steps.goes_round(story)
    assert Letter.objects.get(kind="victim_review_result").status == "sent" and says["result"] in opens(story, cast.sam).words
    page = desk(story, cast.sam).go(f"cases/{story.reference}/{one}confirm/")
    desk(story, cast.sam).press(page, what="filed", who="Bo Hale", where="A-9", **day("on", 2026, 5, 28))
    steps.fills_in(story, cast.sam, f"{one}learn/", learning="Hear everybody first.")
    assert Confirmed.objects.get().what == "filed"
    page = desk(story, cast.sam).go("victims-reviews/learning/")
    assert says["learned"] in page.words and "Hear everybody first." in page.words
