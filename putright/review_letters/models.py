"""Where letters of a review to the force go."""

from django.db import models
from django.db.models import PROTECT

from putright.people.models import Handler


class ForceAddress(models.Model):
    """An address of the force at work. Append-only: the newest line is what holds; the others say who changed it, and when."""

    email = models.EmailField(max_length=254, blank=True)
    address = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
