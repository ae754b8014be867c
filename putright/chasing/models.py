"""Absences, skills, cases given to colleagues, links for those without an account, and the rungs of the ladder."""

from django.db import models
from django.db.models import PROTECT, F, Q

from putright.allocation.models import Allocation
from putright.cases.models import Case
from putright.messages import models as mail
from putright.people.models import Handler


class Absence(models.Model):
    """Somebody is away, both days included. It says nothing of why. `until` empty: not known yet."""

    handler = models.ForeignKey(Handler, PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    cover = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)  # back early, or written down by mistake
    ended_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="chasing_absence_in_order"),
            models.CheckConstraint(condition=Q(cover=None) | ~Q(cover=F("handler")), name="chasing_cover_is_another"),
        ]
        indexes = [models.Index(fields=["handler", "since"])]


class Skill(models.Model):
    """A code of the list `skills` that somebody has, from a day to a day."""

    handler = models.ForeignKey(Handler, PROTECT, related_name="+")
    code = models.CharField(max_length=30)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    ended_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["handler", "code"], condition=Q(until=None), name="chasing_skill_once")
        ]


class Given(models.Model):
    """A case given to a colleague as its single point of contact, and what they said to it. One at a time is open."""

    case = models.ForeignKey(Case, PROTECT, related_name="+")
    to = models.ForeignKey(Handler, PROTECT, related_name="+")
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()
    suggested = models.BooleanField(default=False)  # they were the first suggested
    accepted_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended = models.CharField(max_length=12, blank=True)  # rules.DECLINED, HANDED_BACK, MOVED

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(ended_at=None), name="chasing_given_to_one"),
        ]


class Link(models.Model):
    """A way to answer one request without an account. The secret is nowhere: from `salt` this server makes it again for a
    message; `digest` is all a visitor's secret is compared with."""

    allocation = models.ForeignKey(Allocation, PROTECT, related_name="+")
    role = models.CharField(max_length=10)  # rules.ASKED or rules.SUPERIOR
    name = models.CharField(max_length=200)
    number = models.CharField(max_length=20, blank=True)
    email = models.EmailField(max_length=254, blank=True)
    superior = models.CharField(max_length=200, blank=True)
    superior_email = models.EmailField(max_length=254, blank=True)
    told = models.TextField()  # what was said, as the handler let it go
    language = models.CharField(max_length=2, default="en")
    site = models.CharField(max_length=200)  # where our pages are, for a message the rounds send
    salt = models.CharField(max_length=32)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended = models.CharField(max_length=10, blank=True)  # rules.USED, RENEWED, NOT_ME

    class Meta:
        indexes = [models.Index(fields=["allocation", "ended_at"])]


class Rung(models.Model):
    """That somebody was asked again: by the rounds (1 to 3, each once for a request), or by hand (0)."""

    allocation = models.ForeignKey(Allocation, PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["allocation", "number"], condition=~Q(number=0), name="chasing_rung_once"),
        ]


class Message(models.Model):
    """An e-mail to somebody outside: what it was for. Its words are made as it goes, so that no secret waits in a table."""

    allocation = models.ForeignKey(Allocation, PROTECT, related_name="+")
    link = models.ForeignKey(Link, PROTECT, related_name="+")
    kind = models.CharField(max_length=10)  # rules.ASK, AGAIN, SUPERIOR
    made_at = models.DateTimeField(db_index=True)
    mail = models.OneToOneField(mail.Message, PROTECT, related_name="+")  # what became of it


class Ladder(models.Model):
    """After how many working days without an answer who is asked again, from a day. Append-only: the newest begun row holds."""

    remind = models.PositiveSmallIntegerField()
    superior = models.PositiveSmallIntegerField()
    supervisor = models.PositiveSmallIntegerField()
    link_days = models.PositiveSmallIntegerField()  # how many days a link works
    since = models.DateField()
    why = models.CharField(max_length=200)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(remind__gte=1) & Q(superior__gt=F("remind")) & Q(supervisor__gt=F("superior")) & Q(link_days__gte=1),
                name="chasing_ladder_climbs",
            ),
        ]
