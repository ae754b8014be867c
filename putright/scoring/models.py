"""Calls, their scores, and what the line manager did. All of it append-only."""

from django.db import models
from django.db.models import PROTECT

from putright.people.models import Handler


class Call(models.Model):
    """A call to be scored. `unit`: a code of the list `units`."""

    unit = models.SlugField(max_length=40)
    on = models.DateField()
    number = models.CharField(max_length=60)  # in the telephone system
    taken_by = models.CharField(max_length=200)
    taker = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")  # where they have a log-in
    manager = models.ForeignKey(Handler, PROTECT, related_name="+")
    calibration = models.BooleanField(default=False)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "number"], name="scoring_call_once")]


class Score(models.Model):
    """What one person gave a call. `points`: per cent; `failed`: a fail-fast point was not met."""

    call = models.ForeignKey(Call, PROTECT, related_name="scores")
    marks = models.JSONField()
    points = models.PositiveSmallIntegerField()
    failed = models.BooleanField()
    words = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["call", "by"], name="scoring_once_each")]


class Outcome(models.Model):
    """What the line manager did about a score."""

    score = models.OneToOneField(Score, PROTECT, related_name="outcome")
    words = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
