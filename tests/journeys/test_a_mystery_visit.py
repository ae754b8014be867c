"""A mystery visit in both languages: a senior manager plans it, a handler goes and writes down what was found, the sergeant of
the place sees the month and the score, and puts right what is asked of them."""

import pytest

from putright.quality import lists
from putright.shopping import actions
from putright.shopping.models import Action, Visit
from tests.quality import samples

from .steps import Story, desk, when

pytestmark = pytest.mark.django_db
DONE = {"en": "Done", "cy": "Wedi’i wneud"}


@pytest.fixture(params=["en", "cy"])
def story(request, cast):
    return Story(request.param)


def day(name: str, number: int) -> dict[str, str]:
    return {f"{name}-day": str(number), f"{name}-month": "4", f"{name}-year": "2026"}


def test_a_mystery_visit(story, cast):
    vera = samples.senior()
    when(story, "2026-04-01 09:00")
    place = actions.add_place("counter", "North counter", "Cownter y gogledd", cast.dana.team, by=vera, at=story.now)
    told = actions.Told("counter", "Rude", "Anghwrtais", "Somebody was rude.", "Roedd rhywun yn anghwrtais.")
    what = actions.add_scenario(told, by=vera, at=story.now)
    page = desk(story, vera).go("visits/plan/visit/")
    desk(story, vera).press(page, place=str(place.pk), scenario=str(what.pk), shopper=str(cast.sam.pk), **day("due", 9))
    visit = Visit.objects.get()
    page = desk(story, cast.sam).go(f"visits/{visit.pk}/")
    assert what.text(story.lang) in page.words
    when(story, "2026-04-07 15:00")
    marks = {f"p-{one.code}": "met" for one in lists.points("visit-counter", story.now.date())} | {"p-private": "not"}
    page = desk(story, cast.sam).go(f"visits/{visit.pk}/")
    desk(story, cast.sam).press(page, words="Everybody heard me.", **marks, **day("on", 7))
    page = desk(story, cast.dana).go(f"visits/results/{place.pk}/")
    assert "Everybody heard me." in page.words and "04/2026" in page.words and cast.sam.name not in page.words
    page = desk(story, vera).go(f"visits/found/{visit.found.pk}/action/")
    desk(story, vera).press(page, words="A side room.", owner=str(cast.dana.pk), **day("due", 30))
    page = desk(story, cast.dana).go(f"visits/actions/{Action.objects.get().pk}/")
    page = desk(story, cast.dana).press(page, words="It is open.", done="yes")
    assert DONE[story.lang] in page.words and "It is open." in page.words
