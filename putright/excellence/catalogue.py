"""The standards as they came and as the office loaded them; and the pass rules. The office's own wins."""

import tomllib
from functools import cache
from pathlib import Path

from .models import Loaded, PassRule
from .rules import Allowed
from .shape import Standard, standard

FOLDER = Path(__file__).parent / "standards"
SLUGS = ("cse", "phso", "iso10002")


class NoSuchStandard(LookupError):
    """No standard of that name came or was loaded."""


@cache
def shipped(slug: str) -> Standard:
    if slug not in SLUGS:
        raise NoSuchStandard(slug)
    return standard(tomllib.loads((FOLDER / f"{slug}.toml").read_text(encoding="utf-8")))


def the(slug: str) -> Standard:
    """One query. Raises NoSuchStandard."""
    came = shipped(slug)
    row = Loaded.objects.filter(standard=slug).order_by("-pk").first()
    return standard(row.shape) if row else came


def all_standards() -> list[Standard]:
    """One query."""
    newest = {row.standard: row.shape for row in Loaded.objects.order_by("pk")}
    return [standard(newest[slug]) if slug in newest else shipped(slug) for slug in SLUGS]


@cache
def came_with() -> tuple[tuple[str, Allowed], ...]:
    rows = tomllib.loads((FOLDER / "bodies.toml").read_text(encoding="utf-8"))["rules"]
    return tuple(
        (row["standard"], Allowed(row["body"], row["since"], row["partials"], row["recalled"])) for row in rows
    )


def pass_rules(slug: str) -> list[Allowed]:
    """Every row, the oldest first; one of the office's own comes after one that came. One query."""
    ours = [
        Allowed(row.body, row.since, row.partials)
        for row in PassRule.objects.filter(standard=slug).order_by("since", "pk")
    ]
    return [rule for name, rule in came_with() if name == slug] + ours


def bodies(rules: list[Allowed]) -> list[str]:
    return list(dict.fromkeys(rule.body for rule in rules))


def suggested(kind: str) -> list[tuple[str, str]]:
    """Elements that evidence of a kind usually speaks for, in every standard that says so."""
    rows = [(one.slug, ref) for one in all_standards() for ref in one.suggests.get(kind, ()) if one.element(ref)]
    first = the("cse").elements[:1]
    return rows or [("cse", one.ref) for one in first]
