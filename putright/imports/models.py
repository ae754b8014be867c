"""The files that came through the import door, and the rows that could not be taken as they were."""

from django.db import models
from django.db.models import PROTECT

from putright.people.models import Handler


class Import(models.Model):
    """One file loaded by the import door: what it was, how far it got, what it counted."""

    name = models.CharField(max_length=200)
    source = models.CharField(max_length=40)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    rows = models.PositiveIntegerField(default=0)
    loaded = models.PositiveIntegerField(default=0)
    already = models.PositiveIntegerField(default=0)


class ImportProblem(models.Model):
    """A row the import could not take, or took with something left out, kept whole with its reason."""

    load = models.ForeignKey(Import, PROTECT, related_name="+")
    row_number = models.PositiveIntegerField()
    row = models.JSONField()
    reason = models.CharField(max_length=300)
    loaded_anyway = models.BooleanField(default=False)
