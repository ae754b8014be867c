"""Answers, half answers, and what a person made of each."""

from django.db import models
from django.db.models import PROTECT

from putright.cases.models import Case
from putright.invited.models import Invite
from putright.people.models import Handler, Team
from putright.questionnaires.models import Version


class Half(models.Model):
    """An answer somebody has begun, as they typed it. Never what they would say about themselves. Gone when it is sent."""

    invite = models.OneToOneField(Invite, PROTECT, related_name="+")
    answers = models.JSONField()
    changed_at = models.DateTimeField()


class NotAsked(models.Model):
    """A finished case whose survey the rounds did not send, and why: a person may still ask."""

    case = models.OneToOneField(Case, PROTECT, related_name="+")
    why = models.CharField(max_length=12)
    at = models.DateTimeField()


class Response(models.Model):
    """What somebody answered, and how things stood then, so that results need no look at cases."""

    invite = models.OneToOneField(Invite, PROTECT, related_name="+")
    version = models.ForeignKey(Version, PROTECT, related_name="+")
    how = models.CharField(max_length=10)  # web, phone, paper
    language = models.CharField(max_length=2)
    scores = models.JSONField(default=dict)  # question -> 1 to 5, na, yes, no, or the code of a choice
    words = models.JSONField(default=dict)  # question -> their words
    may_contact = models.BooleanField(default=False)
    unhappy = models.BooleanField(default=False)
    channel = models.CharField(max_length=10, blank=True)  # by which their contact came
    area = models.ForeignKey(Team, PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(db_index=True)
    month = models.CharField(max_length=7)  # of `at` in London, such as 2026-03: what results are counted by
    typed_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")  # who wrote it down for them

    twice = models.BooleanField(default=False)  # typed from paper, and one of those a second person holds against it

    class Meta:
        indexes = [models.Index(fields=["version", "month"], name="surveys_res_version_month")]


class Against(models.Model):
    """A second person held an answer typed from paper against it. `changed`: the questions that had to be put right."""

    response = models.OneToOneField(Response, PROTECT, related_name="against")
    changed = models.JSONField(default=list)
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()


class Look(models.Model):
    """A person read it. `again`: yes or no where it was unhappy. Suggestions and praise go on to later rooms."""

    response = models.OneToOneField(Response, PROTECT, related_name="look")
    again = models.CharField(max_length=3, blank=True)
    why = models.TextField(blank=True)
    suggestion = models.BooleanField(default=False)
    praise = models.BooleanField(default=False)
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()


class Tally(models.Model):
    """How many people of a band answered so. A counter: nobody's row, no key to any other, no moment but a quarter of a year.

    `question` and `value` are empty for the people themselves."""

    version = models.ForeignKey(Version, PROTECT, related_name="+")
    quarter = models.DateField()
    group = models.CharField(max_length=20)  # equality.GROUPS
    band = models.CharField(max_length=20)
    question = models.CharField(max_length=30, blank=True)
    value = models.CharField(max_length=30, blank=True)
    number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["version", "quarter", "group", "band", "question", "value"], name="surveys_one_tally"
            )
        ]
