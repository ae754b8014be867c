"""Why a surviving mutant of the law need not be noticed: by what is changed, or by module, line and change."""

# Not tried, because nothing a test could see would differ; counted as survivors all the same.
NOT_TRIED: dict[str, str] = {
    "slots=True becomes False": "Without slots it only takes more memory; that it cannot be changed is tested.",
}
SAME_LENGTH = "The two are of one length; strict says so to the next who changes one of them."
REASONS: dict[str, str] = {
    'commissioner: ("alleges_a_crime", "13(3)"), *zip(_GROUNDS, (f"15(3)({letter})" for letter in "abcde"), strict=True),:'
    " strict=True becomes False": SAME_LENGTH,
    "process_2014: return first_of(*((Known.YES, path, part) for path, part in zip(PATHS, held, strict=True))):"
    " strict=True becomes False": SAME_LENGTH,
    'promises: "iopc-referral": Period(Kind.END_OF_NEXT_DAY, 1, "CMR 2020 reg 4(2)", inferred=True),: 1 becomes 2':
        "The end of the next day takes no number: nothing reads it.",
}
