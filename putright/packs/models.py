"""What a referral says beyond the case; what was sent after; what came in from another office."""

from django.db import models
from django.db.models import PROTECT

from putright.allocation.models import Handover
from putright.cases.models import Case
from putright.people.models import Handler


class Referral(models.Model):
    """What the IOPC asks of a referral and the case itself does not hold: rules.REFERRAL to words."""

    case = models.OneToOneField(Case, PROTECT, related_name="+", primary_key=True)
    answers = models.JSONField(default=dict)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Rest(models.Model):
    """What was missing when a case was handed over, sent after: the whole pack once more, exactly as it went then."""

    handover = models.ForeignKey(Handover, PROTECT, related_name="+")
    parts = models.JSONField()  # what followed, of what was missing: rules.NEEDS
    pack = models.JSONField()
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    receipt_at = models.DateTimeField(null=True, blank=True)
    receipt_from = models.CharField(max_length=200, blank=True)
    their_reference = models.CharField(max_length=60, blank=True)


class TakenIn(models.Model):
    """A pack of another office that became a case here, exactly as it came. The same pack again is the same case."""

    pack_id = models.UUIDField(unique=True)
    case = models.OneToOneField(Case, PROTECT, related_name="+")
    office = models.CharField(max_length=40)
    reference = models.CharField(max_length=60)  # theirs
    pack = models.JSONField()
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
