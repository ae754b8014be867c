"""Letters as they were sent. Once sent a letter cannot be changed: a database trigger refuses."""

from django.db import models
from django.db.models import PROTECT

from putright.cases.models import Case
from putright.documents.models import Document
from putright.people.models import Handler, Person

# made: waiting to go. going: being offered to whoever carries it. kept: no safe way to reach them, so a person tells them.
# uncertain: it may have gone. stopped: something in it belongs to another case. pulled: taken back before it went.
# replaced: it did not go, and another one of the same words goes another way.
MADE, GOING, SENT, UNCERTAIN, FAILED, KEPT = "made", "going", "sent", "uncertain", "failed", "kept"
STOPPED, PULLED, REPLACED = "stopped", "pulled", "replaced"


class Letter(models.Model):
    """Words to one person about one case, whatever the medium, with the values that filled them."""

    case = models.ForeignKey(Case, PROTECT, related_name="+")
    person = models.ForeignKey(Person, PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=40)  # a folder of letterkinds/words/
    language = models.CharField(max_length=5)  # en, cy, or cy+en when the person's language is not known
    medium = models.CharField(max_length=10)  # email, post, text, none (no safe way to reach them: kept on the case)
    address = models.TextField(blank=True)
    subject = models.CharField(max_length=200)
    body = models.TextField()  # the words exactly as sent, as Markdown
    # "passages": the language of each passage of the body; "words": language -> the values that filled it.
    values = models.JSONField(default=dict)
    pdf = models.BinaryField(null=True, blank=True)
    made_at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    # What owes it, for example ack:PR-...: unique, so that a letter owed is written once whoever does the round.
    owed_key = models.CharField(max_length=80, unique=True, null=True, blank=True)
    status = models.CharField(max_length=10, default=MADE)
    sent_at = models.DateTimeField(null=True, blank=True)
    message_id = models.CharField(max_length=120, blank=True)  # made once, so that offering it again is recognised
    again = models.PositiveSmallIntegerField(default=0)  # how often a person has asked for it to be offered again
    trouble = models.TextField(blank=True)  # what the mail server said, when it is uncertain or failed

    class Meta:
        indexes = [
            models.Index(fields=["status", "made_at"]),
            models.Index(fields=["case", "kind"]),
        ]


class Enclosed(models.Model):
    """A document of the case that goes with a letter."""

    letter = models.ForeignKey(Letter, PROTECT, related_name="+")
    document = models.ForeignKey(Document, PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["letter", "document"], name="letters_enclosed_once")]


class Mention(models.Model):
    """Letters of this case may name that other one: a supervisor said why."""

    case = models.ForeignKey(Case, PROTECT, related_name="+")
    other = models.ForeignKey(Case, PROTECT, related_name="+")
    because = models.TextField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "other"], name="letters_mention_once")]


class Withheld(models.Model):
    """A part of a kind of letter that is held back on one case (CMR 2020 reg 35; PRA 2002 s.20(6)).

    It holds from when a second person agreed until it is ended. `look_again_on` is owed."""

    case = models.ForeignKey(Case, PROTECT, related_name="+")
    part = models.CharField(max_length=40)  # a code of withholding.PARTS
    ground = models.CharField(max_length=20)  # a code of withholding.GROUNDS
    because = models.TextField()
    look_again_on = models.DateField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()
    agreed_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    agreed_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    noticed_for = models.DateField(null=True, blank=True)  # the day to look again that the rounds have written down as come

    class Meta:
        indexes = [models.Index(fields=["ended_at", "look_again_on"])]
        constraints = [
            models.CheckConstraint(condition=~models.Q(agreed_by=models.F("by")), name="letters_withheld_by_two"),
            models.UniqueConstraint(
                fields=["case", "part"], condition=models.Q(ended_at=None), name="letters_withheld_once"
            ),
        ]


class Award(models.Model):
    """An award's mark at the foot of letters, until its last day. Append-only by trigger: another row takes its place."""

    picture = models.BinaryField()  # drawn anew by us as JPEG; empty: nothing is printed from now on
    said_en = models.CharField(max_length=200, blank=True)  # what it says, for who cannot see it
    said_cy = models.CharField(max_length=200, blank=True)
    until = models.DateField()  # its last day
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()
