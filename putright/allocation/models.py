"""Who was asked to take it next, and what came back."""

from django.db import models
from django.db.models import PROTECT

from putright.cases.models import Case
from putright.people.models import Handler, Team


class Allocation(models.Model):
    """A supervisor or department asked to put it right outside Schedule 3. We keep watching until they answer."""

    case = models.ForeignKey(Case, PROTECT, related_name="+")
    team = models.ForeignKey(Team, PROTECT, related_name="+")
    to = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    asks = models.CharField(max_length=20, default="other")  # one of rules.ASKS
    why = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    accepted_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    did = models.CharField(max_length=20, blank=True)  # one of rules.DID
    answer = models.TextField(blank=True)
    content = models.CharField(max_length=10, blank=True)  # yes, no, not_known
    ended_at = models.DateTimeField(null=True, blank=True)


class Handover(models.Model):
    """The case passed to the body that must deal with it, with the pack exactly as it went."""

    case = models.ForeignKey(Case, PROTECT, related_name="+")
    body = models.CharField(max_length=20)  # one of rules.BODIES
    because = models.TextField(blank=True)  # why this body, when the facts suggested another
    team = models.ForeignKey(Team, PROTECT, null=True, blank=True, related_name="+")
    pack = models.JSONField()
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    receipt_at = models.DateTimeField(null=True, blank=True)
    receipt_from = models.CharField(max_length=200, blank=True)
    their_reference = models.CharField(max_length=60, blank=True)
    outcome_at = models.DateTimeField(null=True, blank=True)
    outcome = models.TextField(blank=True)


class Arrangement(models.Model):
    """How the office wants cases given, from a day: `what` is one of rules.CHOICES or the code of a kind of contact. Append-only:
    the newest row that has begun holds, and what holds by default needs none."""

    what = models.CharField(max_length=30)
    value = models.CharField(max_length=30, blank=True)  # yes or no for rules.MANAGER; else a code of the list `skills`, or none
    since = models.DateField()
    why = models.CharField(max_length=200)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
