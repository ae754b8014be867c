"""Every body, on the pages, in both languages: what it lacks, what it may go without, what it gets, and what comes back."""

import pytest
from django.urls import reverse
from django.utils import translation

from gateways import clock
from putright.allocation.models import Handover
from putright.cases.actions import factor, wall_off
from putright.cases.models import Case, Event
from putright.cases.refusals import OutsideRemit
from putright.documents.actions import add
from putright.packs import making, queries
from putright.packs.actions import write_referral
from putright.packs.rules import REFERRAL
from putright.people.models import Handler
from putright.triage.models import Answers, Decision
from tests.make import allocation as make

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("language", ["en", "cy"])
WHY = {"because": "It is theirs."}
SAID = {
    "standards": ({}, "Professional standards", "Safonau proffesiynol"),
    "commissioner": (WHY, "The commissioner’s office", "Swyddfa’r comisiynydd"),
    "panel": (WHY, "The police and crime panel", "Y panel heddlu a throseddu"),
    "other_force": (WHY, "Another police force", "Heddlu arall"),
    "agency": ({"name": "Housing office", "agreed": "yes"}, "A body outside the police", "Corff y tu allan i’r heddlu"),
}


@pytest.fixture
def case(cast):
    return make.sufficient(cast.ffion, cast.sam)


@pytest.fixture
def sam(client, cast):
    with clock.fixed(cast.at):
        client.force_login(cast.sam.user)
        yield client


def here(name, language, *parts):
    with translation.override(language):
        return reverse(f"packs:{name}", args=parts)


@BOTH
@pytest.mark.parametrize("body", SAID)
def test_it_goes_to_each_body_and_its_receipt_and_outcome_come_back(body, language, sam, case, cast):
    more, english, welsh = SAID[body]
    choose = here("hand_over", language, case.reference)
    to_pack = sam.post(choose, {"body": body}).url
    assert (english if language == "en" else welsh) in sam.get(to_pack).content.decode()
    sent = sam.post(to_pack, {"version": case.version, **more})
    assert sent.status_code == 302, sent.content.decode()[-2500:]
    went = Handover.objects.get(case=case)
    assert went.body == went.pack["for"] == body and went.pack["receiver"] == more.get("name", "")
    for kind in ("pdf", "json", "csv", "zip"):
        assert sam.get(here("went_file", language, case.reference, went.pk, kind)).status_code == 200
    for page, given in (
        ("receipt", {"received_from": "Their desk", "their_reference": "T/1"}),
        ("outcome", {"words": "Done."}),
    ):
        assert sam.get(here(page, language, case.reference)).status_code == 200
        assert sam.post(here(page, language, case.reference), given).status_code == 302
    assert Case.objects.get(pk=case.pk).stage == "outcome_known"


@BOTH
def test_a_referral_is_written_and_goes_with_everything_the_iopc_asks(language, sam, case, cast):
    Decision.objects.update(authority="local_policing_body")
    write = here("referral", language, case.reference)
    assert sam.get(write).status_code == 200
    to_pack = sam.post(write, {"injuries": "A broken wrist.", "urgent_call": "Rung at 10:05."})
    shown = sam.get(to_pack.url).content.decode()
    assert (
        "A broken wrist." in shown
        and ("from general knowledge" if language == "en" else "o wybodaeth gyffredinol") in shown
    )
    assert sam.post(to_pack.url, {"version": Case.objects.get().version, **WHY}).status_code == 302
    pack = Handover.objects.get().pack
    assert pack["referral"]["recalled"]["injuries"] == "A broken wrist." and set(pack["referral"]["recalled"]) == set(
        REFERRAL
    )
    assert pack["incomplete"] is None


@BOTH
def test_while_the_day_runs_a_referral_may_go_incomplete_with_a_reason_and_says_so(language, sam, case, cast):
    Decision.objects.update(authority="local_policing_body")
    page = here("pack", language, case.reference, "iopc")
    shown = sam.get(page).content.decode()
    assert here("referral", language, case.reference) in shown
    bare = sam.post(page, {"version": case.version, **WHY, "incomplete": ""}).content.decode()
    assert ("Say why it must go as it is" if language == "en" else "Dywedwch pam mae’n rhaid") in bare
    assert not Handover.objects.exists()
    sam.post(page, {"version": case.version, **WHY, "incomplete": "The day ends at midnight."})
    pack = Handover.objects.get().pack
    assert pack["incomplete"] == {"missing": ["referral"], "because": "The day ends at midnight."}
    assert Event.objects.get(case=case, verb="handed_over").facts["incomplete"] is True
    went = sam.get(here("went", language, case.reference, Handover.objects.get().pk)).content.decode()
    assert "The day ends at midnight." in went


def test_a_referral_that_must_be_made_carries_its_criterion_with_the_law_and_when_it_became_clear(case, cast):
    found = {"referral": {"question": "referral", "answer": "yes", "missing": [], "on": "2026-03-27",
                          "rules": [{"id": "REF-1", "source": "PRA 2002 Sch 3 para 4(1)(a)", "recalled": False}]}}  # fmt: skip
    Decision.objects.update(must_refer=True, findings=found)
    Answers.objects.create(case=case, clear_at=cast.at, changed_at=cast.at, changed_by=cast.sam)
    made = making.pack(queries.matter(case), "iopc", cast.at)
    assert made["referral"]["criteria"] == [{"id": "REF-1", "source": "PRA 2002 Sch 3 para 4(1)(a)"}]
    assert made["referral"]["became_clear_at"] == cast.at.isoformat()


def test_an_agency_is_told_nothing_before_the_person_agrees(sam, case, cast):
    page = here("pack", "en", case.reference, "agency")
    refused = sam.post(page, {"version": case.version, "name": "Housing office"}).content.decode()
    assert "Whether the person agrees" in refused and not Handover.objects.exists()
    refused = sam.post(page, {"version": case.version, "agreed": "yes"}).content.decode()
    assert "Which body it is for is missing" in refused and not Handover.objects.exists()


def test_each_missing_thing_leads_to_where_it_is_mended(sam, cast):
    thin = make.case(cast.amir, stage="recorded")
    shown = sam.get(here("pack", "en", thin.reference, "iopc")).content.decode()
    for name in ("cases:allege", "cases:name_officer", "triage:ask", "packs:referral"):
        assert f'href="{reverse(name, args=[thin.reference])}"' in shown


def test_whoever_is_kept_out_writes_no_referral(case, cast):
    wall_off(case, cast.jo, "knows the officer", by=cast.sam, at=cast.at)
    with pytest.raises(OutsideRemit):
        write_referral(case, {"injuries": "None."}, by=cast.jo, at=cast.at)


def test_the_page_of_a_whole_pack_takes_few_queries(sam, case, cast, django_assert_max_num_queries):
    add(b"%PDF-1.4 harmless", "plan.pdf", case=case, by=cast.sam, at=cast.at)
    make.attempt(case, cast.sam)
    wall_off(case, Handler.objects.get(pk=cast.pat.pk), "is her cousin", by=cast.jo, at=cast.at)
    factor(case, 1, [], by=cast.sam, at=cast.at)
    with django_assert_max_num_queries(25):
        assert sam.get(here("pack", "en", case.reference, "standards")).status_code == 200
