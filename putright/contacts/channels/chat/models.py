"""Conversations as they happen. Every word acknowledged to either side is a row here before it is acknowledged."""

from django.db import models
from django.db.models import PROTECT, Q

from putright.contacts.models import Contact
from putright.people.models import Handler

from .rules import USUAL

WAITING, LIVE, ENDED = "waiting", "live", "ended"
VISITOR, HANDLER, HOUSE = "visitor", "handler", "house"


class Chat(models.Model):
    """One conversation. `key` becomes the contact's. The visitor's secret is with the visitor; we keep its digest.

    `seq` numbers its lines; it is raised only while the row is held, so line n is never seen before line n - 1."""

    key = models.UUIDField(unique=True)
    secret_digest = models.CharField(max_length=64, unique=True)
    language = models.CharField(max_length=2)
    name = models.CharField(max_length=200, blank=True)
    email = models.CharField(max_length=254, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    about = models.TextField()
    at_risk = models.BooleanField(default=False)
    address_digest = models.CharField(max_length=64, blank=True)  # whose flood it would be; emptied when it is filed
    state = models.CharField(max_length=10, default=WAITING)
    handler = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    offered_to = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    seq = models.PositiveIntegerField(default=0)
    unanswered = models.PositiveIntegerField(default=0)  # what the visitor wrote since the handler last did
    place_at_start = models.PositiveIntegerField(default=1)
    started_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True, blank=True)
    spoken_at = models.DateTimeField()
    visitor_seen_at = models.DateTimeField()
    visitor_typing_at = models.DateTimeField(null=True, blank=True)
    handler_typing_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=10, blank=True)  # visitor, handler, silence; message: left while nobody was here
    contact = models.ForeignKey(Contact, PROTECT, null=True, blank=True, related_name="+")
    cleared_at = models.DateTimeField(null=True, blank=True)  # the handler has finished with it

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(state=LIVE) | Q(handler__isnull=False), name="chat_live_has_a_handler"),
            models.CheckConstraint(
                condition=~Q(state=ENDED) | Q(contact__isnull=False, ended_at__isnull=False), name="chat_ended_is_filed"
            ),
        ]
        indexes = [
            models.Index(fields=["started_at"], condition=~Q(state=ENDED), name="chat_open"),
            models.Index(fields=["handler"], condition=Q(cleared_at=None), name="chat_on_a_desk"),
            models.Index(fields=["taken_at"], name="chat_taken"),
        ]


class Line(models.Model):
    """One thing said or done in a chat. `key` is the sender's: the same key again is the same line."""

    chat = models.ForeignKey(Chat, PROTECT, related_name="+")
    seq = models.PositiveIntegerField()
    at = models.DateTimeField()
    side = models.CharField(max_length=10)
    kind = models.CharField(max_length=10)  # said, taken, offered, returned, ended
    by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    words = models.TextField(blank=True)
    key = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["chat", "seq"], name="chat_line_in_order"),
            models.UniqueConstraint(fields=["chat", "key"], name="chat_line_said_once"),
        ]


class Taking(models.Model):
    """Whether a handler takes chats now, how many at once, and when their chats page was last open."""

    handler = models.OneToOneField(Handler, PROTECT, related_name="+")
    takes = models.BooleanField(default=False)
    most = models.PositiveSmallIntegerField(default=USUAL)
    seen_at = models.DateTimeField()


class Phrase(models.Model):
    """A sentence handlers send often, in both languages: a chat in Welsh must never be answered in English for want of one."""

    words_en = models.TextField()
    words_cy = models.TextField()
    changed_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    changed_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    def said(self, language: str) -> str:
        return self.words_cy if language == "cy" else self.words_en
