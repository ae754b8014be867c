"""What started a clock, what was published, the statement with who signed it, and what was read in the Order. All of it only
grows."""

from django.db import models
from django.db.models import PROTECT, Q

from putright.people.models import Handler


class Occasion(models.Model):
    """One clock of a duty. Append-only by database trigger. Nobody started it where a period ended by itself."""

    duty = models.CharField(max_length=20)  # a key of duties.toml
    period = models.CharField(max_length=60)  # 2026/3, 2026, or what it was of in somebody's words
    began_on = models.DateField()
    due_on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["duty", "period"], name="diary_once_a_period")]
        indexes = [models.Index(fields=["due_on"], name="diary_by_day")]


class Statement(models.Model):
    """What somebody wrote of a year's complaints handling. The newest counts. Append-only by database trigger."""

    occasion = models.ForeignKey(Occasion, PROTECT, related_name="+")
    texts = models.JSONField()  # language -> rules.PARTS
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Signed(models.Model):
    """That a second person stands by it. Append-only by database trigger."""

    statement = models.OneToOneField(Statement, PROTECT, related_name="signed")
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Published(models.Model):
    """That it was published, on which day and where. Append-only by database trigger."""

    occasion = models.OneToOneField(Occasion, PROTECT, related_name="published")
    on = models.DateField()
    address = models.CharField(max_length=300, blank=True)  # empty: a page of ours, made of `page`
    page = models.JSONField(default=dict)  # frozen: texts, figures, source
    late_why = models.JSONField(default=dict)  # language -> why; empty where it was in time
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class InTheOrder(models.Model):
    """How long a duty has, as somebody read it in the Order. The newest for a day holds. Append-only by database trigger."""

    duty = models.CharField(max_length=20)
    months = models.PositiveSmallIntegerField()
    cite = models.CharField(max_length=200)  # the provision
    source = models.CharField(max_length=300)  # where it was read
    since = models.DateField()  # for clocks that begin on that day or later
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(months__gte=1) & ~Q(source=""), name="diary_read_somewhere")]
