"""Making a letter: which language, which way, what it must have, and exactly as previewed."""

import pytest

from putright.cases.log import broken_at
from putright.cases.models import Case, Event
from putright.cases.refusals import OutsideRemit
from putright.interested.rules import language_of_letter
from putright.letters import actions, making, rules
from putright.letters.models import KEPT, MADE, Letter
from putright.letters.refusals import PartMissing
from putright.letters.unfit import NotForThisCase
from putright.people.actions import note_person
from putright.people.gates import NotAllowed

from . import cases

OUTCOME = {"outcome": "We are sorry.", "reasons": "We watched the recording.", "change": ""}
GROUNDS = {"grounds": "It was answered before."}


@pytest.mark.parametrize(
    ("chosen", "written", "code"), [("cy", "en", "cy"), ("", "cy", "cy"), ("en", "", "en"), ("", "", "cy+en")]
)
def test_the_language_is_theirs_then_what_they_wrote_in_then_both(chosen, written, code):
    assert language_of_letter(chosen, written) == code


@pytest.mark.parametrize(
    ("details", "way"),
    [
        ({"email": "a@b.example"}, "email"),
        ({"email": "a@b.example", "address": "1 Road"}, "email"),
        ({"email": "a@b.example", "address": "1 Road", "prefers": "post"}, "post"),
        ({"email": "a@b.example", "address": "1 Road", "rule": {"no_email": True}}, "post"),
        ({"email": "a@b.example", "address": "1 Road", "prefers": "post", "rule": {"no_post": True}}, "email"),
        ({"email": "a@b.example", "address": "1 Road", "rule": {"no_email": True, "no_post": True}}, "none"),
        ({"address": "1 Road", "rule": {"no_post": True}}, "none"),
        ({}, "none"),
    ],
)
def test_a_letter_never_goes_by_a_way_that_is_not_safe(details, way):
    assert rules.medium(rules.Reach(**details)) == way


def test_what_is_previewed_is_what_is_kept(cast):
    case = cases.told(cast.ffion, at=cast.at)
    shown = making.preview(case, "outcome", OUTCOME, by=cast.sam, at=cast.at)
    assert Letter.objects.count() == 0
    kept = actions.write_letter(case, "outcome", OUTCOME, by=cast.sam, at=cast.at)
    kept.refresh_from_db()
    for field in ("body", "subject", "language", "medium", "address", "values", "status"):
        assert getattr(kept, field) == getattr(shown, field)
    assert bytes(kept.pdf) == shown.pdf


def test_writing_leaves_one_event_and_the_chain_holds(cast):
    case = cases.told(cast.ffion, at=cast.at)
    letter = actions.write_letter(case, "outcome", OUTCOME, by=cast.sam, at=cast.at)
    last = Event.objects.filter(case=case).order_by("-seq")[0]
    assert (last.verb, last.by, last.facts["letter"], last.facts["kind"]) == ("wrote", cast.sam, letter.pk, "outcome")
    assert last.facts["language"] == "cy"
    assert broken_at(case) is None
    assert Case.objects.get(pk=case.pk).stage == case.stage


def test_somebody_whose_language_is_not_known_gets_both_welsh_first_and_is_asked(cast):
    nameless = note_person({"name": "", "email": "x@y.example"}, at=cast.at)
    letter = actions.write_letter(cases.told(nameless, at=cast.at), "acknowledgement", {}, by=None, at=cast.at)
    assert letter.language == "cy+en" and letter.values["passages"] == ["en", "cy", "en"]
    assert letter.body.index("Helo") < letter.body.index("Hello")
    assert "pa iaith sydd orau gennych" in letter.body and "which language you prefer" in letter.body
    assert letter.subject.startswith("Llythyr i chi / A letter for you – PR-")


def test_an_office_that_offers_welsh_unasked_does_so_in_its_english_letters(cast):
    from ..make import people

    people.office("dyfed-powys")
    letter = making.preview(cases.told(cast.amir, at=cast.at), "acknowledgement", {}, by=cast.sam, at=cast.at)
    assert letter.language == "en" and letter.values["passages"] == ["en", "cy"]
    assert letter.body.endswith("Ni fydd ysgrifennu yn Gymraeg yn arwain at oedi.")


def test_a_missing_part_stops_the_letter_and_is_named_with_its_provision(cast):
    case = cases.told(cast.ffion, at=cast.at)
    with pytest.raises(PartMissing, match=r"why it was decided \(PRA 2002 Sch 3 para 2\(9\)\)") as refusal:
        actions.write_letter(case, "not_complaint", {"grounds": "  "}, by=cast.sam, at=cast.at)
    assert "grounds" in {part.name for part in refusal.value.parts}
    assert not Letter.objects.exists() and not Event.objects.filter(verb="wrote").exists()


def test_the_result_of_a_recorded_complaint_must_say_who_reviews_it_and_until_when(cast):
    case = cases.told(cast.amir, at=cast.at)
    cases.decided(case, "recorded", by=cast.sam, at=cast.at)
    with pytest.raises(NotForThisCase, match="point by point"):
        making.preview(case, "outcome", OUTCOME, by=cast.sam, at=cast.at)
    with pytest.raises(PartMissing, match=r"who can review the result, and until when \(CMR 2020 regs 33\(2\)\(a\)"):
        making.preview(case, "no_action", GROUNDS, by=cast.sam, at=cast.at)
    body = making.preview(case, "no_action", GROUNDS | {"review": "REV-4"}, by=cast.sam, at=cast.at).body
    assert "Independent Office for Police Conduct" in body and "24 April 2026" in body
    assert "regulation 32(c) of the Police (Complaints and Misconduct) Regulations 2020" in body
    other = making.preview(case, "no_action", GROUNDS | {"review": "local_policing_body"}, by=cast.sam, at=cast.at).body
    assert "no right to ask the IOPC" in other and "Police and Crime Commissioner for Hertfordshire" in other


def test_the_result_outside_schedule_3_says_they_may_ask_for_a_record_and_promises_no_review(cast):
    body = making.preview(cases.told(cast.amir, at=cast.at), "outcome", OUTCOME, by=cast.sam, at=cast.at).body
    assert "record your complaint formally" in body and "right to a review" not in body


def test_the_record_is_copied_with_its_parts_numbered(cast):
    case = cases.told(cast.amir, at=cast.at)
    cases.decided(case, "recorded", by=cast.sam, at=cast.at)
    body = making.preview(case, "recorded", {}, by=cast.sam, at=cast.at).body
    assert "1. An officer shouted at my mother.\n2. Nobody answered when I rang." in body


def test_in_a_letter_in_both_each_language_has_its_own_words(cast):
    nobody = note_person({"name": "Kit", "email": "k@y.example"}, at=cast.at)
    given = {"progress_en": "We rang.", "progress_cy": "Ffoniwyd.", "next_step_en": "We wait.", "next_step_cy": "Aros."}
    body = making.preview(cases.told(nobody, at=cast.at), "update", given, by=cast.sam, at=cast.at).body
    assert body.count("Ffoniwyd.") == body.count("We rang.") == 1
    assert body.index("Ffoniwyd.") < body.index("Yn gywir") < body.index("We rang.")


def test_with_no_safe_way_the_letter_is_kept_for_a_person_to_tell(cast):
    shut = note_person({"name": "Kit", "email": "k@y.example", "safe_contact": {"no_email": True}}, at=cast.at)
    letter = actions.write_letter(cases.told(shut, at=cast.at), "acknowledgement", {}, by=None, at=cast.at)
    assert (letter.status, letter.medium, letter.address) == (KEPT, "none", "")


def test_by_post_the_envelope_has_the_whole_address(cast):
    far = note_person({"name": "Kit", "address": "1 Road\nTown", "postcode": "SA99 1AA", "language": "en"}, at=cast.at)
    letter = actions.write_letter(cases.told(far, at=cast.at), "acknowledgement", {}, by=None, at=cast.at)
    assert (letter.status, letter.address) == (MADE, "Kit\n1 Road\nTown\nSA99 1AA")


def test_an_acknowledgement_names_the_day_promised_and_when_that_is_past_no_day(cast, late):
    case = cases.told(cast.amir, at=cast.at)
    assert "by 30 March 2026" in making.preview(case, "acknowledgement", {}, by=cast.sam, at=cast.at).body
    too_late = making.preview(case, "acknowledgement", {}, by=cast.sam, at=late).body
    assert "as soon as they can" in too_late and "30 March" not in too_late


@pytest.mark.parametrize("who", ["robin", "toni", "pat", "dana"])
def test_only_the_front_team_writes(cast, who):
    case = cases.told(cast.ffion, at=cast.at)
    with pytest.raises(NotAllowed):
        actions.write_letter(case, "outcome", OUTCOME, by=getattr(cast, who), at=cast.at)
    with pytest.raises(NotAllowed):
        making.preview(case, "outcome", OUTCOME, by=getattr(cast, who), at=cast.at)


@pytest.mark.parametrize("kind, values", [("outside", {}), ("not_complaint", {"grounds": "It is about a parking fine."})])
def test_reg_50_who_may_not_do_the_commissioners_work_may_not_tell_of_its_decisions(cast, kind, values):
    case = cases.told(cast.ffion, at=cast.at)
    cases.decided(case, kind, by=cast.sam, at=cast.at)
    cast.sam.is_constable = True
    cast.sam.save()
    with pytest.raises(OutsideRemit):
        actions.write_letter(case, kind, values, by=cast.sam, at=cast.at)
    with pytest.raises(OutsideRemit):  # nor is it shown as it would go: a preview can be printed
        making.preview(case, kind, values, by=cast.sam, at=cast.at)
    assert not Letter.objects.filter(kind=kind).exists()


def test_a_letter_is_made_again_when_its_case_changed_while_it_was_made(cast, monkeypatch):
    case, ours, made = cases.told(cast.ffion, at=cast.at), making.make, []

    def slow(case, *rest, **named):
        made.append(ours(case, *rest, **named))
        if len(made) == 1:
            cases.decided(Case.objects.get(pk=case.pk), "recorded", by=cast.sam, at=cast.at)
        return made[-1]

    monkeypatch.setattr(making, "make", slow)
    kept = actions.write_letter(case, "acknowledgement", {}, by=None, at=cast.at)
    assert len(made) == 2 and kept is made[1] and kept.case.recorded_at == cast.at
    assert broken_at(case) is None
