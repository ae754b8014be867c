"""Services the office names, how many promises were kept as the public sees them, and how far people came with the form."""

from django.db import models
from django.db.models import PROTECT

from putright.people.models import Handler


class Service(models.Model):
    """A service or another body. A changed row is an ended one and a new one. With a `key` it stands for one that came with
    Putright: while there is any row of that key, the one that came is not shown."""

    key = models.SlugField(max_length=40, blank=True)
    need = models.CharField(max_length=10)  # directory.NEEDS
    name_en = models.CharField(max_length=120)
    name_cy = models.CharField(max_length=120)
    helps_en = models.CharField(max_length=300)
    helps_cy = models.CharField(max_length=300)
    phone = models.CharField(max_length=30, blank=True)
    phone_cy = models.CharField(max_length=30, blank=True)
    website = models.CharField(max_length=120, blank=True)
    checked_on = models.DateField()  # the day somebody here last looked whether it is right
    since = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")


class Counted(models.Model):
    """How a promise was kept in the three months from `month`, counted by the rounds: the public's page counts nothing."""

    month = models.DateField()  # its first day
    promise = models.CharField(max_length=20)
    kept = models.PositiveIntegerField()
    missed = models.PositiveIntegerField()
    counted_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["month", "promise"], name="portal_counted_once")]


class Begun(models.Model):
    """How many of the public forms begun in a month ended on a page, or were sent. No form, and nobody, can be told from it."""

    month = models.DateField()  # its first day
    language = models.CharField(max_length=2)  # of the last page they answered
    ended = models.CharField(max_length=30)  # the last page answered, as contacts.channels.web.questions calls it; or begun.SENT
    number = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["month", "language", "ended"], name="portal_begun_once")]
