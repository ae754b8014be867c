"""What the office said of its numbers and its people. Rows are added, never changed: the newest of a day holds."""

from django.db import models
from django.db.models import PROTECT, Q

from putright.people.models import Handler


class Assumption(models.Model):
    """One number, from a day on, and why."""

    name = models.CharField(max_length=20)  # assumed.toml
    value = models.DecimalField(max_digits=9, decimal_places=2)
    mark = models.CharField(max_length=10)  # marks.MARKS
    why = models.CharField(max_length=300)
    since = models.DateField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["name", "since"])]


class Post(models.Model):
    """A place in the team, filled or not. Never the name of who is in it."""

    name = models.CharField(max_length=100)
    part = models.DecimalField(max_digits=4, decimal_places=2)  # of full time
    welsh = models.BooleanField(default=False)  # Welsh is spoken in it, or must be
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(part__gt=0) & Q(part__lte=1), name="staffing_part_of_full_time")]


class Step(models.Model):
    """How a post stands from that moment on."""

    post = models.ForeignKey(Post, PROTECT, related_name="steps")
    stage = models.CharField(max_length=10)  # rules.capacity.STAGES
    on = models.DateField(null=True)  # capacity.Place.on
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()


class Relief(models.Model):
    """What helps while posts are empty: overtime, longer hours, shared staff."""

    kind = models.CharField(max_length=10)  # words.RELIEFS
    name = models.CharField(max_length=200)
    part = models.DecimalField(max_digits=4, decimal_places=2)  # of a full-time person
    since = models.DateField()
    until = models.DateField(null=True)
    planned = models.BooleanField(default=True)  # not agreed yet
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()


class Risk(models.Model):
    """A line of the risk register. A changed one is a new line that replaces the old."""

    words = models.CharField(max_length=300)
    answer = models.CharField(max_length=300)  # what is done about it
    chance = models.PositiveSmallIntegerField()  # 1 to 5
    harm = models.PositiveSmallIntegerField()  # 1 to 5
    owner = models.CharField(max_length=100)
    look_again = models.DateField()
    replaces = models.OneToOneField("self", PROTECT, null=True, related_name="newer")
    closed = models.BooleanField(default=False)
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()


class Door(models.Model):
    """A way in that was opened, or will be, and how many per cent more is expected of it."""

    name = models.CharField(max_length=200)
    opened = models.DateField()
    more = models.DecimalField(max_digits=6, decimal_places=2)
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()


class Counted(models.Model):
    """Calls of a half-hour as another telephone system counted them, mostly from before the exchange told us itself."""

    half_hour = models.DateTimeField(unique=True)
    calls = models.PositiveIntegerField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()
