"""What somebody told about the team, each thing done about it, and how long we allow ourselves. No other room has a key to it."""

from django.db import models
from django.db.models import PROTECT, Q

from putright.people.models import Handler


class Sealed(models.Model):
    """One complaint about us. Nobody is linked: not a person of ours, not a case."""

    key = models.UUIDField(unique=True)  # from the form: sent twice is one
    reference = models.CharField(max_length=16, unique=True)
    at = models.DateTimeField(db_index=True)
    language = models.CharField(max_length=2)
    about = models.CharField(max_length=10)  # rules.ABOUT
    who = models.CharField(max_length=200, blank=True)
    words = models.TextField()
    wants = models.TextField(blank=True)
    name = models.CharField(max_length=200, blank=True)
    reach = models.CharField(max_length=300, blank=True)
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    came_of = models.CharField(max_length=20, blank=True)  # rules.CAME_OF
    came_on = models.DateField(null=True, blank=True)  # by post: the day it reached us; else the day of `at`

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at=None, came_of="") | Q(answered_at__isnull=False) & ~Q(came_of=""),
                name="about_us_answered_says_how",
            ),
        ]


class Step(models.Model):
    """One thing done about it. Append-only by database trigger."""

    sealed = models.ForeignKey(Sealed, PROTECT, related_name="+")
    verb = models.CharField(max_length=20)  # rules.VERBS
    words = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")  # nobody: who told us


class Message(models.Model):
    """One short e-mail of this room: to a reader, that something came or is late; or to whoever told us, that we have it.
    It goes from here and by no other room, where the team could see it."""

    sealed = models.ForeignKey(Sealed, PROTECT, related_name="+")
    kind = models.CharField(max_length=10)  # rules.MESSAGES
    reader = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")  # nobody: whoever told us
    message_id = models.CharField(max_length=120, unique=True)  # the same for the same message, so that it is one
    state = models.CharField(max_length=10)  # rules.STATES
    at = models.DateTimeField()


class Days(models.Model):
    """How many working days we allow ourselves, from that day. Append-only by database trigger."""

    acknowledge = models.PositiveSmallIntegerField()
    answer = models.PositiveSmallIntegerField()
    since = models.DateField()
    why = models.CharField(max_length=200)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
