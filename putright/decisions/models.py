"""Records of decisions: every version in full, who approved it, and apart from both what the public may read."""

from django.db import models
from django.db.models import PROTECT

from putright.people.models import Handler


class Record(models.Model):
    """One decision. `number` is how the public knows it."""

    number = models.PositiveIntegerField(unique=True)
    made_at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Version(models.Model):
    """The full record as it was saved once. Append-only by database trigger. `texts`: language -> rules.PARTS, with marks."""

    record = models.ForeignKey(Record, PROTECT, related_name="versions")
    version = models.PositiveSmallIntegerField()
    timing = models.CharField(max_length=10)  # rules.TIMINGS
    decided_on = models.DateField()
    texts = models.JSONField(default=dict)
    nolan = models.BooleanField(default=False)  # the seven principles were confirmed, with the interests declared
    withdrawn = models.BooleanField(default=False)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["record", "version"], name="decisions_one_version")]


class Approval(models.Model):
    """Who approved a version, as they signed it. Append-only by database trigger."""

    version = models.OneToOneField(Version, PROTECT, related_name="approval")
    name = models.CharField(max_length=200)
    post = models.CharField(max_length=200, blank=True)
    signature = models.CharField(max_length=200)  # as typed
    on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Published(models.Model):
    """What the public may read of a version: its texts with every marked passage gone. Append-only by database trigger."""

    record = models.ForeignKey(Record, PROTECT, related_name="+")
    version = models.OneToOneField(Version, PROTECT, related_name="published")
    texts = models.JSONField()
    name = models.CharField(max_length=200)
    post = models.CharField(max_length=200, blank=True)
    signature = models.CharField(max_length=200)
    timing = models.CharField(max_length=10)
    decided_on = models.DateField()
    approved_on = models.DateField()
    withdrawn = models.BooleanField(default=False)
    late_why = models.JSONField(default=dict)  # language -> why; empty where it was in time
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
