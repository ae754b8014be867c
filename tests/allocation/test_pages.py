"""The pages, as each person meets them, in both languages."""

import json

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from gateways import clock
from putright.allocation.actions import allocate, hand_over
from putright.allocation.models import Allocation, Handover
from putright.allocation.panel import panel
from putright.cases.models import Access, Case
from putright.cases.queries import one_open_to
from tests.make import allocation as make

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("language", ["en", "cy"])


@pytest.fixture
def at_the_desk(client, cast):
    """Sign in as somebody; the pages they fetch are at the cast's moment."""
    with clock.fixed(cast.at):

        def sign_in(handler):
            client.force_login(handler.user)
            return client

        yield sign_in


def address(page, case, *more, language="en"):
    with translation.override(language):
        return reverse(f"allocation:{page}", args=[case.reference, *more])


def text(response):
    return response.content.decode()


@pytest.fixture
def recovering(cast):
    return make.case(cast.ffion, stage="in_recovery")


@pytest.fixture
def given(recovering, cast):
    return allocate(recovering, cast.dana.team, "Please ring <her>", by=cast.sam, at=cast.at)


@pytest.fixture
def whole(cast):
    return make.sufficient(cast.ffion, cast.sam)


@BOTH
def test_a_handler_asks_a_supervisor(language, at_the_desk, recovering, cast):
    page, here = at_the_desk(cast.sam), address("allocate", recovering, language=language)
    assert "Dana Price" in text(page.get(here))
    sent = page.post(here, {"team": cast.dana.team.pk, "to": cast.dana.pk, "asks": "explanation", "why": "Please ring her"})
    assert sent.status_code == 302 and sent.url.endswith(f"/staff/cases/{recovering.reference}/")
    assert Allocation.objects.get(case=recovering).to == cast.dana


def test_a_refused_choice_keeps_every_word(at_the_desk, recovering, cast):
    page = at_the_desk(cast.sam)
    answer = page.post(
        address("allocate", recovering),
        {"team": cast.dana.team.pk, "to": cast.chris.pk, "asks": "apology", "why": "Her words 😟 <b>"},
    )
    assert "That person cannot be chosen." in text(answer) and "Her words 😟 &lt;b&gt;" in text(answer)
    assert not Allocation.objects.exists()


@BOTH
def test_a_supervisor_accepts_and_answers_and_then_sees_it_no_more(language, at_the_desk, given, cast):
    page, case = at_the_desk(cast.dana), given.case
    here = address("answer", case, language=language)
    assert "Please ring &lt;her&gt;" in text(page.get(here))
    page.post(address("accept", case, language=language))
    page.post(address("accept", case, language=language))
    assert Allocation.objects.get().accepted_at == cast.at
    thanks = page.post(here, {"did": "apology", "words": "I said sorry.", "content": "yes"}, follow=True)
    assert thanks.status_code == 200 and case.reference not in text(thanks)
    assert page.get(here).status_code == 404


def test_a_supervisor_gives_it_back(at_the_desk, given, cast):
    page = at_the_desk(cast.dana)
    page.post(address("give_back", given.case), {"why": "She wants it looked into."})
    assert Case.objects.get(pk=given.case.pk).stage == "in_recovery"


def test_an_unanswered_question_is_named_and_nothing_is_kept(at_the_desk, given, cast):
    page = at_the_desk(cast.dana)
    assert "Say whether the person is content" in text(page.post(address("answer", given.case), {"words": "Sorry"}))
    assert Allocation.objects.get().answered_at is None


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
    before = json.loads(page.get(address("pack_file", whole, "standards")).content)
    page.post(address("pack", whole, "standards"), {"version": whole.version})
    went = Handover.objects.get()
    after = page.get(address("went_file", whole, went.pk))
    assert json.loads(after.content) == went.pack == before
    assert "attachment" in after["Content-Disposition"]
    assert Access.objects.count() == 2  # the two files; sending it off showed nothing


def test_a_thin_pack_says_what_is_missing_and_cannot_go(at_the_desk, cast):
    case = make.case(cast.amir, stage="recorded")
    page, here = at_the_desk(cast.sam), address("pack", case, "standards")
    shown = text(page.get(here))
    assert "The allegations are missing." in shown and "Mend it on the case page" in shown
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


@pytest.mark.parametrize(("who", "page"), [
    ("dana", "allocate"), ("dana", "hand_over"), ("pat", "hand_over"), ("pat", "answer"), ("robin", "receipt"),
    ("toni", "allocate"), ("dana", "outcome"),
])  # fmt: skip
def test_other_roles_are_told_it_is_not_their_part(who, page, at_the_desk, whole, cast):
    assert at_the_desk(getattr(cast, who)).get(address(page, whole)).status_code == 403


def test_somebody_elses_case_and_a_missing_one_answer_alike(at_the_desk, given, cast):
    page = at_the_desk(cast.chris)
    theirs, missing = page.get(address("answer", given.case)), page.get(address("answer", given.case).replace("PR-", "PX-"))
    assert theirs.status_code == missing.status_code == 404


def draw(rf, who, case, at):
    request = rf.get("/")
    request.handler, request.at = who, at
    return panel(request, one_open_to(who, case.reference, at=at))


def test_the_panel_offers_each_person_only_what_they_may_do_now(rf, recovering, whole, cast):
    def offers(who, case):
        return [words for _, words in draw(rf, who, case, cast.at).links]

    assert offers(cast.sam, recovering) == ["Ask a supervisor to put it right", "Pass it to the body that must deal with it"]
    allocate(recovering, cast.dana.team, "Please", by=cast.sam, at=cast.at)
    assert offers(cast.dana, recovering) == ["Answer what was done", "Give it back"]
    assert offers(cast.sam, recovering) == ["Pass it to the body that must deal with it", "Take it back"]
    hand_over(whole, "standards", by=cast.sam, at=cast.at)
    assert offers(cast.pat, whole) == ["Write down their receipt", "Write down the outcome"]


def test_the_panel_asks_for_the_log_alone_and_is_not_there_when_it_has_nothing_to_say(rf, cast, django_assert_num_queries):
    case = make.case(cast.ffion, stage="settled")
    request = rf.get("/")
    request.handler, request.at = cast.sam, cast.at
    with django_assert_num_queries(1):
        assert panel(request, case) is None


@BOTH
def test_the_panel_says_what_came_back_and_what_did_not(language, rf, given, cast):
    with translation.override(language):
        shown = draw(rf, cast.sam, given.case, cast.at)
        html = render_to_string(shown.template, shown.values)
    assert ("not yet accepted" if language == "en" else "heb ei dderbyn eto") in html


def test_a_page_takes_few_queries(at_the_desk, whole, cast, django_assert_max_num_queries):
    page = at_the_desk(cast.sam)
    with django_assert_max_num_queries(29):
        page.get(address("pack", whole, "standards"))
