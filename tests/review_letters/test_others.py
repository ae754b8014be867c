"""Letters of a review to those who did not ask for it: interested persons, officers and the force, each by what is held of them;
and what waits for a person is seen."""

from datetime import timedelta

import pytest

from gateways import clock
from putright.cases.actions import name_officer
from putright.cases.models import Case
from putright.interested import actions as kept_informed
from putright.letters.actions import write_letter
from putright.letters.models import Letter
from putright.letters.refusals import PartMissing
from putright.letters.unfit import WrongAddress
from putright.people.gates import NotAllowed
from putright.people.models import Person
from putright.review_letters import owed, waiting
from putright.review_letters.actions import keep_address
from putright.review_letters.models import ForceAddress
from putright.reviews import actions
from putright.reviews.outcome import actions as outcome
from putright.reviews.outcome.actions import Telling
from tests.make import people
from tests.make import reviews as make

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture
def review(cast):
    """Accepted; Mair agreed to be told, Huw did not, and an officer of a known station is complained of."""
    Person.objects.filter(pk=cast.amir.pk).update(email="amir@complainant.example")
    cast.amir.refresh_from_db()
    made = make.review(make.recorded(cast.amir, cast.sam), by=cast.sam)
    Case.objects.filter(pk=made.case_id).update(imported=False, assigned_to=cast.sam)
    officer = people.officer(name="Idris Pugh", collar_number="9021", station="Bryn station")
    name_officer(made.case, officer, by=cast.sam, at=cast.at)
    actions.admit(made, "accepted", by=cast.jo, at=cast.at)
    return made


@pytest.fixture
def mair(review, cast):
    return make.interested(review.case, "Mair Rees", by=cast.sam, language="cy")


def go(at) -> None:
    for key, _since in list(owed.owed(at, limit=99)):
        for _again in range(2):
            owed.fulfil(key, at=at)


def told(kind: str) -> set[str]:
    kept = (one.values.get("to") or {} for one in Letter.objects.filter(kind=kind))
    return {one.get("to", "complainant").split(":")[0] for one in kept}


def waits(review, at) -> list[tuple[str, str]]:
    return [(one.who, one.wants) for one in waiting.waiting(Case.objects.filter(pk=review.case_id), at)]


def notice(review, cast, *telling) -> None:
    outcome.notify(review, [Telling("authority"), *telling], by=cast.sam, at=cast.at + MINUTE)


def decide(review, cast, verdict="upheld", **reasons) -> None:
    outcome.weigh(review, "Nobody rang.", "no" if verdict == "upheld" else "yes", "The log.", by=cast.jo, at=cast.at + 2 * MINUTE)
    said = reasons or {"en": "The log was never read.", "cy": "Ni ddarllenwyd y cofnod."}
    outcome.decide(review, outcome.Verdict(verdict, said), by=cast.jo, at=cast.at + 2 * MINUTE)


def test_whoever_is_told_has_a_letter_by_what_is_held_of_them_and_only_once(review, mair, cast):
    keep_address("reviews@north.police.uk", "", by=cast.jo, at=cast.at)
    notice(review, cast, Telling("interested", mair), Telling("subject"))
    go(cast.at + MINUTE)
    letters = {one.address.split("\n")[0]: one for one in Letter.objects.filter(kind="review_notice")}
    assert set(letters) == {"reviews@north.police.uk", "mair@interested.example", "Idris Pugh 9021"}
    assert letters["mair@interested.example"].language == "cy" and letters["mair@interested.example"].person == mair.person
    assert "Bryn station" in letters["Idris Pugh 9021"].address and letters["Idris Pugh 9021"].by is None
    notice(review, cast, Telling("interested", mair))
    go(cast.at + 3 * MINUTE)
    assert Letter.objects.filter(kind="review_notice").count() == 3
    assert waits(review, cast.at + 3 * MINUTE) == [("Sergeant 9911", waiting.ADDRESS)]  # of no known station


def test_whoever_is_left_out_or_no_longer_agrees_has_none(review, mair, cast):
    notice(review, cast, Telling("interested", mair), Telling("subject", withheld="It would harm the case"))
    kept_informed.change(mair, "no", by=cast.sam, at=cast.at + MINUTE)
    go(cast.at + 2 * MINUTE)
    assert not Letter.objects.filter(kind="review_notice").exists()


def test_the_force_without_an_address_waits_where_it_is_seen_until_one_is_held(review, cast, client):
    notice(review, cast)
    go(cast.at + MINUTE)
    assert told("review_notice") == set() and [wants for _who, wants in waits(review, cast.at + MINUTE)] == [waiting.ADDRESS]
    with clock.fixed(cast.at + MINUTE):
        client.force_login(cast.sam.user)
        for page in ("my-work/?show=mine", f"cases/{review.case.reference}/"):
            shown = client.get(f"/en/staff/{page}").content.decode()
            assert "no address is held" in shown and "kind=review_notice&amp;to=force" in shown
    keep_address("", "Standards\n1 High Street", by=cast.jo, at=cast.at + 2 * MINUTE)
    go(cast.at + 2 * MINUTE)
    assert "1 High Street" in Letter.objects.get(kind="review_notice").address and waits(review, cast.at + 2 * MINUTE) == []


def test_the_result_goes_to_the_force_and_to_whoever_was_told_of_the_review(review, mair, cast):
    keep_address("reviews@north.police.uk", "", by=cast.jo, at=cast.at)
    notice(review, cast, Telling("interested", mair), Telling("subject"))
    decide(review, cast, "not_upheld")
    go(cast.at + 3 * MINUTE)
    assert told("review_decision") == {"complainant", "force", "person", "subject"}
    assert "Ni ddarllenwyd y cofnod." in Letter.objects.get(kind="review_decision", person=mair.person).body


def test_what_is_recommended_and_answered_goes_to_each_whom_the_law_names(review, mair, cast):
    keep_address("reviews@north.police.uk", "", by=cast.jo, at=cast.at)
    notice(review, cast, Telling("interested", mair), Telling("subject", withheld="It would harm the case"))
    decide(review, cast)
    words = {"en": "Say sorry.", "cy": "Ymddiheuro."}
    outcome.recommend(review, {"apology": words}, by=cast.jo, at=cast.at + 3 * MINUTE)
    go(cast.at + 4 * MINUTE)
    assert told("recommendation") == {"force"} and told("review_decision") == {"complainant", "person"}
    at = cast.at + timedelta(days=27)
    answer = {review.recommendations.get().pk: ("yes", {"en": "We will.", "cy": "Fe wnawn."})}
    outcome.answered(review, answer, at.date(), by=cast.sam, at=at)
    outcome.copy(review, [Telling("complainant"), Telling("interested", mair)], by=cast.sam, at=at)
    go(at)
    assert told("response_copy") == {"complainant", "person"} and Letter.objects.filter(kind="response_copy").count() == 2


def test_finishing_long_after_tells_nobody_the_result_again(review, cast):
    keep_address("reviews@north.police.uk", "", by=cast.jo, at=cast.at)
    notice(review, cast, Telling("subject", withheld="It would harm the case"))
    decide(review, cast)
    outcome.recommend(review, {"apology": {"en": "Sorry.", "cy": "Sori."}}, by=cast.jo, at=cast.at + 3 * MINUTE)
    go(cast.at + 4 * MINUTE)
    before, late = Letter.objects.count(), cast.at + timedelta(days=60)
    outcome.answered(review, {review.recommendations.get().pk: ("no", {"en": "No."})}, late.date(), by=cast.sam, at=late)
    outcome.copy(review, [Telling("complainant"), Telling("subject", withheld="As before")], by=cast.sam, at=late)
    outcome.finish(review, by=cast.sam, at=late)
    go(late)
    assert Letter.objects.count() == before + 1 and told("response_copy") == {"complainant"}


def test_reasons_in_another_language_never_go_silently(review, cast):
    Person.objects.filter(pk=cast.amir.pk).update(language="cy")
    decide(review, cast, "not_upheld", en="The log was read.")
    at = cast.at + 3 * MINUTE
    with pytest.raises(PartMissing):
        owed.fulfil(next(key for key, _since in owed.owed(at, limit=9)), at=at)
    assert told("review_decision") == set() and ("Amir Haddad", waiting.WORDS) in waits(review, at)
    words = {"decision_cy": "Ni chadarnhawyd.", "reasons_cy": "Darllenwyd y cofnod."}
    write_letter(Case.objects.get(pk=review.case_id), "review_decision", words, by=cast.jo, at=at)
    assert "Amir Haddad" not in dict(waits(review, at))


def test_a_handler_who_wrote_first_is_not_followed_by_the_rounds(review, mair, cast):
    given = {"to": f"person:{mair.person_id}", "asked_on": "2026-03-27"}
    write_letter(review.case, "review_notice", given, by=cast.sam, at=cast.at + MINUTE)
    outcome.notify(review, [Telling("interested", mair)], by=cast.sam, at=cast.at + 2 * MINUTE)
    go(cast.at + 2 * MINUTE)
    assert Letter.objects.filter(kind="review_notice").count() == 1


def test_only_a_supervisor_says_where_the_force_is_reached_and_only_at_work(cast):
    with pytest.raises(NotAllowed):
        keep_address("reviews@north.police.uk", "", by=cast.sam, at=cast.at)
    with pytest.raises(WrongAddress):
        keep_address("chief@home.example", "", by=cast.jo, at=cast.at)
    assert not ForceAddress.objects.exists()


@pytest.mark.parametrize(("lang", "title"), [
    ("en", "Where the force is reached about reviews"), ("cy", "Sut i gyrraedd yr heddlu am adolygiadau"),
])  # fmt: skip
def test_its_page_is_reached_from_the_register_and_keeps_what_was_typed(cast, client, lang, title, django_assert_max_num_queries):
    page = f"/{lang}/staff/reviews/force-address/"
    with clock.fixed(cast.at):
        client.force_login(cast.jo.user)
        assert page in client.get(f"/{lang}/staff/reviews/").content.decode() and title in client.get(page).content.decode()
        wrong = client.post(page, {"email": "chief@home.example", "address": "Kept words"})
        assert wrong.status_code == 422 and "Kept words" in wrong.content.decode()
        assert client.post(page, {"email": "reviews@north.police.uk", "address": ""}).status_code == 302
        with django_assert_max_num_queries(8):
            assert "Jo Marsh" in client.get(page).content.decode()
        client.force_login(cast.sam.user)
        assert client.get(page).status_code == 403 and page not in client.get(f"/{lang}/staff/reviews/").content.decode()
