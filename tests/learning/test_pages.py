"""The screens of learning, in both languages, and the two pages anybody may read."""

import pytest
from django.urls import reverse

from gateways import clock
from putright.cases.actions import wall_off
from putright.learning import queries
from putright.learning.actions import boards, force, public
from putright.learning.actions.lessons import note_lesson
from putright.learning.models import BoardAction, Enquiry, Lesson, Practice, Recommendation, Suggestion, Wait, YouSaid
from putright.learning.panel import panel
from tests.make.contacts import contact
from tests.triage.test_panel import asked_by

from .test_deeds import TODAY, asked, learned

pytestmark = pytest.mark.django_db
LISTS = ("lessons", "recommendations", "actions", "suggestions", "said", "practice", "themes")


@pytest.fixture
def case(cast):
    return contact(cast.ffion, kind="complaint").case


@pytest.fixture
def sam(client, cast):
    client.force_login(cast.sam.user)
    with clock.fixed(cast.at):
        yield client


def said(response) -> str:
    return " ".join(response.content.decode().split())


def day(name: str, month: int = 3) -> dict[str, str]:
    return {f"{name}-day": "2", f"{name}-month": str(month), f"{name}-year": "2026"}


def sends(client, path: str, **typed) -> None:
    assert client.get(path).status_code == 200, path
    done = client.post(path, typed)
    assert done.status_code == 302, said(done)


LESSON = {"words": "Ring back", "level": "team", "cause": "delay"}


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_a_lesson_on_a_case_and_a_recommendation_from_it(sam, cast, case, lang):
    base = f"/{lang}/staff/"
    sends(sam, f"{base}cases/{case.reference}/lesson/", **LESSON)
    made = Lesson.objects.get()
    assert made.case == case and "Ring back" in said(sam.get(f"{base}learning/lessons/"))
    told = {"to": "Custody", "email": "", "words": "Give a leaflet", **day("sent_on"), "language": lang}
    sends(sam, f"{base}learning/recommendations/new/?lesson={made.pk}", **told)
    row = Recommendation.objects.get()
    assert (row.case, row.lesson) == (case, made)
    assert "Give a leaflet" in said(sam.get(f"{base}learning/recommendations/?show=open"))
    sends(sam, f"{base}learning/recommendations/{row.pk}/answer/", answer="partly", words="From May", **day("on"))
    assert "From May" in said(sam.get(f"{base}learning/recommendations/{row.pk}/"))
    page = said(sam.get(f"{base}cases/{case.reference}/"))
    assert "Ring back" in page and reverse("learning:recommendation", args=[row.pk]).replace("/en/", f"/{lang}/") in page


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_actions_suggestions_and_what_works(sam, lang):
    base = f"/{lang}/staff/learning/"
    sends(sam, f"{base}actions/new/", board="Trust board", words="Count it", owner="Chief", **day("due_on"), paper="4b")
    sends(sam, f"{base}actions/{BoardAction.objects.get().pk}/done/", done="Counted", **day("on"))
    assert "Counted" in said(sam.get(f"{base}actions/?show=done"))
    sends(sam, f"{base}suggestions/new/", words="A bench", **day("came_on"))
    sends(sam, f"{base}suggestions/{Suggestion.objects.get().pk}/", outcome="taken", did="It is there", told="letter")
    assert "It is there" in said(sam.get(f"{base}suggestions/?show=answered"))
    works = {"title": "Ring first", "problem": "p", "did": "d", "evidence": "e", "contact": "c", "link": "", "language": lang}
    sends(sam, f"{base}practice/new/", **works)
    one = Practice.objects.get()
    assert "Ring first" not in said(sam.get(f"/{lang}/what-works/"))
    sends(sam, f"{base}practice/{one.pk}/publish/")
    assert "Ring first" in said(sam.get(f"/{lang}/what-works/"))
    sends(sam, f"{base}practice/asked/?practice={one.pk}", who="Essex", words="How?", **day("on"), answer="")
    assert Enquiry.objects.get().practice == one and "Essex" in said(sam.get(f"{base}practice/"))


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_what_was_said_is_public_once_another_signed(sam, client, cast, lang):
    base, public_page = f"/{lang}/staff/learning/said/", f"/{lang}/you-said-we-did/"
    four = {"you_en": "Too slow", "you_cy": "Rhy araf", "we_en": "We ring", "we_cy": "Rydym yn ffonio"}
    missing = sam.post(f"{base}new/", four | {"we_cy": ""})
    assert missing.status_code == 422 and "Too slow" in said(missing)
    sends(sam, f"{base}new/", **four)
    row = YouSaid.objects.get()
    refused = sam.post(f"{base}{row.pk}/sign/", {})
    assert refused.status_code == 422 and four[f"you_{lang}"] not in said(sam.get(public_page))
    client.force_login(cast.jo.user)
    sends(client, f"{base}{row.pk}/sign/")
    client.logout()
    assert four[f"you_{lang}"] in said(client.get(public_page))
    for page in ("", "your-rights/"):
        assert public_page in said(client.get(f"/{lang}/{page}"))
    client.force_login(cast.jo.user)
    sends(client, f"{base}{row.pk}/end/")
    assert four[f"you_{lang}"] not in said(client.get(public_page))


def test_only_a_supervisor_says_how_long_the_force_has(sam, client, cast):
    where = "/en/staff/learning/recommendations/days/"
    assert sam.get(where).status_code == 403
    client.force_login(cast.jo.user)
    assert "our own beginning" in said(client.get(where))
    wrong = client.post(where, {"days": "0", "again": "x", "since-day": "1", "why": "Agreed"})
    assert wrong.status_code == 422 and not Wait.objects.exists()
    sends(client, where, days="20", again="7", why="Agreed", **day("since"))
    assert Wait.objects.get().days == 20


def test_a_walled_case_shows_in_no_list_and_no_count(sam, client, cast, case):
    note_lesson(learned(words="Hidden lesson"), case, by=cast.sam, at=cast.at)
    row = force.recommend(asked(words="Hidden advice"), case, by=cast.sam, at=cast.at)
    act = boards.note_action(boards.Wanted("B", "Hidden action", "C", TODAY), case, by=cast.sam, at=cast.at)
    idea = boards.note_suggestion("Hidden idea", TODAY, case, by=cast.sam, at=cast.at)
    assert "Boards’ actions that are late: 1" in said(sam.get("/en/staff/my-work/"))
    wall_off(case, cast.sam, "Knows them", by=cast.jo, at=cast.at)
    for name in ("my-work/", *(f"learning/{one}/" for one in LISTS), "learning/recommendations/?show=open"):
        page = said(sam.get(f"/en/staff/{name}"))
        assert "Hidden" not in page and "that are late: 1" not in page
    behind = sam.get("/en/staff/learning/themes/cases/?of=lessons&by=cause&code=delay")
    assert case.reference not in said(behind)
    new = ("recommendations/new/?lesson=1", f"recommendations/new/?case={case.reference}")
    for path in (f"recommendations/{row.pk}/", f"actions/{act.pk}/done/", f"suggestions/{idea.pk}/", *new):
        assert sam.get(f"/en/staff/learning/{path}").status_code == 404, path


def test_what_is_late_stands_on_my_work(sam, cast):
    force.recommend(asked(words="Give a leaflet", due_on=TODAY), by=cast.sam, at=cast.at)
    assert "Recommendations the force has not answered in time: 1" in said(sam.get("/en/staff/my-work/"))


def test_themes_open_into_their_cases(sam, cast, case):
    note_lesson(learned(), case, by=cast.sam, at=cast.at)
    page = said(sam.get("/en/staff/learning/themes/?of=lessons&by=cause&months=3"))
    assert "It took too long" in page and "code=delay" in page
    assert case.reference in said(sam.get("/en/staff/learning/themes/cases/?of=lessons&by=cause&months=3&code=delay"))
    for odd in ("by=none&months=x&of=1&kind=%00", "by=area&code=%C2%B2", "of=cases&by=department&kind=rural-crime"):
        assert sam.get(f"/en/staff/learning/themes/cases/?{odd}").status_code == 200
        assert sam.get(f"/cy/staff/learning/themes/?{odd}").status_code == 200


def test_lists_and_forms_ask_little(sam, cast, case, django_assert_max_num_queries):
    for _again in range(3):
        note_lesson(learned(), case, by=cast.sam, at=cast.at)
        force.recommend(asked(), case, by=cast.sam, at=cast.at)
        boards.note_action(boards.Wanted("B", "x", "C", TODAY), case, by=cast.sam, at=cast.at)
        boards.note_suggestion("x", TODAY, case, by=cast.sam, at=cast.at)
        public.say(public.Told("a", "b", "c", "d"), by=cast.sam, at=cast.at)
        public.note_practice(public.Works("a", "b", "c", "d", "e"), by=cast.sam, at=cast.at)
    for name in (*LISTS, "themes/cases", "recommendations/new", "lessons/new", "actions/new", "suggestions/new", "said/new"):
        with django_assert_max_num_queries(13):
            sam.get(f"/en/staff/learning/{name}/")
    for name in ("you-said-we-did", "what-works"):
        with django_assert_max_num_queries(4):
            sam.get(f"/en/{name}/")
    with django_assert_max_num_queries(4):
        shown = panel(asked_by(cast.sam), case)
    assert len(shown.values["lessons"]) == 3 and not shown.empty
    assert queries.lesson(type(case).objects.all(), shown.values["lessons"][0].pk).title == "Ring back on the day we said."


def test_a_case_with_nothing_learned_offers_it_only(cast, case, django_assert_num_queries):
    with django_assert_num_queries(1):
        shown = panel(asked_by(cast.sam), case)
    assert shown.empty and len(shown.links) == 2 and panel(asked_by(cast.pat), case) is None
