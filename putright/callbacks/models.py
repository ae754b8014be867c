"""Lists of victims, who was drawn, each attempt, and what they said."""

from django.db import models
from django.db.models import PROTECT

from putright.cases.models import Case
from putright.contacts.models import Contact
from putright.people.models import Handler


class Given(models.Model):
    """A file as it was given, until its columns are agreed and some are drawn. Then it is gone."""

    name = models.CharField(max_length=200)
    names = models.JSONField()
    rows = models.JSONField()
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Batch(models.Model):
    """One draw of a list. `digest` is over every row in order, drawn or not. Append-only."""

    name = models.CharField(max_length=200)
    every = models.PositiveSmallIntegerField()
    start = models.PositiveSmallIntegerField()  # the first row drawn, from 1
    rows = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    left_out = models.JSONField(default=dict)  # of our own cases: why -> how many; codes of rules.WHY_NOT
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Victim(models.Model):
    """Somebody drawn, with what is needed to ring them."""

    batch = models.ForeignKey(Batch, PROTECT, related_name="victims")
    number = models.PositiveIntegerField()  # the row in the list, from 1
    name = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=2, blank=True)
    crime_reference = models.CharField(max_length=60, blank=True)
    department = models.CharField(max_length=100, blank=True)
    dealt_with_by = models.CharField(max_length=200, blank=True)
    safe = models.JSONField(default=dict)  # as Person.safe_contact
    case = models.ForeignKey(Case, PROTECT, null=True, blank=True, related_name="+")  # drawn from our own cases
    forgotten_at = models.DateTimeField(null=True, blank=True)  # since then it names nobody

    class Meta:
        constraints = [models.UniqueConstraint(fields=["batch", "number"], name="callbacks_row_once")]


class Keep(models.Model):
    """How many days a name that was drawn is kept, from that day on. Append-only by database trigger."""

    days = models.PositiveSmallIntegerField()
    since = models.DateField()
    why = models.CharField(max_length=200)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Attempt(models.Model):
    """One time somebody rang. Append-only."""

    victim = models.ForeignKey(Victim, PROTECT, related_name="attempts")
    result = models.CharField(max_length=20)  # rules.RESULTS
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Said(models.Model):
    """What they said, on the script of the day. Append-only."""

    victim = models.OneToOneField(Victim, PROTECT, related_name="said")
    marks = models.JSONField()
    words = models.TextField(blank=True)  # for the department: no names
    contact = models.ForeignKey(Contact, PROTECT, null=True, blank=True, related_name="+")  # what was wrong, as it was received
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Told(models.Model):
    """That a department was given its results. Append-only."""

    batch = models.ForeignKey(Batch, PROTECT, related_name="told")
    department = models.CharField(max_length=100, blank=True)
    to = models.CharField(max_length=200)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
