"""A week in which the team writes down how its days go, and those days until the week has ended."""

from django.db import models
from django.db.models import PROTECT, Q

from putright.people.models import Handler


class Week(models.Model):
    """Monday to Sunday. `told` is all that stays of it (rules.Told as plain data); empty while it is open."""

    first_day = models.DateField(unique=True)
    headings = models.JSONField()  # rules.Heading as plain data: those in force when it was begun
    open = models.BooleanField(default=True)
    told = models.JSONField(default=dict)
    ended_at = models.DateTimeField(null=True, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["open"], condition=Q(open=True), name="days_one_week_open")]


class Day(models.Model):
    """One person's day. Gone for good once its week has ended."""

    week = models.ForeignKey(Week, PROTECT, related_name="days")
    handler = models.ForeignKey(Handler, PROTECT, related_name="+")
    on = models.DateField()
    minutes = models.JSONField()  # heading -> minutes

    class Meta:
        constraints = [models.UniqueConstraint(fields=["week", "handler", "on"], name="days_once_a_day")]
