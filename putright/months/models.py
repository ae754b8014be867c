"""Frozen reports, what was written in them, who signed, which boards have them."""

from django.db import models
from django.db.models import PROTECT

from putright.messages.models import Message
from putright.people.models import Handler


class Report(models.Model):
    """The frozen figures of one period in one layout. Append-only by database trigger: a revision is another row."""

    layout = models.SlugField(max_length=40)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()  # the first month
    length = models.PositiveSmallIntegerField()  # months: 1, 3 or 12
    revision = models.PositiveSmallIntegerField(default=1)
    revises = models.OneToOneField("self", PROTECT, null=True, blank=True, related_name="+")
    why = models.TextField(blank=True)  # of a revision
    figures = models.JSONField()  # freezing.frozen
    fingerprint = models.CharField(max_length=64)  # SHA-256 of the figures
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, null=True, related_name="+")  # empty: the rounds, the day after the period

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["layout", "year", "number", "length", "revision"], name="months_revision_once"
            )
        ]


class Words(models.Model):
    """What was written in one part of a report. Append-only: the newest of a part holds, and none is lost."""

    report = models.ForeignKey(Report, PROTECT, related_name="words")
    part = models.SlugField(max_length=40)
    en = models.TextField(blank=True)
    cy = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, null=True, related_name="+")  # empty: drafted from what was done, read by nobody


class Signed(models.Model):
    """The second person's signature. Append-only: what was signed is never unsigned, only revised."""

    report = models.OneToOneField(Report, PROTECT, related_name="signed")
    fingerprint = models.CharField(max_length=64)  # SHA-256 of the figures and the words together
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Change(models.Model):
    """Something that happened on a day and may explain a figure. Append-only."""

    on = models.DateField(db_index=True)
    en = models.CharField(max_length=300)
    cy = models.CharField(max_length=300)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Board(models.Model):
    """Who has a report sent to them, and when. Ended, never removed."""

    name_en = models.CharField(max_length=120)
    name_cy = models.CharField(max_length=120)
    layout = models.SlugField(max_length=40)
    length = models.PositiveSmallIntegerField(default=1)  # months
    begins = models.PositiveSmallIntegerField(default=4)  # the first month of its year, where it has one of a year
    addresses = models.TextField()  # one a line
    day = models.PositiveSmallIntegerField()  # of the month after the period; a report signed later goes at once
    language = models.CharField(max_length=2)
    encloses = models.BooleanField()  # the PDF; otherwise a link
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")


class Sending(models.Model):
    """One report to one address of one board. What became of it: `mail`."""

    report = models.ForeignKey(Report, PROTECT, related_name="sendings")
    board = models.ForeignKey(Board, PROTECT, related_name="+")
    address = models.EmailField()
    begun_at = models.DateTimeField()
    mail = models.OneToOneField(Message, PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "board", "address"], name="months_sent_once")]
