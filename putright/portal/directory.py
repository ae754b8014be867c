"""Services and other bodies: those that came with Putright, and the office's own rows over them."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from .models import Service

FILE = Path(__file__).with_name("directory.toml")
BODIES = "bodies"
NEEDS = {
    "crime": _("If you were harmed by a crime"),
    "talk": _("If you need somebody to talk to"),
    "abuse": _("If somebody at home hurts or frightens you"),
    "young": _("If you are under 19"),
    "speak": _("If you want advice, or somebody to speak for you"),
    "hearing": _("If you cannot use a telephone easily"),
    BODIES: _("Other bodies"),
}


@dataclass(frozen=True)
class Row:
    """One service in one language. `ref` names it on the staff's screen; `checked_on` is None until somebody here looked."""

    ref: str
    key: str
    need: str
    name: str
    helps: str
    phone: str
    website: str
    checked_on: date | None


@cache
def came() -> tuple[dict[str, Any], ...]:
    """The rows that came, as they are in the file."""
    return tuple(tomllib.loads(FILE.read_text(encoding="utf-8"))["rows"])


def rows(language: str) -> list[Row]:
    """Every service in force, those that came first. One query."""
    ours = list(Service.objects.order_by("pk"))
    replaced = {one.key for one in ours if one.key}
    shipped = [_came(row, language) for row in came() if row["key"] not in replaced]
    return [*shipped, *(_ours(one, language) for one in ours if one.ended_at is None)]


def by_need(listed: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    """Each kind of need with its services, in the order of NEEDS; those without any left out."""
    listed = list(listed)
    found = [(need, [row for row in listed if row.need == need]) for need in NEEDS]
    return [(need, some) for need, some in found if some]


def details(ref: str) -> dict[str, str]:
    """All of a row in force, in both languages, as the columns of a Service; empty for one there is not."""
    if ref.isascii() and ref.isdigit() and len(ref) < 18:
        one = Service.objects.filter(pk=int(ref), ended_at=None).first()
        return {name: getattr(one, name) for name in COLUMNS} if one else {}
    if Service.objects.filter(key=ref).exists():
        return {}
    return next((_columns(row) for row in came() if row["key"] == ref), {})


COLUMNS = ("key", "need", "name_en", "name_cy", "helps_en", "helps_cy", "phone", "phone_cy", "website")


def _columns(row: dict[str, Any]) -> dict[str, str]:
    both = {f"{what}_{language}": row[what][language] for what in ("name", "helps") for language in ("en", "cy")}
    return both | {name: str(row.get(name, "")) for name in ("key", "need", "phone", "phone_cy", "website")}


def _came(row: dict[str, Any], language: str) -> Row:
    given = _columns(row)
    phone = (given["phone_cy"] if language == "cy" else "") or given["phone"]
    name, helps = given[f"name_{language}"], given[f"helps_{language}"]
    return Row(given["key"], given["key"], given["need"], name, helps, phone, given["website"], None)


def _ours(one: Service, language: str) -> Row:
    welsh = language == "cy"
    phone = (one.phone_cy if welsh else "") or one.phone
    name, helps = (one.name_cy, one.helps_cy) if welsh else (one.name_en, one.helps_en)
    return Row(str(one.pk), one.key, one.need, name, helps, phone, one.website, one.checked_on)
