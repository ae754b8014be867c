"""What is asked on a day, by which version. No writes."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.http import Http404

from putright.law.calendar import day_of

from . import rules
from .models import Draft, SignOff, Survey, Version
from .seeds import missing


@dataclass(frozen=True)
class Standing:
    """A survey as it stands on a day: the version in force, the newest that waits for its leave, and who writes a next one."""

    survey: Survey
    now: Version | None
    waiting: Version | None
    draft: Draft | None


def surveys() -> QuerySet[Survey]:
    return Survey.objects.order_by("pk")


def standing(on: date, slug: str = "") -> list[Standing]:
    """Every survey, or the one of that slug, in three queries."""
    found = surveys().filter(slug=slug) if slug else surveys()
    signed = Version.objects.filter(signed__since__lte=on).order_by("signed__since", "number").select_related("by", "signed__by")
    now = {one.survey_id: one for one in signed}
    waits = Version.objects.filter(signed=None).order_by("number").select_related("by")
    newest = {one.survey_id: one for one in waits}
    drafts = {one.survey_id: one for one in Draft.objects.select_related("by")}
    return [Standing(one, now.get(one.pk), _newer(newest.get(one.pk), now.get(one.pk)), drafts.get(one.pk)) for one in found]


def _newer(waiting: Version | None, now: Version | None) -> Version | None:
    return waiting if waiting and (now is None or waiting.number > now.number) else None


def versions(survey: Survey) -> QuerySet[Version]:
    return Version.objects.filter(survey=survey).select_related("by", "signed__by").order_by("-number")


def in_force(slug: str, on: date) -> Version | None:
    """The version of that survey whose leave began last on or before that day. One query."""
    signed = SignOff.objects.filter(version__survey__slug=slug, since__lte=on).select_related("version__survey")
    newest = signed.order_by("-since", "-version__number").first()
    return newest.version if newest else None


def not_there() -> bool:
    """Whether a survey that comes with Putright was never put in. One query."""
    return bool(missing())


def content(version: Version) -> rules.Content:
    return rules.read(version.content)


def the(slug: str, at: datetime) -> Standing:
    """The survey of that slug, or 404."""
    found = standing(day_of(at), slug)
    if not found:
        raise Http404
    return found[0]


def version_of(slug: str, number: int) -> Version:
    """That version of it, or 404."""
    found = Version.objects.filter(survey__slug=slug, number=number).select_related("survey", "by", "signed__by").first()
    if found is None:
        raise Http404
    return found
