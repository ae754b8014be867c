"""An answer on paper is typed in by its code, and one in ten is held against its paper by somebody else."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gateways import clock
from putright.cases.actions import wall_off
from putright.cases.log import broken_at
from putright.cases.models import Case
from putright.invited import queries as queries_of
from putright.invited import rules as rules_of
from putright.invited.actions import set_to
from putright.invited.models import Invite
from putright.questionnaires import rules
from putright.surveys import equality, queries
from putright.surveys.actions import answering
from putright.surveys.models import Against, Response, Tally
from putright.surveys.refusals import NotOpen, NotYours, ReadAlready, TypedByYou
from tests.make import contacts, people, surveys

pytestmark = pytest.mark.django_db
ONE_IN = rules_of.SETTINGS[rules_of.HELD].default


@pytest.fixture
def case(cast):
    surveys.surveys(cast.at)
    return contacts.contact(cast.ffion, at=cast.at, kind="complaint").case


def on_paper(case, cast, *, twice=True) -> tuple[Invite, str]:
    """An invite by post whose answer is, or is not, drawn for a second look."""
    while True:
        made, code = surveys.asked(case, cast.ffion, how="post")
        if queries.drawn_for_a_second_look(made, ONE_IN) is twice:
            return made, code


def sign_in(client, who):
    client.force_login(who.user)
    return client


@pytest.mark.parametrize(("language", "title"), [("en", "Type what the paper says"), ("cy", "Teipiwch yr hyn a ddywed y papur")])
def test_it_is_typed_by_its_code_with_who_and_when(client, cast, case, language, title):
    _made, code = on_paper(case, cast)
    sign_in(client, cast.sam)
    with clock.fixed(cast.at + timedelta(days=3)):
        assert client.get(f"/{language}/staff/surveys/paper/").status_code == 200
        typed = {"code": code.lower().replace("-", " "), "how": "paper"}
        page = client.post(f"/{language}/staff/surveys/paper/", typed, follow=True)
        said = page.content.decode()
        assert title in said and said.index('name="overall"') < said.index('name="empathy"') < said.index('name="better"')
        address = page.redirect_chain[-1][0]
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        assert len(asked) <= 14
        client.post(address, {"overall": "2", "better": "Ring me.", "me_age": "65_over", "do": "send"})
    kept = Response.objects.get()
    assert (kept.how, kept.typed_by, kept.at) == ("paper", cast.sam, cast.at + timedelta(days=3)) and kept.unhappy
    assert Tally.objects.get().band == "65_over" and set(equality.GROUPS["age"][1]) >= {"65_over"}
    assert broken_at(case) is None


def test_a_code_of_a_walled_case_is_one_that_does_not_work(client, cast, case):
    _made, code = on_paper(case, cast)
    wall_off(case, cast.sam, "A neighbour", by=cast.jo, at=cast.at)
    sign_in(client, cast.sam)
    pages = []
    with clock.fixed(cast.at):
        for typed in (code, "AAAA-AAAA-AAAA"):
            page = client.post("/en/staff/surveys/paper/", {"code": typed, "how": "paper"})
            pages.append((page.status_code, page.content.decode().count("This code does not work")))
            assert client.get(f"/en/staff/surveys/paper/type/?code={typed}&how=paper").status_code == 302
    assert pages[0] == pages[1] and pages[0][0] == 422


def test_paper_that_came_in_time_is_typed_some_days_after_the_last_and_no_other_answer_is(cast, case):
    made, _code = on_paper(case, cast)
    late = made.until + timedelta(days=13)
    for by, how in ((None, "web"), (cast.sam, "phone")):
        with pytest.raises(NotOpen):
            answering.answer(made, rules.Given({"overall": "4"}, {}, "en", how), by=by, at=late)
    with pytest.raises(NotOpen):
        answering.answer(made, rules.Given({"overall": "4"}, {}, "en", "paper"), by=cast.sam, at=late + timedelta(days=2))
    assert answering.answer(made, rules.Given({"overall": "4"}, {}, "en", "paper"), by=cast.sam, at=late).how == "paper"


def test_a_second_person_puts_right_what_differs_and_how_many_differ_is_kept(client, cast, case):
    made, _code = on_paper(case, cast)
    one = answering.answer(made, rules.Given({"overall": "5", "polite": "4"}, {}, "en", "paper"), by=cast.sam, at=cast.at)
    assert one.twice and not one.unhappy
    with pytest.raises(TypedByYou):
        answering.hold_against(one, rules.Given({"overall": "1"}, {}, "en"), by=cast.sam, at=cast.at)
    sign_in(client, cast.sam)
    with clock.fixed(cast.at):
        assert client.get(f"/en/staff/surveys/paper/{one.pk}/").status_code == 404
        sign_in(client, cast.jo)
        assert f"/staff/surveys/paper/{one.pk}/" in client.get("/en/staff/surveys/paper/").content.decode()
        page = client.get(f"/en/staff/surveys/paper/{one.pk}/").content.decode()
        assert cast.sam.name in page and "Counted, and not kept" not in page
        client.post(f"/en/staff/surveys/paper/{one.pk}/", {"overall": "1", "polite": "4", "well": "Kind.", "do": "send"})
    one.refresh_from_db()
    assert one.scores == {"overall": "1", "polite": "4"} and one.words == {"well": "Kind."} and one.unhappy
    assert Against.objects.get().changed == ["overall", "well"] and broken_at(case) is None
    third = people.handler("Third Reader", "handler", cast.jo.team)
    with pytest.raises(ReadAlready):
        answering.hold_against(one, rules.Given({"overall": "1"}, {}, "en"), by=third, at=cast.at)


def test_about_one_in_ten_is_drawn_and_never_one_that_somebody_answered_themselves(cast, case):
    drawn = 0
    for n in range(400):
        drawn += queries.drawn_for_a_second_look(Invite(digest=f"{n * 2654435761 % 2**32:08x}"), ONE_IN)
    assert 20 < drawn < 65
    made, _code = on_paper(case, cast)
    assert not answering.answer(made, rules.Given({"overall": "4"}, {}, "en"), by=None, at=cast.at).twice


@pytest.mark.parametrize(("language", "words"), [("en", "Every one is read again"), ("cy", "Caiff pob un ei ddarllen eto")])
def test_the_office_sets_how_many_are_held_against_their_paper_from_a_day(client, cast, case, language, words):
    """What was drawn before stays as it was: a setting holds from its moment."""
    before, _code = on_paper(case, cast, twice=False)
    given, later = rules.Given({"overall": "4"}, {}, language, "paper"), cast.at + timedelta(hours=2)
    set_to(rules_of.HELD, 1, by=cast.jo, at=cast.at + timedelta(hours=1))
    assert not answering.answer(before, given, by=cast.sam, at=cast.at).twice
    after, _code = on_paper(case, cast, twice=False)
    assert answering.answer(after, given, by=cast.sam, at=later).twice
    sign_in(client, cast.jo)
    with clock.fixed(later):
        assert words in client.get(f"/{language}/staff/surveys/paper/").content.decode()
        page = client.get(f"/{language}/staff/surveys/settings/").content.decode()
        typed = {name: bounds.default for name, bounds in rules_of.SETTINGS.items()}
        assert 'name="held_one_in"' in page
        assert client.post(f"/{language}/staff/surveys/settings/", typed | {"held_one_in": "101"}).status_code == 422
        assert client.post(f"/{language}/staff/surveys/settings/", typed | {"held_one_in": "20"}).status_code == 302
        assert "20" in client.get(f"/{language}/staff/surveys/paper/").content.decode()
    assert queries_of.settings_at(later)[rules_of.HELD] == 20 and queries_of.settings_at(cast.at)[rules_of.HELD] == 10


def test_nobody_marks_their_own_work_on_paper(cast, case):
    """Whoever holds the case may type what came, and then it is always held against its paper, never by them."""
    Case.objects.filter(pk=case.pk).update(assigned_to=cast.sam)
    given = rules.Given({"overall": "1"}, {}, "en", "paper")
    typed, other = on_paper(case, cast, twice=False)[0], on_paper(case, cast)[0]
    theirs = answering.answer(Invite.objects.get(pk=typed.pk), given, by=cast.sam, at=cast.at)
    assert theirs.twice
    one = answering.answer(Invite.objects.get(pk=other.pk), given, by=cast.jo, at=cast.at)
    assert not queries.to_hold_against(Case.objects.all(), cast.sam)
    with pytest.raises(NotYours):
        answering.hold_against(one, rules.Given({"overall": "5"}, {}, "en"), by=cast.sam, at=cast.at)
    assert queries.to_hold_against(Case.objects.all(), cast.jo) == [theirs]
    third = people.handler("Third Reader", "handler", cast.jo.team)
    assert answering.hold_against(one, given, by=third, at=cast.at).changed == []
