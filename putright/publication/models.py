"""What was published of a quarter."""

from django.db import models
from django.db.models import PROTECT

from putright.national.models import Return
from putright.people.models import Handler


class Table(models.Model):
    """Allegations of a quarter with every hidden number gone. Append-only by database trigger; one for each quarter."""

    year = models.PositiveSmallIntegerField()  # the financial year begins in April of this year
    quarter = models.PositiveSmallIntegerField()
    made_of = models.ForeignKey(Return, PROTECT, related_name="+")
    rows = (
        models.JSONField()
    )  # [[code, name in English, under, outside, all]]; null: hidden. The last row is the totals
    smallest = models.PositiveSmallIntegerField()
    width = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["year", "quarter"], name="publication_once_a_quarter")]
