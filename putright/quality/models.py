"""The lists that are looked through, the seeds, the draws, who looked and what they found. All of it append-only."""

from django.db import models
from django.db.models import PROTECT

from putright.cases.models import Case
from putright.people.models import Handler


class Item(models.Model):
    """One point of a list, from that day. Append-only: the newest line of a code holds, beside checklists.toml."""

    which = models.CharField(max_length=20)  # lists.WHICH
    code = models.SlugField(max_length=40)
    place = models.PositiveSmallIntegerField(default=0)
    en = models.CharField(max_length=300)
    cy = models.CharField(max_length=300)
    weight = models.PositiveSmallIntegerField(default=1)
    fatal = models.BooleanField(default=False)  # a fail here fails the whole, whatever the score
    ended = models.BooleanField(default=False)
    since = models.DateField()
    why = models.CharField(max_length=200)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["which", "since"])]


class Setting(models.Model):
    """How the sample is drawn, from that day. Append-only."""

    axes = models.JSONField(default=list)  # of rules.AXES
    size = models.PositiveSmallIntegerField()
    day = models.PositiveSmallIntegerField()  # of the month after
    second_every = models.PositiveSmallIntegerField()  # every so many are read by a second person; 0: none
    remind_after = models.PositiveSmallIntegerField()  # days
    since = models.DateField()
    why = models.CharField(max_length=200)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Seed(models.Model):
    """The secret of a month, and its digest, which is shown from the first day on. `month` is its first day."""

    month = models.DateField(unique=True)
    secret = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()


class Draw(models.Model):
    """One draw of a month, whole: whoever has this can do it again. `record` is what rules.made gave."""

    seed = models.ForeignKey(Seed, PROTECT, related_name="draws")
    number = models.PositiveSmallIntegerField()  # 0: the first; then each redraw
    why = models.CharField(max_length=500, blank=True)  # of a redraw
    axes = models.JSONField()
    record = models.JSONField()
    left_out = models.PositiveIntegerField()  # sealed, or a sampler had to do with it
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")  # nobody: the rounds

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seed", "number"], name="quality_draw_number")]


class Picked(models.Model):
    """One case of a draw, and one person who is to look at it. `second`: they read it after somebody else, unseen."""

    draw = models.ForeignKey(Draw, PROTECT, related_name="picked")
    case = models.ForeignKey(Case, PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField()
    sampler = models.ForeignKey(Handler, PROTECT, related_name="+")
    second = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["draw", "case", "sampler"], name="quality_picked_once")]


class Look(models.Model):
    """What one person found on one case. `handler` is whose work it was, and reads `finding`."""

    picked = models.OneToOneField(Picked, PROTECT, related_name="look")
    marks = models.JSONField()  # code of the list -> met, partly, not, none
    finding = models.TextField()
    learning = models.TextField(blank=True)  # for others to learn from, without names
    handler = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Answer(models.Model):
    """What the handler says to a finding."""

    look = models.OneToOneField(Look, PROTECT, related_name="answer")
    agrees = models.BooleanField()
    words = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


class Reminder(models.Model):
    """That somebody was reminded of cases they had not looked at."""

    draw = models.ForeignKey(Draw, PROTECT, related_name="+")
    sampler = models.ForeignKey(Handler, PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["draw", "sampler"], name="quality_reminded_once")]
