"""Made-up histories of cases, and what must be true of every letter that any of them leads to: by hypothesis in
test_histories.py, and by the ten thousand in `script/campaign histories`."""

import random
import re
from dataclasses import astuple, dataclass
from datetime import timedelta

from django.db import transaction

from putright.cases.models import Allegation, Choice
from putright.cases.refusals import Refused
from putright.letterkinds.catalogue import template
from putright.letterkinds.kinds import KINDS, required
from putright.letters import making
from putright.people.actions import note_person
from putright.words.queries import held

from . import cases, whole

MARK = "ZQ{n}X"  # in every word of case n, so that a word of another is seen
NASTY = ("We looked, {mark}.", "{{{{ grounds }}}} {mark}", "## Heading {{#review}} {mark}", "---\n{mark}",
         "* {mark}\n\n> {mark}", "{mark} 😀 Ŵŷ")  # fmt: skip
HAPPENS = ("outside", "recorded", "not_complaint", "standards", "iopc", "point", "outcome", "officer")
REVIEWERS = ("", "REV-1", "REV-4", "REV-7", "local_policing_body", "nonsense")
SAFE = ({}, {}, {"no_email": True}, {"no_email": True, "no_post": True}, {"no_post": True})
LANGUAGES, DAYS = ("en", "cy", ""), (0, 30, 400)


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


@dataclass(frozen=True)
class History:
    """What happened on a case and on another beside it, in which language we write, and how many days later."""

    mine: tuple[str, ...]
    others: tuple[str, ...]
    language: str
    days: int


def by_chance(draw):
    lives = [tuple(draw.choices(HAPPENS, k=draw.randint(2, 7))) for _ in range(2)]
    return History(*lives, draw.choice(LANGUAGES), draw.choice(DAYS))


def try_every_kind(cast, history):
    """The kinds of letter that could be made of it: each was looked at. Leaves nothing behind. AssertionError for one that
    breaks a rule, lacks a part, or has the words of the other case in it."""
    draw, made = random.Random(repr(astuple(history))), []
    with transaction.atomic(), held():
        case, officer = lived(cast, 1, history.mine, history.language, draw.choice(SAFE))
        other, _officer = lived(cast, 2, history.others, "en", {})
        at = cast.at + timedelta(days=history.days)
        for kind in whole.LAW:
            try:
                letter = making.preview(case, kind, typed(kind, "ZQ1X", officer, draw), by=cast.sam, at=at)
            except Refused as refusal:
                assert str(refusal)
                continue
            lawful(letter, kind, case)
            of_nobody_else(letter, kind, other)
            made.append(kind)
        transaction.set_rollback(True)
    return made


def of_nobody_else(letter, kind, other):
    words = f"{letter.subject}\n{letter.address}\n{letter.body}"
    assert "ZQ2X" not in words and other.reference not in words, f"{kind} has words of another case"


def lawful(letter, kind, case):
    """Every required part is there with words below its heading, in each language; nothing is left to fill in; and it goes by
    no way they said is not safe."""
    points = KINDS[kind].by_point and Allegation.objects.filter(case=case).exists()
    parts = {part.name for part in required(kind, recorded=case.recorded_at is not None, points=points)}
    for language in letter.language.split("+"):
        for section in template(kind, language).sections:
            below = letter.body.partition(f"\n## {section.heading}\n")[2]
            there = section.part not in parts or re.match(r"\s*[^#\s]", below)
            assert there, f"{kind} in {language} lacks {section.part}"
    assert "{{ " not in letter.body, f"{kind} has a hole"  # what looks like a hole in somebody's words is escaped
    if letter.person:
        safe = not letter.person.safe_contact.get(f"no_{letter.medium}")
        assert safe, f"{kind} goes by {letter.medium}, which is not safe"
