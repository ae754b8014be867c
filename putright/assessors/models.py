"""Assessments, what was given to the assessor, and slots nobody here can read."""

from django.db import models
from django.db.models import PROTECT, Q

from putright.cases.models import Case
from putright.people.models import Handler


class Cycle(models.Model):
    """One assessment by one body: each year, or a certificate for three years with a look each year."""

    standard = models.SlugField(max_length=20)
    body = models.CharField(max_length=120)
    years = models.PositiveSmallIntegerField()  # the certificate's: 1 or 3
    begins_on = models.DateField()
    self_by = models.DateField(null=True, blank=True)
    visit_on = models.DateField(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    result = models.CharField(max_length=10, blank=True)  # rules.RESULTS
    until = models.DateField(null=True, blank=True)  # the certificate's last day
    summary = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    changed_at = models.DateTimeField(null=True, blank=True)
    changed_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")


class Given(models.Model):
    """The assessor's score of one element, typed in from their report. Append-only by database trigger."""

    cycle = models.ForeignKey(Cycle, PROTECT, related_name="+")
    ref = models.CharField(max_length=12)
    score = models.CharField(max_length=10)
    comment = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Recommendation(models.Model):
    """What the assessor recommends, however small. Management reviews each: accepted or not, and why."""

    cycle = models.ForeignKey(Cycle, PROTECT, related_name="+")
    ref = models.CharField(max_length=12, blank=True)
    words = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    answer = models.CharField(max_length=10, blank=True)  # accept, reject; blank: not reviewed yet
    why = models.TextField(blank=True)
    owner = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    due = models.DateField(null=True, blank=True)
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    done_on = models.DateField(null=True, blank=True)
    done_words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(done_on=None) | Q(answer="accept"), name="assessors_done_was_accepted"),
        ]


class Interview(models.Model):
    """When a member of staff speaks to the assessor, in confidence. The time and place: never a word of what is said."""

    cycle = models.ForeignKey(Cycle, PROTECT, related_name="+")
    handler = models.ForeignKey(Handler, PROTECT, related_name="+")
    on = models.DateField()
    clock = models.CharField(max_length=20)
    place = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)


class Pack(models.Model):
    """What the assessor sees, as it was frozen: a ZIP of plain pages. Append-only by database trigger."""

    cycle = models.ForeignKey(Cycle, PROTECT, related_name="+")
    body = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    told = models.JSONField()  # elements, shown, items, files: how many
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class PackCase(models.Model):
    """A case something of which is in a pack: who may not open the case may not read the pack here."""

    pack = models.ForeignKey(Pack, PROTECT, related_name="+")
    case = models.ForeignKey(Case, PROTECT, related_name="+")


class Assessor(models.Model):
    """Somebody from outside. `joining` opens once; the key they make then is theirs alone: only its public half is here."""

    cycle = models.ForeignKey(Cycle, PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    reach = models.CharField(max_length=120)  # a phone number or an email address, printed in invitations
    joining = models.CharField(max_length=64, unique=True)  # a digest
    until = models.DateField()  # the last day
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    joined_at = models.DateTimeField(null=True, blank=True)
    digest = models.CharField(max_length=64, blank=True, db_index=True)
    public = models.CharField(max_length=64, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)


class Agreed(models.Model):
    """That somebody agreed to be invited. What they then do is not known here."""

    case = models.ForeignKey(Case, PROTECT, related_name="+")
    on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(ended_at=None), name="assessors_agreed_once")
        ]


class Invited(models.Model):
    """That a letter of invitation was written for somebody."""

    assessor = models.ForeignKey(Assessor, PROTECT, related_name="+")
    case = models.ForeignKey(Case, PROTECT, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["assessor", "case"], name="assessors_invited_once")]


class Slot(models.Model):
    """One for each invitation, full from the start: an answer takes the place of nothing, sealed alike, of the same size. It has
    no person, no case, no moment, so a row that was answered is a row that was not."""

    assessor = models.ForeignKey(Assessor, PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    sealed = models.BinaryField()
