"""What the law requires of each letter: take any of it away and the letter is refused, by the part and its provision."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from putright.cases.models import Allegation, Choice
from putright.interested.actions import add
from putright.letterkinds import catalogue, promised, reviewers
from putright.letterkinds.asked import PARTS
from putright.letterkinds.kinds import KINDS, required
from putright.letters import making, offered
from putright.letters.forms import NAMES
from putright.letters.refusals import PartMissing
from putright.letters.unfit import NotForThisCase, NotInvestigated, WrongReviewBody
from putright.triage import actions as triage
from putright.words.template import Template

from . import cases, whole

PARTS_OF = [(kind, part) for kind in whole.LAW for part in required(kind, recorded=True, points=kind == "findings")]


def preview(cast, ready, kind, **given):
    return making.preview(ready.case, kind, ready.given | given, by=cast.sam, at=ready.at)


@pytest.mark.parametrize(("kind", "part"), PARTS_OF, ids=[f"{kind}-{part.name}" for kind, part in PARTS_OF])
def test_words_without_a_required_part_make_no_letter(cast, monkeypatch, kind, part):
    """Whoever edits the words cannot take a right away by accident."""
    ready, words = whole.ready(cast, kind), catalogue.template(kind, "en")
    without = replace(words, sections=tuple(one for one in words.sections if one.part != part.name))
    assert isinstance(without, Template) and len(without.sections) < len(words.sections)
    monkeypatch.setattr(making, "in_force", lambda book, kind, languages: dict.fromkeys(languages, without))
    with pytest.raises(PartMissing) as refusal:
        preview(cast, ready, kind)
    assert f"{PARTS[part.name]} ({part.source})" in str(refusal.value)


ANSWERS = [
    (kind, key) for kind in whole.LAW for key in (*KINDS[kind].asks, *KINDS[kind].once)
    if key not in (*KINDS[kind].optional, "investigated", "who_shown")
]  # fmt: skip


@pytest.mark.parametrize(("kind", "key"), ANSWERS, ids=[f"{kind}-{key}" for kind, key in ANSWERS])
def test_an_answer_left_out_makes_no_letter(cast, kind, key):
    ready = whole.ready(cast, kind)
    gone = {name: "" for name in ready.given if name == key or name.rpartition("_")[0] == key}
    assert gone
    with pytest.raises(PartMissing):
        preview(cast, ready, kind, **gone)


def test_a_result_without_the_outcome_or_the_reasons_of_each_point_is_refused(cast):
    ready = whole.ready(cast, "findings")
    with pytest.raises(PartMissing, match=r"what was found on each thing alleged.*PRA 2002 s\.20\(4\)\(b\)"):
        preview(cast, ready, "findings", found_2_en=" ", found_2_cy="")
    Choice.objects.filter(allegation__number=2, which="outcomes").delete()
    with pytest.raises(PartMissing, match="choose its outcome on the case"):
        preview(cast, ready, "findings")


def test_outside_schedule_3_each_point_is_told_too_once_there_is_a_list_of_them(cast):
    ready = whole.ready(cast, "outcome")
    assert "each point" not in preview(cast, ready, "outcome").body
    Allegation.objects.create(case=ready.case, number=1, words="He shouted.", category="H1", edition="2020")
    with pytest.raises(PartMissing, match="found on each thing"):
        preview(cast, ready, "outcome")
    assert "He shouted.  \n   He should not have." in preview(cast, ready, "outcome", found_1_en="He should not have.").body


def test_who_hears_a_review_is_worked_out_where_the_answers_settle_it(cast):
    ready = whole.ready(cast, "no_action")
    cases.handed_over(ready.case, "iopc", by=cast.sam, at=cast.at)
    body = preview(cast, ready, "no_action", review="").body
    assert "Independent Office for Police Conduct" in body and "regulation 32(c)" in body


def test_the_policing_body_reviews_when_every_ground_is_answered_no(cast):
    ready = whole.ready(cast, "no_action")
    facts = {*reviewers.QUESTION.reads, *(rule.fact for rule in reviewers.REVIEW_RULES.values())}
    unasked = facts - {"referred_or_must_be"}
    triage.answer(ready.case, dict.fromkeys(unasked, "no"), by=cast.sam, at=cast.at)
    with pytest.raises(PartMissing, match="who can review"):  # the force may have referred it since: somebody must know
        preview(cast, ready, "no_action", review="")
    triage.answer(ready.case, {"referred_or_must_be": "no"}, by=cast.sam, at=cast.at)
    body = preview(cast, ready, "no_action", review="").body
    assert "the Police and Crime Commissioner for Hertfordshire" in body and "no right to ask the IOPC" in body
    with pytest.raises(WrongReviewBody):
        preview(cast, ready, "no_action", review="REV-4")


def test_nobody_is_sent_to_the_wrong_body(cast):
    ready = whole.ready(cast, "review_rights")
    cases.handed_over(ready.case, "iopc", by=cast.sam, at=cast.at)
    with pytest.raises(WrongReviewBody, match="REV-4"):
        preview(cast, ready, "review_rights", review="local_policing_body")
    assert "regulation 32(b)" in preview(cast, ready, "review_rights", review="REV-3").body


def test_the_days_of_each_letter_are_the_laws(cast):
    """Friday 27 March 2026: 28 days from the day after end on Friday 24 April (CMR 2020 regs 29(2), 39(4)(b))."""
    review, query = whole.letter(cast, "review_rights"), whole.letter(cast, "withdrawal_query")
    assert "by 24 April 2026. That is the last of 28 days" in review.body and "by 24 April 2026" in query.body
    assert "by 21 April 2026. That is the last of 28 days" in whole.letter(cast, "recommendation").body  # made on the 24th


@pytest.mark.parametrize(
    ("today", "months", "following"),
    [("2027-03-27", 12, "2027-09-27"), ("2027-09-26", 12, "2027-09-27"), ("2027-09-27", 18, "2028-03-27")],
)
def test_a_notice_of_delay_says_how_long_and_when_the_next_is_due(today, months, following):
    made = date(2026, 3, 27)
    assert promised.delays(made, date.fromisoformat(today)) == (months, date.fromisoformat(following))
    with pytest.raises(ValueError, match="2027-03-27"):
        promised.delays(made, date(2027, 3, 26))


def test_a_notice_of_delay_is_of_investigations_only_and_never_before_twelve_months(cast):
    ready = whole.ready(cast, "delay_notice")
    with pytest.raises(NotInvestigated, match=r"investigations only \(CMR 2020 reg 13\)"):
        preview(cast, ready, "delay_notice", investigated="no")
    ready.at = cast.at + timedelta(days=200)
    with pytest.raises(NotForThisCase, match=r"due from 27 March 2027 \(CMR 2020 reg 13\)"):
        preview(cast, ready, "delay_notice")


@pytest.mark.parametrize("kind", sorted(kind for kind in KINDS if {"recorded", "review"} & {*KINDS[kind].when}))
def test_outside_schedule_3_there_is_no_review_and_no_letter_of_one(cast, kind):
    ready = whole.ready(cast, kind)
    outside = whole.ready(cast, "outcome").case
    with pytest.raises(NotForThisCase, match="Schedule 3"):
        making.preview(outside, kind, ready.given, by=cast.sam, at=ready.at)


def test_every_letter_there_is_fits_some_case_and_says_why_not_for_another(cast):
    case = whole.ready(cast, "findings").case
    assert "Nobody else who agreed" in offered.why_not("interested_update", offered.standing(case, cast.at))
    add(case, {"name": "Mair Rees"}, ("relative", "his sister"), "yes", by=cast.sam, at=cast.at)
    recorded = offered.standing(case, cast.at + whole.LONG)
    thanks = offered.standing(cases.told(cast.ffion, at=cast.at, kind="compliment"), cast.at)
    assert [kind for kind in NAMES if offered.why_not(kind, recorded)] == ["thanks", "outcome"]
    assert {"findings", "withdrawn", "delay_notice"} <= {kind for kind in NAMES if offered.why_not(kind, thanks)}
