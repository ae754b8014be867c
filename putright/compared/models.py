"""What another body says it has, and how each line was dealt with."""

from django.db import models
from django.db.models import PROTECT

from putright.people.models import Handler


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
        constraints = [models.UniqueConstraint(fields=["comparison", "line"], name="compared_worked_off_once")]
