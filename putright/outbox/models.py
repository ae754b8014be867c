"""What became of letters after they were written: with GOV.UK Notify, come back, and printed in batches."""

from django.db import models
from django.db.models import PROTECT

from putright.contacts.channels.email.models import Bounce
from putright.letters.models import Letter
from putright.people.models import Handler


class Notified(models.Model):
    """A letter offered to GOV.UK Notify. The row is there before the offer, so that it is looked for before a second one."""

    letter = models.OneToOneField(Letter, PROTECT, related_name="+")
    reference = models.CharField(max_length=120, unique=True)  # ours
    offered_at = models.DateTimeField()  # first
    number = models.CharField(max_length=60, blank=True)  # theirs; empty until they took it
    status = models.CharField(max_length=40, blank=True)  # their word
    look_at = models.DateTimeField(null=True, blank=True, db_index=True)  # when to ask again; empty: never


class Returned(models.Model):
    """A letter that did not reach them. Also, without a letter, a bounce that is of none of ours: looked at and done."""

    letter = models.ForeignKey(Letter, PROTECT, null=True, blank=True, related_name="+")
    bounce = models.OneToOneField(Bounce, PROTECT, null=True, blank=True, related_name="+")
    how = models.CharField(max_length=40)  # a code of words.RETURNED
    said = models.TextField(blank=True)  # what the mail server or the service said
    at = models.DateTimeField()
    seen_to_at = models.DateTimeField(null=True, blank=True)  # somebody did something about it

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["letter"], condition=models.Q(letter__isnull=False), name="outbox_back_once"
            )
        ]
        indexes = [models.Index(fields=["seen_to_at", "at"])]


class Batch(models.Model):
    """Letters printed together. Large print is never in one batch with the rest: it needs other settings and envelopes."""

    large = models.BooleanField(default=False)
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()
    printed_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    printed_at = models.DateTimeField(null=True, blank=True)


class TextTemplate(models.Model):
    """Which template of the office at GOV.UK Notify texts go by, from a day. Append-only: the newest row that has begun holds; an
    empty number means that no texts are sent from then."""

    number = models.CharField(max_length=36, blank=True)
    since = models.DateField()
    why = models.CharField(max_length=200)
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()


class InBatch(models.Model):
    """A letter's place in a batch. `left_out`: it was not printed and waits again."""

    batch = models.ForeignKey(Batch, PROTECT, related_name="places")
    letter = models.ForeignKey(Letter, PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField()
    left_out = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["batch", "place"], name="outbox_place_once"),
            models.UniqueConstraint(
                fields=["letter"], condition=models.Q(left_out=False), name="outbox_letter_in_one_batch"
            ),
        ]
