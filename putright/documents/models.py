"""What came with a contact, and the bytes of it. The same bytes are kept once, however often they come."""

from django.db import models
from django.db.models import PROTECT, Q

from putright.cases.models import Case
from putright.people.models import Handler


class Content(models.Model):
    """Bytes as they came, never changed. They lie on the shelf under their SHA-256; this is what was found in them."""

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.BigIntegerField()
    kind = models.CharField(max_length=20)  # kinds.KINDS
    shown_as = models.CharField(max_length=10, blank=True)  # image, pdf, text; blank: to be downloaded only
    pages = models.PositiveIntegerField(default=0)
    warns = models.JSONField(default=list)  # codes of words.WARNS
    sealed_for = models.CharField(max_length=30, blank=True)  # a code of words.REFUSES, or "found"; blank: not sealed
    scanned = models.CharField(max_length=12, default="not_scanned")  # not_scanned, clean, found
    found = models.CharField(max_length=200, blank=True)  # what the scanner calls it
    scanned_at = models.DateTimeField(null=True, blank=True)
    first_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["scanned", "first_at"])]
        constraints = [
            models.CheckConstraint(condition=~Q(scanned="found") | ~Q(sealed_for=""), name="documents_found_is_sealed")
        ]


class Document(models.Model):
    """One file that came with something. `came_with` is the key of the contact, form or message it came with; `case` is
    empty until that becomes a contact. `until`: thrown away after it if it is in no case by then."""

    content = models.ForeignKey(Content, PROTECT, related_name="+")
    case = models.ForeignKey(Case, PROTECT, null=True, blank=True, related_name="+")
    came_with = models.UUIDField(db_index=True)
    original_name = models.TextField(blank=True)
    name = models.CharField(max_length=255)  # safe to show; 255 bytes
    by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["came_with", "content", "name"], name="documents_came_once"),
            models.CheckConstraint(condition=Q(case=None) | Q(until=None), name="documents_in_a_case_stay"),
        ]
        indexes = [models.Index(fields=["case", "at"])]


class ShelfCheck(models.Model):
    """Once a day: how many leftovers were thrown away, and the hashes of bytes that should be here and are not."""

    on = models.DateField(unique=True)
    at = models.DateTimeField()
    gone = models.PositiveIntegerField(default=0)
    missing = models.JSONField(default=list)
