"""What was found and what was decided. A decision is never edited: a later one supersedes it."""

from django.db import models
from django.db.models import PROTECT, Q

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

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="triage_decision_number"),
            models.CheckConstraint(
                condition=Q(differs=False) | ~Q(because=""), name="triage_differing_needs_a_reason"
            ),
        ]


class Answers(models.Model):
    """The facts gathered so far, before anybody decides. One row a case; not a record, a worksheet."""

    case = models.OneToOneField(Case, PROTECT, related_name="+", primary_key=True)
    facts = models.JSONField(default=dict)
    clear_at = models.DateTimeField(null=True)  # when a duty to refer to the IOPC first became clear; null while it is not
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Handler, PROTECT, related_name="+")
