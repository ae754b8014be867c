"""What was found and what was decided. A decision is never edited: a later one supersedes it."""

from django.db import models
from django.db.models import PROTECT, F, Q

from putright.cases.models import Case
from putright.people.models import Handler

ROUTES = ("outside", "recorded", "not_complaint")


class Decision(models.Model):
    """A person's decision, beside the facts they had and the findings as the law then stood."""

    case = models.ForeignKey(Case, PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    facts = models.JSONField()  # fact -> yes, no, not_known
    findings = models.JSONField()  # question -> the finding as JSON (law.terms.Finding.as_json)
    route = models.CharField(max_length=20, choices=[(r, r) for r in ROUTES])
    must_refer = models.BooleanField(default=False)  # a mandatory referral criterion was met (CMR 2020 reg 4(1))
    authority = models.CharField(max_length=40, blank=True)
    differs = models.BooleanField(default=False)
    because = models.TextField(blank=True)
    reason_recorded = models.CharField(max_length=40, blank=True)
    seconded_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="triage_decision_number"),
            models.CheckConstraint(condition=~Q(seconded_by=F("by")), name="triage_seconded_by_another"),
            models.CheckConstraint(
                condition=Q(differs=False) | ~Q(because=""), name="triage_differing_needs_a_reason"
            ),
        ]


class Proposal(models.Model):
    """A decision against the complainant's protection, put to a second person. Nothing moves until they agree."""

    case = models.ForeignKey(Case, PROTECT, related_name="+")
    route = models.CharField(max_length=20, choices=[(r, r) for r in ROUTES])
    because = models.TextField()
    facts = models.JSONField()  # as they were when it was put: others need another proposal
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    agreed = models.BooleanField(null=True)  # null while open, and where something else overtook it
    second = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(ended_at=None), name="triage_one_open_proposal"),
            models.CheckConstraint(condition=~Q(second=F("by")), name="triage_second_is_another"),
            models.CheckConstraint(condition=~Q(because=""), name="triage_proposal_says_why"),
        ]


class Answers(models.Model):
    """The facts gathered so far, before anybody decides. One row a case; not a record, a worksheet."""

    case = models.OneToOneField(Case, PROTECT, related_name="+", primary_key=True)
    facts = models.JSONField(default=dict)
    once_yes = models.JSONField(default=list)  # every fact that protects them and was ever answered yes
    clear_at = models.DateTimeField(null=True)  # when a duty to refer to the IOPC first became clear; null while it is not
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Handler, PROTECT, related_name="+")
