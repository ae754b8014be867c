"""What a referral says beyond the case; what came in from another office; what another body says it has."""

from django.db import models
from django.db.models import PROTECT

from putright.cases.models import Case
from putright.people.models import Handler


class Referral(models.Model):
    """What the IOPC asks of a referral and the case itself does not hold: rules.REFERRAL to words."""

    case = models.OneToOneField(Case, PROTECT, related_name="+", primary_key=True)
    answers = models.JSONField(default=dict)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class TakenIn(models.Model):
    """A pack of another office that became a case here, exactly as it came. The same pack again is the same case."""

    pack_id = models.UUIDField(unique=True)
    case = models.OneToOneField(Case, PROTECT, related_name="+")
    office = models.CharField(max_length=40)
    reference = models.CharField(max_length=60)  # theirs
    pack = models.JSONField()
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
