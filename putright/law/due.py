"""When is a promise due? The plain function behind `script/manage due`: text in, text out, no office of its own."""

from __future__ import annotations

from collections.abc import Mapping

from putright.law.calendar import read_moment
from putright.law.promises import STATUTORY, Due, Hours, Period, due
from putright.law.refusals import UnknownPromise
from putright.law.terms import nearest


def work_out(promise: str, from_: str, *, periods: Mapping[str, Period] | None = None, hours: Hours | None = None) -> Due:
    """Work out a named promise from ISO 8601 text; without an offset it is London time.

    `periods` are the office's own promises. What the law sets cannot be replaced by an office. Refuses an unknown promise,
    a time that cannot be read or that London never had, and working days beyond the bank holidays we hold.
    """
    known = {**(periods or {}), **STATUTORY}
    if promise not in known:
        raise UnknownPromise(promise, nearest(promise, known))
    return due(known[promise], read_moment(from_), hours=hours)


def as_text(result: Due, language: str = "en") -> str:
    """The due moment in ISO 8601 on the first line, the working-out below it."""
    return "\n".join((result.at.isoformat(), *result.working_out[language]))
