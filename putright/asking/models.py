"""Questions with their links, what was read, meetings, and the office's first steps."""

from django.db import models
from django.db.models import PROTECT, Q

from putright.cases.models import Case, Event
from putright.contacts.models import Contact
from putright.letters.models import Letter
from putright.people.models import Handler, Person


class Question(models.Model):
    """One question to one person. One at a time is open on a case. `key` becomes the key of the contact that answers it."""

    key = models.UUIDField(unique=True)
    case = models.ForeignKey(Case, PROTECT, related_name="+")
    person = models.ForeignKey(Person, PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=10)  # rules.KINDS
    fact = models.CharField(max_length=60, blank=True)  # a fact of triage that the answer may settle
    words = models.JSONField(default=dict)  # language -> the question
    choices = models.JSONField(default=dict)  # language -> the answers to choose from, in the same order
    site = models.CharField(max_length=200)  # where our pages are, for a link that the rounds write
    letter = models.ForeignKey(Letter, PROTECT, null=True, blank=True, related_name="+")
    asked_at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    due_at = models.DateTimeField(db_index=True)  # answer wished by; moved on by the reminder
    reminded_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended = models.CharField(max_length=10, blank=True)  # answered, let_go
    value = models.CharField(max_length=40, blank=True)  # yes, no, not_known; a choice's number; a date
    contact = models.ForeignKey(Contact, PROTECT, null=True, blank=True, related_name="+")
    taken_at = models.DateTimeField(null=True, blank=True)  # taken over as the fact
    taken_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(ended_at=None), name="asking_one_at_a_time"),
        ]


class Link(models.Model):
    """A way to answer. Only its digest is kept. The reminder has one of its own; the first goes on working."""

    question = models.ForeignKey(Question, PROTECT, related_name="links")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    until = models.DateTimeField()


class Seen(models.Model):
    """A reply that somebody has read. `event` is the line of the log by which it joined the case."""

    event = models.OneToOneField(Event, PROTECT, related_name="+")
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()


class Meeting(models.Model):
    """A meeting that was thought of: offered or not, arranged, held or not (CMR 2020 reg 34(5))."""

    case = models.ForeignKey(Case, PROTECT, related_name="+")
    considered_at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    offered = models.BooleanField()
    why_not = models.TextField(blank=True)
    on = models.DateField(null=True, blank=True)
    time = models.CharField(max_length=20, blank=True)
    place = models.TextField(blank=True)
    who = models.TextField(blank=True)
    adjustments = models.TextField(blank=True)  # an interpreter, a loop, somebody beside them
    ended_at = models.DateTimeField(null=True, blank=True)
    ended = models.CharField(max_length=10, blank=True)  # rules.ENDED
    words = models.TextField(blank=True)


class Step(models.Model):
    """One of the office's own steps at first contact. A changed step is an ended one and a new one."""

    en = models.CharField(max_length=300)
    cy = models.CharField(max_length=300)
    order = models.PositiveSmallIntegerField(default=1)
    since = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    until = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
