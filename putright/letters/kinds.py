"""The kinds of letter, and the parts each must have by law. A part is a named section of its words. No Django."""

from dataclasses import dataclass

REVIEW = "review"
DECISIONS = frozenset({"outside", "recorded", "not_complaint"})  # what para 2(6D) and 2(9) ask to be notified
ASKED = "Our own rule: PRA 2002 Sch 3 para 2(6A) is no use to people who are not told"


@dataclass(frozen=True)
class Part:
    """A section a letter must have. `recalled` marks a provision no stored source confirmed."""

    name: str
    source: str
    recalled: bool = False
    only_recorded: bool = False  # needed only when the case is recorded under Schedule 3


@dataclass(frozen=True)
class Kind:
    """`asks` are the handler's own words, in the order they are asked for; `by_hand` kinds are never sent unasked. One that is
    not `listed` is written by a page of its own, never chosen from the list."""

    name: str
    parts: tuple[Part, ...]
    asks: tuple[str, ...] = ()
    by_hand: bool = True
    listed: bool = True


ONE = "Our own rule: a question is no use to somebody who is not told how to answer"
REACH = Part("reach", "IOPC statutory guidance: a contact point", recalled=True)
LATER = Part("later", ASKED, recalled=True)

CODE = Part("code", "Our own promise: a new code for somebody who lost theirs")

_ALL = (
    Kind("acknowledgement", (Part("views", "PRA 2002 Sch 3 para 2(6)"), Part("next", "Our own promise"), LATER, REACH)),
    Kind("thanks", (REACH,)),
    Kind(
        "fraud_journey",
        (Part("who", "City of London Police notices on Report Fraud, December 2025"), Part("us", "Our own promise"), REACH),
    ),
    Kind("outside", (Part("decision", "PRA 2002 Sch 3 para 2(6D)"), LATER, REACH)),
    Kind("recorded", (Part("decision", "PRA 2002 Sch 3 para 2(6D)"), Part("record", "CMR 2020 reg 3(1)(a)"), REACH)),
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
        "outcome",
        (
            Part("outcome", "PRA 2002 s.20(4)(b); CMR 2020 reg 34(2)(b)"),
            Part(REVIEW, "CMR 2020 regs 33(2)(a) and 34(4)", only_recorded=True),
            REACH,
        ),
        asks=("outcome", "reasons", "change"),
    ),
    Kind("page_code", (CODE, REACH)),
    Kind("question", (Part("question", ONE), Part("how", ONE), REACH), listed=False),
    Kind("question_again", (Part("question", ONE), Part("how", ONE), REACH), listed=False),
)
KINDS = {kind.name: kind for kind in _ALL}


def required(kind: str, *, recorded: bool) -> tuple[Part, ...]:
    """The parts a letter of that kind must have. Raises KeyError for a kind there is not."""
    return tuple(part for part in KINDS[kind].parts if recorded or not part.only_recorded)
