"""Places, scenarios, visits, what was found, and what is to be put right."""

from django.db import models
from django.db.models import PROTECT

from putright.people.models import Handler, Team

COUNTER, WEB = "counter", "web"


class Place(models.Model):
    """A counter or a web page. `team`: whose it is, where they work here. Closed, never deleted."""

    kind = models.CharField(max_length=10)  # counter, web
    en = models.CharField(max_length=200)
    cy = models.CharField(max_length=200)
    team = models.ForeignKey(Team, PROTECT, null=True, blank=True, related_name="+")
    ended = models.BooleanField(default=False)
    ended_on = models.DateField(null=True, blank=True)  # its last day
    ended_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")

    def name(self, language: str) -> str:
        return self.cy if language == "cy" else self.en


class Scenario(models.Model):
    """What the visitor says or tries to do. Ended, never deleted: visits of before keep it."""

    kind = models.CharField(max_length=10)
    en = models.CharField(max_length=200)
    cy = models.CharField(max_length=200)
    text_en = models.TextField()
    text_cy = models.TextField()
    ended = models.BooleanField(default=False)
    ended_on = models.DateField(null=True, blank=True)  # the last day on which a visit was planned with it
    ended_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")

    def name(self, language: str) -> str:
        return self.cy if language == "cy" else self.en

    def text(self, language: str) -> str:
        return self.text_cy if language == "cy" else self.text_en


class Visit(models.Model):
    """A planned visit. Append-only."""

    place = models.ForeignKey(Place, PROTECT, related_name="+")
    scenario = models.ForeignKey(Scenario, PROTECT, related_name="+")
    shopper = models.ForeignKey(Handler, PROTECT, related_name="+")
    due = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Found(models.Model):
    """What was found on a visit. Append-only. `points`: per cent."""

    visit = models.OneToOneField(Visit, PROTECT, related_name="found")
    on = models.DateField()
    marks = models.JSONField()
    points = models.PositiveSmallIntegerField()
    failed = models.BooleanField()
    words = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Action(models.Model):
    """Something to be put right after a visit. Append-only."""

    found = models.ForeignKey(Found, PROTECT, related_name="actions")
    words = models.TextField()
    owner = models.ForeignKey(Handler, PROTECT, related_name="+")
    due = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Step(models.Model):
    """How an action goes: what was done so far, and whether that is all. Append-only."""

    action = models.ForeignKey(Action, PROTECT, related_name="steps")
    words = models.TextField()
    done = models.BooleanField()
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["action"], condition=models.Q(done=True), name="shopping_done_once"),
        ]
