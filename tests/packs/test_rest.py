"""What was missing when a referral went is sent after: shown, kept as it went, written down, with its receipt."""

import pytest
from django.urls import reverse
from django.utils import translation

from gateways import clock
from putright.allocation.models import Handover
from putright.allocation.refusals import AlreadyWritten, SayMore
from putright.cases.models import Case, Event
from putright.cases.refusals import Changed
from putright.packs import rules
from putright.packs.actions import hand_over, rest_receipt, send_rest, write_referral
from putright.packs.models import Rest
from putright.packs.refusals import NothingFollows
from putright.packs.rules import Sending
from putright.people.gates import NotAllowed
from putright.triage.models import Decision
from tests.make import allocation as make

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("language", ["en", "cy"])


@pytest.fixture
def went(cast) -> Handover:
    """A referral that went without what the IOPC asks, because its day ran out."""
    case = make.sufficient(cast.ffion, cast.sam)
    Decision.objects.update(authority="local_policing_body")
    sent = Sending(incomplete="The day ends at midnight.")
    return hand_over(case, "iopc", by=cast.sam, at=cast.at, because="It must be referred.", sent=sent)


@pytest.fixture
def sam(client, cast):
    with clock.fixed(cast.at):
        client.force_login(cast.sam.user)
        yield client


def here(name, language, *parts):
    with translation.override(language):
        return reverse(f"packs:{name}", args=parts)


@BOTH
def test_from_what_is_missing_to_its_receipt(language, sam, went, cast):
    reference = went.case.reference
    page = here("rest", language, reference)
    shown = sam.get(page).content.decode()
    assert "The day ends at midnight." in shown and here("referral", language, reference) in shown
    assert f'action="{page}"' not in shown, "nothing is known yet: there is nothing to press"
    back = sam.post(here("referral", language, reference), {"injuries": "A broken wrist."})
    assert back.url == page and f'action="{page}"' in sam.get(page).content.decode()
    assert sam.post(page, {"version": Case.objects.get().version}).url == page
    sent = Rest.objects.get()
    assert sent.parts == ["referral"] and sent.pack["incomplete"] is None
    assert sent.pack["referral"]["recalled"]["injuries"] == "A broken wrist."
    assert "injuries" not in str(Handover.objects.get().pack["incomplete"]), "what went first is kept as it went"
    shown = sam.get(page).content.decode()
    assert here("rest_receipt", language, reference, sent.pk) in shown and f'action="{page}"' not in shown
    for kind in ("pdf", "json", "csv", "zip"):
        assert sam.get(here("rest_file", language, reference, sent.pk, kind)).status_code == 200
    receipt = here("rest_receipt", language, reference, sent.pk)
    assert sam.get(receipt).status_code == 200
    assert sam.post(receipt, {"received_from": "The IOPC desk", "their_reference": "I/2"}).status_code == 302
    assert "The IOPC desk" in sam.get(page).content.decode()
    assert Event.objects.get(verb="rest_sent").facts["missing"] == []


def test_the_case_leads_there_until_it_is_complete(sam, went, cast):
    page, address = here("rest", "en", went.case.reference), f"/en/staff/cases/{went.case.reference}/"
    assert f'href="{page}"' in sam.get(address).content.decode()
    assert f'href="{page}"' in sam.get(here("went", "en", went.case.reference, went.pk)).content.decode()
    write_referral(went.case, {"injuries": "None."}, by=cast.sam, at=cast.at)
    send_rest(went, by=cast.sam, at=cast.at)
    assert f'href="{page}"' not in sam.get(address).content.decode()


def test_nothing_goes_when_nothing_is_known_nor_by_whom_it_is_not_for(went, cast):
    with pytest.raises(NothingFollows):
        send_rest(went, by=cast.sam, at=cast.at)
    write_referral(went.case, {"injuries": "None."}, by=cast.sam, at=cast.at)
    with pytest.raises(NotAllowed):
        send_rest(went, by=cast.dana, at=cast.at)
    with pytest.raises(Changed):
        send_rest(went, by=cast.sam, at=cast.at, version=0)
    send_rest(went, by=cast.sam, at=cast.at)
    with pytest.raises(NothingFollows):
        send_rest(went, by=cast.sam, at=cast.at)
    assert Rest.objects.count() == 1


def test_a_receipt_is_written_once_and_says_who(went, cast):
    write_referral(went.case, {"injuries": "None."}, by=cast.sam, at=cast.at)
    sent = send_rest(went, by=cast.sam, at=cast.at)
    with pytest.raises(SayMore):
        rest_receipt(sent, "", " ", by=cast.sam, at=cast.at)
    rest_receipt(sent, "I/2", "The IOPC desk", by=cast.sam, at=cast.at)
    with pytest.raises(AlreadyWritten):
        rest_receipt(sent, "I/3", "Again", by=cast.sam, at=cast.at)
    assert Rest.objects.get().their_reference == "I/2"


def test_what_followed_is_not_asked_for_again():
    then = {"incomplete": {"missing": ["referral", "where", "when"], "because": "The day."}}
    assert rules.following(then, [["where"]], ["when"]) == rules.Following(("referral",), ("when",))
    assert rules.following({"incomplete": None}, [], ["when"]) == rules.Following((), ())


@pytest.mark.parametrize("name", ["rest", "rest_file", "rest_receipt"])
def test_a_case_that_went_complete_has_no_rest(name, sam, cast):
    case = make.sufficient(cast.ffion, cast.sam)
    hand_over(case, "standards", by=cast.sam, at=cast.at)
    more = {"rest": (), "rest_file": (1, "pdf"), "rest_receipt": (1,)}[name]
    answer = sam.get(here(name, "en", case.reference, *more))
    if name == "rest":  # a case one has answers: it leads back to the case
        assert answer.headers["Location"] == f"/en/staff/cases/{case.reference}/"
    else:
        assert answer.status_code == 404


def test_the_page_takes_few_queries(sam, went, django_assert_max_num_queries):
    page = here("rest", "en", went.case.reference)
    sam.get(page)
    with django_assert_max_num_queries(25):
        sam.get(page)
