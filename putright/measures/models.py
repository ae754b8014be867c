"""What figures are set beside. Nothing is rewritten."""

from django.db import models
from django.db.models import PROTECT, Q

from putright.people.models import Handler

from . import words


class Line(models.Model):
    """One figure to set beside a measure, from a day on. The newest of its figure and whose holds. Append-only by trigger.

    No `value`: from that day on there is none. `way`: whether the office wants at most or at least that."""

    figure = models.CharField(max_length=40)  # a measure, a figure worked out from them, or words.EMPLOYEES
    whose = models.CharField(max_length=9)  # words.WHOSE
    value = models.DecimalField(max_digits=14, decimal_places=4, null=True)
    way = models.CharField(max_length=5, blank=True)  # words.WAYS, of a target only
    since = models.DateField()
    source = models.CharField(max_length=300, blank=True)
    why = models.CharField(max_length=300)
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(why=""), name="measures_line_says_why"),
            models.CheckConstraint(
                condition=Q(value=None) | ~Q(whose=words.OURS) | ~Q(way=""), name="measures_target_has_a_way"
            ),
        ]
        indexes = [models.Index(fields=["figure", "whose", "since"])]


class Table(models.Model):
    """What every force has of one figure in one period, as somebody published it. The newest of its figure and last day holds.
    Append-only by trigger."""

    figure = models.CharField(max_length=40)
    period = models.CharField(max_length=40)  # as the table calls it: 2017/18
    until = models.DateField()  # the last day it counts
    rows = models.JSONField()  # [name, figure as text], as they were pasted
    ours = models.CharField(max_length=100)  # what our force is called there
    source = models.CharField(max_length=300)
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(source="") & ~Q(ours=""), name="measures_table_has_a_source"),
        ]
        indexes = [models.Index(fields=["figure", "until"], name="measures_newest_table")]
