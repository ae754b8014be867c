"""Draws the stage table to `docs/handbook/stages.md`, both languages on one page.

`python -m putright.cases.drawing` writes it; a test says when it is out of date."""

from collections.abc import Iterator
from pathlib import Path

from . import stages

PAGE = Path(__file__).resolve().parents[2] / "docs" / "handbook" / "stages.md"

# What a person does, in the words of the desk: English, Welsh.
DOES = {
    "settle": ("settle it at first contact", "ei setlo ar y cyswllt cyntaf"),
    "decide_outside": ("decide it is outside Schedule 3", "penderfynu ei bod y tu allan i Atodlen 3"),
    "decide_not_complaint": ("decide it is not a complaint", "penderfynu nad cwyn yw hi"),
    "decide_recorded": ("decide to record it", "penderfynu ei chofnodi"),
    "allocate": ("ask a supervisor to put it right", "gofyn i oruchwyliwr ei unioni"),
    "give_back": ("the supervisor gives it back", "y goruchwyliwr yn ei rhoi’n ôl"),
    "put_right": ("they are content", "maent yn fodlon"),
    "hand_over": ("hand it over", "ei throsglwyddo"),
    "outcome_back": ("the outcome comes back", "y canlyniad yn dod yn ôl"),
    "close": ("close it", "ei chau"),
    "look_again": ("look at it again", "edrych arni eto"),
}
HEADS = ("From", "What a person does", "To"), ("O", "Beth mae rhywun yn ei wneud", "I")
TITLES = ("Where a case stands", "Ble mae achos arni")
WORDS = (
    "A recorded case never goes back outside Schedule 3 (PRA 2002 Sch 3 para 2). “I want it recorded” is possible from every "
    "stage before that, closed ones too (para 2(6A)(a)).",
    "Nid yw achos a gofnodwyd byth yn mynd yn ôl y tu allan i Atodlen 3 (PRA 2002 Atodlen 3 paragraff 2). Mae “Rwyf am iddi "
    "gael ei chofnodi” yn bosibl o bob cam cyn hynny, rhai wedi’u cau hefyd (paragraff 2(6A)(a)).",
)


def moves() -> Iterator[tuple[str, str, str]]:
    """Every move of the table: from, verb, to; in the order a case meets them."""
    for verb, (before, after) in stages.MOVES.items():
        for stage in stages.STAGES:
            if stage in before:
                yield stage, verb, after


def diagram(language: int) -> Iterator[str]:
    yield "```mermaid"
    yield "stateDiagram-v2"
    for stage in stages.STAGES:
        yield f'    state "{stages.NAMES[stage][language]}" as {stage}'
    yield f"    [*] --> {stages.RECEIVED}"
    for before, verb, after in moves():
        yield f"    {before} --> {after}: {DOES[verb][language]}"
    yield "```"


def table(language: int) -> Iterator[str]:
    yield "| " + " | ".join(HEADS[language]) + " |"
    yield "| --- | --- | --- |"
    for before, verb, after in moves():
        yield f"| {stages.NAMES[before][language]} | {DOES[verb][language]} | {stages.NAMES[after][language]} |"


def page() -> str:
    lines = ["<!-- Printed by python -m putright.cases.drawing from putright/cases/stages.py. Do not edit. -->", ""]
    for language in (0, 1):
        lines += [f"# {TITLES[language]}", "", WORDS[language], "", *diagram(language), "", *table(language), ""]
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
