"""How well the rules for one person hold on the Febrl file: precision, recall and F1, and the pairs each rule found.

    python -m bench.same_person

People (all copies of one together) are dealt into two halves by a seed. Points and threshold were set looking at the first;
the second was only measured. Pairs are looked for by the product's own keys and compared by its own rules. Prints tables in
Markdown; nothing is remembered."""

import csv
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from itertools import combinations
from pathlib import Path

from putright.people.alike import RULES, SUGGESTED, Known, Likeness, compare
from putright.people.keys import WEIGHTS, keys
from putright.people.rules import fold

FILE = Path(__file__).with_name("data") / "febrl3.csv"
SEED = 4
ADDRESS = ("street_number", "address_1", "address_2", "suburb", "state")
Pair = tuple[str, str]


def born(text: str) -> date | None:
    """The file has some thirty-firsts of February: what is no day is not known."""
    try:
        return datetime.strptime(text, "%Y%m%d").replace(tzinfo=UTC).date()
    except ValueError:
        return None


def read() -> dict[str, Known]:
    """Record number -> what the product would know of that person."""
    with FILE.open(newline="", encoding="utf-8") as file:
        return {
            row["rec_id"]: Known(
                name=f"{row['given_name']} {row['surname']}".strip(), postcode=row["postcode"],
                address=fold(" ".join(row[part] for part in ADDRESS)), born_on=born(row["date_of_birth"]),
            )
            for row in csv.DictReader(file)
        }  # fmt: skip


def person(record: str) -> str:
    return record.split("-")[1]


def halves(records: Iterable[str]) -> tuple[set[str], set[str]]:
    """The people of the first half and of the second."""
    people = sorted({person(record) for record in records}, key=int)
    random.Random(SEED).shuffle(people)  # noqa: S311  the same deal each time, nothing secret
    middle = len(people) // 2
    return set(people[:middle]), set(people[middle:])


@dataclass
class Trial:
    """One half of the file, or all of it."""

    records: dict[str, Known]

    @cached_property
    def true(self) -> set[Pair]:
        copies = defaultdict(list)
        for record in sorted(self.records):
            copies[person(record)].append(record)
        return {pair for one in copies.values() for pair in combinations(one, 2)}

    @cached_property
    def by_key(self) -> dict[str, set[Pair]]:
        """Key rule -> the pairs it brings together."""
        share = defaultdict(list)
        for record in sorted(self.records):
            for number, rule in keys(self.records[record]).items():
                share[rule, number].append(record)
        found: dict[str, set[Pair]] = defaultdict(set)
        for (rule, _), records in share.items():
            found[rule] |= set(combinations(records, 2))
        return found

    @cached_property
    def compared(self) -> dict[Pair, Likeness]:
        pairs = set().union(*self.by_key.values())
        return {pair: compare(self.records[pair[0]], self.records[pair[1]]) for pair in pairs}

    @cached_property
    def suggested(self) -> set[Pair]:
        return {pair for pair, likeness in self.compared.items() if likeness.suggested}

    @property
    def right(self) -> int:
        return len(self.suggested & self.true)

    @property
    def precision(self) -> float:
        return self.right / len(self.suggested)

    @property
    def recall(self) -> float:
        return self.right / len(self.true)

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def dealt() -> dict[str, Trial]:
    """The half the points were set on, the half held out, and the whole file."""
    records = read()
    first, second = halves(records)

    def those(people: set[str]) -> Trial:
        return Trial({record: known for record, known in records.items() if person(record) in people})

    return {"first half (points set here)": those(first), "second half (held out)": those(second), "whole file": Trial(records)}


def told(trials: dict[str, Trial]) -> Iterator[str]:
    yield f"Suggested from {SUGGESTED} points.\n"
    yield "| | records | true pairs | compared | of the true, compared | suggested | right | precision | recall | F1 |"
    yield "|---|---|---|---|---|---|---|---|---|---|"
    for name, one in trials.items():
        among = len(one.compared.keys() & one.true) / len(one.true)
        yield (
            f"| {name} | {len(one.records):,} | {len(one.true):,} | {len(one.compared):,} | {among:.4f} | {len(one.suggested):,} "
            f"| {one.right:,} | {one.precision:.4f} | {one.recall:.4f} | {one.f1:.4f} |"
        )
    whole = list(trials.values())[-1]
    yield "\nWhole file, what each key found:\n\n| key | pairs | true | true and found by no other |\n|---|---|---|---|"
    for rule in WEIGHTS:
        found = whole.by_key.get(rule, set()) & whole.true
        others = set().union(*(pairs for name, pairs in whole.by_key.items() if name != rule))
        yield f"| {rule} | {len(whole.by_key.get(rule, ())):,} | {len(found):,} | {len(found - others):,} |"
    yield "\nWhole file, the suggested pairs by the rules that held:\n"
    yield "| rule | points | suggested pairs | of them right |\n|---|---|---|---|"
    held, right = Counter(), Counter()
    for pair in whole.suggested:
        for rule in {one.rule.id for one in whole.compared[pair].found}:
            held[rule] += 1
            right[rule] += pair in whole.true
    for rule in RULES:
        yield f"| {rule.id} | {rule.points} | {held[rule.id]:,} | {right[rule.id]:,} |"


def main() -> None:
    sys.stdout.write("\n".join(told(dealt())) + "\n")


if __name__ == "__main__":
    main()
