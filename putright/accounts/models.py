"""What was asked about a log-in, the links people join by, and the trail of both."""

from django.db import models
from django.db.models import PROTECT, F, Q

from putright.people.models import Handler


class Asked(models.Model):
    """Something to be done to a log-in once a second person agrees. `details` is the account as it would be."""

    kind = models.CharField(max_length=10)  # open, change, link
    handler = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")  # None until it is opened
    details = models.JSONField(default=dict)
    why = models.CharField(max_length=200)
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()
    settled_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True, db_index=True)
    agreed = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(settled_by=None) | ~Q(settled_by=F("by")), name="accounts_two_people"),
        ]


class JoiningLink(models.Model):
    """A way in for one newcomer, once. Only its digest is kept."""

    handler = models.ForeignKey(Handler, PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    until = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)


class Deed(models.Model):
    """One line of an account's history. Append-only by trigger. Of an account not yet opened, `handler` is nobody."""

    handler = models.ForeignKey(Handler, PROTECT, null=True, related_name="+")
    verb = models.CharField(max_length=10)  # asked, declined, opened, changed, linked, joined, left
    facts = models.JSONField(default=dict)
    at = models.DateTimeField()
    asked_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")  # None: on the machine itself
    by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
