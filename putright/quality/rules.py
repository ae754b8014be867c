"""Drawing a fair sample so that anybody can draw it again, and finding a draw that was changed. No Django, no database.

A seed is chosen and its digest recorded before the month's cases are finished; nobody can then choose a seed that suits. Each
case has a key; in each stratum those with the smallest digest of (seed, key) are taken. Every set of that size is as likely
as any other, and the order in which cases are listed makes no difference."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

AXES = ("kind", "channel", "handler", "outcome")
FIRST = "0" * 64
MARKS = ("met", "partly", "not", "none")  # none: the point has nothing to do with this case


def digest(*parts: object) -> str:
    """SHA-256 of canonical JSON, as hexadecimal."""
    written = json.dumps(parts, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()


def seed_digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def seed_of(secret: str, number: int) -> str:
    """The seed of a draw: number 0 is the month's first, 1 the first redraw. It follows from the month's secret, so that
    drawing again chooses nothing."""
    return hashlib.sha256(f"{secret}:{number}".encode()).hexdigest()


def key_of(reference: str) -> str:
    """What stands for a case in a record that is shown: nobody reads the reference out of it."""
    return hashlib.sha256(reference.encode()).hexdigest()


def allocate(sizes: Mapping[str, int], wanted: int) -> dict[str, int]:
    """How many to take of each stratum: in proportion by the largest remainder, at least one of each, never more than
    there are. Where there are more strata than `wanted`, one of each is taken all the same. Empty strata take part in nothing."""
    sizes = {name: size for name, size in sizes.items() if size > 0}
    whole = sum(sizes.values())
    total = min(whole, max(wanted, len(sizes)))
    share = {name: Fraction(total * size, whole) for name, size in sizes.items()}
    taken = {name: max(1, int(share[name])) for name in sizes}
    while (short := total - sum(taken.values())) != 0:
        step = 1 if short > 0 else -1
        free = [name for name in taken if (taken[name] < sizes[name] if step > 0 else taken[name] > 1)]
        chosen = max(free, key=lambda name: (step * (share[name] - taken[name]), name))
        taken[chosen] += step
    return dict(sorted(taken.items()))


def chosen(seed: str, population: Sequence[Sequence[str]], allotted: Mapping[str, int]) -> list[str]:
    """The keys drawn, in the order in which they are read. `population`: (key, stratum)."""
    ranked = sorted((hashlib.sha256(f"{seed}:{key}".encode()).hexdigest(), key, stratum) for key, stratum in population)
    seen: Counter[str] = Counter()
    found = []
    for _rank, key, stratum in ranked:
        seen[stratum] += 1
        if seen[stratum] <= allotted.get(stratum, 0):
            found.append(key)
    return found


def made(record: Mapping[str, Any]) -> dict[str, Any]:
    """A whole record from what is given: month, number, secret, size, population and the record before it; and `beside`, what
    is told with a draw and not reckoned from it: its days, its groups, its reason, how many were left out. A record of before
    that was kept has none."""
    population = sorted([list(one) for one in record["population"]])
    allotted = allocate(Counter(stratum for _key, stratum in population), int(record["size"]))
    whole = {
        "month": record["month"], "number": record["number"], "secret": record["secret"],
        "seed_digest": seed_digest(record["secret"]), "size": record["size"], "population": population,
        "population_digest": digest(population), "allotted": allotted, "previous": record["previous"],
        "chosen": chosen(seed_of(record["secret"], int(record["number"])), population, allotted),
    }  # fmt: skip
    whole |= {"beside": record["beside"]} if "beside" in record else {}
    return whole | {"digest": sealed(whole)}


def sealed(record: Mapping[str, Any]) -> str:
    """The digest over everything a record says, and so over the record before it."""
    return digest({name: value for name, value in sorted(record.items()) if name != "digest"})


def problems(record: Mapping[str, Any]) -> list[str]:
    """What does not hold in a record; nothing when it was drawn as it says. Codes of words.PROBLEMS."""
    try:
        again = made(record)
    except (KeyError, TypeError, ValueError):
        return ["unreadable"]
    wrong = {
        "seed": record.get("seed_digest") != again["seed_digest"],
        "population": record.get("population_digest") != again["population_digest"]
        or [list(one) for one in record["population"]] != again["population"],
        "allotted": record.get("allotted") != again["allotted"],
        "chosen": record.get("chosen") != again["chosen"],
        "digest": record.get("digest") != sealed(record),
    }
    return [name for name, is_wrong in wrong.items() if is_wrong]


def reach(draw: int, sampler: int) -> str:
    """Why somebody reaches a case: one reason for each person, so that it ends for each by itself."""
    return f"sample {draw} for {sampler}"
