"""The letters of a review begin with what the review knows, in each language, and go as they stand."""

import re

import pytest

from gateways import clock
from putright.letters.models import Letter
from putright.reviews import actions
from putright.reviews.outcome import actions as outcome
from tests.make import reviews as make
from tests.make.contacts import said

pytestmark = pytest.mark.django_db
KINDS = (
    "review_received", "review_forwarded", "review_refused", "review_notice", "review_decision", "recommendation",
    "response_copy",
)  # fmt: skip


@pytest.fixture
def desk(client, cast):
    with clock.fixed(cast.at):
        client.force_login(cast.jo.user)
        yield client


@pytest.fixture
def answered(cast):
    """Upheld, recommended and answered, of a case we hold."""
    review = make.review(make.recorded(cast.ffion, cast.sam), by=cast.sam)
    actions.admit(review, "accepted", by=cast.jo, at=cast.at)
    outcome.weigh(review, "Nobody rang.", "no", "No call.", by=cast.jo, at=cast.at)
    outcome.decide(review, outcome.Verdict("upheld", {"cy": "Nid edrychwyd ar y cofnod."}), by=cast.jo, at=cast.at)
    outcome.recommend(review, {"apology": {"cy": "Ymddiheuro yn ysgrifenedig."}}, by=cast.jo, at=cast.at)
    item = review.recommendations.get()
    outcome.answered(review, {item.pk: ("yes", {"cy": "Bydd y rhingyll yn ysgrifennu."})}, cast.at.date(), by=cast.jo, at=cast.at)
    return review


def page(desk, review, kind: str, lang: str, to: str = "complainant") -> str:
    return desk.get(f"/{lang}/staff/cases/{review.case.reference}/letters/new?kind={kind}&to={to}").content.decode()


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_each_letter_begins_with_what_is_known(desk, answered, lang):
    [day] = re.findall(r'<input[^>]*name="asked_on-day"[^>]*>', page(desk, answered, "review_received", lang))
    assert 'value="27"' in day
    decision = page(desk, answered, "review_decision", lang)
    assert "Nid edrychwyd ar y cofnod." in decision and "Ymddiheuro yn ysgrifenedig." in decision
    assert "Cadarnhawyd: nid oedd" in decision  # Ffion reads Welsh
    copies = page(desk, answered, "response_copy", lang)
    assert "Bydd y rhingyll yn ysgrifennu." in copies and "Ymddiheuro yn ysgrifenedig." in copies


def test_the_decision_goes_with_what_the_review_knows(desk, answered):
    address = f"/en/staff/cases/{answered.case.reference}/letters/new?kind=review_decision&to=complainant"
    typed = {"decision_cy": "Cadarnhawyd.", "reasons_cy": "Nid edrychwyd ar y cofnod.", "recommended_cy": "Ymddiheuro."}
    assert desk.post(address, typed | {"do": "send"}).status_code == 302
    letter = Letter.objects.get(kind="review_decision")
    assert "Nid edrychwyd ar y cofnod." in letter.body


def test_a_review_of_a_case_we_do_not_hold_has_its_letters_too(desk, cast):
    came = actions.New(said(kind="enquiry", words="Please review it."), {"name": "Mair Jones", "email": "m@complainant.example"})
    review = actions.enter_elsewhere(make.application(), came, by=cast.sam, at=cast.at)
    assert 'name="asked_on-day"' in page(desk, review, "review_received", "en")
    assert 'name="asked_on-day"' not in page(desk, review, "findings", "en")


def test_every_letter_linked_from_a_review_is_a_kind_there_is():
    from putright.letterkinds.kinds import KINDS as THERE
    from putright.reviews import words

    linked = {kind for kinds in (*words.LETTERS.values(), *words.AFTER.values()) for kind in kinds}
    assert linked <= set(THERE) and linked == set(words.LETTER_NAMES) == set(KINDS)
