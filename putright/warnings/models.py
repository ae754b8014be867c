"""What was decided about warnings. The warnings themselves are worked out whenever they are shown."""

from django.db import models
from django.db.models import PROTECT, Q

from putright.people.models import Handler


class Dismissed(models.Model):
    """A warning that somebody set aside, and why. `code` is a reason's, or a team's key."""

    which = models.CharField(max_length=10)  # rules.WHICH
    code = models.CharField(max_length=60)
    begins = models.DateField()  # the month that stood out
    why = models.CharField(max_length=500)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["which", "code", "begins"], name="warnings_set_aside_once"),
            models.CheckConstraint(condition=~Q(why=""), name="warnings_set_aside_with_a_reason"),
        ]
