"""What a person can do to the words. Nothing is ever taken away: a change and its undoing are both new versions."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from design.typed import cleaned
from putright.people.gates import check
from putright.people.models import Handler

from . import queries, rules
from .models import Checked, SignOff, Version
from .queries import today
from .refusals import ChangedMeanwhile, NotRight, NotWaiting, NotWelsh, SamePerson
from .rules import Problem
from .subjects import LANGUAGES, Subject, Texts


@dataclass(frozen=True)
class Wanted:
    """What is to be said, from which day, and why. `seen`: the number of the newest version that was looked at."""

    texts: Texts
    since: date
    why: str
    seen: int
    undoes: int | None = None


@transaction.atomic
def propose(subject: Subject, wanted: Wanted, *, by: Handler, at: datetime) -> Version:
    """Write a new version in both languages. It waits until another person signs it off; until then nothing changes.

    Refuses by role; NotRight for words that may not stand, are not in step, change nothing or begin in the past; and
    ChangedMeanwhile when somebody else has written a version since `seen`."""
    check(by, "words.edit")
    texts = {language: cleaned(wanted.texts[language]) for language in LANGUAGES}
    newest = Version.objects.filter(subject=subject.key).order_by("-number").first()
    number = newest.number if newest else 0
    if number != wanted.seen:
        raise ChangedMeanwhile
    before = {"en": newest.en, "cy": newest.cy} if newest else subject.shipped
    found = rules.problems(subject, texts)
    found += [Problem("nothing")] if not found and texts == dict(before) else []
    found += [Problem("past")] if wanted.since < today(at) else []
    if found:
        raise NotRight(found)
    row = Version(subject=subject.key, number=number + 1, en=texts["en"], cy=texts["cy"], since=wanted.since)
    row.why, row.undoes, row.by, row.at = wanted.why, wanted.undoes, by, at
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        raise ChangedMeanwhile from None
    return row


@transaction.atomic
def sign_off(subject: Subject, number: int, *, by: Handler, at: datetime) -> SignOff:
    """Let the newest version be used from its day on, or from today if that has gone by.

    Refuses by role; SamePerson for whoever wrote it; NotWaiting when it is signed off or a newer one is there; NotRight
    when the words could stand when they were written and cannot now."""
    check(by, "words.sign")
    rows = Version.objects.select_for_update(of=("self",)).filter(subject=subject.key).order_by("-number")
    row = rows.first()
    if row is None or row.number != number or SignOff.objects.filter(version=row).exists():
        raise NotWaiting
    if row.by_id == by.pk:
        raise SamePerson
    if found := rules.problems(subject, {"en": row.en, "cy": row.cy}):
        raise NotRight(found)
    try:
        with transaction.atomic():
            signed = SignOff.objects.create(
                version=row, subject=subject.key, since=max(row.since, today(at)), by=by, at=at
            )
    except IntegrityError:
        raise NotWaiting from None
    queries.forget()
    return signed


@transaction.atomic
def check_welsh(subject: Subject, digests: tuple[str, str], *, by: Handler, at: datetime) -> None:
    """Say that this Welsh was read against this English (digests, English first). Twice is once.

    Refuses by role; NotWelsh for somebody who does not speak it; NotWaiting when either text is no longer the newest."""
    check(by, "words.check")
    if not by.speaks_welsh:
        raise NotWelsh
    standing = queries.standing(subject.key, today(at))
    texts = standing.newest if standing else subject.shipped
    if digests != (rules.digest(texts["en"]), rules.digest(texts["cy"])):
        raise NotWaiting
    Checked.objects.get_or_create(
        subject=subject.key, english=digests[0], welsh=digests[1], defaults={"by": by, "at": at}
    )
    queries.forget()
