"""One thing a person sent or said, and what we keep while they are still writing it."""

from django.db import models
from django.db.models import PROTECT, Q

from putright.cases.models import Case
from putright.people.models import Handler, Person, Team


class PersonalLink(models.Model):
    """How an officer without a log-in writes down what they put right at the roadside. It opens one form and shows nothing."""

    digest = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=200)
    collar_number = models.CharField(max_length=20, blank=True)
    team = models.ForeignKey(Team, PROTECT, related_name="+")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Handler, PROTECT, related_name="+")
    until = models.DateField()  # its last day
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")

    def __str__(self) -> str:
        return " ".join(filter(None, [self.name, self.collar_number]))


class Contact(models.Model):
    """One contact. `key` comes from the form, so a double press gives the same contact and not a second one."""

    key = models.UUIDField(unique=True)
    case = models.ForeignKey(Case, PROTECT, related_name="+")
    person = models.ForeignKey(Person, PROTECT, null=True, blank=True, related_name="+")
    channel = models.CharField(max_length=10)  # channels.CHANNELS
    kind = models.CharField(max_length=20, blank=True)  # complaint, dissatisfaction, compliment, enquiry; blank: not told
    topic = models.CharField(max_length=30, blank=True)  # a code of the list of kinds: what it is about, beyond what it counts as
    language = models.CharField(max_length=2, blank=True)
    words = models.TextField()
    wants = models.TextField(blank=True)
    about = models.TextField(blank=True)  # the officer or service, in their words
    happened_on = models.DateField(null=True, blank=True)
    happened_words = models.CharField(max_length=200, blank=True)  # "early March", "don't know"
    place = models.CharField(max_length=300, blank=True)
    crime_reference = models.CharField(max_length=60, blank=True)
    reason = models.CharField(max_length=60, blank=True)  # a code of the office's reasons
    heard_from = models.CharField(max_length=60, blank=True)  # what they say: a code of the list `heard`
    came_by = models.CharField(max_length=60, blank=True)  # the short link they followed: a code of the same list
    came_from = models.CharField(max_length=200, blank=True)  # the page elsewhere that led them here, without its query
    told_before = models.PositiveSmallIntegerField(null=True, blank=True)  # how many people they had told already
    received_at = models.DateTimeField()
    entered_at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True)
    told_by = models.ForeignKey(PersonalLink, PROTECT, null=True, blank=True, related_name="contacts")  # by link
    seconds = models.PositiveIntegerField(null=True, blank=True)  # how long the handler was busy with it
    via = models.CharField(max_length=20, blank=True)  # who heard it first, when not this team: said.VIA
    to_look_over = models.BooleanField(default=False, db_index=True)  # settled there and then; the team has yet to look
    source = models.CharField(max_length=40, blank=True)  # the import it came from, if any
    source_id = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "source_id"], condition=~Q(source=""), name="contacts_imported_once"
            ),
            models.CheckConstraint(
                condition=Q(settled_at=None) | ~Q(answer="") | ~Q(source=""), name="contacts_settled_says_how"
            ),
        ]
        indexes = [models.Index(fields=["received_at", "id"]), models.Index(fields=["case", "received_at"])]


class Answer(models.Model):
    """One answer to a question of the contact's kind. The row it was given to is found by its name and first day."""

    contact = models.ForeignKey(Contact, PROTECT, related_name="answers")
    topic = models.CharField(max_length=30)
    question = models.CharField(max_length=28)
    since = models.DateField()  # the first day of the question's words as they were
    value = models.CharField(max_length=300)  # yes, no, not_known; a choice's code; 2026-03-27; 120.00; or their words

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contact", "question"], name="contacts_answered_once")]
        indexes = [models.Index(fields=["topic", "question", "value"], name="contacts_answers_counted")]


class CameOf(models.Model):
    """What came of a suggestion."""

    contact = models.OneToOneField(Contact, PROTECT, related_name="came_of")
    what = models.CharField(max_length=20)  # kinds.rules.CAME_OF
    words = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Draft(models.Model):
    """A public form half filled in. Reached by a secret only the person has; we keep its digest."""

    secret_digest = models.CharField(max_length=64, unique=True)
    key = models.UUIDField(unique=True)  # becomes the contact's key, so sending twice is once
    answers = models.JSONField(default=dict)
    language = models.CharField(max_length=2)
    started_at = models.DateTimeField()
    changed_at = models.DateTimeField(db_index=True)
    sent = models.ForeignKey(Contact, PROTECT, null=True, blank=True, related_name="+")


class Arrivals(models.Model):
    """How many forms one address sent within an hour. The address is a keyed digest that changes daily, kept for a day."""

    address = models.CharField(max_length=64, unique=True)
    since = models.DateTimeField(db_index=True)
    sent = models.PositiveIntegerField(default=0)
    turn = models.DateTimeField(null=True, blank=True)  # the last turn given out in the slow lane
