"""What the demonstration's office learned, whom it told, and what they answered: from learning.toml, by the ordinary actions."""

import tomllib
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from putright.cases.models import SENSITIVE, Case
from putright.forums import actions as forums
from putright.law.calendar import day_of
from putright.learning import rules
from putright.learning.actions import asides, boards, force, public
from putright.learning.actions.lessons import Learned, note_lesson
from putright.people.models import Handler
from putright.people.roles import Role

FILE = Path(__file__).parent / "learning.toml"


def show_learning(staff: list[Handler], *, now: datetime) -> int:
    """Says how many lessons."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    team = [one for one in staff if one.role == Role.HANDLER]
    leads = next(one for one in staff if one.role == Role.SUPERVISOR)
    cases = list(Case.objects.filter(imported=False, restriction__lt=SENSITIVE, kind="complaint").order_by("pk")[:20])
    for number, one in enumerate(told["lessons"]):
        by = team[number % len(team)]
        lesson(one, cases[number % len(cases)] if cases else None, by, now)
    for one in told["actions"]:
        action(one, leads, now)
    for one in told["suggestions"]:
        suggestion(one, team[0], now)
    for one in told["said"]:
        said(one, team[0], leads, now)
    for one in told["practice"]:
        practice(one, team[-1], leads, now)
    for place, one in enumerate(told["forum"]):
        for_the_forum(one, cases[-1 - place], team[0], now)
    cause = told["aside"]
    asides.set_aside(cause["what"], cause["why"], day_of(now) + timedelta(days=cause["days"]), by=leads, at=now)
    return len(told["lessons"])


def lesson(one: dict[str, Any], case: Case | None, by: Handler, now: datetime) -> None:
    """The log of a case is in order of time, so the lesson is of now; the recommendation says when it was sent."""
    learned = note_lesson(Learned(one["level"], one["cause"], one["words"]), case, by=by, at=now)
    if "ask" not in one:
        return
    sent = day_of(now) - timedelta(days=one["ago"])
    asked = force.Asked(one["to"], one["ask"], sent, rules.due(sent, rules.DEFAULT), one.get("email", ""))
    row = force.recommend(asked, case, learned, by=by, at=now)
    if "answer" in one:
        force.hear(row, one["answer"], one["answered"], day_of(now) - timedelta(days=2), by=by, at=now)


def action(one: dict[str, Any], by: Handler, now: datetime) -> None:
    due = day_of(now) + timedelta(days=one["due"])
    wanted = boards.Wanted(one["board"], one["words"], one["owner"], due, one.get("paper", ""))
    row = boards.note_action(wanted, by=by, at=now)
    if "done" in one:
        boards.finish_action(row, due, one["done"], by=by, at=now)


def for_the_forum(one: dict[str, Any], case: Case, by: Handler, now: datetime) -> None:
    """The last meeting was nine days ago."""
    concern = forums.raise_with(case, "rural-crime", one["words"], by=by, at=now)
    if "back" in one:
        forums.bring([concern], day_of(now) - timedelta(days=9), by=by, at=now)
        forums.hear(concern, day_of(now) - timedelta(days=2), one["back"], by=by, at=now)


def suggestion(one: dict[str, Any], by: Handler, now: datetime) -> None:
    row = boards.note_suggestion(one["words"], day_of(now) - timedelta(days=one["ago"]), by=by, at=now)
    if "outcome" in one:
        did = boards.Did(one["outcome"], one["did"], one["told"], day_of(now) - timedelta(days=1))
        boards.answer_suggestion(row, did, by=by, at=now)


def said(one: dict[str, Any], by: Handler, signs: Handler, now: datetime) -> None:
    row = public.say(public.Told(one["you_en"], one["you_cy"], one["we_en"], one["we_cy"]), by=by, at=now)
    if one["signed"]:
        public.sign(row, by=signs, at=now)


def practice(one: dict[str, Any], by: Handler, reads: Handler, now: datetime) -> None:
    names = ("title", "problem", "did", "evidence", "contact")
    row = public.note_practice(public.Works(**{name: one[name] for name in names}), by=by, at=now)
    public.render_practice(row, public.Rendered(**one["cy"]), by=by, at=now)
    if one["published"]:
        public.publish(row, by=reads, at=now)
    if "asked" in one:
        told = public.Inquiry(one["asked"], one["question"], day_of(now) - timedelta(days=5), one["answer"])
        public.note_enquiry(told, row, by=by, at=now)
