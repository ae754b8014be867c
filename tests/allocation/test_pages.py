"""The pages, as each person meets them, in both languages."""

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from putright.allocation.actions import allocate
from putright.allocation.models import Allocation
from putright.allocation.panel import panel
from putright.cases.models import Case
from putright.cases.queries import one_open_to
from putright.packs.actions import hand_over
from tests.make import allocation as make

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("language", ["en", "cy"])


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


@pytest.mark.parametrize(("who", "page"), [
    ("dana", "allocate"), ("pat", "answer"), ("toni", "allocate"),
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


