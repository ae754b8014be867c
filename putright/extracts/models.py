"""Questions that were kept, with whom they are shared, when one is laid ready, and what was taken away."""

from django.db import models
from django.db.models import PROTECT, Q

from putright.cases.models import Access
from putright.people.models import Handler


class Question(models.Model):
    """A question somebody kept: its address without the place, not its answer."""

    name = models.CharField(max_length=100)
    subject = models.CharField(max_length=20)
    address = models.CharField(max_length=2000, blank=True)
    every = models.CharField(max_length=5, blank=True)  # week, month; empty: only when asked
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)


class Shared(models.Model):
    """With a colleague, or with everybody in a role. It gives them the question and no case."""

    question = models.ForeignKey(Question, PROTECT, related_name="+")
    handler = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    role = models.CharField(max_length=20, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["question", "handler"], condition=Q(role=""), name="extracts_shared_once"),
            models.UniqueConstraint(fields=["question", "role"], condition=~Q(role=""), name="extracts_role_once"),
            models.CheckConstraint(
                condition=Q(handler=None) & ~Q(role="") | Q(handler__isnull=False) & Q(role=""), name="extracts_with_one"
            ),
        ]


class Ready(models.Model):
    """A question whose day has come. The file is made when it is fetched, for whoever fetches it."""

    question = models.ForeignKey(Question, PROTECT, related_name="+")
    on = models.DateField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["question", "on"], name="extracts_ready_once")]


class Taken(models.Model):
    """A file that was taken away: by whom, what it asked, and the access rows of what it held. Append-only by trigger."""

    access = models.OneToOneField(Access, PROTECT, related_name="+")
    subject = models.CharField(max_length=20)
    address = models.CharField(max_length=2000, blank=True)
    form = models.CharField(max_length=4)  # csv, xlsx, ods
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()
