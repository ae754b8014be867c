"""What was decided about warnings. The warnings themselves are worked out whenever they are shown."""

from django.db import models
from django.db.models import PROTECT, Q

from putright.people.models import Handler


class Dismissed(models.Model):
    """A warning that somebody set aside, and why, or made into something. `code` is a reason's, or a team's key."""

    which = models.CharField(max_length=10)  # rules.WHICH
    code = models.CharField(max_length=60)
    begins = models.DateField()  # the month that stood out
    why = models.CharField(max_length=500)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    into = models.CharField(max_length=40, blank=True)  # what it became in a later room, as kind:number; empty when set aside

    @property
    def address(self) -> str:
        """The page of what it became, without language: each later room has its own kind."""
        kind, _colon, number = self.into.partition(":")
        return f"staff/{kind}/{number}/" if number else ""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["which", "code", "begins"], name="warnings_set_aside_once"),
            models.CheckConstraint(condition=~Q(why=""), name="warnings_set_aside_with_a_reason"),
        ]


class Annotation(models.Model):
    """A day on which something changed, drawn on one series, or on all where `which` is empty. `key` is its source's."""

    which = models.CharField(max_length=10, blank=True)
    code = models.CharField(max_length=60, blank=True)
    on = models.DateField()
    label = models.CharField(max_length=120)
    key = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["key"], condition=~Q(key="") & Q(ended_at=None), name="warnings_one_mark_a_source"
            )
        ]
        indexes = [models.Index(fields=["which", "code"])]
