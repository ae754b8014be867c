"""What a forum should hear of a case, and what became of it. Both append-only by database trigger."""

from django.db import models
from django.db.models import PROTECT, Q

from putright.cases.models import Case
from putright.people.models import Handler

from . import words


class Concern(models.Model):
    """Words of ours that name nobody. Where the case is walled, so is this."""

    case = models.ForeignKey(Case, PROTECT, related_name="+")
    forum = models.CharField(max_length=30)  # a code of the list of forums on the day of `at`
    words = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["forum", "-id"], name="forums_newest")]


class Step(models.Model):
    """Brought to a meeting on that day, what came back of it, or left out and why. Each of them once."""

    concern = models.ForeignKey(Concern, PROTECT, related_name="steps")
    what = models.CharField(max_length=8, choices=words.STEPS)
    on = models.DateField()
    words = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["concern", "what"], name="forums_each_step_once"),
            models.CheckConstraint(condition=Q(what=words.BROUGHT) | ~Q(words=""), name="forums_said_in_words"),
        ]
