"""The scale, the pass rule and what keeps an item from an assessor: no database."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from putright.excellence import catalogue, rules, shape

DAY = date(2026, 3, 27)
CSE = catalogue.shipped("cse")
ALLOWED = rules.Allowed("A body", date(2008, 1, 1), {"1": 2, "2": 2, "3": 2, "4": 2, "5": 2})
GOOD = rules.Held("February", "Nine in ten in time.", "not_needed", "not_needed", None, True, True)


def all_at(score: str) -> dict[str, str]:
    return {one.ref: score for one in CSE.elements}


def test_the_standard_has_its_criteria_and_57_elements_in_both_languages():
    assert [len(CSE.of(one.ref)) for one in CSE.criteria] == [11, 11, 12, 13, 10]
    assert len(CSE.elements) == 57 and len([one for one in CSE.parts if one.ref.count(".") == 1]) == 15
    assert all(one.en and one.cy and one.en != one.cy for one in CSE.parts)
    assert [one.ref for one in CSE.elements if not one.recalled] == ["1.1.1"]  # the only one confirmed in a source
    assert len(catalogue.shipped("phso").criteria) == 4 and len(catalogue.shipped("iso10002").elements) == 28


@pytest.mark.parametrize(("scores", "answer"), [
    (all_at("full"), "yes"), (all_at("plus"), "yes"),
    (all_at("full") | {"1.1.1": "partial", "1.1.2": "partial"}, "yes"),
    (all_at("full") | {"1.1.1": "partial", "1.1.2": "partial", "1.1.3": "partial"}, "no"),
    (all_at("full") | {"3.1.2": "none"}, "no"),
    ({ref: "full" for ref in all_at("full") if ref != "5.3.3"}, "not_known"),
    ({"1.1.1": "none"}, "no"), ({}, "not_known"),
])  # fmt: skip
def test_passed_needs_no_non_compliance_and_no_more_partials_than_the_body_allows(scores, answer):
    assert rules.passed(CSE, scores, ALLOWED).answer == answer


def test_the_finding_names_every_element_that_is_in_the_way():
    scores = all_at("full") | {"3.1.2": "none", "1.1.1": "partial", "1.1.2": "partial", "1.1.3": "partial"}
    del scores["5.1.1"]
    why = rules.passed(CSE, scores, ALLOWED).why
    assert [(one.code, one.criterion, one.refs) for one in why] == [
        ("partial", "1", ("1.1.1", "1.1.2", "1.1.3")), ("none", "3", ("3.1.2",)), ("unscored", "5", ("5.1.1",)),
    ]  # fmt: skip


def test_without_a_pass_rule_nobody_says_yes_or_no():
    assert rules.passed(CSE, all_at("full"), None).answer == "not_known"
    assert rules.passed(CSE, all_at("none"), None).answer == "not_known"


def test_a_rule_holds_from_its_day_and_the_newest_wins():
    later = replace(ALLOWED, since=date(2026, 4, 1), partials={"1": 0})
    assert rules.in_force([ALLOWED, later], "A body", DAY) == ALLOWED
    assert rules.in_force([later, ALLOWED], "A body", date(2026, 4, 1)) == later
    assert rules.in_force([ALLOWED], "Another", DAY) is None


@pytest.mark.parametrize(("changed", "why"), [
    ({}, []),
    ({"redaction": "needed"}, ["redact"]),
    ({"consent": "not_asked"}, ["consent"]), ({"consent": "refused"}, ["consent"]),
    ({"consent": "refused", "redaction": "done"}, []), ({"consent": "given"}, []),
    ({"words": "Write to ann@example.com"}, ["reaches"]), ({"words": "Ring 07700 900123."}, ["reaches"]),
    ({"words": "Ring 01632 960 001."}, ["reaches"]), ({"title": "PR-7K3MQ-2X9AB"}, ["reaches"]),
    ({"words": "Of 1,234 contacts in 2026, 90% in time."}, []),
    ({"names": ("Ffion Rees",), "words": "FFION was glad", "redaction": "done", "consent": "refused"}, ["names"]),
    ({"names": ("Ffion Rees",), "words": "Ffion was glad", "consent": "given"}, []),
    ({"names": ("Al Li",), "words": "All of it"}, []),
    ({"expires_on": DAY}, []), ({"expires_on": DAY - timedelta(days=1)}, ["expired"]),
    ({"has_something": False}, ["empty"]), ({"shows": False}, ["file"]),
])  # fmt: skip
def test_an_item_is_unfit_for_a_named_reason(changed, why):
    assert rules.unfit(replace(GOOD, **changed), DAY) == why


CSV = "ref,en,cy\n1,First,Cyntaf\n1.1,Whole,Cyfan\n1.1.1,An element,Elfen\n"


def test_a_licensed_text_is_read_from_csv_and_toml():
    after = shape.read(CSV, "ours.csv", CSE)
    assert (after.slug, [one.ref for one in after.elements], after.elements[0].recalled) == ("cse", ["1.1.1"], False)
    toml = 'name = { en = "Ours" }\n[[parts]]\nref = "1"\nen = "One"\n[[parts]]\nref = "1.1"\nen = "Below"\n'
    read = shape.read(toml, "ours.TOML", CSE)
    assert read.name.en == "Ours" and read.elements[0].said("cy") == "Below"
    assert shape.standard(shape.kept(CSE)) == CSE


@pytest.mark.parametrize(("text", "name", "why"), [
    ("ref,welsh\n1,x\n", "a.csv", "columns"), ("", "a.csv", "columns"), ("ref,en\n", "a.csv", "number"),
    ("ref,en\nx,One\n", "a.csv", "ref"), ("ref,en\n1,One\n1,Two\n", "a.csv", "twice"), ("ref,en\n1,\n", "a.csv", "words"),
    ("ref,en\n1,One\n2.1,Lost\n", "a.csv", "below"), ("[[", "a.toml", "toml"), ("parts = []", "a.toml", "name"),
])  # fmt: skip
def test_a_file_that_cannot_be_read_says_why(text, name, why):
    with pytest.raises(shape.NotRead) as refused:
        shape.read(text, name, CSE)
    assert refused.value.why == why
