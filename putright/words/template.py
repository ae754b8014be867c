"""The words of one kind in one language, and how values are put into them. No Django, and no code in the words.

The whole language: `{{ name }}` is replaced by a value; `## Heading {#part}` names a section; a section `{#part?}` or a
paragraph beginning `? ` is left out when a value in it is empty. Every other empty value is a hole, and a letter with a
hole is never made. Values are words: whatever they hold, nothing in them becomes formatting.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from design.typed import cleaned

Value = str | Sequence[str]
Values = Mapping[str, Value]

_PLACE = re.compile(r"\{\{ ([a-z_]+) \}\}")
_HEADING = re.compile(r"^## (?P<words>.+?)(?: \{#(?P<part>[a-z_]+)(?P<optional>\??)\})?$")
_SPECIAL = re.compile(r"([\\`*_\[\]<>&#~|{}])")
_BULLET = re.compile(r"^([-+=])")
_NUMBER = re.compile(r"^(\d+)([.)])")
ENOUGH = 16  # characters of a digest: enough to notice a change


class BrokenWords(ValueError):
    """A words file cannot be read. For whoever edits it; a test finds it before anybody else does."""


@dataclass(frozen=True)
class Section:
    heading: str
    part: str
    optional: bool
    paragraphs: tuple[str, ...]

    @property
    def places(self) -> frozenset[str]:
        return frozenset(name for text in self.paragraphs for name in _PLACE.findall(text))


@dataclass(frozen=True)
class Template:
    front: Mapping[str, str]
    sections: tuple[Section, ...]
    digest: str

    @property
    def places(self) -> frozenset[str]:
        return frozenset().union(*(section.places for section in self.sections))

    @property
    def subject(self) -> str:
        return self.front["subject"]

    def listed(self, key: str) -> tuple[str, ...]:
        """A comma-separated line of the front matter."""
        return tuple(word.strip() for word in self.front.get(key, "").split(",") if word.strip())


@dataclass(frozen=True)
class Filled:
    """The finished words, the parts they have, and the names of the values that were missing."""

    body: str
    parts: frozenset[str]
    holes: frozenset[str]


def parse(source: str) -> Template:
    """Read a words file. Raises BrokenWords."""
    try:
        _, head, text = source.split("---\n", 2)
    except ValueError:
        raise BrokenWords("A words file begins with its front matter between two lines of ---.") from None
    front = dict(line.partition(":")[::2] for line in head.strip().splitlines())
    front = {key: value.strip() for key, value in front.items()}
    return Template(front, tuple(_sections(text)), digest_of(source))


def digest_of(source: str) -> str:
    """By which a text is known again: another text has another."""
    return hashlib.sha256(source.encode()).hexdigest()[:ENOUGH]


def places_of(text: str) -> frozenset[str]:
    return frozenset(_PLACE.findall(text))


def _sections(text: str) -> list[Section]:
    made: list[Section] = []
    heading, part, optional, paragraphs = "", "", False, []
    for block in re.split(r"\n{2,}", text.strip()):
        if not (found := _HEADING.match(block)):
            if re.match(r"#|---", block):
                raise BrokenWords(f"Headings begin ## and there are no rules across: {block!r}")
            paragraphs.append(block)
            continue
        made.append(Section(heading, part, optional, tuple(paragraphs)))
        heading, part, optional, paragraphs = found["words"], found["part"] or "", bool(found["optional"]), []
    made.append(Section(heading, part, optional, tuple(paragraphs)))
    return made


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
    return frozenset(name for name in _PLACE.findall(text) if not values[name])


def _paragraph(text: str, values: Values) -> str:
    quoted = text.removeprefix("> ")
    if alone := _PLACE.fullmatch(quoted):
        whole = _block(values[alone[1]])
        return whole if quoted == text else "\n".join(f"> {line}" for line in whole.split("\n"))
    return _PLACE.sub(lambda found: _inline(values[found[1]]), text)


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
    kept = (line for line in text.splitlines() if all(values.get(name) for name in _PLACE.findall(line)))
    return "\n".join(_PLACE.sub(lambda found: values[found[1]], line).strip() for line in kept)
