"""The words of every row of the law as they were on the day somebody last wrote them: `wordings.csv`.

    python -m tests.law.wordings --on 2027-04-06 --why "Spelling"

adds an entry for each row whose words are new or different. An entry says that the row still means the same. Words that
mean something else are another row, with its own first day (docs/decisions/2026-11-22-words-of-the-law-are-dated.md)."""

import argparse
import csv
import hashlib
import sys
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date
from pathlib import Path

from putright.law import words
from putright.law.questions import RULES
from putright.law.terms import Rule

FILE = Path(__file__).with_name("wordings.csv")
HEADS = ("rule", "on", "fingerprint", "why")


@dataclass(frozen=True)
class Entry:
    """The words of a row had this fingerprint from that day on."""

    rule: str
    on: str
    fingerprint: str
    why: str


def said(rule: Rule) -> list[str]:
    """All that a reader is told of a row, in both languages, and the provision it rests on."""
    found = [rule.question, rule.source]
    for language in words.LANGUAGES:
        found += [words.fact_question(rule.fact, language), words.fact_meaning(rule.fact, language),
                  words.if_yes(rule.id, language)]  # fmt: skip
        found.append(words.recalled_part(rule.id, language) if rule.recalled else "")
        found.append(words.conclusion_text(rule.concludes, language) if rule.concludes else "")
    return found


def fingerprint(rule: Rule) -> str:
    return hashlib.sha256("\x1f".join(said(rule)).encode()).hexdigest()[:16]


def rows() -> dict[str, Rule]:
    return {rule.id: rule for rule in RULES}


def entries(file: Path = FILE) -> list[Entry]:
    with file.open(encoding="utf-8", newline="") as opened:
        return [Entry(*row) for row in csv.reader(opened)][1:]


def latest(held: Sequence[Entry]) -> dict[str, str]:
    return {entry.rule: entry.fingerprint for entry in held}


def different(held: Sequence[Entry]) -> list[str]:
    """The rows whose words are not those of their last entry."""
    known = latest(held)
    return [name for name, rule in rows().items() if known.get(name) != fingerprint(rule)]


def main(argv: Sequence[str] | None = None, file: Path = FILE) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--on", type=date.fromisoformat, required=True)
    parser.add_argument("--why", required=True)
    asked = parser.parse_args(argv)
    held = entries(file) if file.exists() else []
    added = [Entry(name, asked.on.isoformat(), fingerprint(rows()[name]), asked.why) for name in different(held)]
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened, lineterminator="\n").writerows([HEADS, *map(astuple, [*held, *added])])
    sys.stdout.write("".join(f"{entry.rule}\n" for entry in added))
    return 0


if __name__ == "__main__":
    sys.exit(main())
