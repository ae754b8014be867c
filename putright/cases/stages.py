"""Where a case stands and what may happen next: one table. It draws docs/handbook/stages.md and drives the tests.

A recorded case never goes back outside Schedule 3: no provision lets it (PRA 2002 Sch 3 para 2). "I want it recorded"
(para 2(6A)(a)) is possible from every stage before that, closed ones too."""

RECEIVED, IN_RECOVERY, ALLOCATED = "received", "in_recovery", "allocated"
RECORDED, HANDED_OVER, OUTCOME_KNOWN = "recorded", "handed_over", "outcome_known"
SETTLED, CLOSED, NOT_COMPLAINT = "settled", "closed", "not_complaint"

# verb: ({from these stages}, to this one)
MOVES: dict[str, tuple[frozenset[str], str]] = {
    "settle": (frozenset({RECEIVED}), SETTLED),
    "decide_outside": (frozenset({RECEIVED, IN_RECOVERY, ALLOCATED}), IN_RECOVERY),
    "decide_not_complaint": (frozenset({RECEIVED, IN_RECOVERY, ALLOCATED}), NOT_COMPLAINT),
    "decide_recorded": (
        frozenset({RECEIVED, IN_RECOVERY, ALLOCATED, SETTLED, CLOSED, NOT_COMPLAINT, OUTCOME_KNOWN}),
        RECORDED,
    ),
    "allocate": (frozenset({IN_RECOVERY}), ALLOCATED),
    "give_back": (frozenset({ALLOCATED}), IN_RECOVERY),
    "put_right": (frozenset({IN_RECOVERY, ALLOCATED}), OUTCOME_KNOWN),
    "hand_over": (frozenset({RECEIVED, IN_RECOVERY, ALLOCATED, RECORDED}), HANDED_OVER),
    "outcome_back": (frozenset({HANDED_OVER}), OUTCOME_KNOWN),
    "close": (frozenset({OUTCOME_KNOWN, NOT_COMPLAINT}), CLOSED),
    "look_again": (frozenset({NOT_COMPLAINT, SETTLED}), RECEIVED),
}
STAGES = (
    RECEIVED, IN_RECOVERY, ALLOCATED, RECORDED, HANDED_OVER, OUTCOME_KNOWN, SETTLED, NOT_COMPLAINT, CLOSED,
)  # fmt: skip
FINISHED = frozenset({SETTLED, CLOSED, NOT_COMPLAINT})

NAMES = {
    RECEIVED: ("Waiting for triage", "Yn aros am frysbennu"),
    IN_RECOVERY: ("Being put right", "Yn cael ei unioni"),
    ALLOCATED: ("With a supervisor", "Gyda goruchwyliwr"),
    RECORDED: ("Recorded", "Wedi’i chofnodi"),
    HANDED_OVER: ("Handed over", "Wedi’i throsglwyddo"),
    OUTCOME_KNOWN: ("Outcome known", "Canlyniad yn hysbys"),
    SETTLED: ("Settled at first contact", "Wedi’i setlo ar y cyswllt cyntaf"),
    NOT_COMPLAINT: ("Not a complaint", "Nid cwyn"),
    CLOSED: ("Closed", "Ar gau"),
}


def may(stage: str, verb: str) -> bool:
    return stage in MOVES[verb][0]


def after(verb: str) -> str:
    return MOVES[verb][1]


def name(stage: str, language: str) -> str:
    return NAMES[stage][language == "cy"]
