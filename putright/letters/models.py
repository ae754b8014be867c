"""Letters as they were sent. Once sent a letter cannot be changed: a database trigger refuses."""

from django.db import models
from django.db.models import PROTECT

from putright.cases.models import Case
from putright.people.models import Handler, Person

# made: waiting to go. kept: no safe way to reach them, so a person tells them. uncertain: it may have gone.
MADE, SENT, UNCERTAIN, FAILED, KEPT = "made", "sent", "uncertain", "failed", "kept"


class Letter(models.Model):
    """Words to one person about one case, whatever the medium, with the values that filled them."""

    case = models.ForeignKey(Case, PROTECT, related_name="+")
    person = models.ForeignKey(Person, PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=40)  # a folder of letters/words/
    language = models.CharField(max_length=5)  # en, cy, or cy+en when the person's language is not known
    medium = models.CharField(max_length=10)  # email, post, none (no safe way to reach them: kept on the case)
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


class Award(models.Model):
    """An award's mark at the foot of letters, until its last day. Append-only by trigger: another row takes its place."""

    picture = models.BinaryField()  # drawn anew by us as JPEG; empty: nothing is printed from now on
    said_en = models.CharField(max_length=200, blank=True)  # what it says, for who cannot see it
    said_cy = models.CharField(max_length=200, blank=True)
    until = models.DateField()  # its last day
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()
