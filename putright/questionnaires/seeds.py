"""The surveys that come with Putright, as version 1 of each, in force from the first day of the present scheme."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from django.db import transaction

from .models import SignOff, Survey, Version
from .rules import Content, Question

FILE = Path(__file__).parent / "surveys.toml"
BEGAN = date(2020, 2, 1)


@cache
def shipped() -> Mapping[str, tuple[Mapping[str, str], Content]]:
    """slug -> its row and what it asks."""
    written = tomllib.loads(FILE.read_text("utf-8"))
    found = {}
    for row in written["surveys"]:
        questions = tuple(_question(name, written["questions"][name]) for name in row["questions"])
        content = Content(written["intro"]["en"], written["intro"]["cy"], questions, row["equality"])
        found[row["slug"]] = ({key: row[key] for key in ("slug", "kind", "en", "cy")}, content)
    return found


def _question(name: str, row: Mapping[str, Any]) -> Question:
    choices = tuple((code, en, cy) for code, en, cy in row.get("choices", ()))
    return Question(row.get("code", name), row["kind"], row["en"], row["cy"], row.get("soft", ""), choices)


def missing() -> set[str]:
    return set(shipped()) - set(Survey.objects.values_list("slug", flat=True))


@transaction.atomic
def ensure(at: datetime) -> int:
    """Put in the surveys that were never there. What an office changed is its own. Doing it again does nothing."""
    new = missing()
    for slug in sorted(new):
        row, content = shipped()[slug]
        made = Survey.objects.create(slug=slug, kind=row["kind"], name_en=row["en"], name_cy=row["cy"], made_at=at)
        first = Version.objects.create(survey=made, number=1, content=content.kept(), since=BEGAN, at=at)
        SignOff.objects.create(version=first, since=BEGAN, at=at)
    return len(new)
