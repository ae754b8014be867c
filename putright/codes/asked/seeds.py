"""What the kinds ask before an office changes anything: seeds.toml beside this file."""

import tomllib
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from ..models import CodeList, KindQuestion
from .rules import Choice, Question

LIST = "questions"
BEGAN = date(2012, 11, 22)  # as the kinds themselves


@cache
def seeds() -> tuple[Question, ...]:
    tables = tomllib.loads((Path(__file__).parent / "seeds.toml").read_text("utf-8"))
    return tuple(
        _row(topic, table, place) for topic, rows in tables.items() for place, table in enumerate(rows, start=1)
    )


def _row(topic: str, table: dict[str, Any], place: int) -> Question:
    choices = tuple(Choice(**one) for one in table.pop("choices", ()))
    return Question(topic=topic, since=BEGAN, choices=choices, place=place, **table)


def held(at: datetime) -> CodeList:
    """The row that is held while questions change; what they come with is put in first. Call inside a transaction."""
    listed, _new = CodeList.objects.get_or_create(slug=LIST)
    listed = CodeList.objects.select_for_update().get(pk=listed.pk)
    if not KindQuestion.objects.exists():
        KindQuestion.objects.bulk_create(column(row, None, at) for row in seeds())
    return listed


def column(row: Question, by: object, at: datetime) -> KindQuestion:
    fields = {name: getattr(row, name) for name in Question.__slots__ if name != "choices"}
    choices = [{"code": one.code, "en": one.en, "cy": one.cy} for one in row.choices]
    return KindQuestion(**fields, choices=choices, changed_by=by, changed_at=at)
