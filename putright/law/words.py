"""The words of the law room, both languages, from `wording/`. Lawyers and translators edit those files and nothing else."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

LANGUAGES = ("en", "cy")
Words = Mapping[str, str]
_DAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "cy": ("dydd Llun", "dydd Mawrth", "dydd Mercher", "dydd Iau", "dydd Gwener", "dydd Sadwrn", "dydd Sul"),
}
_MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "cy": "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr".split(),
}


@cache
def _words() -> Mapping[str, Mapping[str, Mapping[str, Words]]]:
    files = (Path(__file__).parent / "wording").glob("*.toml")
    return {file.stem: tomllib.loads(file.read_text("utf-8")) for file in files}


def names(section: str) -> frozenset[str]:
    """Everything a section has words for: questions, facts, rules, conclusions or sentences."""
    return frozenset(_words()[section])


def words(section: str, name: str) -> Mapping[str, Words]:
    return _words()[section][name]


def fact_question(fact: str, language: str) -> str:
    """What a handler asks, in plain words, of someone on the phone."""
    return words("facts", fact)["question"][language]


def fact_meaning(fact: str, language: str) -> str:
    return words("facts", fact)["means"][language]


def if_yes(rule_id: str, language: str) -> str:
    """What it means when the row is met."""
    return words("rules", rule_id)["if_yes"][language]


def recalled_part(rule_id: str, language: str) -> str:
    """For a recalled row: which part of it no stored source confirmed."""
    return words("rules", rule_id)["recalled"][language]


def question_text(question: str, language: str) -> str:
    return words("questions", question)["text"][language]


def answer_text(question: str, answer: str, language: str) -> str:
    return words("questions", question)[answer][language]


def conclusion_text(conclusion: str, language: str) -> str:
    return words("conclusions", conclusion)["text"][language]


def sentence(name: str, language: str, **values: object) -> str:
    return words("sentences", name)["text"][language].format(**values)


def long_date(day: date, language: str) -> str:
    """“Friday 27 March 2026”, “dydd Gwener 27 Mawrth 2026”."""
    return f"{_DAYS[language][day.weekday()]} {plain_date(day, language)}"


def plain_date(day: date, language: str) -> str:
    """“27 March 2026”, “27 Mawrth 2026”."""
    return f"{day.day} {_MONTHS[language][day.month - 1]} {day.year}"
