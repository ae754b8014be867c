"""What was learned, who was told, what they answered, and what the public was told. Where a row hangs on a case, that case's
walls hide it."""

from datetime import date

from django.db import models
from django.db.models import PROTECT, F, Q

from putright.cases.models import Case
from putright.messages.models import Message
from putright.people.models import Handler


class Noted(models.Model):
    """A row of this room: who wrote it and when; on a case or on none."""

    case = models.ForeignKey(Case, PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")

    class Meta:
        abstract = True


class Lesson(Noted):
    level = models.CharField(max_length=12)  # rules.LEVELS
    cause = models.CharField(max_length=60)  # a code of the list of causes on the day of `at`
    words = models.TextField()
    source = models.CharField(max_length=40, blank=True)  # quality:<look> or surveys:<look>, when made from one

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source"], condition=~Q(source=""), name="learning_lesson_once"),
        ]
        indexes = [models.Index(fields=["at"])]

    @property
    def title(self) -> str:
        return first_words(self.words)


class Recommendation(Noted):
    lesson = models.ForeignKey(Lesson, PROTECT, null=True, blank=True, related_name="recommendations")
    to = models.CharField(max_length=200)
    email = models.EmailField(max_length=254, blank=True)
    words = models.TextField()
    language = models.CharField(max_length=2, default="en")  # in which they are asked again
    sent_on = models.DateField()
    due_on = models.DateField()
    # Their answer; rules.ANSWERS.
    answer = models.CharField(max_length=10, blank=True)
    answer_words = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answer_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")  # who wrote it down
    answer_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(due_on__gte=F("sent_on")), name="learning_due_after_sent"),
            models.CheckConstraint(
                condition=Q(answer="", answered_on=None) | ~Q(answer="") & Q(answered_on__isnull=False),
                name="learning_answer_has_a_day",
            ),
        ]
        indexes = [models.Index(fields=["answer", "due_on"])]

    @property
    def title(self) -> str:
        return first_words(self.words)

    def is_late(self, on: date) -> bool:
        return not self.answer and self.due_on < on


class Chase(models.Model):
    """That the rounds asked again. Without `mail` there is no address: a person asks."""

    recommendation = models.ForeignKey(Recommendation, PROTECT, related_name="chases")
    number = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    mail = models.OneToOneField(Message, PROTECT, null=True, blank=True, related_name="+")  # what became of it

    class Meta:
        constraints = [models.UniqueConstraint(fields=["recommendation", "number"], name="learning_chased_once")]


class Wait(models.Model):
    """How many days the force has to answer, and after how many more it is asked again, from a day. Append-only."""

    days = models.PositiveSmallIntegerField()
    again = models.PositiveSmallIntegerField()
    since = models.DateField()
    why = models.CharField(max_length=200)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(days__gte=1) & Q(again__gte=1), name="learning_wait_counts")]


class BoardAction(Noted):
    board = models.CharField(max_length=120)
    words = models.TextField()
    owner = models.CharField(max_length=120)  # somebody of the board, mostly without a log-in
    due_on = models.DateField()
    paper = models.CharField(max_length=200, blank=True)
    done_on = models.DateField(null=True, blank=True)
    done = models.TextField(blank=True)
    done_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")

    @property
    def title(self) -> str:
        return first_words(self.words)

    def is_late(self, on: date) -> bool:
        return self.done_on is None and self.due_on < on


class Suggestion(Noted):
    words = models.TextField()
    source = models.CharField(max_length=40, blank=True)  # surveys:<look>
    came_on = models.DateField()
    outcome = models.CharField(max_length=10, blank=True)  # rules.OUTCOMES
    did = models.TextField(blank=True)
    told = models.CharField(max_length=10, blank=True)  # rules.TOLD
    told_on = models.DateField(null=True, blank=True)
    answer_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source"], condition=~Q(source=""), name="learning_suggestion_once"),
        ]

    @property
    def title(self) -> str:
        return first_words(self.words)


class YouSaid(models.Model):
    """Public from the moment a second person signed it until it is taken back."""

    you_en = models.CharField(max_length=400)
    you_cy = models.CharField(max_length=400)
    we_en = models.TextField()
    we_cy = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    signed_at = models.DateTimeField(null=True, blank=True)
    signed_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(signed_at=None, signed_by=None) | Q(signed_by__isnull=False) & ~Q(signed_by=F("by")),
                name="learning_signed_by_another",
            ),
        ]

    def you(self, language: str) -> str:
        return self.you_cy if language == "cy" else self.you_en

    def we(self, language: str) -> str:
        return self.we_cy if language == "cy" else self.we_en


class Practice(models.Model):
    """What works here, for other offices. Public once published, in both languages."""

    title = models.CharField(max_length=200)
    problem = models.TextField()
    did = models.TextField()
    evidence = models.TextField()
    contact = models.CharField(max_length=200)
    link = models.URLField(max_length=300, blank=True)  # where the force keeps it: its own learning database
    language = models.CharField(max_length=2, default="en")
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")

    awaits = False  # as a rendering may

    @property
    def other_language(self) -> str:
        return "en" if self.language == "cy" else "cy"

    def said(self, language: str) -> "Practice | Rendering":
        """Itself, or its rendering where that is asked for and there."""
        rendered: Rendering | None = getattr(self, "other", None)
        return rendered if rendered and language != self.language else self


class Rendering(models.Model):
    """A practice in the other language. It awaits a translator until a second person has read it."""

    practice = models.OneToOneField(Practice, PROTECT, related_name="other")
    title = models.CharField(max_length=200)
    problem = models.TextField()
    did = models.TextField()
    evidence = models.TextField()
    contact = models.CharField(max_length=200)
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(read_at=None, read_by=None) | Q(read_by__isnull=False) & ~Q(read_by=F("by")),
                name="learning_read_by_another",
            ),
        ]

    @property
    def awaits(self) -> bool:
        return self.read_at is None


class Aside(models.Model):
    """A theme, or something that was heard, set aside for a reason. It comes back on `until`, or when somebody says so."""

    what = models.CharField(max_length=100)  # theme:<axis>:<code>, sample:<look> or answer:<look>
    why = models.CharField(max_length=300)
    until = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")
    back_at = models.DateTimeField(null=True, blank=True)
    back_by = models.ForeignKey(Handler, PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["what"], condition=Q(back_at=None), name="learning_aside_once"),
        ]


class Enquiry(models.Model):
    """Another office asked about a practice, or about anything."""

    practice = models.ForeignKey(Practice, PROTECT, null=True, blank=True, related_name="enquiries")
    who = models.CharField(max_length=200)
    words = models.TextField()
    answer = models.TextField(blank=True)
    on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(Handler, PROTECT, related_name="+")


def first_words(words: str, most: int = 90) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rsplit(" ", 1)[0] + "…"
