"""What a change of a kind's questions would do, before it is made. Changes nothing."""

from dataclasses import replace
from datetime import date, datetime

from putright.law.calendar import day_of

from ..refusals import NotChanged
from ..rules import Problem
from . import rules
from .queries import Planned, all_questions, version
from .rules import Question


def plan(topic: str, name: str, *, new: Question | None = None, until: date | None = None, at: datetime) -> Planned:
    """What a change would do: a question begun (`name` empty), reworded from `new.since`, or ended with `until`.

    Refuses NotChanged: a day gone by, a missing language, choices too few, a name already in force, nothing to change."""
    asked, today = all_questions(), day_of(at)
    old = asked.find(topic, name, (new.since if new else until) or today) if name else None
    if name and old is None:
        raise NotChanged([Problem("not_in_force", name, {"day": (new.since if new else until) or today})])
    if old and new:
        return _reworded(asked, old, new, today)
    if old:
        if until is None or until < today:
            raise NotChanged([Problem("question_past", name)])
        return Planned(version(), replace(old, until=until), None)
    if new is None:
        raise NotChanged([Problem("nothing")])
    if wrong := list(rules.problems(asked, new, today=today)):
        raise NotChanged([Problem(one, new.name) for one in wrong])
    return Planned(version(), None, new)


def _reworded(asked: rules.Questions, old: Question, new: Question, today: date) -> Planned:
    if new.since <= old.since:
        raise NotChanged([Problem("begins_that_day", old.name, {"day": old.since})])
    ends, begins = rules.reworded(old, new)
    if replace(begins, since=old.since, until=old.until) == old:
        raise NotChanged([Problem("nothing")])
    others = rules.Questions(tuple(row for row in asked.rows if row != old))
    if wrong := list(rules.problems(others, begins, today=today)):
        raise NotChanged([Problem(one, old.name) for one in wrong])
    return Planned(version(), ends, begins)
