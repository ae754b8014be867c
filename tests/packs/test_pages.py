"""The pages, as each person meets them, in both languages."""

import json

import pytest
from django.urls import reverse
from django.utils import translation

from putright.allocation.models import Handover
from putright.cases.models import Access, Case
from putright.packs.actions import hand_over
from tests.make import allocation as make

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("language", ["en", "cy"])


def address(page, case, *more, language="en"):
    with translation.override(language):
        return reverse(f"packs:{page}", args=[case.reference, *more])


def text(response):
    return response.content.decode()


@pytest.fixture
def whole(cast):
    return make.sufficient(cast.ffion, cast.sam)


@BOTH
def test_a_handler_sees_the_suggestion_then_the_whole_pack_and_sends_it(language, at_the_desk, whole, cast):
    page = at_the_desk(cast.sam)
    choose = address("hand_over", whole, language=language)
    assert 'value="standards" checked' in text(page.get(choose))
    to_pack = page.post(choose, {"body": "standards"})
    shown = text(page.get(to_pack.url))
    for part in (whole.reference, make.WORDS, "ffion@complainant.example", "9911", "REC-1"):
        assert part in shown
    assert page.post(to_pack.url, {"version": whole.version}).status_code == 302
    went = Handover.objects.get(case=whole)
    assert went.body == "standards" and Case.objects.get(pk=whole.pk).stage == "handed_over"


def test_what_downloads_before_is_what_is_kept_after_and_each_look_leaves_one_row(at_the_desk, whole, cast):
    page = at_the_desk(cast.sam)
    before = json.loads(page.get(address("pack_file", whole, "standards", "json")).content)
    page.post(address("pack", whole, "standards"), {"version": whole.version})
    went = Handover.objects.get()
    after = page.get(address("went_file", whole, went.pk, "json"))
    assert json.loads(after.content) == went.pack == before
    assert "attachment" in after["Content-Disposition"]
    assert Access.objects.count() == 2  # the two files; sending it off showed nothing


def test_a_thin_pack_says_what_is_missing_and_cannot_go(at_the_desk, cast):
    case = make.case(cast.amir, stage="recorded")
    page, here = at_the_desk(cast.sam), address("pack", case, "standards")
    shown = text(page.get(here))
    assert "The allegations are missing." in shown and "Write down an allegation" in shown
    assert "Hand it over" not in shown
    assert "The decision is missing." in text(page.post(here, {"version": case.version}))
    assert not Handover.objects.exists()


def test_another_body_asks_why(at_the_desk, whole, cast):
    page, here = at_the_desk(cast.sam), address("pack", whole, "panel")
    assert "Say why." in text(page.post(here, {"version": whole.version, "because": ""}))
    page.post(here, {"version": whole.version, "because": "They asked for it."})
    assert Handover.objects.get().because == "They asked for it."


@pytest.mark.parametrize("version", ["", "x", "0"])
def test_a_page_too_old_or_tampered_with_sends_nothing(version, at_the_desk, whole, cast):
    page = at_the_desk(cast.sam)
    assert page.post(address("pack", whole, "standards"), {"version": version}).status_code == 200
    assert not Handover.objects.exists()


def test_there_is_no_pack_for_a_body_that_does_not_exist_or_of_another_case(at_the_desk, whole, cast):
    page = at_the_desk(cast.sam)
    other = hand_over(make.sufficient(cast.ffion, cast.sam), "standards", by=cast.sam, at=cast.at)
    assert page.get(address("pack", whole, "newspaper")).status_code == 404
    assert page.get(address("went", whole, other.pk)).status_code == 404


@BOTH
def test_standards_see_the_pack_and_write_down_receipt_and_outcome(language, at_the_desk, whole, cast):
    went = hand_over(whole, "standards", by=cast.sam, at=cast.at)
    page = at_the_desk(cast.pat)
    assert make.WORDS in text(page.get(address("went", whole, went.pk, language=language)))
    for form, answers in (
        ("receipt", {"received_from": "Pat Okoro", "their_reference": "CO/0123/26"}),
        ("outcome", {"words": "Not acceptable. An apology follows."}),
    ):
        assert page.get(address(form, whole, language=language)).status_code == 200
        assert page.post(address(form, whole, language=language), answers).status_code == 302
    went.refresh_from_db()
    assert (went.their_reference, went.outcome) == ("CO/0123/26", "Not acceptable. An apology follows.")
    assert Case.objects.get(pk=whole.pk).stage == "outcome_known"


def test_a_receipt_when_nothing_was_handed_over_is_refused_in_words(at_the_desk, whole, cast):
    page = at_the_desk(cast.sam)
    assert "Nothing was changed." in text(page.post(address("receipt", whole), {"received_from": "Pat"}))


def test_a_page_takes_few_queries(at_the_desk, whole, cast, django_assert_max_num_queries):
    page = at_the_desk(cast.sam)
    with django_assert_max_num_queries(25):
        page.get(address("pack", whole, "standards"))
