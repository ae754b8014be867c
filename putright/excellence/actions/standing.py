"""Loading a standard's text, saying when it is passed, scoring ourselves, planning, and whom we met."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from putright.people.gates import check
from putright.people.models import Handler

from .. import catalogue, rules, shape
from ..models import Comment, Loaded, Mark, Meeting, PassRule, Plan, Stakeholder
from ..refusals import NoSuchElement, SayWhyScore


@transaction.atomic
def load(standard: shape.Standard, name: str, *, by: Handler, at: datetime) -> Loaded:
    """Keep this text of a standard: it holds from now on, everywhere. What was scored stays with its number.
    Refuses NotAllowed."""
    check(by, "excellence.lead")
    return Loaded.objects.create(standard=standard.slug, shape=shape.kept(standard), name=name[:120], at=at, by=by)


@transaction.atomic
def set_pass_rule(
    slug: str, body: str, since: date, partials: Mapping[str, int], *, by: Handler, at: datetime
) -> PassRule:
    """From that day this body allows so many partials in each criterion. Refuses NotAllowed."""
    check(by, "excellence.lead")
    return PassRule.objects.create(standard=slug, body=body.strip(), since=since, partials=dict(partials), at=at, by=by)


def _element(slug: str, ref: str) -> None:
    try:
        found = catalogue.the(slug).element(ref)
    except catalogue.NoSuchStandard:
        found = None
    if found is None:
        raise NoSuchElement


@transaction.atomic
def score(slug: str, ref: str, given: str, narrative: str, *, by: Handler, at: datetime) -> Mark:
    """Score ourselves on an element, and say what that rests on. Refuses NoSuchElement, SayWhyScore, NotAllowed."""
    check(by, "excellence.gather")
    _element(slug, ref)
    if given not in rules.SCALE or not narrative.strip():
        raise SayWhyScore
    return Mark.objects.create(standard=slug, ref=ref, score=given, narrative=narrative, at=at, by=by)


@dataclass(frozen=True)
class Planned:
    owner: Handler
    progress: str
    action: str = ""
    due: date | None = None


@transaction.atomic
def plan(slug: str, ref: str, planned: Planned, *, by: Handler, at: datetime) -> Plan:
    """Say whose element it is, how far it is and what is still to do. Refuses NoSuchElement, NotAllowed."""
    check(by, "excellence.gather")
    _element(slug, ref)
    return Plan.objects.create(standard=slug, ref=ref, at=at, by=by, **vars(planned))


@transaction.atomic
def comment(slug: str, ref: str, words: str, *, by: Handler, at: datetime) -> Comment:
    """Leave a comment for colleagues. Refuses NoSuchElement, NotAllowed."""
    check(by, "excellence.gather")
    _element(slug, ref)
    return Comment.objects.create(standard=slug, ref=ref, words=words, at=at, by=by)


@transaction.atomic
def note_meeting(
    on: date, title: str, words: str, with_whom: Stakeholder | None = None, *, by: Handler, at: datetime
) -> Meeting:
    """Write down a meeting and what came of it. Refuses NotAllowed."""
    check(by, "excellence.gather")
    return Meeting.objects.create(on=on, title=title, words=words, stakeholder=with_whom, at=at, by=by)


@transaction.atomic
def note_stakeholder(details: Mapping[str, str], *, by: Handler, at: datetime) -> Stakeholder:
    """Add a partner or senior officer an assessor may want to speak to. Refuses NotAllowed."""
    check(by, "excellence.gather")
    return Stakeholder.objects.create(**details, at=at, by=by)


@transaction.atomic
def end_stakeholder(row: Stakeholder, *, by: Handler, at: datetime) -> None:
    """They are on the list no more; the row is kept. Refuses NotAllowed."""
    check(by, "excellence.gather")
    Stakeholder.objects.filter(pk=row.pk, ended_at=None).update(ended_at=at)
