"""What was asked to be changed of the promises, the calendar and the opening hours, and what the second person said."""

from django.db import models
from django.db.models import PROTECT

from putright.people.models import Handler


class Amendment(models.Model):
    """A change of a promise, of the calendar or of the opening hours that somebody asked for. Append-only by database trigger."""

    kind = models.CharField(max_length=7)  # queries.PARTS: promise, day, hours
    name = models.CharField(max_length=20)  # the promise, the day as 2026-05-08, or the first day of the hours
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
