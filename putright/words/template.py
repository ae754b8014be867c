"""How values are put into words (sheet.py has their small language). Values are words: whatever they hold, nothing in them
becomes formatting."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from design.typed import cleaned

from .sheet import ENOUGH, PLACE, BrokenWords, Section, Template, digest_of, parse, places_of

__all__ = [
    "ENOUGH", "BrokenWords", "Filled", "Section", "Template", "Value", "Values", "digest_of", "fill", "fill_plain", "parse",
    "places_of", "words",
]  # fmt: skip
Value = str | Sequence[str]
Values = Mapping[str, Value]

_SPECIAL = re.compile(r"([\\`*_\[\]<>&#~|{}])")
_BULLET = re.compile(r"^([-+=])")
_NUMBER = re.compile(r"^(\d+)([.)])")


@dataclass(frozen=True)
class Filled:
    """The finished words, the parts they have, and the names of the values that were missing."""

    body: str
    parts: frozenset[str]
    holes: frozenset[str]


def fill(template: Template, values: Values) -> Filled:
    """Put the values in. Refuses (KeyError) a place nobody gave a value for, even an empty one: that is a slip of ours."""
    if unknown := template.places - values.keys():
        raise KeyError(f"no value is offered for {sorted(unknown)}")
    values = {name: _clean(value) for name, value in values.items()}
    blocks: list[str] = []
    parts: set[str] = set()
    holes: set[str] = set()
    for section in template.sections:
        kept = [text for text in section.paragraphs if not (text.startswith("? ") and _empty(text, values))]
        missing = frozenset().union(*(_empty(text, values) for text in kept))
        if not kept or (missing and section.optional):
            continue
        holes |= missing
        if not missing and section.part:
            parts.add(section.part)
        if section.heading:
            blocks.append(f"## {section.heading}")
        blocks.extend(_paragraph(text.removeprefix("? "), values) for text in kept)
    return Filled("\n\n".join(blocks), frozenset(parts), frozenset(holes))


def _clean(value: Value) -> Value:
    return (
        cleaned(value).strip()
        if isinstance(value, str)
        else [text for item in value if (text := cleaned(item).strip())]
    )


def _empty(text: str, values: Values) -> frozenset[str]:
    return frozenset(name for name in PLACE.findall(text) if not values[name])


def _paragraph(text: str, values: Values) -> str:
    quoted = text.removeprefix("> ")
    if alone := PLACE.fullmatch(quoted):
        whole = _block(values[alone[1]])
        return whole if quoted == text else "\n".join(f"> {line}" for line in whole.split("\n"))
    return PLACE.sub(lambda found: _inline(values[found[1]]), text)


def _block(value: Value) -> str:
    """Somebody's paragraphs, or a numbered list of them, with their own line ends kept."""
    if isinstance(value, str):
        return "\n\n".join("  \n".join(_lines(chunk)) for chunk in re.split(r"\n\s*\n", value.strip()))
    return "\n".join(f"{number}. " + "  \n   ".join(_lines(item)) for number, item in enumerate(value, 1))


def _lines(text: str) -> list[str]:
    return [words(line) for line in text.split("\n") if line.strip()]


def _inline(value: Value) -> str:
    return words(" ".join(value.split())) if isinstance(value, str) else ", ".join(words(item) for item in value)


def words(text: str) -> str:
    """Anybody's words as Markdown that says exactly them: every sign that could format is escaped."""
    return _BULLET.sub(r"\\\1", _NUMBER.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text.strip())))


def fill_plain(text: str, values: Mapping[str, str]) -> str:
    """Lines with places, as words and not as Markdown; a line that names an empty value is left out."""
    kept = (line for line in text.splitlines() if all(values.get(name) for name in PLACE.findall(line)))
    return "\n".join(PLACE.sub(lambda found: values[found[1]], line).strip() for line in kept)
