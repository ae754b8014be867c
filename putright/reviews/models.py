"""An application for a review, and everything that came of it."""

from django.db import models
from django.db.models import PROTECT

from putright.cases.models import Case
from putright.contacts.models import Contact
from putright.interested.models import Interested
from putright.people.models import Handler, Team


class Review(models.Model):
    """One application for a review of the outcome of one case. Where it stands: rules.stage."""

    case = models.ForeignKey(Case, PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    contact = models.ForeignKey(Contact, PROTECT, related_name="+")  # how it came, in their words
    held = models.BooleanField(default=True)  # the case was ours before; else its file was opened for the review
    received_on = models.DateField()  # the day it reached us
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    facts = models.JSONField(default=dict)  # rules.Application without the days: codes and answers only
    given_on = models.DateField(null=True, blank=True)  # the day they were told of their right to a review
    wrong_on = models.DateField(null=True, blank=True)  # the day it reached the wrong body, where it did
    sent_on = models.DateField(null=True, blank=True)  # the day that body sent it on
    complained_on = models.DateField(null=True, blank=True)
    decision_of = models.CharField(max_length=200, blank=True)  # the force or body whose decision it is

    extended_at = models.DateTimeField(null=True, blank=True)
    waived = models.JSONField(default=list)  # of rules.PARTICULARS
    admitted = models.CharField(max_length=10, blank=True)  # one of rules.ADMITTED
    admitted_at = models.DateTimeField(null=True, blank=True)
    admitted_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    ground = models.CharField(max_length=12, blank=True)  # one of rules.GROUNDS, when it was refused
    because = models.TextField(blank=True)
    said = models.JSONField(default=dict)  # `because` and `reasons` by the language they were written in, for letters

    outcome = models.CharField(max_length=10, blank=True)  # one of rules.OUTCOMES
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    reasons = models.TextField(blank=True)
    category = models.CharField(max_length=4, blank=True)  # a code of the categories that day: what it was mostly about
    area = models.ForeignKey(Team, PROTECT, null=True, blank=True, related_name="+")

    recommended_at = models.DateTimeField(null=True, blank=True)
    answer_by = models.DateField(null=True, blank=True)  # the last day for the authority to answer
    answered_on = models.DateField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="reviews_number")]
        indexes = [
            models.Index(fields=["received_on", "id"]),
            models.Index(fields=["decided_at"]),
            models.Index(fields=["answer_by", "answered_on"]),
        ]

    def __str__(self) -> str:
        return f"{self.case.reference} ({self.number})"


class Point(models.Model):
    """One thing they say was wrong with the outcome, and whether it was reasonable and proportionate."""

    review = models.ForeignKey(Review, PROTECT, related_name="points")
    number = models.PositiveSmallIntegerField()
    words = models.TextField()
    reasonable = models.CharField(max_length=3)  # yes or no
    reasons = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="reviews_point_number")]


class Recommendation(models.Model):
    """One thing we recommend to the authority, and its answer. We recommend; only the IOPC may require."""

    review = models.ForeignKey(Review, PROTECT, related_name="recommendations")
    way = models.CharField(max_length=20)  # a code of the list `review-ways` on the day of `recommended_at`
    words = models.TextField()
    said = models.JSONField(default=dict)  # `words` and `answer` by the language they were written in, for letters
    accepted = models.CharField(max_length=3, blank=True)  # yes or no
    answer = models.TextField(blank=True)  # the steps, or the reasons for refusing


class Told(models.Model):
    """Somebody was told, or not told and why: of the application (para 25(1C)), or of what was recommended and answered (reg
    30(7))."""

    review = models.ForeignKey(Review, PROTECT, related_name="told")
    what = models.CharField(max_length=6)  # notice or copy
    whom = models.CharField(max_length=12)  # one of rules.WHOM
    interested = models.ForeignKey(Interested, PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=200, blank=True)  # of an interested person, as it was typed before they had a row
    withheld = models.BooleanField(default=False)
    why = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Request(models.Model):
    """What we asked for, of whom, and what came (reg 29(7))."""

    review = models.ForeignKey(Review, PROTECT, related_name="requests")
    of = models.CharField(max_length=12)  # complainant or authority
    words = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    came_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True)
