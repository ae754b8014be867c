"""Writing a survey: a draft, its questions, putting it forward, and the second person's leave."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import IntegrityError, transaction

from design.typed import cleaned
from putright.law.calendar import day_of
from putright.people.gates import check
from putright.people.models import Handler

from . import queries, rules
from .models import Draft, SignOff, Survey, Version
from .refusals import MayNotStand, NotSigned, NotWaiting, SlugTaken
from .words import PROBLEMS


@dataclass(frozen=True)
class Wanted:
    """From which day a draft is wanted, and why it was changed."""

    since: date
    why: str


@transaction.atomic
def begin(slug: str, names: tuple[str, str], *, by: Handler, at: datetime) -> Survey:
    """A new survey for a group, with its names in English and Welsh. Its first version is yet to be written.

    Refuses SlugTaken, NotAllowed by role."""
    check(by, "questionnaires.write")
    try:
        with transaction.atomic():
            return Survey.objects.create(slug=slug, name_en=names[0], name_cy=names[1], made_at=at, by=by)
    except IntegrityError:
        raise SlugTaken from None


@transaction.atomic
def draft(survey: Survey, *, by: Handler, at: datetime) -> Draft:
    """The draft of its next version: the one that is being written, else a new one from the words in force. Refuses by role."""
    check(by, "questionnaires.write")
    newest = queries.versions(survey).first()
    content = newest.content if newest else rules.Content("", "", ()).kept()
    made, _ = Draft.objects.get_or_create(survey=survey, defaults={"content": content, "changed_at": at, "by": by})
    return made


@transaction.atomic
def introduce(made: Draft, words: tuple[str, str], equality: bool, *, by: Handler, at: datetime) -> None:
    """What it says first, in English and Welsh, and whether it asks people about themselves. Refuses NotAllowed by role."""
    check(by, "questionnaires.write")
    now = rules.read(_held(made).content)
    _keep(made, replace(now, intro_en=cleaned(words[0]), intro_cy=cleaned(words[1]), equality=equality), by, at)


@transaction.atomic
def put(made: Draft, question: rules.Question, *, by: Handler, at: datetime) -> None:
    """Add a question, or write the one of that short name anew in its place. Refuses NotAllowed by role."""
    check(by, "questionnaires.write")
    now = rules.read(_held(made).content)
    there = question.code in {one.code for one in now.questions}
    placed = tuple(question if one.code == question.code else one for one in now.questions)
    _keep(made, replace(now, questions=placed if there else (*now.questions, question)), by, at)


@transaction.atomic
def arrange(made: Draft, code: str, step: int, *, by: Handler, at: datetime) -> None:
    """Move a question up (-1) or down (1), or leave it out (0). Refuses NotAllowed by role."""
    check(by, "questionnaires.write")
    now = rules.read(_held(made).content)
    if code not in {one.code for one in now.questions}:
        return
    kept = rules.move(now.questions, code, step) if step else tuple(one for one in now.questions if one.code != code)
    _keep(made, replace(now, questions=kept), by, at)


@transaction.atomic
def propose(made: Draft, wanted: Wanted, *, by: Handler, at: datetime) -> Version:
    """Put the draft forward as a new version. It waits until another person signs it off; until then nothing changes.

    Refuses MayNotStand with every reason, NotAllowed by role."""
    check(by, "questionnaires.write")
    held = _held(made)
    if found := rules.problems(rules.read(held.content)):
        raise MayNotStand(list(dict.fromkeys(str(PROBLEMS[why]) for why, _ in found)))
    newest = queries.versions(held.survey).first()
    number = newest.number + 1 if newest else 1
    since = max(wanted.since, day_of(at))
    version = Version.objects.create(
        survey=held.survey, number=number, content=held.content, since=since, why=wanted.why, by=by, at=at
    )
    held.delete()
    return version


@transaction.atomic
def sign_off(version: Version, *, by: Handler, at: datetime) -> SignOff:
    """Let a version be asked from its day on. Refuses NotSigned for whoever wrote it, NotWaiting, NotAllowed by role."""
    check(by, "questionnaires.sign")
    newest = Version.objects.select_for_update(of=("self",)).filter(survey=version.survey_id).order_by("-number").first()
    if newest is None or newest.pk != version.pk or SignOff.objects.filter(version=newest).exists():
        raise NotWaiting
    if newest.by_id == by.pk:
        raise NotSigned
    return SignOff.objects.create(version=newest, since=max(newest.since, day_of(at)), by=by, at=at)


def _held(made: Draft) -> Draft:
    return Draft.objects.select_for_update(of=("self",)).select_related("survey").get(pk=made.pk)


def _keep(made: Draft, content: rules.Content, by: Handler, at: datetime) -> None:
    Draft.objects.filter(pk=made.pk).update(content=content.kept(), by=by, changed_at=at)
