"""A standard as parts with numbers: criteria, what is below them, and the elements, which have nothing below. No Django."""

import csv
import io
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

REF = re.compile(r"[0-9]{1,2}(\.[0-9]{1,2}){0,3}")
MOST_PARTS, LONGEST = 400, 1_000
COLUMNS = ("ref", "en", "cy")


class NotRead(ValueError):
    """`why` is a code of refusals.WRONG; `where` says at which line or part."""

    def __init__(self, why: str, where: str = "") -> None:
        self.why, self.where = why, where
        super().__init__(f"{why}: {where}")


@dataclass(frozen=True)
class Part:
    ref: str
    en: str
    cy: str
    recalled: bool = False

    def said(self, language: str) -> str:
        return (self.cy if language == "cy" else self.en) or self.en

    @property
    def top(self) -> str:
        return self.ref.partition(".")[0]

    @property
    def order(self) -> tuple[int, ...]:
        return tuple(int(number) for number in self.ref.split("."))


@dataclass(frozen=True)
class Standard:
    """`suggests`: kind of evidence -> elements it usually speaks for."""

    slug: str
    name: Part
    source: str
    parts: tuple[Part, ...]
    suggests: Mapping[str, tuple[str, ...]]

    @cached_property
    def elements(self) -> tuple[Part, ...]:
        parents = {one.ref.rpartition(".")[0] for one in self.parts}
        return tuple(one for one in self.parts if "." in one.ref and one.ref not in parents)

    @cached_property
    def criteria(self) -> tuple[Part, ...]:
        return tuple(one for one in self.parts if "." not in one.ref)

    @cached_property
    def named(self) -> dict[str, Part]:
        return {one.ref: one for one in self.parts}

    def element(self, ref: str) -> Part | None:
        return next((one for one in self.elements if one.ref == ref), None)

    def of(self, criterion: str) -> list[Part]:
        return [one for one in self.elements if one.top == criterion]


def standard(told: Mapping[str, Any]) -> Standard:
    """From what a TOML file or a kept row says. Raises NotRead."""
    name = told.get("name") or {}
    if not isinstance(name, Mapping) or not str(name.get("en", "")).strip():
        raise NotRead("name")
    suggests = {kind: tuple(refs) for kind, refs in (told.get("suggests") or {}).items()}
    whole = Part("0", str(name["en"]), str(name.get("cy", "")))
    return Standard(
        str(told.get("slug", "")), whole, str(told.get("source", "")), parts_of(told.get("parts") or ()), suggests
    )


def parts_of(rows: Iterable[Mapping[str, Any]]) -> tuple[Part, ...]:
    """Every part once, in order, each below one that is there. Raises NotRead."""
    found: dict[str, Part] = {}
    for number, row in enumerate(rows, 1):
        ref, en = str(row.get("ref") or "").strip(), str(row.get("en") or "").strip()
        if not REF.fullmatch(ref):
            raise NotRead("ref", f"{number}: {ref[:20]}")
        if ref in found:
            raise NotRead("twice", ref)
        if not en or len(en) > LONGEST:
            raise NotRead("words", ref)
        found[ref] = Part(ref, en, str(row.get("cy") or "").strip()[:LONGEST], bool(row.get("recalled", False)))
    if not found or len(found) > MOST_PARTS:
        raise NotRead("number", str(len(found)))
    if lost := [ref for ref in found if "." in ref and ref.rpartition(".")[0] not in found]:
        raise NotRead("below", lost[0])
    return tuple(sorted(found.values(), key=lambda one: one.order))


def read(content: str, name: str, before: Standard) -> Standard:
    """An office's own text of a standard: a CSV with the columns ref, en, cy, or a TOML as ours. Raises NotRead."""
    if name.lower().endswith(".toml"):
        try:
            given = standard(tomllib.loads(content))
        except tomllib.TOMLDecodeError as wrong:
            raise NotRead("toml", str(wrong)) from None
        return Standard(before.slug, given.name, given.source, given.parts, given.suggests or before.suggests)
    rows = csv.DictReader(io.StringIO(content.lstrip("\ufeff")))
    heads = {(head or "").strip().lower(): head for head in rows.fieldnames or ()}
    if not {"ref", "en"} <= heads.keys():
        raise NotRead("columns", ", ".join(heads)[:80])
    told = [{column: row.get(heads.get(column, ""), "") for column in COLUMNS} for row in rows]
    return Standard(before.slug, before.name, name, parts_of(told), before.suggests)


def kept(one: Standard) -> dict[str, Any]:
    """As it is kept in a row, and read back by `standard`."""
    parts = [{"ref": part.ref, "en": part.en, "cy": part.cy, "recalled": part.recalled} for part in one.parts]
    name = {"en": one.name.en, "cy": one.name.cy}
    return {
        "slug": one.slug,
        "name": name,
        "source": one.source,
        "parts": parts,
        "suggests": {k: list(v) for k, v in one.suggests.items()},
    }
