"""Reviews of decisions not to prosecute, what was confirmed about each, the six recommendations, and the Code on a contact."""

from django.db import models
from django.db.models import PROTECT, Q

from putright.cases.models import Case
from putright.contacts.models import Contact
from putright.letters.models import Letter
from putright.people.models import Handler


class Review(models.Model):
    """One victim's request to have one decision looked at again. `answers` are facts of law.victims: yes, no or not_known."""

    case = models.ForeignKey(Case, PROTECT, related_name="+")
    contact = models.OneToOneField(Contact, PROTECT, null=True, blank=True, related_name="+")  # the one that opened it
    asked_on = models.DateField()
    door = models.CharField(max_length=10)  # the channel it came by
    crime_reference = models.CharField(max_length=60, blank=True)
    decision = models.CharField(max_length=40, blank=True)  # rules.DECISIONS; blank: not known yet
    decided_on = models.DateField(null=True, blank=True)
    told_on = models.DateField(null=True, blank=True)  # when the victim was told of the decision
    decided_by = models.CharField(max_length=200, blank=True)
    decided_rank = models.CharField(max_length=30, blank=True)
    decided_number = models.CharField(max_length=20, blank=True)
    answers = models.JSONField(default=dict)
    opened_at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")  # nobody: the rounds
    taken_on = models.BooleanField(null=True, blank=True)
    taken_why = models.TextField(blank=True)
    taken_at = models.DateTimeField(null=True, blank=True)
    taken_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    reviewer = models.CharField(max_length=200, blank=True)
    reviewer_rank = models.CharField(max_length=30, blank=True)
    reviewer_number = models.CharField(max_length=20, blank=True)
    result = models.CharField(max_length=30, blank=True)  # a code of the list `review-results` on the day of `ended_at`
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    learning = models.TextField(blank=True)
    good_practice = models.TextField(blank=True)
    shared_where = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(ended_at=None), name="victims_one_open_review"),
            models.CheckConstraint(
                condition=Q(ended_at=None, result="") | Q(ended_at__isnull=False) & ~Q(result=""), name="victims_ended_says_how"
            ),
        ]
        indexes = [models.Index(fields=["asked_on"])]


class Longer(models.Model):
    """It takes longer: until when, why, and the letter that told the victim."""

    review = models.ForeignKey(Review, PROTECT, related_name="longer")
    until = models.DateField()
    why = models.TextField()
    letter = models.ForeignKey(Letter, PROTECT, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Confirmed(models.Model):
    """Something that lies in the force's own system, as somebody confirmed it: what, when, who did it, under which number."""

    review = models.ForeignKey(Review, PROTECT, related_name="confirmed")
    what = models.CharField(max_length=20)  # rules.CONFIRMED
    on = models.DateField()
    who = models.CharField(max_length=200)
    where = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Progress(models.Model):
    """How a recommendation stands. Append-only: the newest line of a number is what holds."""

    number = models.PositiveSmallIntegerField()
    owner = models.CharField(max_length=200)
    state = models.CharField(max_length=20)  # rules.STATES
    evidence = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class UnderCode(models.Model):
    """What the Victims' Code makes of one contact: whether they are a victim, their enhanced rights, and which rights."""

    contact = models.OneToOneField(Contact, PROTECT, related_name="+")
    case = models.ForeignKey(Case, PROTECT, related_name="+")
    crime_reference = models.CharField(max_length=60, blank=True)
    victim = models.CharField(max_length=10)  # yes, no, not_known
    enhanced = models.CharField(max_length=10)
    rights = models.JSONField(default=list)  # codes of the list `victims-rights`
    happened = models.CharField(max_length=20, blank=True)  # rules.HAPPENED: what right 6 wants them told of
    happened_on = models.DateField(null=True, blank=True)
    told_on = models.DateField(null=True, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
