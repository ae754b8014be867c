"""Courses and skills, what we know, posts and who is coming, and thanks."""

from datetime import date, timedelta

import pytest

from design.testing import MannerlyClient
from gateways import clock
from putright.cases.actions import wall_off
from putright.cases.models import Event
from putright.chasing.staff import skills_on
from putright.codes.refusals import NotListed
from putright.people.gates import NotAllowed
from putright.people.models import Handler
from putright.workforce import queries, rules
from putright.workforce.actions import learning, posts, praise
from putright.workforce.actions.learning import Words
from putright.workforce.actions.posts import Should
from putright.workforce.models import Attended, Candidate, Course, Holds, Step, Thanks
from putright.workforce.refusals import (
    AttendedAlready,
    BothInWelsh,
    CourseThere,
    HoldsOne,
    InitialsOnly,
    NotBackwards,
    NotYours,
)
from tests.make.contacts import contact

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 27)
DAY = {"day": "27", "month": "3", "year": "2026"}


def on(name: str) -> dict[str, str]:
    return {f"{name}-{box}": value for box, value in DAY.items()}


@pytest.fixture
def at_the_desk(cast):
    with clock.fixed(cast.at):

        def sign_in(handler):
            client = MannerlyClient()
            client.force_login(handler.user)
            return client

        yield sign_in


def course(cast, skill="mental-health", months=24, name="Listening"):
    return learning.add_course(name, "A charity", skill, months, by=cast.jo, at=cast.at)


def test_who_attended_has_the_skill_that_cases_are_given_by_and_a_day_to_renew_it(cast):
    learning.attended(course(cast), [cast.sam, cast.jo], TODAY, by=cast.jo, at=cast.at)
    assert skills_on(TODAY)[cast.sam.pk] == {"mental-health"}
    assert {one.renew_by for one in Attended.objects.all()} == {date(2028, 3, 27)}


def test_attending_again_renews_and_gives_no_second_skill(cast):
    one = course(cast)
    learning.attended(one, [cast.sam], TODAY - timedelta(days=800), by=cast.jo, at=cast.at)
    learning.attended(one, [cast.sam], TODAY, by=cast.jo, at=cast.at)
    [sam] = [row for row in queries.colleagues(cast.sam.team, TODAY) if row.handler == cast.sam]
    assert [row.on for row in sam.courses] == [TODAY] and sam.skills == {"mental-health"}


def test_a_course_is_refused_twice_and_without_a_listed_skill_and_to_a_handler(cast):
    one = course(cast)
    with pytest.raises(CourseThere):
        course(cast)
    with pytest.raises(NotListed):
        course(cast, skill="juggling", name="Juggling")
    with pytest.raises(NotAllowed):
        learning.add_course("Mine", "Me", "", None, by=cast.sam, at=cast.at)
    learning.attended(one, [cast.jo], TODAY, by=cast.jo, at=cast.at)
    with pytest.raises(AttendedAlready):
        learning.attended(one, [cast.sam, cast.jo], TODAY, by=cast.jo, at=cast.at)
    assert Attended.objects.count() == 1 and Course.objects.count() == 1  # all or nobody


def test_renewal_falls_on_the_same_day_of_the_month_or_its_last(cast):
    assert rules.renew_by(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert rules.renew_by(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert rules.renew_by(TODAY, None) is None


def test_an_article_keeps_every_version_and_the_newest_is_shown(cast):
    one = learning.write(Words("Camps", "Ask who is in danger.", TODAY), by=cast.sam, at=cast.at)
    learning.write(Words("Camps", "Ask first.", TODAY, "Gwersylloedd", "Gofynnwch."), by=cast.jo, at=cast.at, article=one)
    assert [version.words_en for version in queries.versions(one.pk)] == ["Ask first.", "Ask who is in danger."]
    assert [version.by for version in queries.articles()] == [cast.jo]
    with pytest.raises(BothInWelsh):
        learning.write(Words("Camps", "Ask.", TODAY, "Gwersylloedd"), by=cast.sam, at=cast.at)


def test_strength_says_what_is_filled_coming_vacant_and_uncovered_on_a_day(cast):
    should = Should("advisor", 3, "commissioner", "commissioner")
    posts.establish(should, TODAY - timedelta(days=400), "agreed", by=cast.jo, at=cast.at)
    posts.establish(Should("advisor", 4, "chief_constable", "commissioner"), TODAY, "grown", by=cast.jo, at=cast.at)
    posts.hold(cast.sam, "advisor", TODAY - timedelta(days=30), by=cast.jo, at=cast.at)
    posts.coming("advisor", "R.T.".replace(".", ""), date(2026, 5, 1), by=cast.jo, at=cast.at)
    [now] = queries.strength(TODAY)
    assert (now.number, now.held, now.vacant, now.uncovered, now.coming) == (4, 1, 3, 2, (date(2026, 5, 1),))
    assert now.employer == "chief_constable"
    [before] = queries.strength(TODAY - timedelta(days=100))
    assert (before.number, before.held) == (3, 0)
    Handler.objects.filter(pk=cast.sam.pk).update(left_on=TODAY)
    assert queries.strength(TODAY)[0].held == 0  # whoever has left holds nothing


def test_nobody_holds_two_posts_and_who_leaves_one_may_take_another(cast):
    held = posts.hold(cast.sam, "advisor", TODAY, by=cast.jo, at=cast.at)
    with pytest.raises(HoldsOne):
        posts.hold(cast.sam, "supervisor", TODAY, by=cast.jo, at=cast.at)
    posts.leave(held, by=cast.jo, at=cast.at)
    posts.leave(held, by=cast.jo, at=cast.at + timedelta(days=9))
    held.refresh_from_db()
    assert held.until == TODAY
    posts.hold(cast.sam, "supervisor", TODAY, by=cast.jo, at=cast.at)
    assert queries.colleagues(cast.sam.team, TODAY)[1].post == "supervisor"


@pytest.mark.parametrize("typed", ["Rhys", "Rhys Tegid", "R", "RTUVW", "R1", "rt", ""])
def test_a_name_is_never_kept_of_somebody_who_is_coming(cast, typed):
    with pytest.raises(InitialsOnly):
        posts.coming("advisor", typed, None, by=cast.jo, at=cast.at)
    assert not Candidate.objects.exists()


def test_a_candidate_goes_forward_only_and_every_step_stays(cast):
    one = posts.coming("advisor", "RT", None, by=cast.jo, at=cast.at)
    posts.move(one, rules.VETTED, date(2026, 5, 1), by=cast.jo, at=cast.at)
    with pytest.raises(NotBackwards):
        posts.move(one, rules.VETTING, None, by=cast.jo, at=cast.at)
    posts.move(one, rules.WITHDRAWN, None, by=cast.jo, at=cast.at)
    with pytest.raises(NotBackwards):
        posts.move(one, rules.IN_POST, None, by=cast.jo, at=cast.at)
    assert list(Step.objects.values_list("stage", flat=True)) == ["offered", "vetted", "withdrawn"]
    assert not queries.candidates().exists()


def test_thanks_for_one_are_theirs_until_they_share_them(cast):
    one = praise.note_thanks("You were kind", cast.sam, TODAY, by=cast.jo, at=cast.at)
    praise.note_thanks("All of you", None, TODAY, by=cast.jo, at=cast.at)
    assert [row.words for row in queries.thanks_shared(cast.jo)] == ["All of you"]
    with pytest.raises(NotYours):
        praise.share(one, by=cast.jo, at=cast.at)
    praise.share(one, by=cast.sam, at=cast.at)
    assert {row.words for row in queries.thanks_shared(cast.jo)} == {"All of you", "You were kind"}
    assert queries.thanks_by_month(cast.jo) == [(date(2026, 3, 1), 2)]


def test_thanks_do_not_walk_round_a_wall(cast):
    case = contact(cast.ffion, kind="compliment", words="Sam was kind").case
    praise.note_thanks("Sam was kind", None, TODAY, by=cast.jo, at=cast.at, case=case)
    assert Event.objects.filter(case=case, verb="thanks_noted").count() == 1
    assert len(queries.thanks_shared(cast.sam)) == 1
    wall_off(case, cast.sam, "knows them", by=cast.jo, at=cast.at)
    assert queries.thanks_shared(cast.sam) == [] and queries.thanks_by_month(cast.sam) == []
    assert len(queries.thanks_shared(cast.jo)) == 1


def press(client, path, given):
    assert client.get(path).status_code == 200
    assert client.post(path, {"press": "empty"}).status_code == 422
    assert client.post(path, given).status_code == 302


BOTH = pytest.mark.parametrize("base", ["/en/staff", "/cy/staff"])


@BOTH
def test_a_supervisor_keeps_courses_and_posts_on_the_pages(cast, at_the_desk, base):
    boss, sam = at_the_desk(cast.jo), at_the_desk(cast.sam)
    given = {"name": "Listening", "provider": "A charity", "skill": "mental-health", "months": "24"}
    press(boss, f"{base}/training/courses/add/", given)
    given = {"course": str(Course.objects.get().pk), "people": [str(cast.sam.pk)]} | on("on")
    press(boss, f"{base}/training/attended/", given)
    assert boss.post(f"{base}/training/attended/", given).status_code == 422  # written down already
    page = sam.get(f"{base}/training/").content.decode()
    assert ("Mental health" if base == "/en/staff" else "Iechyd meddwl") in page and "Listening" in page
    given = {"post": "advisor", "number": "2", "employer": "commissioner", "directed_by": "commissioner", "why": "agreed"}
    press(boss, f"{base}/posts/number/", given | on("since"))
    press(boss, f"{base}/posts/hold/", {"person": str(cast.sam.pk), "post": "advisor"} | on("since"))
    press(boss, f"{base}/posts/coming/", {"post": "advisor", "initials": "RT"})
    press(boss, f"{base}/posts/coming/{Candidate.objects.get().pk}/", {"stage": "vetting"})
    assert "RT" in boss.get(f"{base}/posts/").content.decode()
    assert sam.get(f"{base}/posts/").status_code == 403
    boss.post(f"{base}/posts/held/{Holds.objects.get().pk}/end/")
    assert Holds.objects.get().until == TODAY
    nobody = "Nobody in your team holds a post." if base == "/en/staff" else "Nid oes neb yn eich tîm mewn swydd."
    assert nobody in boss.get(f"{base}/posts/").content.decode()


@BOTH
def test_a_handler_writes_what_they_know_and_shares_their_thanks(cast, at_the_desk, base):
    boss, sam = at_the_desk(cast.jo), at_the_desk(cast.sam)
    press(sam, f"{base}/what-we-know/write/", {"title_en": "Camps", "words_en": "Ask first."} | on("review_on"))
    article = queries.articles()[0].article_id
    press(sam, f"{base}/what-we-know/{article}/change/", {"title_en": "Camps", "words_en": "Ask twice."} | on("review_on"))
    assert "Ask twice." in sam.get(f"{base}/what-we-know/{article}/").content.decode()
    assert sam.get(f"{base}/what-we-know/{article + 9}/").status_code == 404
    assert "Camps" in boss.get(f"{base}/what-we-know/").content.decode()
    press(boss, f"{base}/thanks/write/", {"words": "You were kind", "to": str(cast.sam.pk)} | on("on"))
    assert "You were kind" not in boss.get(f"{base}/thanks/").content.decode()
    assert "You were kind" in sam.get(f"{base}/thanks/").content.decode()
    one = Thanks.objects.get()
    assert boss.post(f"{base}/thanks/{one.pk}/share/").status_code == 404
    sam.post(f"{base}/thanks/{one.pk}/share/")
    assert "You were kind" in boss.get(f"{base}/thanks/").content.decode()


def test_thanks_that_came_as_a_contact_are_written_down_from_the_case(cast, at_the_desk):
    case, sam = contact(cast.ffion, kind="compliment", words="Jo Marsh was kind").case, at_the_desk(cast.sam)
    assert f"/en/staff/cases/{case.reference}/thanks/" in sam.get(f"/en/staff/cases/{case.reference}/").content.decode()
    given = {"words": "Jo Marsh was kind", "to": str(cast.jo.pk)} | on("on")
    assert sam.post(f"/en/staff/cases/{case.reference}/thanks/", given).status_code == 302
    assert Thanks.objects.get().case == case
    other = contact(cast.ffion, words="Nobody came").case
    assert "/thanks/" not in sam.get(f"/en/staff/cases/{other.reference}/").content.decode().split("<main")[1]


def test_the_lists_take_as_many_queries_for_many_as_for_few(cast, django_assert_num_queries):
    for number in range(6):
        one = course(cast, skill="", name=f"Course {number}")
        learning.attended(one, [cast.sam, cast.jo], TODAY, by=cast.jo, at=cast.at)
        learning.write(Words(f"Title {number}", "Words", TODAY), by=cast.sam, at=cast.at)
        posts.coming("advisor", "RT", None, by=cast.jo, at=cast.at)
    with django_assert_num_queries(4):
        queries.colleagues(cast.sam.team, TODAY)
    with django_assert_num_queries(2):
        queries.articles()
    with django_assert_num_queries(3):
        queries.strength(TODAY)
