"""What the exchange said, kept as it was said; and what we make of it, which can always be made again."""

from django.db import models
from django.db.models import PROTECT, Q

from putright.contacts.models import Contact
from putright.people.models import Handler


class Exchange(models.Model):
    """A telephone exchange that may tell us of calls."""

    slug = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=200)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Handler, PROTECT, null=True, related_name="+")


class Secret(models.Model):
    """One of an exchange's secrets. Only its salt is kept: the secret is worked out from that and the installation's own
    key (`signing.secret_of`), so a stolen copy of the database signs nothing. Two at once while an exchange is changed."""

    exchange = models.ForeignKey(Exchange, PROTECT, related_name="+")
    salt = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Handler, PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Handler, PROTECT, null=True, related_name="+")


class Extension(models.Model):
    """Whose telephone rings at that extension, from one moment until another."""

    exchange = models.ForeignKey(Exchange, PROTECT, related_name="+")
    number = models.CharField(max_length=20)
    handler = models.ForeignKey(Handler, PROTECT, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    by = models.ForeignKey(Handler, PROTECT, null=True, related_name="+")  # who said so

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["exchange", "number"], condition=Q(until=None), name="telephone_one_at_a_time")
        ]


class LogLoad(models.Model):
    """One file of an exchange's log, and how it came out."""

    exchange = models.ForeignKey(Exchange, PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    by = models.ForeignKey(Handler, PROTECT, null=True, related_name="+")
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    rows = models.PositiveIntegerField(default=0)
    kept = models.PositiveIntegerField(default=0)  # events that were new
    known = models.PositiveIntegerField(default=0)  # events that were here already
    wrong = models.PositiveIntegerField(default=0)  # rows listed


class Call(models.Model):
    """One call, worked out from its events by `rules.reckon`; the same events in any order give the same row."""

    exchange = models.ForeignKey(Exchange, PROTECT, related_name="+")
    key = models.CharField(max_length=80)  # the exchange's own number for it
    number = models.CharField(max_length=40, blank=True)
    number_key = models.CharField(max_length=20, blank=True)
    withheld = models.BooleanField(default=False)
    option = models.CharField(max_length=20, blank=True)
    offered_at = models.DateTimeField(null=True)  # None: heard of, but never offered to us
    began_at = models.DateTimeField(null=True)  # when they began to wait for the team; None: never reached it
    half_hour = models.DateTimeField(null=True)  # the half-hour it is counted in
    answered_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    last_at = models.DateTimeField()
    outcome = models.CharField(max_length=12)  # rules.OUTCOMES
    wait = models.PositiveIntegerField(null=True)  # seconds; until answered or given up
    talk = models.PositiveIntegerField(null=True)
    extension = models.CharField(max_length=20, blank=True)  # the last that answered
    transferred_in = models.CharField(max_length=80, blank=True)  # from whom
    transferred_out = models.CharField(max_length=80, blank=True)  # to whom
    doubts = models.BooleanField(default=False)  # its events contradict each other
    # Not from the exchange: whose extension that was, and when what was said had been written down.
    handler = models.ForeignKey(Handler, PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField(null=True)
    wrap_up = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["exchange", "key"], name="telephone_one_call")]
        indexes = [
            models.Index(fields=["half_hour", "option"]),
            models.Index(fields=["outcome", "last_at"]),
            models.Index(fields=["handler", "last_at"]),
        ]


class CallEvent(models.Model):
    """One thing an exchange said of a call, once, however often it was said."""

    call = models.ForeignKey(Call, PROTECT, related_name="+")
    digest = models.CharField(max_length=64)  # of all that follows: the same said twice is one
    what = models.CharField(max_length=16)
    at = models.DateTimeField()
    number = models.CharField(max_length=40, blank=True)
    withheld = models.BooleanField(default=False)
    option = models.CharField(max_length=20, blank=True)
    extension = models.CharField(max_length=20, blank=True)
    other = models.CharField(max_length=80, blank=True)  # a transfer: from or to whom
    heard_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["call", "digest"], name="telephone_said_once")]


class Unread(models.Model):
    """Something an exchange sent that could not be taken, whole, with the reason. Nothing that was signed is dropped."""

    exchange = models.ForeignKey(Exchange, PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    words = models.TextField()
    reason = models.CharField(max_length=20)  # reading.REASONS
    heard_at = models.DateTimeField()
    load = models.ForeignKey(LogLoad, PROTECT, null=True, related_name="+")
    row = models.PositiveIntegerField(null=True)
    looked_at = models.DateTimeField(null=True)
    looked_by = models.ForeignKey(Handler, PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["exchange", "digest"], name="telephone_unread_once")]
        indexes = [models.Index(fields=["looked_at", "id"])]


class Written(models.Model):
    """A contact written down from a call. One call may become several contacts."""

    call = models.ForeignKey(Call, PROTECT, related_name="+")
    contact = models.OneToOneField(Contact, PROTECT, related_name="+")
    at = models.DateTimeField()


class Yardstick(models.Model):
    """What answering in time means, from a day on: so many per cent within so many seconds. One given up sooner than
    `short` seconds is not counted as abandoned."""

    since = models.DateField(unique=True)
    seconds = models.PositiveSmallIntegerField()
    percent = models.PositiveSmallIntegerField()
    short = models.PositiveSmallIntegerField()
    made_at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
