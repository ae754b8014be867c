"""What we can show for a standard, and how far we are. Scores, plans and comments are append-only: the newest line holds."""

from django.db import models
from django.db.models import PROTECT, Q

from putright.cases.models import Case
from putright.documents.models import Document
from putright.people.models import Handler


class Loaded(models.Model):
    """A standard's text as the office loaded it. Append-only by database trigger; the newest of a standard holds."""

    standard = models.SlugField(max_length=20)
    shape = models.JSONField()  # shape.kept
    name = models.CharField(max_length=120)  # of the file
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class PassRule(models.Model):
    """How many partials a body allows in each criterion, from a day. Append-only by database trigger."""

    standard = models.SlugField(max_length=20)
    body = models.CharField(max_length=120)
    since = models.DateField()
    partials = models.JSONField()
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Item(models.Model):
    """One piece of evidence. `source`: a page of the house it came from, without language; `case`: whose walls hide it."""

    kind = models.CharField(max_length=15)  # rules.KINDS
    title = models.CharField(max_length=200)
    words = models.TextField(blank=True)  # what the assessor reads
    on = models.DateField()  # of the evidence itself
    expires_on = models.DateField(null=True, blank=True)  # recent and reliable until that day
    owner = models.ForeignKey(Handler, PROTECT, related_name="+")
    document = models.ForeignKey(Document, PROTECT, null=True, blank=True, related_name="+")
    link = models.URLField(max_length=300, blank=True)
    source = models.CharField(max_length=200, blank=True)
    case = models.ForeignKey(Case, PROTECT, null=True, blank=True, related_name="+")
    redaction = models.CharField(max_length=10)
    consent = models.CharField(max_length=10)
    consent_on = models.DateField(null=True, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    changed_at = models.DateTimeField(null=True, blank=True)
    changed_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source"], condition=~Q(source="") & Q(ended_at=None), name="excellence_used_once"
            )
        ]


class Use(models.Model):
    """That an item speaks for an element: many to many."""

    item = models.ForeignKey(Item, PROTECT, related_name="uses")
    standard = models.SlugField(max_length=20)
    ref = models.CharField(max_length=12)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "standard", "ref"], name="excellence_speaks_once")]
        indexes = [models.Index(fields=["standard", "ref"])]


class Line(models.Model):
    """What is said of one element. Append-only by database trigger."""

    standard = models.SlugField(max_length=20)
    ref = models.CharField(max_length=12)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")

    class Meta:
        abstract = True
        indexes = [models.Index(fields=["standard", "ref"])]


class Mark(Line):
    """A score of our own, with why."""

    score = models.CharField(max_length=10)  # rules.SCALE
    narrative = models.TextField()


class Plan(Line):
    """Whose element it is, how far, and what is still to be done by when."""

    owner = models.ForeignKey(Handler, PROTECT, related_name="+")
    progress = models.CharField(max_length=10)  # rules.PROGRESS
    action = models.TextField(blank=True)
    due = models.DateField(null=True, blank=True)


class Comment(Line):
    words = models.TextField()


class Stakeholder(models.Model):
    """A partner or senior officer who knows our work: by post, with what we give them. An ended row is kept."""

    name = models.CharField(max_length=120)
    post = models.CharField(max_length=120, blank=True)
    body = models.CharField(max_length=120)
    interest = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)


class Meeting(models.Model):
    """A meeting about the standard, of the team or with others, and what came of it."""

    on = models.DateField()
    title = models.CharField(max_length=200)
    words = models.TextField()
    stakeholder = models.ForeignKey(Stakeholder, PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
