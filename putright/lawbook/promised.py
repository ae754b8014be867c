"""The promises the law sets, in words of one language: what is promised, how long there is, by which provision, since when."""

from dataclasses import dataclass
from datetime import date

from putright.law import changes, statutory, words
from putright.law.promises import Period
from putright.law.statutory import Promised


@dataclass(frozen=True)
class Promise:
    """`recalled` and `inferred`: a sentence, or empty."""

    name: str
    what: str
    period: str
    source: str
    since: date
    until: date | None
    recalled: str
    inferred: str


def promise(one: Promised, language: str) -> Promise:
    period = one.period
    return Promise(
        one.name, _say(one.name, language), _length(period, language), period.source, one.since, one.until,
        words.sentence("promise_recalled", language) if period.recalled else "", _inferred(period, language),
    )  # fmt: skip


def _length(period: Period, language: str) -> str:
    said = _say(f"period_{period.kind}", language, n=period.n)
    return said[:1].upper() + said[1:]


def _inferred(period: Period, language: str) -> str:
    return words.sentence("promise_inferred", language) if period.inferred else ""


def _say(name: str, language: str, **values: object) -> str:
    return words.words("handbook", name)["text"][language].format(**values)


def listed(on: date, language: str) -> tuple[Promise, ...]:
    return tuple(promise(one, language) for one in statutory.in_force(on))


def between(first: date, second: date, language: str) -> dict[str, tuple[Promise, ...]]:
    began, ended = statutory.between(first, second)
    found = {"began": began, "ended": ended}
    return {which: tuple(promise(one, language) for one in ones) for which, ones in found.items()}


def turns() -> list[date]:
    """Every day on which a row or a promise of the law begins, or the day after one ends."""
    return sorted({*changes.days(), *statutory.days()})
