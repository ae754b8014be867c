"""The lists an office chooses from, one row for each version of a code, and everything that was ever done to them."""

from django.db import models
from django.db.models import PROTECT, F, Q

from putright.people.models import Handler


class CodeList(models.Model):
    """One list. Its row is held while the list changes; `version` grows with each change, so a preview can go stale."""

    slug = models.CharField(max_length=20, unique=True)
    version = models.PositiveIntegerField(default=0)


class Code(models.Model):
    """A code as it stood from one day to another, both included. Never rewritten: only its end may be set."""

    which = models.CharField(max_length=20)  # a slug of lists.LISTS
    code = models.CharField(max_length=60)
    parent = models.CharField(max_length=60, blank=True)
    name_en = models.CharField(max_length=200)
    name_cy = models.CharField(max_length=200)
    edition = models.CharField(max_length=120, blank=True)
    source = models.CharField(max_length=200, blank=True)
    recalled = models.CharField(max_length=4, blank=True)  # "code": only the letters and figures; "all": the name too
    mapped_to = models.CharField(max_length=60, blank=True)  # the category a local reason counts as
    place = models.PositiveIntegerField(default=0)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    changed_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")  # None: came with the system
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["which", "code", "since"], name="codes_one_row_begins_a_day"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="codes_ends_after_it_begins"),
            models.CheckConstraint(condition=~Q(name_en="") & ~Q(name_cy=""), name="codes_named_in_both_languages"),
        ]


class Change(models.Model):
    """One line of a list's history: what was done to which code, by whom, when and why. Append-only by database trigger."""

    which = models.CharField(max_length=20, db_index=True)
    code = models.CharField(max_length=60)
    verb = models.CharField(max_length=10)  # added, ended, renamed, came
    facts = models.JSONField(default=dict)
    why = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")


class Draft(models.Model):
    """A file given to be loaded, kept while somebody looks at what it would change. Nobody else's, and forgotten in a day."""

    key = models.CharField(max_length=43, unique=True)
    which = models.CharField(max_length=20)
    name = models.CharField(max_length=200)
    content = models.BinaryField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField(db_index=True)


class KindQuestion(models.Model):
    """A question of a kind of contact, as it stood from one day to another. Never rewritten: only its end may be set."""

    topic = models.CharField(max_length=30)  # a code of the list of kinds
    name = models.CharField(max_length=28)
    answer = models.CharField(max_length=12)  # asked.rules.ANSWERS
    asked = models.CharField(max_length=8)  # public, handler, both
    en = models.TextField()
    cy = models.TextField()
    hint_en = models.CharField(max_length=300, blank=True)
    hint_cy = models.CharField(max_length=300, blank=True)
    choices = models.JSONField(default=list)  # [{"code", "en", "cy"}]
    place = models.PositiveSmallIntegerField(default=0)
    source = models.CharField(max_length=200, blank=True)
    recalled = models.CharField(max_length=4, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    changed_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")  # None: came with the system
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["topic", "name", "since"], name="codes_question_begins_once"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="codes_question_ends_after"),
            models.CheckConstraint(condition=~Q(en="") & ~Q(cy=""), name="codes_question_in_both_languages"),
        ]
