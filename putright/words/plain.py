"""Plain words: what a reader may stumble over, or be hurt by. Pure; it hints, and never stops anybody.

Reading age is the Flesch-Kincaid grade plus five, for English only: no such formula has been tested for Welsh. The
constants are those of Kincaid and others (1975). Syllables are counted by rule, with the words the rules get wrong listed."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

LONGEST = {"en": 25, "cy": 30}  # words in a sentence; Welsh counts its small particles as words
OLDEST = 11  # years: the reading age our own words must not exceed
ENOUGH = 20  # words: a reading age of fewer says nothing
SHOWN = 8  # words of a long sentence that are shown to find it by
_DATA = Path(__file__).with_name("shipped") / "plain.toml"
_SENTENCE = re.compile(r"(?<=[.?!:])\s+|\n+")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_GAP = re.compile(r"\[[^\]\n]{1,200}\]")
_VOWELS = re.compile(r"[aeiouy]+")
# An e nobody says: at the end, in -ed and -es where they add no sound, and before -ly, -ment and the like.
_SILENT = re.compile(
    r"(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$|(?<=[^aeiouytdl])ed$|(?<=[aeiouy]l)ed$|(?<=[^aeiouyscxzg])es$"
    r"|(?<=[^aeiouy])e(?=(?:ly|ments?|ful|less|ness)$)"
)
# Two vowels that stand together and are said apart: vi-o-lence, cre-ate, go-ing, did-n't.
_APART = re.compile(r"[^tscgxln]i(?:a|o|um)|[ln]i(?:a|o(?!n$)|um)|[^q]u(?:a|o|um)|eo(?!us|ple)|ism$|n't$|[aeiou]ing$")
_MARKUP = re.compile(r"^(?:#+|[-*>?]|\d+\.)\s+", re.M)
_PLACE = re.compile(r"\{\{.*?\}\}|\{#[a-z_]+\??\}")


@dataclass(frozen=True)
class Hint:
    """`why` is jargon, long, hard, blame, gap or apology; `found` the words meant; `instead` what could be said."""

    why: str
    found: str = ""
    instead: str = ""
    number: int = 0  # words of a long sentence, years of a hard text


@dataclass(frozen=True)
class Lists:
    """The words to look for: what may be said instead, by language."""

    jargon: Mapping[str, str]
    blame: Mapping[str, str]


@cache
def data() -> Mapping[str, Any]:
    return tomllib.loads(_DATA.read_text(encoding="utf-8"))


def listed(text: str) -> dict[str, str]:
    """A list as an office writes it: `word` or `word = what to say instead`, one to a line; # begins a remark."""
    lines = (line.strip() for line in text.splitlines())
    pairs = (line.partition("=") for line in lines if line and not line.startswith("#"))
    return {word.strip(): instead.strip() for word, _, instead in pairs if word.strip()}


def hints(text: str, language: str, lists: Lists) -> list[Hint]:
    """Everything a writer might look at again, in the order of its weight."""
    prose = said(text)
    found = [*_listed("blame", prose, lists.blame), *apology(prose, language), *_listed("jargon", prose, lists.jargon)]
    found += [Hint("gap", gap[0]) for gap in _GAP.finditer(prose)]
    found += long_sentences(prose, language)
    age = reading_age(prose) if language == "en" else None
    return [*found, Hint("hard", number=round(age))] if age and age > OLDEST + 0.5 else found


def said(text: str) -> str:
    """The words alone: no marks of headings and lists. A value to come counts as one short word."""
    return _MARKUP.sub("", _PLACE.sub(lambda found: "then" if found[0].startswith("{{") else "", text))


def _listed(why: str, text: str, terms: Mapping[str, str]) -> Iterator[Hint]:
    for term, instead in terms.items():
        if has(text, term):
            yield Hint(why, term, instead)


def has(text: str, term: str) -> bool:
    """Whether a text has a term as whole words. One in capitals must be in capitals: an IP is not an ip."""
    straight = text.replace("’", "'")
    pattern = rf"(?<!\w){re.escape(term.replace('’', chr(39)))}(?!\w)"
    return re.search(pattern, straight, 0 if term.isupper() else re.IGNORECASE) is not None


def sentences(text: str) -> list[str]:
    return [piece.strip() for piece in _SENTENCE.split(text) if _WORD.search(piece)]


def words_of(text: str) -> list[str]:
    return _WORD.findall(text)


def long_sentences(text: str, language: str) -> list[Hint]:
    counted = ((sentence, sentence.split()) for sentence in sentences(text))
    return [
        Hint("long", " ".join(pieces[:SHOWN]) + " …", number=len(pieces))
        for _sentence, pieces in counted
        if len(pieces) > LONGEST[language]
    ]


def apology(text: str, language: str) -> list[Hint]:
    """For words that say sorry: whether they accept the fault, name what it did to the person, and say what changed."""
    known = data()["apology"][language]
    if not _any(text, known["sorry"]):
        return []
    return [Hint("apology", part) for part in ("fault", "impact", "change") if not _any(text, known[part])]


def _any(text: str, phrases: Iterable[str]) -> bool:
    return any(has(text, phrase) for phrase in phrases)


def reading_age(text: str) -> float | None:
    """Years of age at which most can read an English text; None for one too short to say."""
    found, count = words_of(text), len(sentences(text))
    if len(found) < ENOUGH:
        return None
    grade = 0.39 * len(found) / count + 11.8 * sum(map(syllables, found)) / len(found) - 15.59
    return grade + 5


@cache
def syllables(word: str) -> int:
    """Syllables of an English word: groups of vowels, less the silent ones, or as it is listed."""
    pieces = re.split(r"[-]", word.lower().replace("’", "'"))
    return sum(_syllables(piece) for piece in pieces if piece) or 1


def _syllables(word: str) -> int:
    word = re.sub(r"'(s|re|ve|ll|d|m)$", "", word)
    listed_words: Mapping[str, int] = data()["syllables"]
    if (known := listed_words.get(word)) is not None:
        return known
    count = len(_VOWELS.findall(word)) - len(_SILENT.findall(word)) + bool(_APART.search(word))
    return max(1, count)
