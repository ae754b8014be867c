"""Somebody else who is kept informed of a case."""

from django.db import models
from django.db.models import PROTECT, Q

from putright.cases.models import Case
from putright.people.models import Handler, Person


class Interested(models.Model):
    """A person the law may keep informed, and what ties them to the matter. Written to only while they agree."""

    case = models.ForeignKey(Case, PROTECT, related_name="+")
    person = models.ForeignKey(Person, PROTECT, related_name="+")
    tie = models.CharField(max_length=12)  # rules.TIES
    how = models.CharField(max_length=200)  # in words: “his sister”
    agrees = models.CharField(max_length=9)  # yes, no, not_known: PRA 2002 s.21(3)
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "person"], condition=Q(ended_at=None), name="interested_person_once"),
        ]
