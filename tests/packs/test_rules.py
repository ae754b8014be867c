"""What a pack says, what each body needs in it, and which body the facts suggest. No database."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from putright.packs.making import pack
from putright.packs.rules import BODIES, NEEDS, Matter, Sending, missing, suggest

AT = datetime(2026, 3, 27, 16, 50, tzinfo=UTC)
OFFICER = {"name": "", "collar_number": "9911", "rank": "Sergeant", "station": "", "description": "",
           "organisational": False, "office_holder": ""}  # fmt: skip
WHO = {"name": "Ffion Rees", "anonymous": False, "email": "f@complainant.example", "phone": "", "address": "",
       "safe_contact": {}}  # fmt: skip
TOLD = {"received_at": AT, "words": "He shouted.", "happened_on": None, "happened_words": "Tuesday", "place": "Bangor"}
DECIDED = {"at": AT, "authority": "chief_officer", "must_refer": False, "route": "recorded"}
WHOLE = Matter(
    "PR-1", "recorded", AT, AT, complainant=WHO, contacts=[TOLD],
    allegations=[{"number": 1, "words": "Shouted", "category": "H1", "officers": []}], officers=[OFFICER],
    decisions=[DECIDED], office={"slug": "hertfordshire", "name": {"en": "Us", "cy": "Ni"}}, referral={"injuries": "None."},
    attempts=[{"offer": "apology", "at": AT, "content": "no"}], events=[{"at": AT, "verb": "received"}],
)  # fmt: skip


SENT = Sending(receiver="Mind", agreed=True)


def lacks(body="iopc", **changed):
    return missing(pack(replace(WHOLE, **changed), body, AT, SENT), body)


@pytest.mark.parametrize("body", BODIES)
def test_a_whole_pack_is_sufficient_for_every_body_and_is_plain_json(body):
    made = pack(WHOLE, body, AT, SENT)
    assert missing(made, body) == () and json.loads(json.dumps(made)) == made and made["for"] == body


@pytest.mark.parametrize(
    ("part", "without"),
    [
        ("complainant", {"complainant": {**WHO, "name": ""}}),
        ("safe_way", {"complainant": {**WHO, "email": ""}}),
        ("safe_way", {"complainant": {**WHO, "safe_contact": {"no_email": True}}}),
        ("words", {"contacts": [{**TOLD, "words": " "}]}),
        ("allegations", {"allegations": []}),
        ("officers", {"officers": []}),
        ("decision", {"decisions": []}),
        ("when", {"contacts": [{**TOLD, "happened_words": ""}]}),
        ("where", {"contacts": [{**TOLD, "place": ""}]}),
        ("referral", {"referral": {}}),
        ("criterion", {"decisions": [{**DECIDED, "must_refer": True}]}),
    ],
)
def test_each_missing_part_is_named_to_the_bodies_that_need_it(part, without):
    for body in BODIES:
        assert (part in lacks(body, **without)) == (part in NEEDS[body])


def test_somebody_anonymous_needs_no_name_and_no_way_to_be_reached():
    assert lacks(complainant={"anonymous": True, "name": "", "email": "", "safe_contact": {}}) == ()


def test_an_officer_not_identified_is_said_and_is_enough():
    unknown = {**OFFICER, "collar_number": "", "rank": ""}
    made = pack(replace(WHOLE, officers=[unknown]), "standards", AT)
    assert made["officers"][0]["identified"] is False and missing(made, "standards") == ()


def test_a_decision_is_not_asked_of_an_office_that_does_not_decide():
    made = pack(replace(WHOLE, decisions=[]), "standards", AT)
    assert missing(made, "standards") == ("decision",) and missing(made, "standards", we_decide=False) == ()


def test_what_was_said_in_recovery_never_goes():
    made = pack(WHOLE, "standards", AT)
    assert made["recovery"] == [{"offer": "apology", "at": AT.isoformat(), "content": "no"}]


def test_the_next_body_is_told_the_dates_it_inherits():
    made = pack(replace(WHOLE, decisions=[{**DECIDED, "must_refer": True}]), "standards", AT)
    assert [(one["promise"], one["due_at"]) for one in made["promised"]] == [
        ("iopc-referral", "2026-03-28T23:59:59+00:00"),
        ("update", "2026-04-24T23:59:59+01:00"),
    ]


def test_no_date_of_todays_law_is_promised_in_a_matter_of_2014():
    then = datetime(2014, 11, 3, 10, 0, tzinfo=UTC)
    assert pack(replace(WHOLE, received_at=then), "standards", then)["promised"] == []


@pytest.mark.parametrize(
    ("authority", "must_refer", "held", "body", "why"),
    [
        ("chief_officer", False, "", "standards", "standards"),
        ("chief_officer", True, "", "standards", "standards.refer"),
        ("local_policing_body", False, "", "commissioner", "commissioner"),
        ("local_policing_body", True, "", "commissioner", "commissioner.refer"),
        ("police_and_crime_panel", False, "", "panel", "panel"),
        ("other_force", True, "", "other_force", "other_force"),
        ("", False, "", "standards", "standards"),
        ("", False, "chief_officer", "commissioner", "commissioner"),
        ("", False, "commissioner", "panel", "panel"),
    ],
)
def test_process_a_and_the_authority_decide_who_is_suggested(authority, must_refer, held, body, why):
    decision = {"at": AT, "authority": authority, "must_refer": must_refer}
    found = suggest(replace(WHOLE, decisions=[decision], officers=[{**OFFICER, "office_holder": held}]))
    assert (found.body, found.why) == (body, why)
