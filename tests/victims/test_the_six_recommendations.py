"""The six recommendations of the Essex review of the scheme (September 2018): each has what covers it, and a screen that shows
how it stands. One test a recommendation, in their order."""

import pytest
from django.urls import reverse

from gateways import clock
from putright.codes.queries import in_force
from putright.letterkinds.asked import NAMES
from putright.victims import queries, recommended, rules
from putright.victims.actions import keeping, reviewing
from putright.victims.models import Review

from . import reviews

pytestmark = pytest.mark.django_db
LETTERS = ("victim_review_asked", "victim_review_reviewer", "victim_review_longer", "victim_review_result")


@pytest.fixture
def made(cast):
    return reviews.taken(reviews.case(cast.amir, at=cast.at), by=cast.sam, at=cast.at)


@pytest.fixture
def jo(client, cast):
    with clock.fixed(cast.at):
        client.force_login(cast.jo.user)
        yield client


def said(answer) -> str:
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def the_list(jo, number: int) -> str:
    """What the page of the six says under one number."""
    Review.objects.update(asked_on="2026-02-03")  # figures are of whole months
    page = said(jo.get("/en/staff/victims-reviews/recommendations/"))
    assert f'href="{reverse(recommended.PAGES[number])}"' in page
    return page.partition(f"{number}. {recommended.WORDS[number]}")[2].partition("govuk-heading-s")[0]


def confirmed(made, cast, *what: str) -> None:
    for one in what:
        keeping.confirm(made, keeping.Done(one, cast.at.date(), "Ann Lloyd", "A-7"), by=cast.sam, at=cast.at)


def test_first_officers_tell_victims_of_the_right_and_note_it_with_a_sixty_second_brief(jo, cast, made):
    confirmed(made, cast, "told_of_right", "contact_log")
    here = the_list(jo, 1)
    assert "Victim told by officers: 1 of 1" in here and "Noted in the contact log: 1 of 1" in here
    assert "sixty seconds for officers" in said(jo.get(reverse("mailings:sheets")))
    assert jo.get("/cy/staff/leaflets/victim_review_brief/cy.pdf").content.startswith(b"%PDF")


def test_second_there_is_a_leaflet_for_the_web_page_and_to_hand_out(jo, cast):
    the_list(jo, 2)
    sheets = said(jo.get(reverse("mailings:sheets")))
    for language in ("en", "cy"):
        address = f"leaflets/victim_review/{language}.pdf"
        assert address in sheets and jo.get(f"/en/staff/{address}").content.startswith(b"%PDF")


def test_third_what_the_reviewer_sends_is_copied_to_the_enquiry_log_or_document_management(jo, cast, made):
    page = said(jo.get(f"/en/staff/cases/{made.case.reference}/victims-review/{made.pk}/confirm/"))
    assert 'value="enquiry_log"' in page and 'value="documents"' in page
    confirmed(made, cast, "enquiry_log", "filed")
    here = the_list(jo, 3)
    assert all(f"{what}: {number} of 1" in here for what, number in (
        ("Email copied", 1), ("Letter copied", 0), ("Filed in the force’s system", 1)))  # fmt: skip


def test_fourth_there_are_sample_letters_for_the_decision_that_the_office_can_change(jo, cast):
    the_list(jo, 4)
    words = said(jo.get(reverse("words:all")))
    assert all(str(NAMES[kind]) in words for kind in LETTERS)
    assert {row.code for row in in_force(queries.RESULTS, cast.at.date())} >= {"stands", "charge", "cps", "further"}


def test_fifth_the_reviewer_thinks_about_learning_and_good_practice(jo, cast, made):
    reviewing.finish(made, "stands", {"en": "It was looked at again."}, by=cast.sam, at=cast.at)
    page = f"/en/staff/cases/{made.case.reference}/victims-review/{made.pk}/learn/"
    assert all(f'name="{name}"' in said(jo.get(page)) for name in ("learning", "good_practice", "shared_where"))
    given = {"learning": "Ask shops for film.", "good_practice": "Rang twice.", "shared_where": "The force’s page"}
    assert jo.post(page, given).status_code == 302
    taught = said(jo.get(reverse("victims:learning")))
    assert all(words in taught for words in given.values())
    assert "Learning or good practice written down: 1 of 1" in the_list(jo, 5)


def test_sixth_the_monthly_report_and_that_on_the_code_say_more_about_reviews(jo, cast, made):
    the_list(jo, 6)
    month = said(jo.get("/en/staff/reports/2026/2/"))
    assert "Victims’ reviews" in month and "Victims’ Code" in month


def test_there_are_six_and_each_has_words_an_owner_and_what_covers_it(jo):
    assert set(recommended.WORDS) == set(recommended.COVERS) == set(recommended.PAGES) == set(rules.NUMBERS) == set(range(1, 7))
    welsh = said(jo.get("/cy/staff/victims-reviews/recommendations/"))
    assert all(f"{number}. " in welsh for number in rules.NUMBERS)
