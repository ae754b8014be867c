"""Sittings at somebody's own page, what they asked for there, and the other way in: a link and a word they chose."""

from django.db import models
from django.db.models import PROTECT

from putright.cases.models import Event
from putright.passes.models import Pass
from putright.people.models import Handler


class Sitting(models.Model):
    """One visit. The browser has a secret made for it alone; we keep its digest."""

    digest = models.CharField(max_length=64, unique=True)
    held = models.ForeignKey(Pass, PROTECT, related_name="+")
    began_at = models.DateTimeField(db_index=True)
    used_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)


class Ask(models.Model):
    """What somebody asked for on their page, until a handler has dealt with it. Their words are with the event."""

    key = models.UUIDField(unique=True)  # the form's: the same press twice asks once
    held = models.ForeignKey(Pass, PROTECT, related_name="+")
    kind = models.CharField(max_length=10)  # words.ASKS
    event = models.ForeignKey(Event, PROTECT, related_name="+")
    rating = models.CharField(max_length=10, blank=True)  # of feedback
    at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["held", "done_at"])]


class Word(models.Model):
    """The word somebody chose, to open their page with a link. Kept as a password is; `pair` is a keyed digest of the
    reference and the address, so that asking for a link is one look-up whatever was typed."""

    held = models.OneToOneField(Pass, PROTECT, related_name="+")
    kept = models.CharField(max_length=255)
    pair = models.CharField(max_length=64, db_index=True)
    at = models.DateTimeField()


class Link(models.Model):
    """A link somebody asked for. Written down whether or not there is anybody to send it to: the rounds find out."""

    digest = models.CharField(max_length=64, unique=True)
    salt = models.CharField(max_length=32)  # with the server's key the link is made again, to be sent
    pair = models.CharField(max_length=64, db_index=True)
    site = models.CharField(max_length=200)
    language = models.CharField(max_length=2)
    asked_at = models.DateTimeField()
    looked_at = models.DateTimeField(null=True, blank=True)  # by the rounds
    held = models.ForeignKey(Pass, PROTECT, null=True, blank=True, related_name="+")
    wrong = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["asked_at"], condition=models.Q(looked_at=None), name="own_page_links_waiting")]


class Change(models.Model):
    """A new address or number that somebody gave. Until it is checked nothing of ours uses it."""

    held = models.ForeignKey(Pass, PROTECT, related_name="+")
    field = models.CharField(max_length=10)  # email, phone, address
    value = models.TextField()
    before = models.TextField(blank=True)
    salt = models.CharField(max_length=32)
    asked_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, blank=True)  # the code went to the new address or number, if one could
    old_told_at = models.DateTimeField(null=True, blank=True)  # word of it went to where they were reached before
    wrong = models.PositiveSmallIntegerField(default=0)
    done_at = models.DateTimeField(null=True, blank=True)  # in use from then
    ended_at = models.DateTimeField(null=True, blank=True)  # given up, refused, or replaced by a newer one
    seen_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
