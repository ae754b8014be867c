"""Who was asked, who asks not to be, and what the office set."""

from django.db import models
from django.db.models import PROTECT

from putright.cases.models import Case
from putright.people.models import Handler, Person

ANSWER, OWN, SPOKEN, CAMPAIGN = "answer", "own", "spoken", "campaign"


class Invite(models.Model):
    """One code for one person and one survey. A campaign's may be about no case."""

    digest = models.CharField(max_length=64, unique=True)
    survey = models.CharField(max_length=40)  # the slug of a survey
    case = models.ForeignKey(Case, PROTECT, null=True, blank=True, related_name="+")
    person = models.ForeignKey(Person, PROTECT, null=True, blank=True, related_name="+")
    within = models.CharField(max_length=10)  # in the final answer, in a letter of its own, spoken, of a campaign
    how = models.CharField(max_length=10)  # email, post, text, phone, none
    language = models.CharField(max_length=5)
    made_at = models.DateTimeField()
    until = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    opened_at = models.DateTimeField(null=True, blank=True)  # first
    answered_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)  # taken back: it opens nothing
    no_more = models.BooleanField(default=False)  # whoever had the code wants no more surveys; for those who are no person here

    class Meta:
        indexes = [models.Index(fields=["person", "made_at"]), models.Index(fields=["survey", "made_at"])]


class NoSurvey(models.Model):
    """Somebody who asked not to be asked, from that moment until they say otherwise. `by`: who wrote it down, if not they."""

    person = models.ForeignKey(Person, PROTECT, related_name="+")
    since = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=models.Q(until=None), name="invited_no_survey_once")
        ]


class Setting(models.Model):
    """What the office set, from that moment. Append-only by trigger: the newest line of a name holds."""

    name = models.CharField(max_length=20)  # rules.SETTINGS
    value = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
