"""Messages as they came, where they were seen, what we made of them, and what was done with them."""

from django.db import models
from django.db.models import PROTECT, Q

from putright.cases.models import Case
from putright.contacts.models import Contact
from putright.people.models import Handler

# kept: not read yet. tray: a person decides. landed: it became a contact. noted: on its case, and no contact (a bounce,
# an automatic reply). aside: a person said that it is no contact, and why. copy: the same message by another way.
KEPT, TRAY, LANDED, NOTED, ASIDE, COPY = "kept", "tray", "landed", "noted", "aside", "copy"


class Message(models.Model):
    """The bytes of one message, exactly as they came, stored before anything reads them. A trigger keeps them so."""

    digest = models.CharField(max_length=64, unique=True)  # SHA-256: the same bytes again are the same message
    content = models.BinaryField()
    size = models.PositiveIntegerField()
    whole = models.BooleanField(default=True)  # False: too large to fetch; the whole is in the mailbox's archive folder
    kept_at = models.DateTimeField()


class Arrival(models.Model):
    """One time a message reached us, by the mailbox or by our own mail server, with its envelope where we know it."""

    message = models.ForeignKey(Message, PROTECT, related_name="arrivals")
    way = models.CharField(max_length=4)  # imap, smtp
    box = models.CharField(max_length=200, blank=True)
    validity = models.BigIntegerField(default=0)
    uid = models.BigIntegerField(default=0)
    sender = models.TextField(null=True)  # of the envelope; empty: the null path of bounces; None: not known
    recipients = models.JSONField(default=list)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["box", "validity", "uid"], condition=Q(way="imap"), name="email_fetched_once"),
        ]


class Reading(models.Model):
    """What a message says, as far as it could be read, and where it is now. May be made again from the message."""

    message = models.OneToOneField(Message, PROTECT, related_name="reading")
    state = models.CharField(max_length=10, default=KEPT)
    why = models.CharField(max_length=20, blank=True)  # words.WHY: why a person must decide
    nature = models.CharField(max_length=10, blank=True)  # rules.NATURES
    how = models.CharField(max_length=10, blank=True)  # how it found its case: signed, thread, subject, hand
    verified = models.BooleanField(default=False)  # our own address or thread, and from an address we hold for this case
    sender = models.CharField(max_length=320, blank=True)
    sender_key = models.CharField(max_length=320, blank=True)
    sender_name = models.CharField(max_length=200, blank=True)
    subject = models.CharField(max_length=500, blank=True)
    to = models.JSONField(default=list)
    written = models.CharField(max_length=100, blank=True)  # the date it bears, as it says: anybody can write any date
    language = models.CharField(max_length=2, blank=True)
    words = models.TextField(blank=True)
    quoted = models.TextField(blank=True)
    html = models.TextField(blank=True)  # made safe: layout.safe
    flags = models.JSONField(default=list)  # words.FLAGS
    twin = models.CharField(max_length=64, blank=True, db_index=True)  # the same message by another way has the same
    crowd = models.CharField(max_length=320, blank=True)  # what waits from one sender is one line of the tray
    case = models.ForeignKey(Case, PROTECT, null=True, blank=True, related_name="+")  # its case, or the one it speaks of
    contact = models.ForeignKey(Contact, PROTECT, null=True, blank=True, related_name="+")
    came_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    hidden_from = models.ManyToManyField(Handler, related_name="+")  # it names them: they may be complained of

    class Meta:
        indexes = [
            models.Index(fields=["state", "message"]),
            models.Index(fields=["sender_key", "came_at"]),
            models.Index(fields=["crowd", "state"]),
        ]


class Enclosure(models.Model):
    """One file that came with a message. Its bytes are in the message; in a case they are a document too."""

    reading = models.ForeignKey(Reading, PROTECT, related_name="enclosures")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    trouble = models.CharField(max_length=300, blank=True)  # why it could not be put with the case's documents

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reading", "number"], name="email_enclosure_number")]


class Bounce(models.Model):
    """A letter of ours that came back. `message_id` is the letter's own, for the room that wrote it to ask about."""

    reading = models.ForeignKey(Reading, PROTECT, related_name="bounces")
    message_id = models.CharField(max_length=120, blank=True, db_index=True)
    case = models.ForeignKey(Case, PROTECT, null=True, blank=True, related_name="+")
    recipient = models.CharField(max_length=320, blank=True)
    action = models.CharField(max_length=20, blank=True)  # failed, delayed, ...
    code = models.CharField(max_length=20, blank=True)  # 5.1.1
    words = models.TextField(blank=True)
    at = models.DateTimeField()


class Step(models.Model):
    """What a person did with a message in the tray: looked, put it on a case, set it aside. Never changed."""

    reading = models.ForeignKey(Reading, PROTECT, related_name="steps")
    verb = models.CharField(max_length=20)
    reason = models.CharField(max_length=20, blank=True)  # words.ASIDE
    words = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")


class Box(models.Model):
    """The mailbox we read: how often, when last, and what went wrong."""

    only = models.BooleanField(default=True, unique=True)
    rounds = models.PositiveIntegerField(default=0)
    more = models.BooleanField(default=False)  # the last round left messages behind
    asked_at = models.DateTimeField(null=True, blank=True)
    good_at = models.DateTimeField(null=True, blank=True)  # when it was last read to the end without trouble
    trouble = models.TextField(blank=True)
