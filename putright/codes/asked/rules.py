"""What a kind of contact asks, and what may be done to its questions. Pure. Days are inclusive at both ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

# Kinds of answer. `told` is not a question: a sentence said to the person, or shown to them, with nothing to answer.
ANSWERS = ("told", "yesno", "choice", "text", "date", "money", "registration")
PUBLIC, HANDLER, BOTH = "public", "handler", "both"
YES_NO = ("yes", "no", "not_known")
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
PLATE = re.compile(r"[A-Z0-9]{1,8}")
CURRENT = re.compile(r"([A-Z]{2}[0-9]{2})([A-Z]{3})")
DEAREST = Decimal(1_000_000)
LONGEST_ANSWER = 300
THEIRS = ("text", "registration")  # their own words, or a number of theirs
LONGEST = {"name": 28, "en": 600, "cy": 600, "hint_en": 300, "hint_cy": 300, "source": 200}
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Choice:
    code: str
    en: str
    cy: str

    def name(self, language: str) -> str:
        return self.cy if language == "cy" else self.en


@dataclass(frozen=True, slots=True)
class Question:
    """A question of one kind as it stood from `since` to `until`. `name` stays when the words change."""

    topic: str
    name: str
    answer: str
    asked: str
    en: str
    cy: str
    since: date
    until: date | None = None
    hint_en: str = ""
    hint_cy: str = ""
    choices: tuple[Choice, ...] = ()
    place: int = 0
    source: str = ""
    recalled: str = ""

    @property
    def code(self) -> str:
        return f"{self.topic}.{self.name}"

    def words(self, language: str) -> str:
        return self.cy if language == "cy" else self.en

    def hint(self, language: str) -> str:
        return self.hint_cy if language == "cy" else self.hint_en

    def in_force(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on <= self.until)

    def is_for(self, audience: str) -> bool:
        return self.asked in (audience, BOTH)

    def chosen(self, code: str, language: str) -> str:
        return next((one.name(language) for one in self.choices if one.code == code), code)


@dataclass(frozen=True)
class Questions:
    """Every row of every kind, closed ones too, in their order."""

    rows: tuple[Question, ...] = ()

    def of(self, topic: str, on: date, audience: str = "") -> tuple[Question, ...]:
        """What that kind asks that day; of one audience only, when one is given."""
        here = (row for row in self.rows if row.topic == topic and row.in_force(on))
        return tuple(row for row in here if not audience or row.is_for(audience))

    def find(self, topic: str, name: str, on: date) -> Question | None:
        return next((row for row in self.of(topic, on) if row.name == name), None)

    def begun(self, topic: str, name: str, since: date) -> Question | None:
        """The very row an old answer was given to, by the day it began."""
        return next((r for r in self.rows if (r.topic, r.name, r.since) == (topic, name, since)), None)

    def public_topics(self, on: date) -> tuple[str, ...]:
        """The kinds that ask the public anything that day."""
        return tuple(dict.fromkeys(r.topic for r in self.rows if r.in_force(on) and r.is_for(PUBLIC)))


@dataclass(frozen=True)
class Answered:
    """An answer to a question: its name, the first day of its words, and the answer. `personal`: words or a number of theirs,
    which a case may be found by."""

    question: str
    since: date
    value: str
    personal: bool = False


def problems(held: Questions, new: Question, *, today: date) -> Iterator[str]:
    """Why that row may not begin: words for `refusals.SAID`. Nothing: it may."""
    if not NAME.fullmatch(new.name):
        yield "question_name"
    if new.answer not in ANSWERS or new.asked not in (PUBLIC, HANDLER, BOTH):
        yield "question_answer"
    if not (new.en.strip() and new.cy.strip()) or bool(new.hint_en.strip()) != bool(new.hint_cy.strip()):
        yield "question_words"
    if any(len(getattr(new, field)) > longest for field, longest in LONGEST.items()):
        yield "question_long"
    if new.answer == "choice" and len(new.choices) < 2:
        yield "question_choices"
    if new.since < today:
        yield "question_past"
    if any(row.until is None or row.until >= new.since for row in named(held, new.topic, new.name)):
        yield "question_twice"


def named(held: Questions, topic: str, name: str) -> list[Question]:
    return [row for row in held.rows if (row.topic, row.name) == (topic, name)]


def reworded(old: Question, new: Question) -> tuple[Question, Question]:
    """The old row ended the day before, and the new one with what may never change: name, kind of answer, audience."""
    return replace(old, until=new.since - DAY), replace(new, topic=old.topic, name=old.name, answer=old.answer)


def read_choices(text: str) -> tuple[Choice, ...]:
    """One choice a line, English then Welsh with an equals sign between. Raises ValueError at a line that is not so."""
    found: list[Choice] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        en, equals, cy = (part.strip() for part in line.partition("="))
        code = re.sub(r"[^a-z0-9]+", "-", en.casefold()).strip("-")[:40]
        if not (equals and en and cy and code) or code in {one.code for one in found}:
            raise ValueError(line)
        found.append(Choice(code, en, cy))
    return tuple(found)


def kept_codes(new: Iterable[Choice], old: Iterable[Choice]) -> tuple[Choice, ...]:
    """The same English keeps its code, so that answers are counted together."""
    known = {one.en: one.code for one in old}
    return tuple(replace(one, code=known.get(one.en, one.code)) for one in new)


def read_answer(one: Question, sent: str) -> str:
    """An answer as it is kept, from what another system sent or an old log held. Raises ValueError for what is none."""
    sent = " ".join(sent.split())
    if one.answer == "yesno" and sent in YES_NO or one.answer == "choice" and sent in {each.code for each in one.choices}:
        return sent
    if one.answer == "text" and sent and len(sent) <= LONGEST_ANSWER:
        return sent
    if one.answer == "date":
        return date.fromisoformat(sent).isoformat()
    if one.answer in READ:
        return READ[one.answer](sent)
    raise ValueError(sent)


def plate(typed: str) -> str:
    """A registration number in capitals, in two groups where it is of today's form. Raises ValueError for what is none."""
    bare = "".join(typed.upper().split()).replace("-", "")
    if not PLATE.fullmatch(bare):
        raise ValueError(typed)
    now = CURRENT.fullmatch(bare)
    return f"{now[1]} {now[2]}" if now else bare


def pounds(typed: str) -> str:
    """An amount as pounds and pence: "£1,200" is 1200.00. Raises ValueError for what is none."""
    try:
        amount = Decimal(typed.replace("£", "").replace(",", "").strip())
    except InvalidOperation as problem:
        raise ValueError(typed) from problem
    if not (amount.is_finite() and 0 <= amount < DEAREST):
        raise ValueError(typed)
    return f"{amount:.2f}"


READ: dict[str, Callable[[str], str]] = {"money": pounds, "registration": plate}
