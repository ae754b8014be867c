"""What the figures of cost and worth rest on, what was counted before and after, and what was promised and delivered."""

from django.db import models
from django.db.models import PROTECT

from putright.people.models import Handler


class Rate(models.Model):
    """One figure of one year. The newest of its kind, rank and year holds. Append-only by database trigger."""

    kind = models.CharField(max_length=9)  # words.KINDS
    rank = models.CharField(max_length=14, blank=True)  # of an officer's hour: words.RANKS
    year = models.PositiveSmallIntegerField()  # in whose April the financial year begins
    amount = models.DecimalField(max_digits=14, decimal_places=4)  # pounds, or minutes
    source = models.CharField(max_length=300, blank=True)  # empty: nobody could say where it comes from, and the page says so
    leaves_out = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()


class Measured(models.Model):
    """What was counted over some months, before or after something changed. Append-only by database trigger."""

    name = models.CharField(max_length=100)
    since = models.DateField()
    months = models.PositiveSmallIntegerField()
    contacts = models.PositiveIntegerField()
    settled = models.PositiveIntegerField()
    staff = models.PositiveSmallIntegerField(null=True)
    source = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()


class Benefit(models.Model):
    """Something the service was to bring: who answers for it and what would show it. Append-only by database trigger."""

    what = models.CharField(max_length=300)
    measure = models.CharField(max_length=300)
    owner = models.ForeignKey(Handler, PROTECT, related_name="+")
    due = models.DateField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()


class Delivered(models.Model):
    """A benefit that came, and what shows it. Append-only by database trigger."""

    benefit = models.OneToOneField(Benefit, PROTECT, related_name="delivered")
    on = models.DateField()
    evidence = models.TextField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()
