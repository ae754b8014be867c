"""The people of the service and the teams they belong to. Nothing here knows what a case is."""

from django.conf import settings
from django.db import models

from .roles import Role

LANGUAGES = [("", "not known"), ("en", "English"), ("cy", "Cymraeg")]


class OfficeInUse(models.Model):
    """Which office pack (`offices/<slug>.toml`) this installation serves. One row."""

    slug = models.CharField(max_length=40)
    amended = models.TextField(blank=True)  # what the office changed of its pack, as JSON: offices.amending reads it
    only = models.BooleanField(default=True, unique=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(only=True), name="people_one_office")]


class Team(models.Model):
    """A group that can hold work: the front team, a district, a department, standards, the commissioner, the IOPC."""

    slug = models.SlugField(max_length=40, unique=True)
    name_en = models.CharField(max_length=200)
    name_cy = models.CharField(max_length=200)
    kind = models.CharField(max_length=20)  # front, local, department, standards, commissioner, iopc, other

    def name(self, language: str) -> str:
        return self.name_cy if language == "cy" else self.name_en

    def __str__(self) -> str:
        return self.name_en


class Handler(models.Model):
    """Somebody with a log-in. Employer and direction decide what the law lets them do (CMR 2020 reg 50)."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=20, choices=[(r.value, r.value) for r in Role])
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    employer = models.CharField(max_length=20, default="commissioner")  # commissioner, chief_constable, other
    directed_by = models.CharField(max_length=20, default="commissioner")
    is_constable = models.BooleanField(default=False)
    collar_number = models.CharField(max_length=20, blank=True)
    managed_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    speaks_welsh = models.BooleanField(default=False)
    left_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class Person(models.Model):
    """A member of the public: who they are, and how they may safely be reached. Blank name means anonymous or not given."""

    name = models.CharField(max_length=200, blank=True)
    name_key = models.CharField(max_length=200, blank=True, db_index=True)  # folded for look-up: rules.fold
    anonymous = models.BooleanField(default=False)
    born_on = models.DateField(null=True, blank=True)  # only where it was given, to tell two people apart
    language = models.CharField(max_length=2, blank=True, choices=LANGUAGES)
    email = models.EmailField(max_length=254, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    phone_key = models.CharField(max_length=20, blank=True, db_index=True)  # digits as dialled from abroad
    address = models.TextField(blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    postcode_key = models.CharField(max_length=10, blank=True, db_index=True)
    prefers = models.CharField(max_length=10, blank=True)  # email, phone, post
    # The safe-contact rule: any of no_email, no_phone, no_post, no_voicemail, not_before "HH:MM", not_after "HH:MM", note.
    safe_contact = models.JSONField(default=dict, blank=True)
    adjustments = models.TextField(blank=True)
    at_risk = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name or "(no name given)"


class Representation(models.Model):
    """One person speaking for another. PRA 2002 s.12(6)(b): they must hold, and be able to produce, written consent."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    representative = models.ForeignKey(Person, models.PROTECT, related_name="+")
    capacity = models.CharField(max_length=100, blank=True)  # solicitor, parent, advocate ...
    consent_seen_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)


class Household(models.Model):
    """Which language the people of one address want between them. Append-only: the newest line of a place is what holds; an
    empty language takes back what was said before."""

    place = models.CharField(max_length=64, db_index=True)  # a digest of the address: households.place
    language = models.CharField(max_length=5, blank=True)  # cy, en, or cy+en where they differ
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, models.PROTECT, related_name="+")


class SearchKey(models.Model):
    """A number a person can be found by (people.keys). Made anew whenever the person is written down."""

    pk = models.CompositePrimaryKey("key", "person")
    key = models.BigIntegerField()
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")


class Sameness(models.Model):
    """What somebody said of two people. Append-only by database trigger: the newest line of a pair is what holds, and every
    older one is its history. Nothing else in the database changes when two people are said to be one, or no more."""

    SAME, PARTED, TWO = "same", "parted", "two"

    first = models.ForeignKey(Person, models.PROTECT, related_name="+")  # the lower number of the two
    second = models.ForeignKey(Person, models.PROTECT, related_name="+")
    said = models.CharField(max_length=6, choices=[(SAME, SAME), (PARTED, PARTED), (TWO, TWO)])
    why = models.CharField(max_length=500)
    rules = models.JSONField(default=list)  # ids of people.alike rules that held that day
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(first__lt=models.F("second")), name="people_pair_in_order")]


class Plan(models.Model):
    """What was agreed with somebody who is often in touch. Append-only: the newest line of a person is the plan, unless it
    says that the plan has ended. It never shuts the door: nothing that receives a contact reads this table."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    handler = models.ForeignKey(Handler, models.PROTECT, null=True, blank=True, related_name="+")  # the one they speak with
    review_on = models.DateField(null=True, blank=True)
    agreed = models.TextField()  # in plain words, as the person would read it
    adjustments = models.TextField(blank=True)
    ended = models.BooleanField(default=False)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, models.PROTECT, related_name="+")


class Often(models.Model):
    """From how many contacts in a calendar month somebody counts as a frequent caller, from that day. Append-only."""

    contacts = models.PositiveSmallIntegerField()
    since = models.DateField()
    why = models.CharField(max_length=200)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(contacts__gte=2), name="people_often_is_more_than_once")]


class Officer(models.Model):
    """Who is complained of. May be unknown (CMR 2020 reg 43), or the force itself when no individual is."""

    name = models.CharField(max_length=200, blank=True)
    name_key = models.CharField(max_length=200, blank=True, db_index=True)
    collar_number = models.CharField(max_length=20, blank=True, db_index=True)
    rank = models.CharField(max_length=60, blank=True)
    station = models.CharField(max_length=100, blank=True)
    description = models.TextField(blank=True)
    organisational = models.BooleanField(default=False)
    office_holder = models.CharField(max_length=20, blank=True)  # chief_officer, commissioner, or nothing

    def __str__(self) -> str:
        if self.organisational:
            return "The force"
        known = self.name or ("" if self.collar_number else "not identified")  # a number is enough to know somebody by
        return " ".join(filter(None, [self.rank, known, self.collar_number]))
