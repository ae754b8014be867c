"""What a team said about working here, added up; and whether the office asks at all."""

from django.db import models
from django.db.models import PROTECT, F, Q

from putright.people.models import Handler, Team


class Asking(models.Model):
    """A team is asked once. All that was said stands in this one row, in an order that says nothing of who said what or when:
    no answer has a row, and so no place, number or moment of its own.

    Until it ends: `tallies` question -> mark -> how many, `words` by the alphabet, `taken` the keyed digests of who answered.
    When it ends these three are emptied for good, and `means` (question -> half points, or nothing) and `told` stay."""

    team = models.ForeignKey(Team, PROTECT, related_name="+")
    asked_on = models.DateField()
    closes_on = models.DateField()
    tallies = models.JSONField(default=dict)
    words = models.JSONField(default=list)
    taken = models.JSONField(default=list)
    means = models.JSONField(default=dict)
    told = models.JSONField(default=list)
    ended_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(Handler, PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["team"], condition=Q(ended_at=None), name="valued_one_open_each"),
            models.CheckConstraint(condition=Q(closes_on__gt=F("asked_on")), name="valued_days_in_order"),
            models.CheckConstraint(
                condition=Q(ended_at=None) | (Q(tallies={}) & Q(words=[]) & Q(taken=[])), name="valued_ended_is_forgotten"
            ),
        ]


class Switch(models.Model):
    """From then on the office asks its team, or does not. Append-only: the newest row holds; without one it may ask."""

    on = models.BooleanField()
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
