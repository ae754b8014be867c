"""An assessment with an assessor who has come in."""

import re
from datetime import date, timedelta

from putright.assessors.actions import cycle, people
from putright.law.calendar import day_of

DETAILS = {
    "standard": "cse", "body": "Assessment Services Ltd", "years": 1, "begins_on": date(2026, 3, 1), "self_by": None,
    "visit_on": date(2026, 4, 20), "result": "", "decided_on": None, "until": None, "summary": "",
}  # fmt: skip
ANSWER = {"name": "Quibblethwaite", "reach": "0151 496 0777", "when": "Any Tuesday"}


def a_cycle(by, at, **more):
    return cycle.keep_cycle(DETAILS | more, by=by, at=at)


def assessor(by, at, one=None):
    """(assessor, own code)"""
    one = one or a_cycle(by, at)
    _row, joining = people.let_in(one, "Alis Prydderch", "01632 960333", day_of(at) + timedelta(days=30), by=by, at=at)
    return people.join(joining, by=None, at=at)


def code_in(letter) -> str:
    return re.search(r"(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}", letter.body)[0]
