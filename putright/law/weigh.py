"""Weigh facts from the command line: `python -m putright.law.weigh --on 2026-03-27 FACTS.json`.

FACTS.json holds facts by name, or {"question": …, "facts": {…}}. `--list` prints each question's facts with their
meaning. Answers 0 and prints JSON; answers 2 and says why in a sentence when something given is wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from putright.law import words
from putright.law.explain import explain
from putright.law.questions import QUESTIONS, named, weigh
from putright.law.refusals import LawRefused


def main(argv: Sequence[str] | None = None) -> int:
    options = _options().parse_args(argv)
    try:
        if options.list:
            print(listing(options.language, options.question))
            return 0
        found = _weigh_file(options.facts, options.question, _day(options.on), explained=options.explain)
    except LawRefused as refused:
        print(refused.cy if options.language == "cy" else refused.en, file=sys.stderr)
        return 2
    print(json.dumps(found, ensure_ascii=False, indent=2))
    return 0


def listing(language: str = "en", only: str | None = None) -> str:
    """Every question, or the one asked for, with its facts: what to ask, and what it means. Refuses an unknown question."""
    lines = []
    for name, question in QUESTIONS.items() if only is None else [(only, named(only))]:
        lines.append(f"{name}: {words.question_text(name, language)}")
        for fact in question.facts:
            lines.append(f"  {fact}: {words.fact_question(fact, language)}")
            lines.append(f"      {words.fact_meaning(fact, language)}")
    return "\n".join(lines)


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="weigh", description="Weigh facts against the law as it stood on a day.")
    parser.add_argument("facts", nargs="?", metavar="FACTS.json", help="facts by name; - reads them from standard input")
    parser.add_argument("--on", metavar="YYYY-MM-DD", help="the day whose law applies")
    parser.add_argument("--question", help=f"one of {', '.join(QUESTIONS)}; recording if left out")
    parser.add_argument("--list", action="store_true", help="print each question's facts with their meaning")
    parser.add_argument("--explain", action="store_true", help="also say why, and which single answer would change it")
    parser.add_argument("--language", choices=words.LANGUAGES, default="en")
    return parser


def _day(text: str | None) -> date:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        raise LawRefused(f"“{text or ''}” is not a day. Give one with --on, like --on 2026-03-27.",
                         f"Nid yw “{text or ''}” yn ddyddiad. Rhowch un gydag --on, fel --on 2026-03-27.") from None


def _weigh_file(path: str | None, question: str | None, on: date, *, explained: bool) -> dict[str, object]:
    sheet = _read(path)
    facts = sheet.get("facts")
    if isinstance(facts, dict):
        question, sheet = question or str(sheet.get("question", "recording")), facts
    told = (explain if explained else weigh)(question or "recording", sheet, on=on)
    return told.as_json()


def _read(path: str | None) -> dict[str, object]:
    if path is None:
        raise LawRefused("Name the file of facts, or - for standard input.",
                         "Enwch y ffeil o ffeithiau, neu - ar gyfer y mewnbwn safonol.")
    try:
        text = sys.stdin.read() if path == "-" else Path(path).read_text("utf-8-sig")
        sheet = json.loads(text, object_pairs_hook=_once)
    except OSError:
        raise LawRefused(f"The file “{path}” cannot be read.", f"Ni ellir darllen y ffeil “{path}”.") from None
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError):
        raise LawRefused(f"“{path}” is not JSON.", f"Nid yw “{path}” yn JSON.") from None
    if not isinstance(sheet, dict):
        raise LawRefused(f"“{path}” must hold facts by name, like {{\"serious_assault\": \"yes\"}}.",
                         f"Rhaid i “{path}” gynnwys ffeithiau yn ôl enw, fel {{\"serious_assault\": \"yes\"}}.")
    return sheet


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Refuse a fact given twice: which answer was meant cannot be known."""
    seen: dict[str, object] = {}
    for name, value in pairs:
        if name in seen:
            raise LawRefused(f"“{name}” is given twice. Keep one.", f"Rhoddir “{name}” ddwywaith. Cadwch un.")
        seen[name] = value
    return seen


if __name__ == "__main__":
    sys.exit(main())
