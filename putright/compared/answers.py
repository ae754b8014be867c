"""What a file of theirs said came of a case: filled in where a person writes the outcome down, and nowhere else."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from putright.allocation.models import Handover
from putright.cases.choices import ACTIONS, OUTCOMES, Result
from putright.cases.models import Case
from putright.codes.queries import code_list
from putright.imports.centurion import returned
from putright.law.calendar import day_of

from . import comparing
from .models import Comparison


@dataclass(frozen=True)
class Found:
    words: str = ""
    results: dict[int, Result] = field(default_factory=dict)

    def initial(self) -> dict[str, Any]:
        """For the outcome form; empty where no file said anything."""
        made: dict[str, Any] = {"words": self.words} if self.words else {}
        for number, result in self.results.items():
            made |= {f"outcome_{number}": result.outcome, f"actions_{number}": list(result.actions)}
        return made


def of(case: Case, handover: Handover | None, *, at: datetime) -> Found:
    """From the newest file of that body that speaks of this case, else from what the force's file suggested."""
    suggested = returned(case)
    words = suggested.result if suggested else ""
    latest = Comparison.objects.filter(body=handover.body).order_by("-pk").first() if handover else None
    if latest is None or handover is None:
        return Found(words)
    known = {comparing.plain(case.reference), comparing.plain(handover.their_reference)} - {""}
    rows = [
        row for row in comparing.said(latest.headings, latest.rows, latest.columns)
        if known & {comparing.plain(row.get("our_reference", "")), comparing.plain(row.get("their_reference", ""))}
    ]  # fmt: skip
    if not rows:
        return Found(words)
    results = comparing.results(rows, code_list(OUTCOMES), code_list(ACTIONS), day_of(at))
    said = "; ".join(dict.fromkeys(row["result"] for row in rows if row.get("result")))
    return Found(words or said, results)
