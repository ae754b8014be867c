"""Why a surviving mutant of the law need not be noticed, by module and the line it changes."""

REASONS: dict[str, str] = {
    'promises: "iopc-referral": Period(Kind.END_OF_NEXT_DAY, 1, "CMR 2020 reg 4(2)", inferred=True),':
        "The end of the next day takes no number: nothing reads it.",
}
