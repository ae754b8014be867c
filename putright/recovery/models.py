"""What was offered, and whether the person was content. Statements made here are inadmissible later, save admissions
on other matters (PRA 2002 Sch 3 para 6(2E)), so they stay with the attempt."""

from django.db import models
from django.db.models import PROTECT

from putright.cases.models import Case
from putright.people.models import Handler

CONTENT = ("yes", "no", "not_known")


class Attempt(models.Model):
    """One try at putting it right."""

    case = models.ForeignKey(Case, PROTECT, related_name="+")
    offer = models.CharField(max_length=20)  # a code of the list of offers on the day of `at`
    words = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    content = models.CharField(max_length=10, default="not_known", choices=[(c, c) for c in CONTENT])
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True)
