"""The kinds of letter, and the parts each must have by law. A part is a named section of its words. No Django."""

from . import kinds_law, kinds_ours
from .parts import INTERESTED, REACH, Kind, Part

__all__ = ["KINDS", "Kind", "Part", "required"]
REVIEW = kinds_law.REVIEW
ONE = "Our own rule: a question is no use to somebody who is not told how to answer"
CODE = Part("code", "Our own promise: a new code for somebody who lost theirs")
DECISIONS = frozenset({"outside", "recorded", "not_complaint"})  # what para 2(6D) and 2(9) ask to be notified

_ALL = (
    Kind(
        "acknowledgement",
        (Part("views", "PRA 2002 Sch 3 para 2(6)"), Part("next", "Our own promise"), kinds_law.LATER, REACH),
    ),
    Kind("thanks", (REACH,), when=("thanks",)),
    Kind("outside", (Part("decision", "PRA 2002 Sch 3 para 2(6D)"), kinds_law.LATER, REACH)),
    Kind(
        "recorded",
        (Part("decision", "PRA 2002 Sch 3 para 2(6D)"), Part("record", "CMR 2020 reg 3(1)(a)"), REACH),
        when=("recorded",),
    ),
    Kind(
        "not_complaint",
        (Part("decision", "PRA 2002 Sch 3 para 2(9)"), Part("grounds", "PRA 2002 Sch 3 para 2(9)"), REACH),
        asks=("grounds",),
    ),
    Kind(
        "passed_on",
        (Part("passed", "PRA 2002 Sch 3 paras 2(5) and 4(6)"), Part("what", "PRA 2002 Sch 3 para 2(5)"), REACH),
    ),
    Kind(
        "update",
        (Part("progress", "PRA 2002 s.20(4)(a); CMR 2020 reg 34(2)(a)"), REACH),
        asks=("progress", "next_step"),
    ),
    Kind(
        "interested_update",
        (
            Part("why_told", "PRA 2002 s.21(1)-(3)"),
            Part("progress", "PRA 2002 s.21; CMR 2020 reg 34(2)(a)", recalled=True),
            REACH,
        ),
        asks=("progress", "next_step"),
        to=(INTERESTED,),
        when=("interested",),
    ),
    Kind(
        "interested_outcome",
        (
            Part("why_told", "PRA 2002 s.21(1)-(3)"),
            Part("outcome", "PRA 2002 s.21; CMR 2020 reg 34(2)(b)", recalled=True),
            Part("reasons", "IOPC statutory guidance", recalled=True),
            REACH,
        ),
        asks=("outcome", "reasons", "change"),
        optional=("change",),
        to=(INTERESTED,),
        when=("interested",),
    ),
    Kind("page_code", (CODE, REACH)),
    Kind("address_check", (Part("code", "Our own promise: new details are checked before they are used"), REACH), listed=False),
    Kind("details_changed", (Part("change", "Our own promise: the address they had is told"), REACH), listed=False),
    Kind("question", (Part("question", ONE), Part("answering", ONE), REACH), listed=False),
    Kind("question_again", (Part("question", ONE), Part("answering", ONE), REACH), listed=False),
    *kinds_law.KINDS,
    *kinds_ours.KINDS,
)
KINDS = {kind.name: kind for kind in _ALL}


def required(kind: str, *, recorded: bool, points: bool = False) -> tuple[Part, ...]:
    """The parts a letter of that kind must have, `points` when there is a list of what is alleged. Raises KeyError for a
    kind there is not."""
    needed = (part for part in KINDS[kind].parts if recorded or not part.only_recorded)
    return tuple(part for part in needed if points or not part.only_points)
