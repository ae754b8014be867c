"""Only a hint is stored: when to look at a case again. The truth is worked out from the log every time (queries.py)."""

from django.db import models
from django.db.models import PROTECT

from putright.cases.models import Case


class Hint(models.Model):
    """The next due moment of a case as it was at that version of its log; null when nothing is running."""

    case = models.OneToOneField(Case, PROTECT, related_name="+", primary_key=True)
    next_due_at = models.DateTimeField(null=True, blank=True, db_index=True)
    promise = models.CharField(max_length=20, blank=True)
    version = models.PositiveIntegerField()
