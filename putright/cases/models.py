"""The case file's tables. Behaviour lives in actions and queries; nothing here reads another room."""

from django.db import models
from django.db.models import PROTECT, F, Q

from putright.people.models import Handler, Officer, Person, Team

from .stages import RECEIVED, STAGES

NORMAL, SENSITIVE, SEALED = 0, 1, 3


class Case(models.Model):
    """The folder that every contact opens or joins. `version` grows by one with each event."""

    reference = models.CharField(max_length=16, unique=True)
    stage = models.CharField(max_length=20, default=RECEIVED, choices=[(s, s) for s in STAGES])
    kind = models.CharField(
        max_length=20, blank=True
    )  # complaint, dissatisfaction, compliment, enquiry; blank: not told
    restriction = models.PositiveSmallIntegerField(default=NORMAL)
    team = models.ForeignKey(Team, PROTECT, related_name="+")
    assigned_to = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    complainant = models.ForeignKey(Person, PROTECT, null=True, blank=True, related_name="+")
    language = models.CharField(max_length=2, blank=True)
    summary = models.CharField(max_length=200, blank=True)
    received_at = models.DateTimeField()
    recorded_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=0)
    imported = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["team", "stage", "received_at"]),
            models.Index(fields=["received_at", "id"]),
            models.Index(fields=["assigned_to", "stage"]),
        ]

    def __str__(self) -> str:
        return self.reference


class Allegation(models.Model):
    """One thing complained of, with exactly one category of the tree in law.categories."""

    case = models.ForeignKey(Case, PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    words = models.TextField()
    category = models.CharField(max_length=4)  # a code of law.categories, for example H1; or C, which has no parts
    edition = models.CharField(max_length=120)
    officers = models.ManyToManyField(Officer, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="cases_allegation_number"),
            models.CheckConstraint(condition=~Q(category=""), name="cases_allegation_has_a_category"),
        ]


class Choice(models.Model):
    """A code chosen for an allegation from one of the dated lists, and the day by whose list it was chosen (choices.py)."""

    allegation = models.ForeignKey(Allegation, PROTECT, related_name="+")
    which = models.CharField(max_length=20)  # factors, outcomes or actions: a slug of codes.lists
    code = models.CharField(max_length=60)
    on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["allegation", "which", "code"], name="cases_chosen_once"),
            models.UniqueConstraint(fields=["allegation"], condition=Q(which="outcomes"), name="cases_one_outcome"),
        ]
        indexes = [models.Index(fields=["which", "code"])]


class ComplainedOf(models.Model):
    """An officer named on a case, and the colleague with a log-in they turned out to be, if any."""

    case = models.ForeignKey(Case, PROTECT, related_name="+")
    officer = models.ForeignKey(Officer, PROTECT, related_name="+")
    handler = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")


class Wall(models.Model):
    """For this person this case does not exist. Beats every role. Never deleted; cleared by two people outside it."""

    case = models.ForeignKey(Case, PROTECT, related_name="+")
    handler = models.ForeignKey(Handler, PROTECT, related_name="+")
    why = models.CharField(max_length=200)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    suggested = models.BooleanField(default=False)  # found by itself in what was said; in force until somebody has looked
    doubted_at = models.DateTimeField(null=True, blank=True)  # one person says that it is somebody else
    doubted_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    doubt = models.CharField(max_length=500, blank=True)
    cleared_at = models.DateTimeField(null=True, blank=True)  # and a second agreed
    cleared_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "handler"], condition=Q(cleared_at=None), name="cases_one_wall"),
            models.CheckConstraint(
                condition=Q(cleared_at=None) | Q(doubted_by__isnull=False) & Q(cleared_by__isnull=False)
                & ~Q(doubted_by=F("cleared_by")) & ~Q(doubted_by=F("handler")) & ~Q(cleared_by=F("handler")) & ~Q(doubt=""),
                name="cases_wall_cleared_by_two_others",
            ),
        ]


class Grant(models.Model):
    """Reach given beyond the team's own queue: to a supervisor asked to put it right, to standards after hand-over."""

    case = models.ForeignKey(Case, PROTECT, related_name="+")
    team = models.ForeignKey(Team, PROTECT, null=True, blank=True, related_name="+")
    handler = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    why = models.CharField(max_length=200)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(team=None, handler__isnull=False) | Q(team__isnull=False, handler=None),
                name="cases_grant_to_one",
            ),
        ]


class Event(models.Model):
    """One line of the log. Append-only by database trigger; each carries the hash of the one before (log.py)."""

    case = models.ForeignKey(Case, PROTECT, related_name="+")
    seq = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    by_words = models.CharField(
        max_length=60, blank=True
    )  # complainant, rounds, import: when nobody with a log-in did it
    verb = models.CharField(max_length=40)
    facts = models.JSONField(default=dict)  # codes, ids and dates only: never a person's words
    payload_digest = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "seq"], name="cases_event_seq")]
        indexes = [models.Index(fields=["verb", "at"])]


class EventPayload(models.Model):
    """The personal part of an event. May be erased; the chain keeps only its salted digest."""

    event = models.OneToOneField(Event, PROTECT, related_name="payload", primary_key=True)
    salt = models.CharField(max_length=32)
    body = models.JSONField(default=dict)


class ChainHead(models.Model):
    """The last link of a case's chain, so that a cut tail is noticed."""

    case = models.OneToOneField(Case, PROTECT, related_name="+", primary_key=True)
    seq = models.PositiveIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)


class Access(models.Model):
    """One row for each staff response that showed anything of a case."""

    request_id = models.CharField(max_length=32, unique=True)
    handler = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField(db_index=True)
    page = models.CharField(max_length=60)


class AccessCase(models.Model):
    """Which cases that response showed."""

    access = models.ForeignKey(Access, PROTECT, related_name="+")
    case = models.ForeignKey(Case, PROTECT, related_name="+")


class CaseWords(models.Model):
    """What a case can be found by: folded words, indexed for each database in cases/search.py."""

    case = models.OneToOneField(Case, PROTECT, related_name="words", primary_key=True)
    words = models.TextField(default="")


class Press(models.Model):
    """A press of a button that was carried out, so that the same one sent again changes nothing (once.py)."""

    key = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField(db_index=True)
