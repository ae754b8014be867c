"""Campaigns, who is on their lists, filters that are kept, and results another body gave us."""

from django.db import models
from django.db.models import PROTECT

from putright.cases.models import Case
from putright.invited.models import Invite
from putright.people.models import Handler, Person
from putright.questionnaires.models import Survey

from .rules import Days


class Campaign(models.Model):
    """One survey asked of one group, from the draft to the day its list is deleted. Moments are empty until they come."""

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10)  # rules.KINDS
    survey = models.ForeignKey(Survey, PROTECT, null=True, blank=True, related_name="+")  # ours; else theirs, by its links
    theirs_en = models.URLField(max_length=300, blank=True)
    theirs_cy = models.URLField(max_length=300, blank=True)
    body = models.CharField(max_length=120, blank=True)  # for whom we ask, where it is not for ourselves
    subject_en = models.CharField(max_length=120, blank=True)
    subject_cy = models.CharField(max_length=120, blank=True)
    words_en = models.TextField(blank=True)
    words_cy = models.TextField(blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField()
    remind_after = models.PositiveSmallIntegerField(default=14)  # days after it began; 0: never
    delete_after = models.PositiveSmallIntegerField(default=30)  # days after it ended
    made_at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    forward_at = models.DateTimeField(null=True, blank=True)  # put forward to a second person
    forward_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    signed_at = models.DateTimeField(null=True, blank=True)
    signed_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    begun_at = models.DateTimeField(null=True, blank=True)  # everybody was written to
    reminded_at = models.DateTimeField(null=True, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)  # before its end, by a person
    cleared_at = models.DateTimeField(null=True, blank=True)  # its names and addresses are gone

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(signed_by=None) | ~models.Q(signed_by=models.F("forward_by")), name="campaigns_by_two"
            )
        ]

    @property
    def days(self) -> Days:
        return Days(self.starts_on, self.ends_on, self.remind_after, self.delete_after)

    @property
    def is_open(self) -> bool:
        """Whether its words and its list may still be changed."""
        return not (self.forward_at or self.stopped_at or self.cleared_at)


class Entry(models.Model):
    """Somebody on a list. Name, addresses and who they are here go when the campaign is cleared; the group stays."""

    campaign = models.ForeignKey(Campaign, PROTECT, related_name="entries")
    number = models.PositiveIntegerField()  # the place in the list, from 1
    name = models.CharField(max_length=200, blank=True)
    email = models.CharField(max_length=254, blank=True)
    address = models.TextField(blank=True)
    worker = models.CharField(max_length=200, blank=True)  # who hands a child the code
    language = models.CharField(max_length=5)  # en, cy, or cy+en where nobody knows
    district = models.CharField(max_length=40, blank=True)
    group = models.CharField(max_length=40, blank=True)
    way = models.CharField(max_length=5, blank=True)  # rules.WAYS
    why = models.CharField(max_length=12, blank=True)  # why nothing goes to them
    digest = models.CharField(max_length=64, blank=True, db_index=True)  # keyed, of the address: their wish outlives it
    known_by = models.CharField(max_length=64, blank=True, db_index=True)  # keyed, of whom a worker knows
    person = models.ForeignKey(Person, PROTECT, null=True, blank=True, related_name="+")
    case = models.ForeignKey(Case, PROTECT, null=True, blank=True, related_name="+")  # where they were drawn from ours
    invite = models.OneToOneField(Invite, PROTECT, null=True, blank=True, related_name="+")
    sent_at = models.DateTimeField(null=True, blank=True)  # handed to the rounds' post, or their sheet may be printed

    class Meta:
        constraints = [models.UniqueConstraint(fields=["campaign", "number"], name="campaigns_row_once")]


class Filter(models.Model):
    """Which of our own cases to draw from, kept under a name. Append-only by use: the newest of a name holds."""

    name = models.CharField(max_length=120)
    chosen = models.JSONField()  # kind, team, since, until
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Figure(models.Model):
    """How many gave an answer, as another body told us. Counts alone: nobody's row."""

    campaign = models.ForeignKey(Campaign, PROTECT, related_name="figures")
    number = models.PositiveIntegerField()  # the place in the file, which keeps its order
    question = models.CharField(max_length=200)
    answer = models.CharField(max_length=120)
    group = models.CharField(max_length=40, blank=True)
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "question", "answer", "group"], name="campaigns_figure_once")
        ]
