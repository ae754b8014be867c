"""The screens of learning, in both languages, and the two pages anybody may read."""

from datetime import timedelta

import pytest
from django.urls import reverse

from gateways import clock
from putright.cases.actions import wall_off
from putright.learning import queries, refusals
from putright.learning.actions import asides, boards, force, public
from putright.learning.actions.lessons import note_lesson
from putright.learning.models import (
    Aside,
    BoardAction,
    Enquiry,
    Lesson,
    Practice,
    Recommendation,
    Suggestion,
    Wait,
    YouSaid,
)
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
def test_actions_suggestions_and_what_works(sam, cast, lang):
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
    refused = sam.post(f"{base}practice/{one.pk}/publish/", {})
    assert refused.status_code == 422 and "Ring first" not in said(sam.get(f"/{lang}/what-works/"))
    sends(sam, f"{base}practice/{one.pk}/language/", title="Ring cyn", problem="p", did="d", evidence="e", contact="c")
    assert sam.post(f"{base}practice/{one.pk}/publish/", {}).status_code == 422  # who wrote it does not publish it
    sam.force_login(cast.jo.user)
    assert "Ring cyn" in said(sam.get(f"{base}practice/{one.pk}/publish/"))
    sends(sam, f"{base}practice/{one.pk}/publish/")
    assert "Ring first" in said(sam.get(f"/{lang}/what-works/"))
    sends(sam, f"{base}practice/asked/?practice={one.pk}", who="Essex", words="How?", **day("on"), answer="")
    assert Enquiry.objects.get().practice == one and "Essex" in said(sam.get(f"{base}practice/"))


def test_a_practice_is_read_in_both_languages_and_awaits_a_translator_until_another_read_it(sam, client, cast):
    row = public.note_practice(public.Works("Ring first", "p", "d", "e", "c"), by=cast.sam, at=cast.at)
    public.render_practice(row, public.Rendered("Ffonio yn gyntaf", "p", "d", "e", "Y tîm"), by=cast.sam, at=cast.at)
    public.publish(row, by=cast.jo, at=cast.at)
    assert "Ring first" in said(sam.get("/en/what-works/"))
    welsh = said(sam.get("/cy/what-works/"))
    assert "Ffonio yn gyntaf" in welsh and "Ring first" not in welsh and "govuk-tag--yellow" in welsh
    where = f"/en/staff/learning/practice/{row.pk}/read/"
    assert sam.post(where, {}).status_code == 422, "whoever wrote it is no second reader"
    client.force_login(cast.jo.user)
    sends(client, where)
    assert "govuk-tag--yellow" not in said(client.get("/cy/what-works/"))
    again = where.replace("/read/", "/language/")
    assert "comes off the public list" in said(client.get(again))
    sends(client, again, title="Ffonio cyn", problem="p", did="d", evidence="e", contact="c")
    assert "Ffonio" not in said(client.get("/cy/what-works/")), "new words were read by nobody yet"
    public.publish(row, by=cast.sam, at=cast.at)
    assert "govuk-tag--yellow" in said(client.get("/cy/what-works/")), "new words were read by nobody yet"


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_a_theme_is_set_aside_with_a_reason_and_comes_back(sam, case, cast, lang):
    note_lesson(learned(), case, by=cast.sam, at=cast.at)
    page, where = f"/{lang}/staff/learning/themes/?by=cause", f"/{lang}/staff/learning/aside/?what=theme:cause:delay"
    assert "theme%3Acause%3Adelay" in said(sam.get(page)) or "theme:cause:delay" in said(sam.get(page))
    missing = sam.post(where, {"why": "", **day("until", 4)})
    assert missing.status_code == 422 and not Aside.objects.exists()
    sends(sam, where, why="The new rota begins in April", **day("until", 4))
    row = Aside.objects.get()
    held = said(sam.get(page))
    assert "The new rota begins in April" in held and "what=theme" not in held
    again = sam.post(where, {"why": "Twice", **day("until", 4)})
    assert again.status_code == 422 and "Twice" in said(again)
    sends(sam, f"/{lang}/staff/learning/aside/{row.pk}/back/")
    assert "The new rota begins in April" not in said(sam.get(page)) and "what=theme" in said(sam.get(page))


def test_what_was_set_aside_comes_back_by_itself_on_its_day(cast):
    row = asides.set_aside("theme:cause:delay", "Wait", TODAY + timedelta(days=30), by=cast.sam, at=cast.at)
    assert queries.asides(TODAY + timedelta(days=29), ("theme:cause",)) == {row.what: row}
    assert queries.asides(TODAY + timedelta(days=30), ("theme:cause",)) == {}
    later = cast.at + timedelta(days=31)
    assert asides.set_aside(row.what, "Still", TODAY + timedelta(days=60), by=cast.jo, at=later).pk != row.pk
    for wrong in (TODAY, TODAY + timedelta(days=800)):
        with pytest.raises(refusals.BackTooSoon):
            asides.set_aside("theme:cause:policy", "Never", wrong, by=cast.sam, at=cast.at)


def test_nobody_sets_aside_or_brings_back_what_they_may_not_see(sam, cast):
    for what in ("theme:cause:no-such", "theme:planet:x", "answer:99", "answer:x", "", "x"):
        assert sam.get("/en/staff/learning/aside/", {"what": what}).status_code == 404, what
    hidden = asides.set_aside("answer:99", "Of a case they are kept out of", TODAY + timedelta(days=60), by=cast.jo, at=cast.at)
    assert sam.get(f"/en/staff/learning/aside/{hidden.pk}/back/").status_code == 404


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
