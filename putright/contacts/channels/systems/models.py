"""The tokens other systems hold, and what each of them sent."""

from django.db import models
from django.db.models import PROTECT

from putright.contacts.models import Contact
from putright.people.models import Handler


class Token(models.Model):
    """What another system shows to be let in. We keep its digest, who gave it and who ended it: that is its trail."""

    digest = models.CharField(max_length=64, unique=True)
    system = models.CharField(max_length=100)  # its name, as a person would say it
    scopes = models.JSONField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Handler, PROTECT, related_name="+")
    until = models.DateField()  # its last day
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    used_at = models.DateTimeField(null=True, blank=True)
    reads_since = models.DateTimeField(null=True, blank=True)  # the minute being counted
    reads = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.system


class Sending(models.Model):
    """One contact another system sent. The same key is the same sending; of the key and the body only digests are kept."""

    token = models.ForeignKey(Token, PROTECT, related_name="+")
    key_digest = models.CharField(max_length=64)
    body_digest = models.CharField(max_length=64)
    receipt = models.UUIDField(unique=True)  # becomes the contact's key
    secret_digest = models.CharField(max_length=64, unique=True)
    sent_at = models.DateTimeField()
    slow = models.BooleanField(default=False)  # taken in the slow lane
    waiting = models.JSONField(null=True, blank=True)  # what was sent, until it is a contact
    contact = models.ForeignKey(Contact, PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["token", "key_digest"], name="systems_key_once")]
        indexes = [
            models.Index(fields=["token", "sent_at"]),
            models.Index(fields=["sent_at"], condition=models.Q(contact=None), name="systems_waiting"),
        ]
