"""Whether words may stand, in step in both languages, and how two versions differ. Pure."""

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import zip_longest

from .sheet import BrokenWords, Section, digest_of, parse, places_of
from .subjects import LANGUAGES, LIST, SHEET, Subject, Texts

LONGEST = 20_000  # characters in one language
_ANY_PLACE = re.compile(r"\{\{(.*?)\}\}")
_GOOD_PLACE = re.compile(r" [a-z_]+ ")
_STRAY = re.compile(r"\{\{|\}\}|\{%|%\}")
TELLING = re.compile(r"police|complain|officer|conduct|heddlu|cwyn|swyddog|ymddygiad", re.IGNORECASE)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_TOKENS = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True)
class Problem:
    """Why words may not stand: a word for the reason, the language it is in, and what the sentence needs."""

    why: str
    language: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)


def problems(subject: Subject, texts: Texts) -> list[Problem]:
    """Everything wrong with the words as they would be; the languages are compared only when each is right by itself."""
    found = [problem for language in LANGUAGES for problem in _alone(subject, texts[language], language)]
    return found or list(_in_step(subject, texts))


def _alone(subject: Subject, text: str, language: str) -> Iterator[Problem]:
    if not text.strip() and not subject.empty:
        yield Problem("empty", language)
        return
    if len(text) > LONGEST:
        yield Problem("too_long", language, {"wrote": len(text), "limit": LONGEST})
        return
    if subject.key == "office:email" and text.strip() and not _EMAIL.fullmatch(text.strip()):
        yield Problem("email", language)
    if subject.shape != LIST:
        yield from _places(subject, text, language)
    if subject.shape == SHEET:
        yield from _sheet(subject, text, language)


def _places(subject: Subject, text: str, language: str) -> Iterator[Problem]:
    for inner in _ANY_PLACE.findall(text):
        if not _GOOD_PLACE.fullmatch(inner):
            yield Problem("place_form", language, {"place": inner.strip()})
        elif (name := inner.strip()) not in subject.places:
            near = difflib.get_close_matches(name, sorted(subject.places), 1, 0.5)
            yield Problem("place_near" if near else "place_unknown", language, {"place": name, "near": "".join(near)})
    if _STRAY.search(_ANY_PLACE.sub("", text)):
        yield Problem("place_open", language)


def _sheet(subject: Subject, text: str, language: str) -> Iterator[Problem]:
    try:
        sheet = parse(text)
    except BrokenWords:
        yield Problem("unreadable", language)
        return
    title = sheet.front.get("subject", "").strip()
    if not title or not any(section.paragraphs for section in sheet.sections):
        yield Problem("untitled" if not title else "empty", language)
    if subject.neutral and (telling := TELLING.search(title)):
        yield Problem("telling", language, {"word": telling[0]})
    parts = {section.part: section for section in sheet.sections if section.part}
    for part, places in subject.needs.items():
        if part not in parts:
            yield Problem("part_missing", language, {"part": part})
        elif lost := sorted(places - parts[part].places):
            yield Problem("place_lost", language, {"part": part, "places": ", ".join(lost)})


def _in_step(subject: Subject, texts: Texts) -> Iterator[Problem]:
    """The first thing in which the languages part: after it everything else differs too."""
    if subject.shape == LIST:
        return
    if subject.shape != SHEET:
        yield from _apart(places_of(texts["en"]), places_of(texts["cy"]), {})
        return
    english, welsh = parse(texts["en"]), parse(texts["cy"])
    for number, (one, other) in enumerate(zip_longest(english.sections, welsh.sections), 1):
        where = {"number": number, "heading": (one or other or english.sections[0]).heading}
        found = list(_section(one, other, where))
        if found:
            yield found[0]
            return


def _section(one: Section | None, other: Section | None, where: dict[str, object]) -> Iterator[Problem]:
    if one is None or other is None:
        yield Problem("section_only", "en" if one else "cy", where)
        return
    if bool(one.heading) != bool(other.heading):
        yield Problem("heading_only", "en" if one.heading else "cy", where)
    if (one.part, one.optional) != (other.part, other.optional):
        yield Problem("part_apart", "", where | {"en": _mark(one), "cy": _mark(other)})
    yield from _apart(one.places, other.places, where)
    if len(one.paragraphs) != len(other.paragraphs):
        yield Problem("paragraphs_apart", "", where | {"en": len(one.paragraphs), "cy": len(other.paragraphs)})


def _mark(section: Section) -> str:
    return f"{{#{section.part}{'?' * section.optional}}}" if section.part else "–"


def _apart(english: frozenset[str], welsh: frozenset[str], where: dict[str, object]) -> Iterator[Problem]:
    for language, lost in (("cy", english - welsh), ("en", welsh - english)):
        if lost:
            yield Problem("place_apart" if where else "place_apart_whole", language, where | {"places": ", ".join(sorted(lost))})


def sheet(fronts: Mapping[str, str], body: str) -> str:
    """A words file from its front matter and what is written beneath; its parts and places are counted, not typed."""
    lines = {key: " ".join(value.split()) for key, value in fronts.items()}
    draft = parse("---\nsubject: x\n---\n\n" + body.strip() + "\n")
    lines |= {"parts": ", ".join(s.part for s in draft.sections if s.part), "placeholders": ", ".join(sorted(draft.places))}
    front = "\n".join(f"{key}: {value}".rstrip() for key, value in lines.items())
    return f"---\n{front}\n---\n\n{body.strip()}\n"


def body(text: str) -> str:
    """What stands beneath the front matter of a words file."""
    return text.split("---\n", 2)[2].strip()


def prose(subject: Subject, text: str) -> str:
    """The title and the words of a sheet; of anything else the text as it is."""
    if subject.shape != SHEET or not text.startswith("---\n"):
        return text
    return f"{parse(text).subject}\n\n{body(text)}"


def digest(text: str) -> str:
    return digest_of(text)


def sections(subject: Subject, texts: Texts) -> list[tuple[str, str]]:
    """English and Welsh side by side, section by section; the title first."""
    if subject.shape != SHEET:
        return [(texts["en"], texts["cy"])]
    sheets = [parse(texts[language]) for language in LANGUAGES]
    english, welsh = ([one.subject, *map(_whole, one.sections)] for one in sheets)
    return list(zip_longest(english, welsh, fillvalue=""))


def _whole(section: Section) -> str:
    return "\n\n".join([*([section.heading] if section.heading else []), *section.paragraphs])


@dataclass(frozen=True)
class Piece:
    """A run of words that stayed (""), went (del) or came (ins)."""

    how: str
    words: str


def compared(old: str, new: str) -> list[Piece]:
    """Word by word; what went is said before what came in its place."""
    before, after = _TOKENS.findall(old), _TOKENS.findall(new)
    made: list[Piece] = []
    for what, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            made.append(Piece("", "".join(before[a:b])))
            continue
        made += [Piece("del", "".join(before[a:b]))] * (b > a) + [Piece("ins", "".join(after[c:d]))] * (d > c)
    return made

