"""What was written down for the return alone, returns as they were frozen, who signed, and what was published back."""

from django.db import models
from django.db.models import PROTECT, Q

from putright.cases.models import Case
from putright.people.models import Handler


class Filled(models.Model):
    """One field of one case, as somebody wrote it down. The newest counts. Append-only by database trigger."""

    case = models.ForeignKey(Case, PROTECT, related_name="+")
    field = models.CharField(max_length=30)  # a code of fields.FIELDS
    value = models.CharField(max_length=200, blank=True)
    why_not = models.CharField(max_length=200, blank=True)  # why it does not apply to this case
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["case", "field"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(value="") & ~Q(why_not="") | ~Q(value="") & Q(why_not=""), name="national_one_or_the_other"
            )
        ]


class Return(models.Model):
    """The rows of one quarter as they were when somebody prepared them. Append-only by database trigger."""

    year = models.PositiveSmallIntegerField()  # the financial year begins in April of this year
    quarter = models.PositiveSmallIntegerField()  # 1: April to June
    rows = models.JSONField()  # {"cases": [...], "allegations": [...], "recalled": [...]}
    fingerprint = models.CharField(max_length=64)  # SHA-256 of the rows
    missing = models.PositiveIntegerField()  # fields of cases that were still missing
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Signature(models.Model):
    """That a second person stands by a return. Append-only by database trigger."""

    made_for = models.OneToOneField(Return, PROTECT, related_name="signature")
    missing_why = models.CharField(max_length=500, blank=True)  # why it is signed though fields are missing
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class PublishedBack(models.Model):
    """Figures somebody else published about a quarter, as read from their table. Append-only by database trigger."""

    made_for = models.ForeignKey(Return, PROTECT, related_name="+")
    source = models.CharField(max_length=200)
    figures = models.JSONField()  # our code of a measure -> their figure, as text
    unread = models.JSONField(default=list)  # what their table calls a figure we do not have
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Sourced(models.Model):
    """Where a code or field that was known from memory has been read. The newest counts; an empty source takes it back.
    Append-only by database trigger."""

    which = models.CharField(max_length=20)  # field, or a code list
    code = models.CharField(max_length=60)
    source = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["which", "code"], name="national_newest_source")]
