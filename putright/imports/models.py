"""The files that came through the import door, and the rows that could not be taken as they were."""

from django.db import models
from django.db.models import PROTECT

from putright.cases.models import Case
from putright.contacts.models import Contact
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
    not_loaded = models.PositiveIntegerField(default=0)
    rows_loaded = models.PositiveIntegerField(default=0)
    rows_already = models.PositiveIntegerField(default=0)
    rows_not_loaded = models.PositiveIntegerField(default=0)


class ImportProblem(models.Model):
    """A row the import could not take, or took with something left out, kept whole with its reason."""

    load = models.ForeignKey(Import, PROTECT, related_name="+")
    row_number = models.PositiveIntegerField()
    row = models.JSONField()
    reason = models.CharField(max_length=300)
    loaded_anyway = models.BooleanField(default=False)
    column = models.CharField(max_length=100, blank=True)
    source_id = models.CharField(max_length=60, blank=True)  # of the complaint it belongs to


class Given(models.Model):
    """A file given once, kept while somebody maps it and looks at what it would do. Nobody else's; forgotten in a day."""

    key = models.UUIDField(unique=True)
    name = models.CharField(max_length=200)
    content = models.BinaryField()
    found = models.JSONField()  # headings, values, which way days are written, what was not read
    plan = models.JSONField(default=dict)
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField(db_index=True)


class Remembered(models.Model):
    """How files with these headings were mapped the last time."""

    headings = models.CharField(max_length=64, unique=True)  # a digest
    plan = models.JSONField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()


class Twin(models.Model):
    """What was brought in and a contact that was here may be one: a suggestion. Nothing is merged."""

    load = models.ForeignKey(Import, PROTECT, related_name="+")
    brought = models.ForeignKey(Contact, PROTECT, related_name="+")
    other = models.ForeignKey(Contact, PROTECT, related_name="+")
    because = models.CharField(max_length=20)  # number, person


class Returned(models.Model):
    """What another body's system said of a case that was handed over: a suggestion until a person writes it down."""

    case = models.OneToOneField(Case, PROTECT, related_name="+")
    their_reference = models.CharField(max_length=60, blank=True)
    result = models.TextField(blank=True)
    finalised_on = models.DateField(null=True, blank=True)
    name = models.CharField(max_length=200)  # of the file
    row_number = models.PositiveIntegerField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()
