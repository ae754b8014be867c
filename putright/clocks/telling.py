"""The working-out of a clock, in sentences of both languages. No Django and no database.

Where the office changed a promise or a bank holiday after the clock began, the date it had before stays in sight."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime

from offices import Office
from offices.shape import Promise
from putright.law import calendar

from . import words
from .periods import Worked, counted, remarks
from .runs import Run
from .words import Said


def told(made: Promise, run: Run, worked: Worked, office: Office, state: str) -> Mapping[str, tuple[str, ...]]:
    said = [_beginning(run), *_count(run, worked)]
    if not worked.whole:
        said.append(words.say("beyond"))
    said += [*_before(made, run, worked, office), *remarks(made), *_finish(run, state)]
    return {language: tuple(line[language] for line in said) for language in words.LANGUAGES}


def in_short(run: Run, worked: Worked, left_out: int) -> Said:
    """Why that day, in a sentence or two: what was promised, from when, how many days did not count, what was given more."""
    due_at = worked.counted.due_at
    if due_at is None:
        return _count(run, worked)[0]
    period = worked.by.period
    length, start = words.amount(period.n, str(period.kind)), words.moment(run.started_at)
    said = [words.say("due", when=words.moment(due_at), length=length, start=start)]
    if left_out:
        said.append(words.say("left_out", days=words.amount(left_out, "days")))
    if more := sum(one.by for one in worked.counted.taken):
        said.append(words.say("given", by=words.amount(more, _unit(worked))))
    said += _until(run, worked)[-1:]
    return {language: " ".join(line[language] for line in said) for language in words.LANGUAGES}


def _unit(worked: Worked) -> str:
    kind = str(worked.by.period.kind)
    return kind if kind in ("hours", "working_days") else "days"


def _beginning(run: Run) -> Said:
    why = words.in_both(words.HAPPENED[run.why])
    if run.first_at != run.started_at:
        return words.say("began_again", first=words.moment(run.first_at), why=why)
    return words.say("began", why=why)


def _count(run: Run, worked: Worked) -> list[Said]:
    found = worked.counted
    if found.due_at is None:
        since = run.stops[-1].since if run.stops else run.started_at
        minutes = worked.by.period.kind == "hours"
        left = words.amount(found.left, "minutes" if minutes else "days")
        return [words.say("standing", since=words.moment(since), left=left)]
    lines = worked.by.working_out(found.due_at, run.stills)
    both = [dict(zip(lines, pair, strict=True)) for pair in zip(*lines.values(), strict=True)]
    taken = [
        words.say("longer", when=words.moment(one.at), by=words.amount(one.by, _unit(worked))) for one in found.taken
    ]
    return [*both, *taken, *_until(run, worked)]


def _until(run: Run, worked: Worked) -> list[Said]:
    """The days it was given, and those that were set too late to count."""
    return [
        words.say("until" if one in worked.until else "until_late", when=words.moment(one.at), day=words.day(one.until))
        for one in run.longer if one.until
    ]


def _before(made: Promise, run: Run, worked: Worked, office: Office) -> Iterable[Said]:
    """What it was due before, where something was agreed after it began that moved it. Newest last."""
    began = calendar.day_of(run.started_at)
    days = sorted({day.agreed for day in office.days_off if day.agreed and day.agreed >= began})
    for agreed in days:
        earlier = tuple(day for day in office.days_off if day.agreed is None or day.agreed < agreed)
        yield from _moved(run, counted(made, run, replace(office, days_off=earlier)), worked, agreed, "before_day")
    if made.agreed and made.agreed >= began and (old := _row_before(made, office)):
        yield from _moved(run, counted(old, run, office), worked, made.agreed, "before_promise")


def _row_before(made: Promise, office: Office) -> Promise | None:
    earlier = [row for row in office.promises if row.name == made.name and row.until and row.until < (made.since or date.min)]
    return max(earlier, key=lambda row: row.until or date.min, default=None)


def _moved(run: Run, before: Worked, now: Worked, agreed: date, sentence: str) -> Iterable[Said]:
    was: datetime | None = before.counted.due_at
    if was and was != now.counted.due_at:
        yield words.say(sentence, agreed=words.day(agreed), was=words.moment(was))


def _finish(run: Run, state: str) -> list[Said]:
    if state == "missed":
        return [words.say("missed")]
    if state == "excused" and run.excused:
        return [words.say("excused", when=words.moment(run.excused[0]))]
    end = run.kept or run.ended
    if end is None:
        return []
    return [words.say(state, when=words.moment(end[0]), why=words.in_both(words.HAPPENED[end[1]]))]
