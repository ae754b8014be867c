"""The sealed record in three parts, so that each is let go by itself: the record, its words, its source. No case."""

from django.db import models
from django.db.models import PROTECT, Q

from putright.people.models import Handler


class Record(models.Model):
    """What stays: when, who, and what became of it. `digest` proves what was handed over, to whoever holds the pack."""

    key = models.UUIDField(unique=True)  # from the form: a double press is one record
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    threat = models.BooleanField(default=False)  # a threat to life
    source_grade = models.CharField(max_length=4, blank=True)  # codes of the grade lists; emptied with the words
    assessment = models.CharField(max_length=4, blank=True)
    handling = models.CharField(max_length=4, blank=True)
    digest = models.CharField(max_length=64)
    pack_opened_at = models.DateTimeField(null=True, blank=True)
    source_opened_at = models.DateTimeField(null=True, blank=True)
    reference = models.CharField(max_length=60, blank=True)  # the intelligence unit's own
    confirmed_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    purged_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(purged_at=None) | ~Q(reference=""), name="intelligence_gone_only_with_a_receipt"
            ),
        ]
        indexes = [models.Index(fields=["purged_at", "at"])]


class Words(models.Model):
    """The words, until they are handed over. `said` is for the sealed sheet, `sanitised` for the pack."""

    record = models.OneToOneField(Record, PROTECT, related_name="words", primary_key=True)
    said = models.TextField()
    sanitised = models.TextField()
    pack_number = models.CharField(max_length=32)  # goes with the pack; without it the digest tells nobody anything


class Source(models.Model):
    """Who told us, until it is handed over. A table of its own: nothing reads it but `actions.open_source`."""

    record = models.OneToOneField(Record, PROTECT, related_name="source", primary_key=True)
    name = models.CharField(max_length=200, blank=True)
    reach = models.CharField(max_length=300, blank=True)


class KeptFrom(models.Model):
    """For this supervisor this record does not exist."""

    record = models.ForeignKey(Record, PROTECT, related_name="kept_from")
    handler = models.ForeignKey(Handler, PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["record", "handler"], name="intelligence_kept_from_once")]


class Keeper(models.Model):
    """Who may open sealed sheets. Named by another person, and ended; never deleted."""

    handler = models.ForeignKey(Handler, PROTECT, related_name="+")
    named_by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()
    why = models.CharField(max_length=200)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["handler"], condition=Q(ended_at=None), name="intelligence_keeper_once"),
        ]


class Step(models.Model):
    """One line of what was done: taken, each opening with its reason, the receipt, who keeps. Append-only by trigger."""

    record = models.ForeignKey(Record, PROTECT, null=True, blank=True, related_name="+")
    verb = models.CharField(max_length=20)
    why = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    about = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")  # the keeper named or ended
