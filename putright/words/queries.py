"""Which words are in force, and how each subject stands. No writes."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.db.models import Exists, OuterRef, Q

from design.dates import LONDON

from . import plain, rules, welsh
from .models import Checked, SignOff, Version
from .subjects import Subject, Texts, shipped
from .template import digest_of


def today(at: datetime) -> date:
    """The day here: words change at midnight in London."""
    return at.astimezone(LONDON).date()


@dataclass(frozen=True)
class Current:
    """The words of one subject in one language on a day. `version` 0: as they came. `checked` is about the Welsh."""

    text: str
    digest: str
    version: int
    checked: bool


class Book:
    """All words an office changed, as they stand on one day: one query, and one more when somebody asks what is checked."""

    def __init__(self, on: date) -> None:
        self.on = on

    @cached_property
    def versions(self) -> Mapping[str, Version]:
        later = SignOff.objects.filter(subject=OuterRef("subject"), since__lte=self.on)
        later = later.filter(Q(since__gt=OuterRef("since")) | Q(since=OuterRef("since"), pk__gt=OuterRef("pk")))
        rows = SignOff.objects.filter(~Exists(later), since__lte=self.on).select_related("version")
        return {row.subject: row.version for row in rows}

    @cached_property
    def checks(self) -> frozenset[tuple[str, str, str]]:
        return frozenset(Checked.objects.values_list("subject", "english", "welsh"))

    def number(self, subject: str) -> int:
        row = self.versions.get(subject)
        return row.number if row else 0

    def texts(self, subject: str, shipped: Texts) -> Texts:
        row = self.versions.get(subject)
        return {"en": row.en, "cy": row.cy} if row else shipped

    def is_checked(self, subject: str, texts: Texts) -> bool:
        """The same in both languages, as a phone number is, there is nothing to check; a words file may say who read it."""
        if texts["en"] == texts["cy"] or welsh.came(texts) == welsh.CHECKED:
            return True
        return (subject, digest_of(texts["en"]), digest_of(texts["cy"])) in self.checks

    def welsh(self, subject: str, shipped: Texts) -> str:
        """How far the Welsh in force may be relied on (welsh.py). One query more for words an office changed and nobody
        checked."""
        texts = self.texts(subject, shipped)
        if self.is_checked(subject, texts):
            return welsh.CHECKED
        if texts == dict(shipped):
            return welsh.came(texts)
        rows = Version.objects.filter(subject=subject, number__lt=self.number(subject)).order_by("number")
        return welsh.moved_on(texts, [shipped, *({"en": row.en, "cy": row.cy} for row in rows)])


_held: ContextVar[dict[date, Book] | None] = ContextVar("words_held", default=None)


@contextmanager
def held() -> Iterator[None]:
    """Within the block words are asked for once a day of theirs: for one request, or one round of letters."""
    token = _held.set({})
    try:
        yield
    finally:
        _held.reset(token)


def forget() -> None:
    """Words were changed: whoever asks in this block next gets the new ones."""
    kept = _held.get()
    if kept is not None:
        kept.clear()


def book(on: date) -> Book:
    kept = _held.get()
    if kept is None:
        return Book(on)
    return kept.setdefault(on, Book(on))


def current(subject: str, language: str, on: date, *, shipped: str, english: str | None = None) -> Current:
    """The words in force that day: the office's, or those that came (`shipped`). One query, or none within `held`.

    `english` is what came in English: without it Welsh that nobody changed counts as checked by nobody."""
    row = book(on).versions.get(subject)
    text = (row.cy if language == "cy" else row.en) if row else shipped
    return Current(text, digest_of(text), row.number if row else 0, _checked(subject, language, on, row, text, english))


def _checked(subject: str, language: str, on: date, row: Version | None, text: str, english: str | None) -> bool:
    against = row.en if row else english
    if language != "cy":
        return True
    return against is not None and book(on).is_checked(subject, {"en": against, "cy": text})


def lists(language: str, on: date) -> plain.Lists:
    """The lists of plain words as the office has them that day. One query."""
    known = {key: current(f"list:{key}", language, on, shipped=shipped()[f"list:{key}"].shipped[language]).text
             for key in ("jargon", "blame")}  # fmt: skip
    return plain.Lists(plain.listed(known["jargon"]), plain.listed(known["blame"]))


def hints(text: str, language: str, on: date) -> list[plain.Hint]:
    return plain.hints(text, language, lists(language, on))


@dataclass(frozen=True)
class Standing:
    """How a subject stands: the words in force, the newest ones if they still wait, and whether the Welsh was read."""

    subject: Subject
    texts: Texts
    number: int
    waiting: Version | None
    coming: SignOff | None
    checked: bool

    @property
    def newest(self) -> Texts:
        """What would be worked on next."""
        if self.waiting:
            return {"en": self.waiting.en, "cy": self.waiting.cy}
        return self.texts


def standings(on: date) -> list[Standing]:
    """Every subject, those that came first. Three queries, however many there are."""
    now, newest = book(on), _newest()
    every = dict(shipped())
    for key, row in newest.items():
        if key not in every and (made := made_here(row)):
            every[key] = made
    return [_standing(subject, now, newest.get(key), on) for key, subject in every.items()]


def _newest() -> dict[str, Version]:
    """The newest version of each subject, and its sign-off. One query."""
    newer = Version.objects.filter(subject=OuterRef("subject"), number__gt=OuterRef("number"))
    return {row.subject: row for row in Version.objects.filter(~Exists(newer)).select_related("signed", "by")}


def _standing(subject: Subject, now: Book, newest: Version | None, on: date) -> Standing:
    texts = now.texts(subject.key, subject.shipped)
    signed: SignOff | None = getattr(newest, "signed", None) if newest else None
    waiting = newest if newest and not signed else None
    coming = signed if signed and signed.since > on else None
    return Standing(subject, texts, now.number(subject.key), waiting, coming, now.is_checked(subject.key, texts))


def standing(key: str, on: date) -> Standing | None:
    """One subject as it stands; None when there is none of that name. At most three queries."""
    newest = Version.objects.filter(subject=key).select_related("signed", "by").order_by("-number").first()
    subject = shipped().get(key) or (made_here(newest) if newest else None)
    return _standing(subject, book(on), newest, on) if subject else None


def made_here(row: Version) -> Subject | None:
    """A paragraph the office wrote itself, which never came with the system."""
    from .paragraphs import written_here  # only paragraphs can be added; they know their own shape

    return written_here(row.subject, {"en": row.en, "cy": row.cy})


def versions(key: str) -> list[Version]:
    """All versions of a subject, newest first, with who wrote and who signed. One query."""
    rows = Version.objects.filter(subject=key).select_related("by", "signed", "signed__by")
    return list(rows.order_by("-number"))


def texts_of(subject: Subject, number: int) -> Texts | None:
    """The words of one version; of what came with the system for 0."""
    if number == 0:
        return subject.shipped
    row = Version.objects.filter(subject=subject.key, number=number).first()
    return {"en": row.en, "cy": row.cy} if row else None


def version(key: str, number: int) -> Version | None:
    return Version.objects.filter(subject=key, number=number).select_related("by", "signed").first()


def last_check(key: str, texts: Texts) -> Checked | None:
    english, welsh = rules.digest(texts["en"]), rules.digest(texts["cy"])
    return Checked.objects.filter(subject=key, english=english, welsh=welsh).select_related("by").first()


def awaiting(on: date) -> list[Standing]:
    """What a translator has still to read, in the order of the list: the Welsh that is, or is about to be, in force."""
    now = book(on)
    return [one for one in standings(on) if not now.is_checked(one.subject.key, one.newest)]


