"""What was asked to be changed of the promises and the calendar, and what the second person said."""

from django.db import models
from django.db.models import PROTECT

from putright.people.models import Handler


class Amendment(models.Model):
    """A change of a promise or of the calendar that somebody asked for. Append-only by database trigger."""

    kind = models.CharField(max_length=7)  # promise, day
    name = models.CharField(max_length=20)  # the promise, or the day as 2026-05-08
    content = models.JSONField()  # the row as offices.amending reads it
    why = models.CharField(max_length=200)
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()


class Settled(models.Model):
    """What the second person said to it. Append-only by database trigger."""

    amendment = models.OneToOneField(Amendment, PROTECT, related_name="settled")
    agreed = models.BooleanField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()
