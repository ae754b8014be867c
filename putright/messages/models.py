"""Messages, and what became of each."""

from django.db import models
from django.db.models import PROTECT, Q

from putright.contacts.channels.email.models import Bounce
from putright.people.models import Handler

from .rules import WAITING


class Message(models.Model):
    """One e-mail to one address. `room` and `key` say whose it is and what about, once; `number` never changes."""

    room = models.CharField(max_length=40)
    key = models.CharField(max_length=100)
    language = models.CharField(max_length=2)
    to = models.CharField(max_length=254, blank=True)  # empty: blanked
    subject = models.CharField(max_length=200, blank=True)
    words = models.TextField(blank=True)  # paragraphs; empty: made as it goes, or blanked
    stop = models.CharField(max_length=300, blank=True)  # where they say: do not write again
    number = models.CharField(max_length=80, unique=True)  # of the Message-ID, as a bounce is kept under
    domain = models.CharField(max_length=200)
    many = models.BooleanField(default=False)  # of a mass mailing: behind everything else
    made_at = models.DateTimeField()
    goes_at = models.DateTimeField()  # not before
    state = models.CharField(max_length=10, default=WAITING)  # rules.STATES
    state_at = models.DateTimeField()  # since when
    trouble = models.TextField(blank=True)
    again = models.PositiveSmallIntegerField(default=0)  # how often a person asked for it to be offered again
    settled_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")  # empty: the mail server
    bounce = models.ForeignKey(Bounce, PROTECT, null=True, blank=True, related_name="+")  # the newest that we looked at

    class Meta:
        constraints = [models.UniqueConstraint(fields=["room", "key"], name="messages_once")]
        indexes = [
            models.Index(fields=["state", "many", "goes_at"]),
            models.Index(fields=["state_at"], condition=~Q(to=""), name="messages_to_blank"),
        ]

    @property
    def message_id(self) -> str:
        return f"<{self.number}@{self.domain}>"
