"""A survey is written in both languages, seen, put forward, signed off by somebody else, and compared."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from gateways import clock
from putright.law.calendar import day_of
from putright.people.gates import NotAllowed
from putright.questionnaires import actions, queries, rules
from putright.questionnaires.models import Draft, Version
from putright.questionnaires.refusals import MayNotStand, NotSigned, NotWaiting

from ..make import people, surveys

pytestmark = pytest.mark.django_db
CALM = rules.Question("calm", rules.AGREE, "We stayed calm.", "Arhosom yn dawel.")


@pytest.fixture
def other(cast):
    surveys.surveys(cast.at)
    return people.handler("Mair Pugh", "supervisor", cast.jo.team)


@pytest.fixture
def draft(cast, other):
    return actions.draft(surveys.survey(), by=cast.jo, at=cast.at)


def put_forward(draft, cast, **more):
    return actions.propose(draft, actions.Wanted(more.get("since", day_of(cast.at)), "Simpler"), by=cast.jo, at=cast.at)


def said(response) -> str:
    return " ".join(response.content.decode().split())


def test_a_new_version_is_asked_only_when_somebody_else_signed_it_off_and_from_its_day(cast, other, draft):
    actions.put(draft, CALM, by=cast.jo, at=cast.at)
    made = put_forward(draft, cast, since=day_of(cast.at) + timedelta(days=7))
    assert queries.in_force("complaint", day_of(cast.at)).number == 1 and made.number == 2
    with pytest.raises(NotSigned):
        actions.sign_off(made, by=cast.jo, at=cast.at)
    actions.sign_off(made, by=other, at=cast.at)
    assert queries.in_force("complaint", day_of(cast.at)).number == 1
    assert queries.in_force("complaint", day_of(cast.at) + timedelta(days=7)).number == 2
    with pytest.raises(NotWaiting):
        actions.sign_off(made, by=other, at=cast.at)


def test_whoever_was_asked_before_gets_the_questions_of_that_day(cast, other, draft):
    from putright.surveys.queries import asked_by

    invite, _ = surveys.asked(None, cast.ffion, at=cast.at)
    made = put_forward(draft, cast, since=day_of(cast.at) + timedelta(days=1))
    actions.sign_off(made, by=other, at=cast.at + timedelta(days=1))
    assert asked_by(invite).number == 1


@pytest.mark.parametrize(("question", "why"), [
    (rules.Question("calm", rules.AGREE, "We stayed calm.", ""), "lacks one of its languages"),
    (rules.Question("calm", rules.WORDS, "Calm?", "Tawel?", soft="polite"), "soft skill"),
    (rules.Question("calm", rules.CHOICE, "Calm?", "Tawel?", choices=(("1", "Yes", "Ie"),)), "from two to eight"),
])  # fmt: skip
def test_what_may_not_stand_is_not_put_forward_and_says_why(cast, draft, question, why):
    actions.put(draft, question, by=cast.jo, at=cast.at)
    with pytest.raises(MayNotStand, match=why):
        put_forward(draft, cast)
    assert Draft.objects.filter(pk=draft.pk).exists()


def test_a_survey_needs_a_scale_and_its_first_words_in_both_languages():
    nothing = rules.Content("", "", ())
    assert {why for why, _ in rules.problems(nothing)} == {"intro", "no_scale"}


def test_a_version_is_never_changed_or_removed(cast, other):
    first = Version.objects.filter(pk=Version.objects.first().pk)
    for act in (lambda: first.update(why="x"), lambda: first._raw_delete("default")):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()


def test_a_handler_may_not_write_a_survey(cast, other):
    with pytest.raises(NotAllowed):
        actions.draft(surveys.survey(), by=cast.sam, at=cast.at)


def test_every_shipped_survey_may_stand_has_both_languages_and_the_soft_skills():
    from putright.questionnaires import seeds

    assert {"complaint", "dissatisfaction", "enquiry", "compliment", "victims", "agency"} == set(seeds.shipped())
    for slug, (_row, content) in seeds.shipped().items():
        assert not rules.problems(content), slug
    assert {one.soft for one in seeds.shipped()["complaint"][1].questions if one.soft} == set(rules.SOFT)


def test_written_seen_arranged_and_compared_on_the_pages(client, cast, other):
    client.force_login(cast.jo.user)
    with clock.fixed(cast.at):
        at = "/en/staff/surveys/complaint/"
        typed = {"code": "calm", "kind": "agree", "en": "We stayed calm.", "cy": "Arhosom yn dawel."}
        assert client.post(at + "draft/question/", typed).status_code == 302
        assert client.post(at + "draft/arrange/", {"code": "clear", "do": "out"}).status_code == 302
        assert client.post(at + "draft/arrange/", {"code": "calm", "do": "up"}).status_code == 302
        seen = said(client.get(at + "draft/preview/"))
        assert "We stayed calm." in seen and "Arhosom yn dawel." in seen and "Was our answer easy" not in seen
        day = {"since_0": "27", "since_1": "3", "since_2": "2026"}
        page = client.get(at + "draft/forward/").content.decode()
        import re

        names = re.findall(r'name="(since[^"]*)"', page)
        sent = dict(zip(names, day.values(), strict=True)) | {"why": "Simpler"}
        assert client.post(at + "draft/forward/", sent).status_code == 302
        assert "must sign it off" in said(client.get(at + "version/2/"))
    client.force_login(other.user)
    with clock.fixed(cast.at):
        assert "Sign it off" in said(client.get(at + "version/2/"))
        assert client.post(at + "version/2/sign/").status_code == 302
        compared = said(client.get(at + "version/1/beside/2/"))
    assert "We stayed calm." in compared and "New" in compared and "Gone" in compared


def test_a_wrong_question_keeps_what_was_typed(client, cast, other):
    client.force_login(cast.jo.user)
    with clock.fixed(cast.at):
        typed = {"code": "Not Good", "kind": "choice", "en": "Which?", "cy": "Pa un?", "choices_en": "One", "choices_cy": ""}
        page = client.post("/cy/staff/surveys/complaint/draft/question/", typed)
    assert page.status_code == 422 and "Which?" in said(page) and "Defnyddiwch lythrennau bach a rhifau yn unig" in said(page)


def test_a_survey_for_a_group_begins_empty(client, cast, other):
    client.force_login(cast.jo.user)
    with clock.fixed(cast.at):
        done = client.post("/en/staff/surveys/new/", {"slug": "rural", "en": "Rural victims", "cy": "Dioddefwyr cefn gwlad"})
        assert done["Location"].endswith("/rural/draft/") and "Rural victims" in said(client.get(done["Location"]))
        again = client.post("/en/staff/surveys/new/", {"slug": "rural", "en": "Rural", "cy": "Gwledig"})
    assert again.status_code == 422 and "There is a survey of that short name" in said(again)


def test_the_offices_numbers_on_a_page(client, cast, other):
    from putright.invited.queries import settings_at

    client.force_login(cast.jo.user)
    with clock.fixed(cast.at):
        now = settings_at(cast.at)
        wrong = client.post("/en/staff/surveys/settings/", now | {"smallest": "1"})
        assert wrong.status_code == 422 and "Enter a number from 3 to 50." in said(wrong)
        assert client.post("/en/staff/surveys/settings/", now | {"smallest": "10"}).status_code == 302
    assert settings_at(cast.at)["smallest"] == 10
