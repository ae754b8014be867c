"""The register of improvements, and the steps each went through. Steps are append-only by database trigger."""

from datetime import date

from django.db import models
from django.db.models import PROTECT, Q

from putright.people.models import Handler

from . import rules


class Improvement(models.Model):
    """One line of the rolling programme. `which` and `code` are a series of the room `warnings`,
    or measure and its key; empty when nothing counts it."""

    title = models.CharField(max_length=120)
    words = models.TextField(blank=True)  # what is to change
    kind = models.CharField(max_length=60)  # a code of the list of kinds of improvement
    cause = models.CharField(max_length=60, blank=True)  # a code of the list of causes
    owner = models.ForeignKey(Handler, PROTECT, related_name="+")
    due_on = models.DateField()
    status = models.CharField(max_length=10)  # rules.STATUSES
    benefit = models.TextField(blank=True)  # what is hoped for, in words
    which = models.CharField(max_length=10, blank=True)
    code = models.CharField(max_length=60, blank=True)
    hoped = models.SmallIntegerField(null=True, blank=True)  # per cent more; below nought: fewer
    changed_on = models.DateField(null=True, blank=True)
    from_kind = models.CharField(max_length=15, blank=True)  # rules.FROM
    from_ref = models.CharField(max_length=100, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="improvements_has_a_title"),
            models.CheckConstraint(
                condition=~Q(status=rules.MADE) | Q(changed_on__isnull=False), name="improvements_made_on_a_day"
            ),
        ]
        indexes = [models.Index(fields=["status", "due_on"])]

    def is_late(self, on: date) -> bool:
        return self.status in (rules.PLANNED, rules.DOING) and self.due_on < on

    @property
    def key(self) -> str:
        return f"improvements:{self.pk}"


class Step(models.Model):
    """How it stood from then on, what happened, and what was measured that day when it was closed."""

    improvement = models.ForeignKey(Improvement, PROTECT, related_name="steps")
    status = models.CharField(max_length=10)
    owner = models.ForeignKey(Handler, PROTECT, related_name="+")
    due_on = models.DateField()
    changed_on = models.DateField(null=True, blank=True)
    words = models.TextField(blank=True)  # empty: what is written about it was changed
    measured = models.JSONField(null=True, blank=True)  # rules.kept
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
