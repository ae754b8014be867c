"""Surveys and their versions. Versions and leaves are append-only by trigger."""

from django.db import models
from django.db.models import PROTECT

from putright.people.models import Handler


class Survey(models.Model):
    """One survey through all its versions. `kind`: the kind of contact it is for; empty where it is for a group."""

    slug = models.SlugField(max_length=40, unique=True)
    kind = models.CharField(max_length=20, blank=True)
    name_en = models.CharField(max_length=120)
    name_cy = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")  # nobody: it came with Putright

    def name(self, language: str) -> str:
        return self.name_cy if language == "cy" else self.name_en


class Draft(models.Model):
    """What somebody is writing: the content of the next version (rules.Content). One for each survey."""

    survey = models.OneToOneField(Survey, PROTECT, related_name="+")
    content = models.JSONField()
    changed_at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Version(models.Model):
    """The questions as somebody wrote them, in both languages. In force only when another person signed it off."""

    survey = models.ForeignKey(Survey, PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    since = models.DateField()
    why = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["survey", "number"], name="questionnaires_a_number_once")]


class SignOff(models.Model):
    """A second person's leave, and the first day the version is in force."""

    version = models.OneToOneField(Version, PROTECT, related_name="signed")
    since = models.DateField(db_index=True)
    by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
