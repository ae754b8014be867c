"""Courses, who attended, and articles."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from putright.chasing.actions.people import add_skill
from putright.chasing.refusals import HasSkill
from putright.codes.queries import code_list
from putright.codes.refusals import NotListed
from putright.law.calendar import day_of
from putright.people.gates import check
from putright.people.models import Handler

from .. import rules
from ..models import Article, Attended, Course, Version
from ..refusals import AttendedAlready, BothInWelsh, CourseThere


@dataclass(frozen=True)
class Words:
    """An article as somebody wrote it. Welsh is optional, and then has both its title and its words."""

    title_en: str
    words_en: str
    review_on: date
    title_cy: str = ""
    words_cy: str = ""


@transaction.atomic
def add_course(name: str, provider: str, skill: str, months: int | None, *, by: Handler, at: datetime) -> Course:
    """A course one can attend. Refuses CourseThere, NotListed for a skill not in force today, NotAllowed by role."""
    check(by, "workforce.keep")
    if skill and code_list("skills").find(skill, day_of(at)) is None:
        raise NotListed(skill)
    try:
        with transaction.atomic():
            return Course.objects.create(name=name, provider=provider, skill=skill, months=months, at=at, by=by)
    except IntegrityError:
        raise CourseThere from None


@transaction.atomic
def attended(course: Course, handlers: list[Handler], on: date, *, by: Handler, at: datetime) -> None:
    """These attended it that day: each has the course's skill from then, if they had it not yet, and a day to renew it.

    All or nobody. Refuses AttendedAlready, NotListed for a skill that was not in force that day, NotAllowed by role."""
    check(by, "workforce.keep")
    renew_by = rules.renew_by(on, course.months)
    for handler in handlers:
        try:
            with transaction.atomic():
                Attended.objects.create(course=course, handler=handler, on=on, renew_by=renew_by, at=at, by=by)
        except IntegrityError:
            raise AttendedAlready from None
        if course.skill:
            _skilled(handler, course.skill, on, by=by, at=at)


def _skilled(handler: Handler, code: str, on: date, *, by: Handler, at: datetime) -> None:
    try:
        add_skill(handler, code, on, by=by, at=at)
    except HasSkill:
        return  # a course taken again renews what they can do already


@transaction.atomic
def write(words: Words, *, by: Handler, at: datetime, article: Article | None = None) -> Article:
    """Write an article, or a new version of one. Refuses BothInWelsh, NotAllowed by role."""
    check(by, "workforce.write")
    if bool(words.title_cy.strip()) != bool(words.words_cy.strip()):
        raise BothInWelsh
    article = article or Article.objects.create(opened_at=at)
    Version.objects.create(article=article, **vars(words), at=at, by=by)
    return article
