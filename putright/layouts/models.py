"""What the office says of its boards' reports. A version is append-only by database trigger; a draft is not in force."""

from django.db import models
from django.db.models import PROTECT

from putright.people.models import Handler


class Laid(models.Model):
    slug = models.SlugField(max_length=40)
    en = models.CharField(max_length=120)
    cy = models.CharField(max_length=120)
    parts = models.JSONField()  # rules.plain
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")

    class Meta:
        abstract = True


class Draft(Laid):
    """What is being changed. One for a layout; gone once it is in force."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["slug"], name="layouts_one_draft")]


class Version(Laid):
    """How reports drawn up from that day on are laid out. Of one day the newest holds."""

    since = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["slug", "since"])]
