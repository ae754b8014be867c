"""Courses and who attended, articles in versions, posts with those who hold or will hold them, and thanks received."""

from django.db import models
from django.db.models import PROTECT, F, Q

from putright.cases.models import Case
from putright.people.models import Handler


class Course(models.Model):
    """Something to attend. `skill` is a code of the list `skills`, or nothing; `months` is how long it lasts, or for good."""

    name = models.CharField(max_length=200, unique=True)
    provider = models.CharField(max_length=200)
    skill = models.CharField(max_length=30, blank=True)
    months = models.PositiveSmallIntegerField(null=True, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.name


class Attended(models.Model):
    """Somebody attended a course that day. `renew_by` is kept as it was worked out then."""

    course = models.ForeignKey(Course, PROTECT, related_name="+")
    handler = models.ForeignKey(Handler, PROTECT, related_name="+")
    on = models.DateField()
    renew_by = models.DateField(null=True, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["course", "handler", "on"], name="workforce_attended_once")]


class Article(models.Model):
    """What colleagues should know about something. Its words are the newest version's."""

    opened_at = models.DateTimeField()


class Version(models.Model):
    """An article as it was written once. Never rewritten; Welsh is optional."""

    article = models.ForeignKey(Article, PROTECT, related_name="versions")
    title_en = models.CharField(max_length=200)
    words_en = models.TextField()
    title_cy = models.CharField(max_length=200, blank=True)
    words_cy = models.TextField(blank=True)
    review_on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Establishment(models.Model):
    """How many of a post there should be from that day, and whose they are. Append-only: the newest row in force holds."""

    post = models.CharField(max_length=30)  # a code of the list `posts`
    number = models.PositiveSmallIntegerField()
    employer = models.CharField(max_length=20)  # commissioner, chief_constable, other
    directed_by = models.CharField(max_length=20)
    since = models.DateField()
    why = models.CharField(max_length=200)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Holds(models.Model):
    """Somebody holds a post from a day to a day."""

    handler = models.ForeignKey(Handler, PROTECT, related_name="+")
    post = models.CharField(max_length=30)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    ended_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["handler"], condition=Q(until=None), name="workforce_one_post_each"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="workforce_post_in_order"),
        ]


class Candidate(models.Model):
    """Somebody who may come, by initials only, and where they are on the way."""

    post = models.CharField(max_length=30)
    initials = models.CharField(max_length=4)
    stage = models.CharField(max_length=12)  # rules.STAGES
    expected_on = models.DateField(null=True, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Step(models.Model):
    """A stage a candidate reached, and the day expected then. Append-only."""

    candidate = models.ForeignKey(Candidate, PROTECT, related_name="+")
    stage = models.CharField(max_length=12)
    expected_on = models.DateField(null=True, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Thanks(models.Model):
    """Praise for the team (`to` is nobody) or one of it. The team sees what was for one person once they agree."""

    words = models.TextField()
    on = models.DateField()
    to = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    case = models.ForeignKey(Case, PROTECT, null=True, blank=True, related_name="+")
    agreed_at = models.DateTimeField(null=True, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
