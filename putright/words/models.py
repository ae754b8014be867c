"""The words of letters, pages and paragraphs as an office changed them. Every table is append-only by database trigger."""

from django.db import models
from django.db.models import PROTECT, Q

from putright.people.models import Handler


class Version(models.Model):
    """Both languages of one subject as somebody wrote them. In force only when another person has signed it off."""

    subject = models.CharField(max_length=80)
    number = models.PositiveIntegerField()  # counted for each subject; 0 is what came with the system
    en = models.TextField(blank=True)
    cy = models.TextField(blank=True)
    since = models.DateField()  # from which day it is wanted
    why = models.CharField(max_length=200)
    undoes = models.PositiveIntegerField(null=True, blank=True)  # the number of the version whose words it takes up again
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subject", "number"], name="words_a_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="words_nought_is_shipped"),
        ]


class SignOff(models.Model):
    """A second person's leave. `since`: the first day it is in force, never before the day of the leave."""

    version = models.OneToOneField(Version, PROTECT, related_name="signed")
    subject = models.CharField(max_length=80)  # as the version's, so that one question finds what is in force
    since = models.DateField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["subject", "since"])]


class Checked(models.Model):
    """Somebody who knows both languages read this Welsh against this English. Other words on either side: not checked."""

    subject = models.CharField(max_length=80)
    english = models.CharField(max_length=16)  # digests
    welsh = models.CharField(max_length=16)
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subject", "english", "welsh"], name="words_checked_once"),
        ]
