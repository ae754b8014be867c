"""Every pack that is shipped: it loads, it says everything in both languages, and it names its sources."""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

import offices
from offices import SOURCES, Text, in_force, known, load
from offices.shape import Allegation
from putright.contacts.said import CHANNELS
from putright.law.promises import STATUTORY, Kind
from putright.people.roles import Role

every_office = pytest.mark.parametrize("slug", known())
DRAMA_NUMBERS = re.compile(r"01632 960\d{3}")  # set aside by Ofcom for made-up telephone numbers


def inside(thing: object) -> Iterator[object]:
    """Every row and text of a pack, however deep."""
    yield thing
    if is_dataclass(thing):
        for f in fields(thing):
            yield from inside(getattr(thing, f.name))
    elif isinstance(thing, tuple):
        for item in thing:
            yield from inside(item)


def texts(slug: str) -> list[Text]:
    return [t for t in inside(load(slug)) if isinstance(t, Text)]


def test_the_four_offices_are_known():
    assert known() == ("cleveland", "dyfed-powys", "essex", "hertfordshire")


@pytest.mark.parametrize(
    ("slug", "en", "cy"),
    [
        ("hertfordshire", "Complaint Resolution Team", "Tîm Datrys Cwynion"),
        ("cleveland", "Resolution Team", "Tîm Datrys"),
        ("dyfed-powys", "Customer Relations Team", "Tîm Cysylltiadau Cwsmeriaid"),
        ("essex", "Quality of Service Team", "Tîm Ansawdd Gwasanaeth"),
    ],
)
def test_each_team_has_its_own_name_in_both_languages(slug, en, cy):
    office = load(slug)
    assert (office.name("en"), office.name("cy")) == (en, cy)


@every_office
def test_every_text_is_in_both_languages(slug):
    assert len(texts(slug)) > 60
    assert not [t for t in texts(slug) if not t.en.strip() or not t.cy.strip()]


SAME_IN_BOTH = {"Ceredigion", "Powys", "Mind", "Action Fraud"}


@every_office
def test_no_english_sentence_stands_in_for_the_welsh(slug):
    assert not [t.en for t in texts(slug) if t.en == t.cy and t.en not in SAME_IN_BOTH]


@every_office
def test_every_row_names_a_source(slug):
    rows = [r for r in inside(load(slug)) if hasattr(r, "source")]
    assert len(rows) > 50
    assert {r.source for r in rows} <= set(SOURCES)


@every_office
def test_everything_the_law_says_is_cited(slug):
    rows = [r for r in inside(load(slug)) if getattr(r, "source", "") in ("law", "website")]
    assert not [r for r in rows if not r.cite]


@every_office
def test_the_demonstration_uses_nobodys_real_number_or_address(slug):
    contact = load(slug).contact
    assert DRAMA_NUMBERS.fullmatch(contact.phone)
    assert contact.email.endswith(".example")
    assert contact.website.endswith(".example")


@every_office
def test_each_office_has_every_kind_of_place_a_matter_may_go(slug):
    kinds = {t.kind for t in in_force(load(slug).teams, date(2026, 11, 22))}
    assert kinds >= {"front", "local", "department", "standards", "commissioner", "iopc", "panel", "other_force"}


@every_office
def test_each_office_has_somebody_to_answer_the_phone_and_somebody_who_speaks_welsh(slug):
    staff = load(slug).staff
    assert [s for s in staff if s.role == "handler" and s.team == "front"]
    assert [s for s in staff if "cy" in s.languages]


@every_office
def test_every_role_there_is_has_somebody_to_play_it(slug):
    assert {s.role for s in load(slug).staff} == {role.value for role in Role}


@every_office
def test_every_way_in_is_one_the_contacts_room_can_take(slug):
    assert {c.counts_as or c.slug for c in load(slug).ways_in} <= set(CHANNELS)


@every_office
def test_every_promise_is_of_a_kind_the_law_room_can_count(slug):
    assert {p.kind for p in load(slug).promises} <= {kind.value for kind in Kind}


@every_office
def test_what_statute_sets_is_the_same_here_as_in_the_law_room(slug):
    ours = {p.name: (p.kind, p.number) for p in load(slug).promises if p.statutory}
    assert ours == {name: (STATUTORY[name].kind.value, STATUTORY[name].n) for name in ours}
    assert set(ours) == {"iopc-referral", "update", "outcome", "review-answer"}


@every_office
def test_reasons_are_two_levels_deep_and_cover_every_allegation_category(slug):
    reasons = load(slug).reasons
    groups = {r.code for r in reasons if r.under is None}
    assert all(r.code.startswith(f"{r.under}.") and r.under in groups for r in reasons if r.under)
    assert {r.allegation for r in reasons if r.allegation} == set(get_args(Allegation))


def test_a_pack_is_read_without_django_or_any_room():
    told = subprocess.run(
        [sys.executable, "-c", "import sys, offices; offices.load('essex'); print(*sorted(sys.modules))"],
        cwd=Path(offices.__file__).parent.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    roots = {name.partition(".")[0] for name in told.stdout.split()}
    assert "offices" in roots
    assert not roots & {"django", "putright", "config", "design", "gateways"}
