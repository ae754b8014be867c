"""Counts that are kept, and the marks of what has changed since. All of it can be thrown away and made again."""

from django.db import models


class Mark(models.Model):
    """Something a count rests on was written, changed or removed. Written by triggers (sentries.py), never by hand."""

    what = models.CharField(max_length=8)  # moment; or the number of a case, of a case's days, of a contact, an allegation
    when = models.DateTimeField(null=True)
    number = models.BigIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["what", "when"]), models.Index(fields=["what", "number"])]


class Kept(models.Model):
    """The counts of one London day: measure -> part -> how many. `basis` is what was counted, and how (kept.basis)."""

    on = models.DateField(unique=True)
    basis = models.CharField(max_length=64)
    counts = models.JSONField()


class Fell(models.Model):
    """A promise on a case that has a day it falls due, and what came of it. `open`: nothing yet, so missed once it is due."""

    file = models.BigIntegerField(db_index=True)
    promise = models.CharField(max_length=20)
    due_at = models.DateTimeField()
    fate = models.CharField(max_length=8)

    class Meta:
        indexes = [models.Index(fields=["due_at", "fate", "promise"])]


class Reached(models.Model):
    """A first contact with the person, and how many days after we heard."""

    file = models.BigIntegerField(db_index=True)
    at = models.DateTimeField()
    days = models.IntegerField()

    class Meta:
        indexes = [models.Index(fields=["at", "days"])]


class Keeping(models.Model):
    """The one row that whoever changes what is kept must hold. `basis`: the promises by which cases were read."""

    basis = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField(null=True)  # the latest moment at which anything was kept
