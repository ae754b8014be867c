"""The pages of reviews in both languages, what they ask of the database, and what a wall hides."""

from datetime import timedelta

import pytest

from gateways import clock
from putright.cases.actions import wall_off
from putright.contacts.models import Contact
from putright.law.calendar import day_of
from putright.victims import rules
from putright.victims.actions import keeping, reviewing
from putright.victims.models import Confirmed, Progress, Review, UnderCode

from . import reviews

LISTS = ("victims-reviews/", "victims-reviews/learning/", "victims-reviews/recommendations/")


@pytest.fixture
def case(cast):
    return reviews.case(cast.amir, at=cast.at)


@pytest.fixture
def sam(client, cast):
    client.force_login(cast.sam.user)
    with clock.fixed(cast.at):
        yield client


def said(response) -> str:
    return " ".join(response.content.decode().split())


def of(case, rest: str, language: str = "en") -> str:
    return f"/{language}/staff/cases/{case.reference}/{rest}"


def day(name: str, when) -> dict[str, str]:
    return {f"{name}-day": str(when.day), f"{name}-month": str(when.month), f"{name}-year": str(when.year)}


def typed(**more: str) -> dict[str, str]:
    known = {name: value for name, value in reviews.KNOWN.items() if isinstance(value, str)} | reviews.FACTS
    for name in ("asked_on", "decided_on", "told_on"):
        known |= day(name, reviews.KNOWN[name])
    return known | more


def test_opened_weighed_and_given_from_the_pages(sam, case):
    page = said(sam.get(of(case, "")))
    assert "Victims’ rights" not in page and of(case, "victims-review/open/") in page
    assert sam.post(of(case, "victims-review/open/"), typed()).status_code == 302
    made = Review.objects.get()
    one = f"victims-review/{made.pk}/"
    page = said(sam.get(of(case, "")))
    assert "It can be reviewed" in page and "Three months end on" in page and "They hear by" in page
    page = said(sam.get(of(case, f"{one}take-on/")))
    assert "Police VRR scheme: who may ask" in page and "Speaks for a review." in page
    assert sam.post(of(case, f"{one}take-on/"), {"taken": "yes", "why": ""}).status_code == 302
    page = sam.post(of(case, f"{one}reviewer/"), {"name": "Ann Lloyd", "rank": "inspector", "number": ""})
    assert page.status_code == 422 and "This person cannot look at this review" in said(page)
    assert sam.post(of(case, f"{one}reviewer/"), {"name": "Bo Hale", "rank": "inspector", "number": ""}).status_code == 302
    assert "Bo Hale" in said(sam.get(of(case, ""))) and Review.objects.get().reviewer == "Bo Hale"


def test_a_refusal_keeps_what_was_typed(sam, cast, case):
    made = reviews.review(case, by=cast.sam, at=cast.at)
    page = sam.post(of(case, "victims-review/open/"), typed(crime_reference="42/5555/26"))
    assert page.status_code == 422 and "42/5555/26" in said(page) and "is open on this case already" in said(page)
    page = sam.post(of(case, f"victims-review/{made.pk}/take-on/"), {"taken": "no", "why": ""})
    assert page.status_code == 422 and "Say why" in said(page)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_every_page_of_a_review_opens_in_both_languages(sam, cast, case, language):
    made = reviews.taken(case, by=cast.sam, at=cast.at)
    contact = Contact.objects.get(case=case)
    pages = ["open", *(f"{made.pk}/{one}" for one in (
        "details", "take-on", "reviewer", "acknowledge", "longer", "result", "confirm", "learn"))]  # fmt: skip
    for page in pages:
        assert sam.get(of(case, f"victims-review/{page}/", language)).status_code == 200
    assert sam.get(of(case, f"victims-code/{contact.pk}/", language)).status_code == 200
    for page in LISTS:
        assert sam.get(f"/{language}/staff/{page}").status_code == 200
    assert ("Hawliau dioddefwyr" if language == "cy" else "Victims’ rights") in said(sam.get(of(case, "", language)))


def test_another_cases_review_is_not_found(sam, cast, case):
    made = reviews.review(case, by=cast.sam, at=cast.at)
    other = reviews.case(cast.ffion, at=cast.at)
    assert sam.get(of(other, f"victims-review/{made.pk}/take-on/")).status_code == 404
    assert sam.get(of(other, f"victims-code/{Contact.objects.get(case=case).pk}/")).status_code == 404


def test_a_walled_review_is_on_no_list(sam, cast, case):
    made = reviews.review(case, by=cast.jo, at=cast.at)
    assert "42/1234/26" in said(sam.get("/en/staff/victims-reviews/"))
    reviewing.finish(made, "withdrawn", {}, by=cast.jo, at=cast.at)
    keeping.learn(made, "Ask sooner.", "", "", by=cast.jo, at=cast.at)
    assert "Ask sooner." in said(sam.get("/en/staff/victims-reviews/learning/"))
    wall_off(case, cast.sam, "knows them", by=cast.jo, at=cast.at)
    assert case.reference not in said(sam.get("/en/staff/victims-reviews/"))
    assert "Ask sooner." not in said(sam.get("/en/staff/victims-reviews/learning/"))




def test_a_longer_list_asks_no_more_of_the_database(sam, cast, django_assert_max_num_queries):
    def fill(number: int) -> None:
        for _ in range(number):
            made = reviews.taken(reviews.case(cast.amir, at=cast.at), by=cast.sam, at=cast.at)
            keeping.confirm(made, keeping.Done("filed", day_of(cast.at), "Ann"), by=cast.sam, at=cast.at)

    def asked(path: str) -> int:
        with django_assert_max_num_queries(40) as seen:
            assert sam.get(f"/en/staff/{path}").status_code == 200
        return len(seen)

    fill(1)
    sam.get("/en/staff/victims-reviews/")  # the first page after signing in writes the session
    before = {path: asked(path) for path in LISTS}
    fill(4)
    assert {path: asked(path) for path in LISTS} == before


def test_what_is_late_says_so_on_the_list_and_on_the_case(sam, cast, case):
    reviews.review(case, by=cast.sam, at=cast.at)
    with clock.fixed(cast.at + timedelta(days=60)):
        sam.force_login(cast.sam.user)
        assert "Late" in said(sam.get("/en/staff/victims-reviews/")) and "Late" in said(sam.get(of(case, "")))


def test_confirmed_learned_and_counted_on_the_page_of_the_six(sam, cast, case):
    made = reviews.review(case, by=cast.sam, at=cast.at, asked_on=cast.at.date().replace(month=2))
    answered = {"what": "contact_log", "who": "Ann Lloyd", "where": "A-7", **day("on", cast.at)}
    assert sam.post(of(case, f"victims-review/{made.pk}/confirm/"), answered).status_code == 302
    assert Confirmed.objects.get().where == "A-7" and "A-7" in said(sam.get(of(case, "")))
    page = said(sam.get("/en/staff/victims-reviews/recommendations/"))
    assert "Noted in the contact log: 1 of 1" in page and "Email copied: 0 of 1" in page and "Say how it stands" not in page
    assert all(f"{number}. " in page for number in rules.NUMBERS)
    assert sam.get("/en/staff/victims-reviews/recommendations/2/").status_code == 403


def test_a_supervisor_says_how_a_recommendation_stands(client, cast):
    client.force_login(cast.jo.user)
    with clock.fixed(cast.at):
        path = "/en/staff/victims-reviews/recommendations/2/"
        assert "Victim services manager" in said(client.get(path))
        assert client.post(path, {"owner": "", "state": "done", "evidence": "On our page."}).status_code == 422
        assert client.post(path, {"owner": "Lee", "state": "done", "evidence": "On our page."}).status_code == 302
        page = said(client.get("/en/staff/victims-reviews/recommendations/"))
        assert "On our page." in page and "Jo Marsh" in page and Progress.objects.count() == 1
        assert client.get("/en/staff/victims-reviews/recommendations/7/").status_code == 404


def test_the_code_on_a_contact_shows_by_when_they_are_to_be_told(sam, cast, case):
    contact = Contact.objects.get(case=case)
    path = of(case, f"victims-code/{contact.pk}/")
    given = {"victim": "yes", "enhanced": "yes", "rights": ["6"], "crime_reference": "42/1", "happened": "arrested"}
    assert sam.post(path, given).status_code == 422  # when did it happen?
    assert sam.post(path, given | day("happened_on", cast.at)).status_code == 302
    page = said(sam.get(of(case, "")))
    assert "They are to be told by 30 March 2026 (right 6; a default to be checked)" in page
    assert UnderCode.objects.get().enhanced == "yes" and "6. To be told about the investigation" in page
