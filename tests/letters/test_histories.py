"""Made-up histories: whatever happened to a case, no letter lacks a part, has a hole, or carries another case's words."""

import os
import random
import re
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from putright.cases.models import Allegation, Choice
from putright.cases.refusals import Refused
from putright.letterkinds.catalogue import template
from putright.letterkinds.kinds import KINDS, required
from putright.letters import making
from putright.paper import pdf
from putright.people.actions import note_person

from . import cases, whole

HISTORIES = int(os.environ.get("HISTORIES", "40"))  # the long run: HISTORIES=10000 pytest tests/letters/test_histories.py
MARK = "ZQ{n}X"  # in every word of case n, so that a word of another is seen
NASTY = ("We looked, {mark}.", "{{{{ grounds }}}} {mark}", "## Heading {{#review}} {mark}", "---\n{mark}",
         "* {mark}\n\n> {mark}", "{mark} 😀 Ŵŷ")  # fmt: skip
HAPPENS = ("outside", "recorded", "not_complaint", "standards", "iopc", "point", "outcome", "officer")
REVIEWERS = ("", "REV-1", "REV-4", "REV-7", "local_policing_body", "nonsense")
SAFE = ({}, {}, {"no_email": True}, {"no_email": True, "no_post": True}, {"no_post": True})
history = st.lists(st.sampled_from(HAPPENS), min_size=2, max_size=7)


def lived(cast, n, happened, language, safe):
    """A case that went through all of it; everything said on it bears its mark."""
    mark = MARK.format(n=n)
    known = {"name": f"Kit {mark}", "email": f"{mark}@mail.example", "address": f"1 {mark} Road", "language": language}
    who = note_person(known | {"safe_contact": safe}, at=cast.at)
    case, officer = cases.told(who, at=cast.at, words=f"He shouted, {mark}."), None
    for number, what in enumerate(happened, 1):
        if what in ("outside", "recorded", "not_complaint") and case.recorded_at is None:
            cases.decided(case, what, by=cast.sam, at=cast.at)
            Allegation.objects.filter(case=case).update(words=f"The point, {mark}.")
        elif what in ("standards", "iopc"):
            cases.handed_over(case, what, by=cast.sam, at=cast.at)
        elif what == "point" and not Allegation.objects.filter(case=case).exists():
            Allegation.objects.create(case=case, number=9, words=f"{number}, {mark}", category="H1", edition="2020")
        elif what == "officer" and officer is None:
            officer = whole.named(case)
        elif what == "outcome":
            conclude(case, cast.at.date())
    return case, officer


def conclude(case, on):
    code = "schedule-3.acceptable" if case.recorded_at else "outside.resolved"
    for one in Allegation.objects.filter(case=case):
        Choice.objects.get_or_create(allegation=one, which="outcomes", defaults={"code": code, "on": on})


def typed(kind, mark, officer, draw):
    """What a hurried handler typed: now and then something is missing, or looks like the words files themselves."""
    asks, said = KINDS[kind], draw.choice(NASTY).format(mark=mark)
    names = [*asks.asks, *(f"found_{number}" for number in (1, 2, 9) if asks.by_point)]
    given = dict.fromkeys(names, said) | {key: whole.ONCE[key] for key in asks.once if key in whole.ONCE}
    if given and draw.random() < 0.25:
        del given[draw.choice(sorted(given))]
    given |= {"review": draw.choice(REVIEWERS)} if "review" in asks.once else {}
    to = draw.choice(asks.to)
    given |= {"copy": f"He shouted, {mark.lower()}x."} if "copy" in given else {}
    return given | {"to": f"subject:{officer.pk if officer else 1}" if to == "subject" else to}


@pytest.fixture
def paperless(monkeypatch):
    """Paper has its own tests; here thousands are made."""
    monkeypatch.setattr(pdf, "make", lambda head, passages: b"")


@settings(max_examples=HISTORIES, deadline=None, derandomize=True,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(history, history, st.sampled_from(("en", "cy", "")), st.sampled_from((0, 30, 400)))
def test_no_history_gives_a_letter_that_breaks_the_law(cast, paperless, mine, others, language, days):
    draw = random.Random(repr((mine, others, language, days)))
    case, officer = lived(cast, 1, mine, language, draw.choice(SAFE))
    other, _officer = lived(cast, 2, others, "en", {})
    for kind in whole.LAW:
        try:
            at = cast.at + timedelta(days=days)
            letter = making.preview(case, kind, typed(kind, "ZQ1X", officer, draw), by=cast.sam, at=at)
        except Refused as refusal:
            assert str(refusal)
            continue
        lawful(letter, kind, case)
        assert "ZQ2X" not in letter.body + letter.address and other.reference not in letter.body
        seen.append(kind)


seen: list[str] = []


def lawful(letter, kind, case):
    """Every required part is there with words below its heading, in each language; nothing is left to fill in; and it goes by
    no way they said is not safe."""
    points = KINDS[kind].by_point and Allegation.objects.filter(case=case).exists()
    parts = {part.name for part in required(kind, recorded=case.recorded_at is not None, points=points)}
    for language in letter.language.split("+"):
        for section in template(kind, language).sections:
            below = letter.body.partition(f"\n## {section.heading}\n")[2]
            assert section.part not in parts or re.match(r"\s*[^#\s]", below), (kind, language, section.part)
    assert "{{ " not in letter.body  # what looks like a hole in somebody's words is escaped
    if letter.person:
        assert not letter.person.safe_contact.get(f"no_{letter.medium}"), letter.medium


def test_most_kinds_were_really_made_of_those_histories():
    assert len(set(seen)) > 18, f"too few kinds got as far as a letter: {sorted(set(seen))}"
