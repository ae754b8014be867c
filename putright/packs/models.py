"""What a referral says beyond the case; what came in from another office; what another body says it has."""

from django.db import models
from django.db.models import PROTECT

from putright.cases.models import Case
from putright.people.models import Handler


class Referral(models.Model):
    """What the IOPC asks of a referral and the case itself does not hold: rules.REFERRAL to words."""

    case = models.OneToOneField(Case, PROTECT, related_name="+", primary_key=True)
    answers = models.JSONField(default=dict)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class TakenIn(models.Model):
    """A pack of another office that became a case here, exactly as it came. The same pack again is the same case."""

    pack_id = models.UUIDField(unique=True)
    case = models.OneToOneField(Case, PROTECT, related_name="+")
    office = models.CharField(max_length=40)
    reference = models.CharField(max_length=60)  # theirs
    pack = models.JSONField()
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Comparison(models.Model):
    """What another body says it has, read from its file once. It is compared with what we sent whenever it is looked at."""

    body = models.CharField(max_length=20)
    name = models.CharField(max_length=200)  # of the file
    since = models.DateField()
    until = models.DateField()
    headings = models.JSONField()
    rows = models.JSONField()
    columns = models.JSONField(default=dict)  # our word for a column to its heading; empty until somebody has said
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class WorkedOff(models.Model):
    """One line of a comparison dealt with, and how. `line` is `sent-7` (a hand-over) or `row-12` (of their file)."""

    comparison = models.ForeignKey(Comparison, PROTECT, related_name="+")
    line = models.CharField(max_length=30)
    note = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["comparison", "line"], name="packs_worked_off_once")]
