"""Of a clock only hints are stored: when to look at a case again. The truth is worked out from the log every time (queries.py).

Beside them what fell due and was noticed, and whose calendar asks us."""

from django.db import models
from django.db.models import PROTECT, Q

from putright.cases.models import Case
from putright.people.models import Handler


class Hint(models.Model):
    """The next due moment of a case as it was at that version of its log; null when nothing is running."""

    case = models.OneToOneField(Case, PROTECT, related_name="+", primary_key=True)
    next_due_at = models.DateTimeField(null=True, blank=True, db_index=True)
    promise = models.CharField(max_length=20, blank=True)
    version = models.PositiveIntegerField()
    look_at = models.DateTimeField(null=True, blank=True)  # when the sweep has something to notice next

    class Meta:
        indexes = [models.Index(fields=["look_at", "case"], name="clocks_to_notice", condition=Q(look_at__isnull=False))]


class Notice(models.Model):
    """That a promise was about to fall due, or was missed: noticed once, in order. Late where the worker was away."""

    case = models.ForeignKey(Case, PROTECT, related_name="+")
    promise = models.CharField(max_length=20)
    started_at = models.DateTimeField()
    kind = models.CharField(max_length=6)  # soon, missed
    fell_at = models.DateTimeField()
    noticed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "promise", "started_at", "kind", "fell_at"], name="clocks_noticed_once")
        ]
        indexes = [models.Index(fields=["kind", "-fell_at"], name="clocks_notices_newest")]


class Feed(models.Model):
    """The secret address of one person's calendar: only its digest is kept. A new one ends the old."""

    handler = models.OneToOneField(Handler, PROTECT, related_name="+", primary_key=True)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
