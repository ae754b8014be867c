"""Evidence, scores and assessments of the demonstration's office: all 57 elements, with some gaps, from excellence.toml."""

import tomllib
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from putright.assessors.actions import cycle as assessments
from putright.assessors.actions.people import agrees
from putright.cases.models import Case
from putright.excellence import catalogue
from putright.excellence.actions import evidence, standing
from putright.law.calendar import day_of
from putright.people.models import Handler
from putright.people.roles import Role

FILE = Path(__file__).parent / "excellence.toml"
WIDE, HIGH = 1000, 700


def show_excellence(staff: list[Handler], *, now: datetime) -> int:
    """Play it through the ordinary actions. Says how many pieces of evidence."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    team = [one for one in staff if one.role == Role.HANDLER]
    leads = next(one for one in staff if one.role == Role.SUPERVISOR)
    for number, one in enumerate(told["items"]):
        evidence_of(one, team[number % len(team)], now)
    thanked(team[0], now)
    scored(told, team, now)
    met(told, team[0], now)
    assessed(told, leads, team, now)
    return len(told["items"])


def evidence_of(one: dict[str, Any], by: Handler, now: datetime) -> None:
    at = now - timedelta(days=min(one["ago"], 20))
    on = day_of(now) - timedelta(days=one["ago"])
    file = (drawn(one["file"], one["words"]), f"{one['file']}.pdf") if "file" in one else None
    given = evidence.Evidence(
        one["kind"], one["title"], on, one["words"], one.get("link", ""), on + timedelta(days=one["recent"]),
        redaction=one.get("redaction", "not_needed"), file=file,
    )  # fmt: skip
    evidence.add(given, [("cse", ref) for ref in one["refs"]], by=by, at=at)


def drawn(title: str, words: str) -> bytes:
    """A page of paper with its title and words, as PDF: invented, and said to be."""
    page = Image.new("RGB", (WIDE, HIGH), "white")
    pen, line, lines = ImageDraw.Draw(page), "", []
    for word in words.split():
        if len(line) + len(word) > 70:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    pen.text((60, 60), title, fill="black", font_size=44)
    for number, text in enumerate([*lines, line, "", "An invented page of the demonstration."]):
        pen.text((60, 160 + 40 * number), text, fill="black", font_size=24)
    out = BytesIO()
    page.save(out, "PDF")
    return out.getvalue()


def thanked(by: Handler, now: datetime) -> None:
    """The thanks among the live cases, used with one press; one read and agreed, so that it is ready."""
    for case in Case.objects.filter(kind="compliment").order_by("pk")[:2]:
        made = evidence.use_thanks(case, by=by, at=now - timedelta(hours=2))
        refs = [("cse", "2.2.2"), ("cse", "4.2.2")]
        ready = evidence.Evidence(
            "thanks", made.title, made.on, made.words, redaction="done", consent="given", consent_on=day_of(now)
        )
        evidence.change(made, ready, refs, by=by, at=now - timedelta(hours=1))
        break


def scored(told: dict[str, Any], team: list[Handler], now: datetime) -> None:
    at, special = now - timedelta(days=9), told["scores"]
    for number, one in enumerate(catalogue.the("cse").elements):
        score, why = special.get(one.ref, ["full", special["met"]])
        if score:
            standing.score("cse", one.ref, score, why, by=team[number % len(team)], at=at)
    for number, plan in enumerate(told["plans"]):
        due = day_of(now) + timedelta(days=plan["in"])
        planned = standing.Planned(team[number % len(team)], plan["progress"], plan["action"], due)
        standing.plan("cse", plan["ref"], planned, by=team[0], at=at)
    standing.comment("cse", "1.2.3", "The panel could tell us who is missing.", by=team[0], at=at)


def met(told: dict[str, Any], by: Handler, now: datetime) -> None:
    known = {one["name"]: standing.note_stakeholder(one, by=by, at=now) for one in told["stakeholders"]}
    for one in told["meetings"]:
        on, whom = day_of(now) - timedelta(days=one["ago"]), known.get(one.get("with", ""))
        standing.note_meeting(on, one["title"], one["words"], whom, by=by, at=now)


def assessed(told: dict[str, Any], leads: Handler, team: list[Handler], now: datetime) -> None:
    """Last year's assessment, passed, with its recommendations; and this year's, begun."""
    today, last = day_of(now), told["last_year"]
    decided = today - timedelta(days=330)
    before = {**dates(decided - timedelta(days=60), decided), "body": last["body"], "summary": last["summary"]}
    past = assessments.keep_cycle({**before, "result": "passed", "decided_on": decided}, by=leads, at=now)
    for one in catalogue.the("cse").elements:
        assessments.note_score(past, one.ref, "plus" if one.ref in PLUS else "full", "", by=leads, at=now)
    for one in last["recommendations"]:
        recommended(past, one, leads, team[0], now)
    begun = {**dates(today - timedelta(days=30), today + timedelta(days=35)), "body": last["body"], "summary": ""}
    one = assessments.keep_cycle({**begun, "result": "", "decided_on": None}, by=leads, at=now)
    for row in told["this_year"]["recommendations"]:
        recommended(one, row, leads, team[0], now)
    for number, handler in enumerate(team):
        when = assessments.When(today + timedelta(days=35), f"{10 + number}:00", "Room 2")
        assessments.schedule(one, handler, when, by=leads, at=now)
    for case in Case.objects.filter(stage="closed", imported=False, complainant__anonymous=False).order_by("pk")[:2]:
        agrees(case, True, by=team[0], at=now - timedelta(minutes=30))


PLUS = ("1.1.3", "2.1.6", "4.2.4")


def dates(begins: date, visit: date) -> dict[str, Any]:
    known = {"standard": "cse", "years": 1, "until": None}
    return known | {"begins_on": begins, "self_by": visit - timedelta(days=14), "visit_on": visit}


def recommended(cycle: Any, one: dict[str, Any], leads: Handler, owner: Handler, now: datetime) -> None:
    row = assessments.recommend(cycle, one["words"], one["ref"], by=leads, at=now)
    if "answer" in one:
        due = day_of(now) + timedelta(days=one.get("due", -60)) if one["answer"] == "accept" else None
        given = assessments.Review(one["answer"], one.get("why", ""), owner if due else None, due)
        assessments.review(row, given, by=leads, at=now)
    if "done" in one:
        assessments.finish(row, day_of(now) - timedelta(days=70), one["done"], by=leads, at=now)
