"""Who may open a case's own page from outside, and how often somebody tried who could not."""

from django.db import models
from django.db.models import PROTECT

from putright.cases.models import Case
from putright.people.models import Handler, Person, Representation

LETTER, FORM, HANDLER = "letter", "form", "handler"
WAYS = [(LETTER, LETTER), (FORM, FORM), (HANDLER, HANDLER)]


class Pass(models.Model):
    """A code for one person and one case. `digest` is of the reference and the code together."""

    case = models.ForeignKey(Case, PROTECT, related_name="+")
    person = models.ForeignKey(Person, PROTECT, related_name="+")  # who holds it
    speaks = models.ForeignKey(
        Representation, PROTECT, null=True, blank=True, related_name="+"
    )  # for whom, if not themselves
    acts = models.BooleanField(
        default=True
    )  # somebody who speaks for another: may they ask for things too, or only read?
    digest = models.CharField(max_length=64, unique=True)
    salt = models.CharField(
        max_length=32, blank=True
    )  # of a code that is in a letter: with the server's key it is made again
    how = models.CharField(max_length=10, choices=WAYS)
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    used_at = models.DateTimeField(null=True, blank=True)  # first
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["case", "person"])]


class Tries(models.Model):
    """How often a wrong code came for a reference on a day, whether there is such a case or not."""

    reference = models.CharField(max_length=64)  # a keyed digest: the table lists no references
    on = models.DateField(db_index=True)
    number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reference", "on"], name="passes_tries_by_day")]
