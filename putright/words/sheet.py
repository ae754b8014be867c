"""The words of one subject in one language, read. Pure, and no code in the words.

The whole language: `{{ name }}` is replaced by a value; `## Heading {#part}` names a section; a section `{#part?}` or a
paragraph beginning `? ` is left out when a value in it is empty. Every other empty value is a hole, and a letter with a
hole is never made.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

PLACE = re.compile(r"\{\{ ([a-z_]+) \}\}")
_HEADING = re.compile(r"^## (?P<words>.+?)(?: \{#(?P<part>[a-z_]+)(?P<optional>\??)\})?$")
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
        return frozenset(name for text in self.paragraphs for name in PLACE.findall(text))


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
    return frozenset(PLACE.findall(text))


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
