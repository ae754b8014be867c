"""When a kind of letter makes sense, and the sentence why not otherwise. What the law forbids is refused when it is made."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from design.dates import day
from putright.cases.models import Allegation, Case
from putright.cases.stages import HANDED_OVER
from putright.interested.queries import told
from putright.law.calendar import day_of
from putright.law.investigation import delay_notice
from putright.letterkinds.kinds import KINDS
from putright.letterkinds.reviewers import contradicts
from putright.people.rules import fold
from putright.reviews.queries import asked_for

from .addressee import subjects
from .unfit import NamesThem, NotForThisCase, NotInvestigated, WrongReviewBody

NO_COMPLAINT = ("compliment", "enquiry")


@dataclass(frozen=True)
class Standing:
    """What a case is, as far as it says which letters make sense."""

    recorded: bool
    review: bool
    complaint: bool
    thanks: bool
    officer: bool
    points: bool
    interested: bool
    late_from: date
    today: date


def standing(case: Case, at: datetime) -> Standing:
    """Three queries; four for a case that is not recorded."""
    recorded, passed = case.recorded_at is not None, case.stage == HANDED_OVER
    return Standing(
        recorded, recorded or asked_for(case), recorded or passed or case.kind not in NO_COMPLAINT, case.kind == "compliment",
        bool(subjects(case)), Allegation.objects.filter(case=case).exists(), told(case).exists(),
        delay_notice(day_of(case.received_at)), day_of(at),
    )  # fmt: skip


CONDITIONS: dict[str, tuple[Callable[[Standing], bool], object]] = {
    "recorded": (lambda now: now.recorded, _("Only for a complaint recorded under Schedule 3. This one is not.")),
    "review": (
        lambda now: now.review, _("Only for a complaint recorded under Schedule 3, or one of which a review was asked for."),
    ),
    "not_recorded": (
        lambda now: not now.recorded,
        _("This complaint is recorded, so its result is told point by point, with who can review it."),
    ),
    "thanks": (lambda now: now.thanks, _("Only for somebody who thanked us. This is something else.")),
    "complaint": (lambda now: now.complaint, _("Only for a complaint. This is something else.")),
    "officer": (lambda now: now.officer, _("Nobody who can be written to is named on this case yet.")),
    "interested": (lambda now: now.interested, _("Nobody else who agreed to be told is written down on this case.")),
    "points": (lambda now: now.points, _("Nothing is on the list of what is alleged yet.")),
    "year": (lambda now: now.today >= now.late_from, _("The first notice of delay is due from %(day)s (CMR 2020 reg 13).")),
}


def why_not(kind: str, now: Standing) -> str:
    """The first reason why this kind does not fit; empty when it does."""
    for name in KINDS[kind].when:
        fits, words = CONDITIONS[name]
        if not fits(now):
            return str(words) % {"day": day(now.late_from)} if name == "year" else str(words)
    return ""


def refuse_unfit(case: Case, kind: str, at: datetime) -> None:
    """Refuses NotForThisCase. No query for a kind that fits every case."""
    if KINDS[kind].when and (why := why_not(kind, standing(case, at))):
        raise NotForThisCase(why)


def refuse_wrong(case: Case, kind: str, given: Mapping[str, str]) -> None:
    """Refuses what was chosen or typed against the law: WrongReviewBody, NotInvestigated, NamesThem."""
    if given.get("review") and "review" in KINDS[kind].once and (finding := contradicts(case, given["review"])):
        raise WrongReviewBody(", ".join(rule.id for rule in finding.met) or finding.question)
    if kind == "delay_notice" and given.get("investigated") != "yes":
        raise NotInvestigated
    if kind == "subject_copy" and gives_away(case, given.get("copy", ""), name=given.get("who_shown") != "named"):
        raise NamesThem


def gives_away(case: Case, words: str, *, name: bool) -> bool:
    """Whether a copy for the officer says how to reach the complainant or, with `name`, who they are."""
    them = case.complainant
    if them is None:
        return False
    ways = [fold(text) for text in (them.email, them.phone, them.address, them.postcode) if text]
    said = f" {fold(words)} "
    names = re.findall(r"\w+", them.name) if name else []  # as written: “May” is a name, “may” is not
    return any(f" {way} " in said for way in ways) or any(re.search(rf"\b{part}\b", words) for part in names)
