"""Prints the law to `docs/handbook/`, English and Welsh, from the rows, the words and the situations the tests use.

`python -m putright.lawbook.handbook` writes the pages; with `--check` it compares, answers 1 and names each stale page.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from putright.law import calendar, categories, changes, words
from putright.law.explain import sufficient
from putright.law.promises import STATUTORY, Period
from putright.law.questions import FACTS, QUESTIONS
from putright.law.terms import Finding, Known, Question, Rule, find, read_facts
from putright.law.words import LANGUAGES, long_date, plain_date
from putright.lawbook.tables import situations

ROOT = Path(__file__).resolve().parents[2]
SITUATIONS = ROOT / "tests" / "law" / "situations"
PAGES = ROOT / "docs" / "handbook"
LISTS = ("promises", "calendar", "categories", "changes")
IN_FULL = 9  # with more facts than this, the decision table is drawn from the situations
Enough = tuple[tuple[str, Known], ...]


def main(argv: Sequence[str] | None = None) -> int:
    checking = "--check" in (sys.argv[1:] if argv is None else argv)
    if not checking:
        for name, text in pages().items():
            (PAGES / name).parent.mkdir(parents=True, exist_ok=True)
            (PAGES / name).write_text(text, "utf-8")
        return 0
    stale = stale_pages()
    for name in stale:
        print(f"docs/handbook/{name} is out of date. Run: python -m putright.lawbook.handbook", file=sys.stderr)
    return 1 if stale else 0


def stale_pages() -> list[str]:
    """Pages on disk that are missing, differ from what would be printed, or are no longer printed at all."""
    fresh = pages()
    kept = {path.relative_to(PAGES).as_posix(): path for path in PAGES.glob("*/*.md") if path.parent.name in LANGUAGES}
    changed = {name for name, text in fresh.items() if name not in kept or kept[name].read_text("utf-8") != text}
    return sorted(changed | (kept.keys() - fresh.keys()))


def pages() -> dict[str, str]:
    """Every page by its path under `docs/handbook/`."""
    printed = {}
    for language in LANGUAGES:
        printed[f"{language}/index.md"] = _page(language, "index", _index(language))
        for question in QUESTIONS.values():
            printed[f"{language}/{question.name}.md"] = _page(language, question.name, _question(question, language))
        for name, body in (("promises", _promises), ("calendar", _calendar), ("categories", _categories), ("changes", _changes)):
            printed[f"{language}/{name}.md"] = _page(language, name, body(language))
    return printed


def _page(language: str, name: str, lines: Iterable[str]) -> str:
    other = "cy" if language == "en" else "en"
    top = f"[{_say('other_language', language)}](../{other}/{name}.md)"
    return "\n".join((*lines, "", f"{top}. {_say('printed', language)}", ""))


def _index(language: str) -> list[str]:
    lines = [f"# {_say('title', language)}", "", _say("about", language), "", _say("not_advice", language), ""]
    lines += [f"## {_say('questions', language)}", ""]
    lines += [f"- [{words.question_text(name, language)}]({name}.md)" for name in QUESTIONS]
    lines += ["", f"## {_say('lists', language)}", ""]
    return lines + [f"- [{_say(name, language)}]({name}.md)" for name in LISTS]


def _question(question: Question, language: str) -> list[str]:
    lines = [f"# {words.question_text(question.name, language)}", ""]
    lines += [f"## {_say('how', language)}", "", words.answer_text(question.name, "how", language), ""]
    lines += [f"## {_say('answers', language)}", ""]
    lines += [f"- {_say(answer, language)}: {words.answer_text(question.name, answer, language)}"
              for answer in ("yes", "no", "not_known")]
    rows = (_row(rule, language) for rule in question.ordered)
    lines += ["", f"## {_say('rows', language)}", "", *_table(_say("row_head", language), rows), ""]
    lines += [f"## {_say('facts', language)}", ""]
    lines += [f"- `{fact}`: {words.fact_meaning(fact, language)}" for fact in question.facts]
    return lines + _decisions(question, language) + _situations(question, language)


def _row(rule: Rule, language: str) -> list[str]:
    means = words.if_yes(rule.id, language)
    if rule.recalled:
        means += f" {_say('recalled', language)} {words.recalled_part(rule.id, language)}"
    return [rule.id, words.fact_question(rule.fact, language), means, rule.source, _dates(rule.since, rule.until, language)]


def _decisions(question: Question, language: str) -> list[str]:
    """The decision table: each finding, and every smallest set of answers seen to be enough for it."""
    rows = ([_finding(str(answer), conclusion, language),
             ", ".join(f"`{fact}` {_say(f'answer_{given}', language)}" for fact, given in enough)]
            for answer, conclusion, enough in _decided(question))
    about = _say("decisions_in_full" if len(question.facts) <= IN_FULL else "decisions_from_situations", language)
    return ["", f"## {_say('decisions', language)}", "", about, "", *_table(_say("decision_head", language), rows)]


@cache
def _decided(question: Question) -> list[tuple[Known, str, Enough]]:
    decided = {(finding.answer, finding.conclusion or "", enough)
               for finding in _findings(question) for enough in sufficient(question, finding)}
    place = {fact: number for number, fact in enumerate(question.facts)}
    return sorted(decided, key=lambda row: (row[0] is Known.NO, row[1], len(row[2]), [place[fact] for fact, _ in row[2]]))


def _findings(question: Question) -> Iterable[Finding]:
    if len(question.facts) <= IN_FULL:
        day = max(turn for turn in question.turns if question.in_force(turn))
        return [find(question, sheet, on=day) for sheet in situations(question.facts)]
    return [find(question, read_facts(_given(question, row["facts"]), FACTS), on=date.fromisoformat(row["on"]))
            for row in _told(question)]


def _given(question: Question, written: str) -> dict[str, str]:
    """“a=yes *=no” means: a is yes, and every other fact of the question is no."""
    given = dict(part.split("=") for part in written.split())
    rest = given.pop("*", None)
    return {**({fact: rest for fact in question.facts} if rest else {}), **given}


def _told(question: Question) -> list[dict[str, str]]:
    with (SITUATIONS / f"{question.name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _situations(question: Question, language: str) -> list[str]:
    rows = [_situation(row, language) for row in _told(question)]
    about = ["", f"## {_say('situations', language)}", "", _say("situations_about", language), ""]
    return about + _table(_say("situation_head", language), rows)


def _situation(row: dict[str, str], language: str) -> list[str]:
    answer = _finding(row["answer"], row["conclusion"], language)
    missing = ", ".join(f"`{fact}`" for fact in row["missing"].split())
    return [row[language], row["provision"], answer, ", ".join(row["rules"].split()), missing]


def _finding(answer: str, conclusion: str, language: str) -> str:
    said = _say(answer, language)
    return f"{said}: {words.conclusion_text(conclusion, language)}" if conclusion else said


def _changes(language: str) -> list[str]:
    lines = [f"# {_say('changes', language)}", "", _say("changes_about", language), ""]
    rows = ([plain_date(day, language), _ids(changes.between(day - timedelta(days=1), day).began),
             _ids(changes.between(day - timedelta(days=1), day).ended)] for day in changes.days())
    return lines + _table(_say("changes_head", language), rows)


def _ids(rules: Iterable[Rule]) -> str:
    return ", ".join(rule.id for rule in rules)


def _promises(language: str) -> list[str]:
    lines = [f"# {_say('promises', language)}", "", _say("promises_about", language), ""]
    rows = ([_say(name, language), _period(period, language), period.source] for name, period in STATUTORY.items())
    return lines + _table(_say("promise_head", language), rows)


def _period(period: Period, language: str) -> str:
    length = _say(f"period_{period.kind}", language, n=period.n)
    return f"{length}. {_say('inferred', language)}" if period.inferred else length


def _calendar(language: str) -> list[str]:
    known = calendar.england_and_wales()
    lines = [f"# {_say('calendar', language)}", "", _say("calendar_about", language), ""]
    rows = ([long_date(day, language), name[language]] for day, name in known.holidays.items())
    lines += _table(_say("calendar_head", language), rows)
    return [*lines, "", _say("calendar_licence", language, address=calendar.LICENCE_ADDRESS)]


def _categories(language: str) -> list[str]:
    lines = [f"# {_say('categories', language)}", "", _say("categories_about", language), ""]
    rows = ([row.code, _category(row, language), _dates(row.since, row.until, language)] for row in categories.every_row())
    return lines + _table(_say("category_head", language), rows)


def _category(row: categories.Category, language: str) -> str:
    name = row.cy if language == "cy" else row.en
    return f"{name} {_say('recalled', language)}" if row.name_recalled else name


def _dates(since: date, until: date | None, language: str) -> str:
    if until is None:
        return _say("since", language, since=plain_date(since, language))
    return _say("between", language, since=plain_date(since, language), until=plain_date(until, language))


def _table(head: str, rows: Iterable[Sequence[str]]) -> list[str]:
    return [f"| {head} |", "|" + " --- |" * (head.count("|") + 1), *(f"| {' | '.join(row)} |" for row in rows)]


def _say(name: str, language: str, **values: object) -> str:
    return words.words("handbook", name)["text"][language].format(**values)


if __name__ == "__main__":
    sys.exit(main())
