"""A counter that is open, and what was told at it."""

from django.db import models
from django.db.models import PROTECT

from putright.contacts.models import Contact
from putright.people.models import Handler


class Counter(models.Model):
    """One screen at one station. Reached by a code only that screen has; we keep its digest."""

    station = models.CharField(max_length=100)
    opened_by = models.ForeignKey(Handler, PROTECT, related_name="+")
    code_digest = models.CharField(max_length=64, unique=True)
    opened_at = models.DateTimeField()
    ends_at = models.DateTimeField(db_index=True)
    closed_at = models.DateTimeField(null=True, blank=True)


class Told(models.Model):
    """Which counter a contact was told at, and so at which station."""

    contact = models.OneToOneField(Contact, PROTECT, related_name="+")
    counter = models.ForeignKey(Counter, PROTECT, related_name="told")
