"""The letters of the Act and its regulations from the copy for the officer to the answer to a review. No Django.

What the domain's sources only name by paragraph, or leave to guidance, is marked recalled."""

from .parts import COMPLAINANT, FORCE, IOPC, LPB, REACH, SUBJECT, Kind, Part

ASKED = "Our own rule: PRA 2002 Sch 3 para 2(6A) is no use to people who are not told"
LATER = Part("later", ASKED, recalled=True)
REVIEW = "review"
TOLD = "PRA 2002 s.20(4)(b); CMR 2020 reg 34(2)(b)"
GUIDANCE = "IOPC statutory guidance"
RIGHTS = (Part(REVIEW, "CMR 2020 regs 33(2)(a) and 34(4)"), Part("how", "CMR 2020 regs 29(5) and 33(2)(a)"))
ASKED_FOR = "PRA 2002 Sch 3 paras 6A(3) and 25(1C)"
COPY = "CMR 2020 reg 30(7)"
DELAY = "CMR 2020 reg 13"

KINDS = (
    Kind(
        "subject_copy",
        (Part("copy", "CMR 2020 reg 3"), Part("welfare", GUIDANCE, recalled=True), REACH),
        asks=("welfare",), once=("who_shown", "copy"), to=(SUBJECT,), when=("recorded", "officer"),
    ),
    Kind(
        "referred",
        (Part("referred", "PRA 2002 Sch 3 para 4(6)"), Part("next", GUIDANCE, recalled=True), REACH),
        once=("referred_on",), optional=("referred_on",), when=("complaint",),
    ),
    Kind(
        "outcome",
        (
            Part("outcome", TOLD), Part("points", GUIDANCE, recalled=True, only_points=True),
            Part("reasons", GUIDANCE, recalled=True), LATER, REACH,
        ),
        asks=("outcome", "reasons", "change"), optional=("change",), when=("not_recorded",), by_point=True,
    ),
    Kind(
        "findings",
        (Part("points", TOLD), Part("evidence", GUIDANCE, recalled=True), *RIGHTS, REACH),
        asks=("evidence", "change"), once=(REVIEW,), optional=("change",), when=("recorded", "points"), by_point=True,
    ),
    Kind("review_rights", (*RIGHTS, REACH), once=(REVIEW,), when=("recorded",)),
    Kind(
        "no_action",
        (Part("decision", "PRA 2002 Sch 3 para 6(2B)(b)"), Part("grounds", GUIDANCE, recalled=True), *RIGHTS, REACH),
        asks=("grounds",), once=(REVIEW,), when=("recorded",),
    ),
    Kind(
        "meeting",
        (Part("record", "CMR 2020 reg 34(6)"), Part("concerns", "CMR 2020 reg 34(6)"), REACH),
        asks=("there", "said", "agreed"), once=("met_on",), when=("complaint",),
    ),
    Kind(
        "delay_notice",
        tuple(Part(name, DELAY) for name in ("made", "notice", "progress", "estimate", "reason", "steps")) + (REACH,),
        asks=("notice", "progress", "estimate", "delay_reason", "steps"), once=("investigated",),
        to=(LPB, IOPC, COMPLAINANT, SUBJECT), when=("recorded", "year"),
    ),
    Kind(
        "withdrawal_query",
        (
            Part("asked", "CMR 2020 reg 39"), Part("silence", "CMR 2020 reg 39(4)(b)"),
            Part("consequence", "CMR 2020 reg 38", recalled=True), REACH,
        ),
        once=("said_on",), when=("complaint",),
    ),
    Kind(
        "withdrawn",
        (Part("withdrawn", "CMR 2020 reg 38"), Part("consequence", "CMR 2020 reg 38", recalled=True), REACH),
        once=("how_withdrawn", "withdrawn_on"), when=("complaint",),
    ),
    Kind(
        "review_received",
        (Part("considered", GUIDANCE, recalled=True), Part("next", GUIDANCE, recalled=True), REACH),
        asks=("next_step",), once=("asked_on",), when=("recorded",),
    ),
    Kind(
        "review_forwarded",
        (Part("right_body", "PRA 2002 Sch 3 paras 31 and 32"), Part("forwarded", "PRA 2002 Sch 3 paras 31 and 32"), REACH),
        once=("asked_on", "right_body"), when=("recorded",),
    ),
    Kind(
        "review_notice",
        (Part("asked", ASKED_FOR, recalled=True), REACH),
        once=("asked_on",), to=(FORCE, SUBJECT), when=("recorded",),
    ),
    Kind(
        "review_decision",
        (
            Part("decision", "CMR 2020 reg 29(9)"), Part("reasons", "CMR 2020 reg 29(9)", recalled=True),
            Part("final", GUIDANCE, recalled=True), REACH,
        ),
        asks=("decision", "reasons", "recommended"), optional=("recommended",),
        to=(COMPLAINANT, FORCE, SUBJECT), when=("recorded",),
    ),
    Kind(
        "recommendation",
        (
            Part("recommended", COPY), Part("reasons", GUIDANCE, recalled=True), Part("answer", "CMR 2020 reg 30(5)"), REACH,
        ),
        asks=("recommended", "reasons"), once=("recommended_on",), to=(FORCE, COMPLAINANT, SUBJECT), when=("recorded",),
    ),
    Kind(
        "response_copy",
        (Part("recommended", COPY), Part("response", COPY), REACH),
        asks=("recommended", "response"), once=("recommended_on",), to=(COMPLAINANT, SUBJECT), when=("recorded",),
    ),
)  # fmt: skip
