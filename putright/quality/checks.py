"""Doing a draw again, and saying what does not hold. No writes."""

from collections.abc import Iterable
from datetime import UTC
from typing import Any

from putright.cases.models import Event

from . import population, rules
from .models import Draw, Picked


def beside(draw: Draw) -> dict[str, Any]:
    """What stands in a draw's row beside its record, as the record holds it too: a day that is edited later is found."""
    return {
        "seed_recorded": draw.seed.at.astimezone(UTC).isoformat(), "drawn": draw.at.astimezone(UTC).isoformat(),
        "why": draw.why, "axes": list(draw.axes), "left_out": draw.left_out, "by": draw.by_id,
    }  # fmt: skip


def exported(draw: Draw) -> dict[str, Any]:
    """The record as it is taken away: keys in place of references, so that it shows no case."""
    return dict(draw.record) | {
        "seed_recorded": draw.seed.at.isoformat(), "drawn": draw.at.isoformat(), "why": draw.why,
        "axes": draw.axes, "left_out": draw.left_out,
    }  # fmt: skip


TAKEN_AWAY = ("seed_recorded", "drawn", "why", "axes", "left_out")


def problems_of_file(record: dict[str, Any]) -> list[str]:
    """The same for a record taken away, with no database at all."""
    return rules.problems({name: value for name, value in record.items() if name not in TAKEN_AWAY})


def problems(draw: Draw, before: Draw | None) -> list[str]:
    """What does not hold, as codes of words.PROBLEMS: in the record, against the seed recorded earlier, against the draw
    before it, against the cases that were handed out, and against the log of each of them. Two queries."""
    found = rules.problems(draw.record) + _row_differs(draw)
    picked = list(Picked.objects.filter(draw=draw).select_related("case").order_by("place", "second"))
    if draw.record.get("previous") != (before.digest if before else rules.FIRST):
        found.append("previous")
    if draw.seed.at >= population.span(draw.seed.month)[1]:
        found.append("late")
    if list(dict.fromkeys(rules.key_of(one.case.reference) for one in picked)) != draw.record.get("chosen"):
        found.append("picked")
    if _logs_differ(draw, {one.case_id for one in picked}):
        found.append("log")
    return list(dict.fromkeys(found))


def _row_differs(draw: Draw) -> list[str]:
    """What the row and its seed say otherwise than the record."""
    record, seed = draw.record, draw.seed
    wrong = {
        "seed": (record.get("secret"), record.get("seed_digest")) != (seed.secret, seed.digest),
        "other": (record.get("month"), record.get("number")) != (seed.month.isoformat(), draw.number),
        "digest": draw.digest != record.get("digest"),
        "beside": "beside" in record and record["beside"] != beside(draw),
    }
    return [name for name, is_wrong in wrong.items() if is_wrong]


def _logs_differ(draw: Draw, cases: set[int]) -> bool:
    """Each case's own chained log holds the digest of the draw that took it."""
    told = Event.objects.filter(verb="sampled", facts__draw=draw.pk).values_list("case_id", "facts")
    said = {case: facts.get("digest") for case, facts in told}
    return set(said) != cases or any(one != draw.digest for one in said.values())


def every() -> Iterable[tuple[Draw, list[str]]]:
    """Each draw there is, the oldest first, with what does not hold."""
    before = None
    for draw in Draw.objects.select_related("seed").order_by("pk"):
        yield draw, problems(draw, before)
        before = draw
