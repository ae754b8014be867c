"""Short passages that depend on the case, in both languages: words/phrases.toml."""

import tomllib
from pathlib import Path
from typing import Any

from offices import Office

Both = dict[str, str]
_HELD: dict[str, Any] = tomllib.loads(Path(__file__).with_name("words").joinpath("phrases.toml").read_text(encoding="utf-8"))

DEAR: Both = _HELD["dear"]
DEAR_FOR: Both = _HELD["dear_for"]
HELLO: Both = _HELD["hello"]
TEAM: Both = _HELD["team"]
BY: Both = _HELD["by"]
SOON: Both = _HELD["soon"]
ENGLISH_FOLLOWS: Both = _HELD["english_follows"]
CHOOSE_LANGUAGE: Both = _HELD["choose_language"]
PASSED_ALONE: Both = _HELD["passed_alone"]
PASSED_WITH_NAME: Both = _HELD["passed_with_name"]
SHOWN: dict[str, Both] = _HELD["shown"]
NOTICE: Both = _HELD["notice"]
NOTICE_COPY: Both = _HELD["notice_copy"]
WITHDRAWN: dict[str, Both] = _HELD["withdrawn"]
FOUND: Both = _HELD["found"]
DONE: Both = _HELD["done"]
THE: Both = _HELD["the"]
IOPC: Both = _HELD["iopc"]


def _named(rows: dict[str, Any], also: str) -> dict[str, tuple[Both, Both]]:
    return {key: (IOPC if row["who"] == "iopc" else row["who"], row[also]) for key, row in rows.items()}


# body of a hand-over: (who they are, what they do). {force} and {body} are the office's own names.
BODIES = _named(_HELD["bodies"], "does")
# who hears a review (PRA 2002 Sch 3 para 30): (who, why them; CMR 2020 reg 33(2)(a) asks for the statement)
REVIEWS = _named(_HELD["reviews"], "why")


def said(phrase: Both, language: str, office: Office, **more: str) -> str:
    """A phrase with the office's names in it."""
    names = {"force": office.names.force.said(language), "body": office.names.body.said(language)}
    return phrase[language].format(**names, **more)
