"""What can be asked for: each subject with its columns, in the order in which they are shown.

A column is a path from the listed row. No column holds what is sealed, an address, or how somebody can be reached."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Exists, Model, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from offices import Text
from putright.allocation.models import Handover
from putright.cases.models import Case
from putright.cases.stages import NAMES as STAGES
from putright.clocks.models import Notice
from putright.contacts.models import Contact
from putright.facts import names
from putright.learning.models import Lesson
from putright.letters.models import Letter
from putright.reviews.models import Review

LONDON = ZoneInfo("Europe/London")
Shape = Callable[[Any], str]


@dataclass(frozen=True)
class Column:
    """`words` names the codes of a coded column, which can be chosen by; others are shown as they are."""

    key: str
    name: Any
    path: str
    words: Mapping[str, Text] | None = None
    usual: bool = True  # shown unless somebody chooses otherwise

    def shape(self, language: str) -> Shape:
        """What turns a value into text, made once for all rows: a code into its words, a moment into London time."""
        if self.words is None:
            return shown
        said = {code: text.said(language) for code, text in self.words.items()}
        return lambda code: said.get(code) or shown(code)


def shown(value: Any) -> str:
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.astimezone(LONDON).isoformat(" ", "minutes")[:16]
    return value.isoformat() if isinstance(value, date) else str(value)


@dataclass(frozen=True)
class Subject:
    """`moment` is the time it is listed by; `case` is the path to its case; `verb` is what somebody must be allowed to ask it."""

    key: str
    name: Any
    model: type[Model]
    moment: str
    columns: tuple[Column, ...]
    case: str = "case"
    verb: str = "extracts.ask"

    def rows(self, open_cases: QuerySet[Case]) -> QuerySet:
        """Only what belongs to a case in `open_cases`."""
        if self.model is Case:
            return open_cases
        return self.model._default_manager.filter(Exists(open_cases.filter(pk=OuterRef("case"))))

    @property
    def coded(self) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.words is not None)

    def column(self, key: str) -> Column:
        return next(column for column in self.columns if column.key == key)


def both(pairs: Mapping[str, tuple[str, str]]) -> Mapping[str, Text]:
    return {code: Text(*said) for code, said in pairs.items()}


MEDIA = both({
    "email": ("Email", "E-bost"), "post": ("Post", "Post"), "text": ("Text message", "Neges destun"),
    "none": ("Kept on the case", "Wedi’i gadw ar yr achos"),
})  # fmt: skip
LANGUAGES = both({"en": ("English", "Saesneg"), "cy": ("Welsh", "Cymraeg"), "cy+en": ("Both", "Y ddwy")})
FELL = both({"soon": ("Soon due", "Yn ddyledus cyn hir"), "missed": ("Missed", "Methwyd")})
LEVELS = both({
    "individual": ("One person", "Un person"), "team": ("A team", "Tîm"),
    "organisation": ("The whole organisation", "Y sefydliad cyfan"),
})  # fmt: skip
REFERENCE, WHO = _("Case"), _("Who")
SUBJECTS = {subject.key: subject for subject in (
    Subject("contacts", _("Contacts"), Contact, "received_at", (
        Column("received", _("Received"), "received_at"),
        Column("reference", REFERENCE, "case__reference"),
        Column("who", WHO, "person__name"),
        Column("channel", _("How it came"), "channel", names.CHANNELS),
        Column("kind", _("Kind"), "kind", names.KINDS),
        Column("language", _("Language"), "language", LANGUAGES),
        Column("settled", _("Put right at first contact on"), "settled_at"),
        Column("handler", _("Taken by"), "by__name"),
        Column("words", _("Their words"), "words", usual=False),
        Column("answer", _("What was done"), "answer", usual=False),
    )),
    Subject("cases", _("Cases"), Case, "received_at", (
        Column("received", _("Received"), "received_at"),
        Column("reference", REFERENCE, "reference"),
        Column("who", WHO, "complainant__name"),
        Column("kind", _("Kind"), "kind", names.KINDS),
        Column("stage", _("Where it stands"), "stage", both(STAGES)),
        Column("handler", _("With"), "assigned_to__name"),
        Column("recorded", _("Recorded on"), "recorded_at"),
        Column("finished", _("Finished on"), "finished_at"),
        Column("language", _("Language"), "language", LANGUAGES),
        Column("summary", _("In a line"), "summary", usual=False),
    ), case="pk"),
    Subject("handovers", _("Hand-overs"), Handover, "at", (
        Column("at", _("Handed over on"), "at"),
        Column("reference", REFERENCE, "case__reference"),
        Column("body", _("To"), "body", names.BODIES),
        Column("by", _("By"), "by__name"),
        Column("receipt", _("They confirmed it on"), "receipt_at"),
        Column("theirs", _("Their reference"), "their_reference"),
        Column("outcome", _("Outcome known on"), "outcome_at"),
    )),
    Subject("letters", _("Letters"), Letter, "made_at", (
        Column("made", _("Written on"), "made_at"),
        Column("reference", REFERENCE, "case__reference"),
        Column("who", WHO, "person__name"),
        Column("subject", _("Subject"), "subject"),
        Column("medium", _("Sent by"), "medium", MEDIA),
        Column("language", _("Language"), "language", LANGUAGES),
        Column("sent", _("Sent on"), "sent_at"),
        Column("by", _("By"), "by__name"),
    )),
    Subject("reviews", _("Reviews"), Review, "at", (
        Column("at", _("Entered on"), "at"),
        Column("received", _("Received"), "received_on"),
        Column("reference", REFERENCE, "case__reference"),
        Column("admitted", _("Valid?"), "admitted", names.CHECKED),
        Column("decided", _("Decided on"), "decided_at"),
        Column("by", _("By"), "by__name"),
    )),
    Subject("promises", _("Promises that fell due"), Notice, "fell_at", (
        Column("fell", _("When"), "fell_at"),
        Column("reference", REFERENCE, "case__reference"),
        Column("promise", _("Promise"), "promise", names.CLOCKS),
        Column("kind", _("What was noticed"), "kind", FELL),
        Column("started", _("It began"), "started_at"),
        Column("handler", _("With"), "case__assigned_to__name"),
        Column("noticed", _("Noticed on"), "noticed_at", usual=False),
    )),
    Subject("lessons", _("Lessons from cases"), Lesson, "at", (
        Column("at", _("Written on"), "at"),
        Column("reference", REFERENCE, "case__reference"),
        Column("level", _("For whom"), "level", LEVELS),
        Column("cause", _("Cause (its code)"), "cause"),
        Column("words", _("What was learned"), "words"),
        Column("by", _("By"), "by__name"),
    ), verb="learning.note"),
)}  # fmt: skip
