"""Claims on owed work, and the worker's pulse."""

from django.db import models


class Claim(models.Model):
    """One piece of owed work taken by one worker. The unique key is the claim; the lease lets another take it over.

    `fence` grows with each taking, so a worker that froze and woke finds its own number out of date."""

    key = models.CharField(max_length=120, unique=True)
    fence = models.PositiveIntegerField(default=1)
    leased_until = models.DateTimeField()
    attempts = models.PositiveIntegerField(default=1)
    done_at = models.DateTimeField(null=True, blank=True)
    trouble = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["done_at", "leased_until"])]


class Pulse(models.Model):
    """When each worker last went round, and what was still owed then."""

    worker = models.CharField(max_length=60, unique=True)
    at = models.DateTimeField()
    owed = models.PositiveIntegerField(default=0)
    oldest_owed_at = models.DateTimeField(null=True, blank=True)
