"""A month's sample in both languages: the house records the seed, cases finish, the house draws, a senior manager looks, the
handler answers, and whoever reads the draw sees it done again."""

import pytest

from putright.quality.models import Draw, Look, Seed
from tests.quality import samples

from . import steps
from .steps import Story, desk, when

pytestmark = pytest.mark.django_db
SAYS = {
    "en": {"none": "You have looked at everything", "same": "Drawn again just now: the same", "not": "The handler did not agree"},
    "cy": {"none": "Rydych wedi edrych ar bopeth", "same": "Wedi’i dynnu eto nawr",
           "not": "Nid oedd y triniwr yn cytuno"},
}  # fmt: skip


@pytest.fixture(params=["en", "cy"])
def story(request, cast):
    return Story(request.param)


def test_a_months_sample(story, cast):
    says, vera = SAYS[story.lang], samples.senior()
    when(story, "2026-03-01 08:00")
    steps.goes_round(story)
    assert Seed.objects.get().digest in desk(story, vera).go("sample/draws/").words
    when(story, "2026-03-27 10:00")
    steps.logs(story, cast.sam, "do=settle", channel="phone", words="My bicycle was stolen.", answer="Rang the district for her.")
    when(story, "2026-04-03 09:00")
    steps.goes_round(story)
    page = desk(story, vera).go("sample/")
    assert story.reference in page.words
    picked = Draw.objects.get().picked.get()
    asked = {f"p-{code}": mark for code, mark in samples.marks(plain="partly").items()}
    page = desk(story, vera).go(f"sample/{picked.pk}/")
    assert says["none"] in desk(story, vera).press(page, finding="Kind, and quick.", **asked).words
    look = Look.objects.get()
    page = desk(story, cast.sam).go("my-work/")
    assert any("sample/findings/" in address for address in page.addresses)
    page = desk(story, cast.sam).go(f"sample/findings/{look.pk}/")
    desk(story, cast.sam).press(page, agrees="no", words="It was plain.")
    assert says["not"] in desk(story, vera).go("sample/").words
    assert says["same"] in desk(story, cast.jo).go(f"sample/draws/{picked.draw_id}/").words
    assert steps.log_is_whole(story) and steps.looks(story) == steps.access_rows(story)
