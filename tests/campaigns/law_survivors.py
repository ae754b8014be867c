"""Why a surviving mutant of the law need not be noticed, by module and the line it changes."""

SLOTS = "Without slots it only takes more memory; that it cannot be changed is tested."
REASONS: dict[str, str] = {
    'promises: "iopc-referral": Period(Kind.END_OF_NEXT_DAY, 1, "CMR 2020 reg 4(2)", inferred=True),':
        "The end of the next day takes no number: nothing reads it.",
    "terms: @dataclass(frozen=True, slots=True)": SLOTS,
    "promises: @dataclass(frozen=True, slots=True)": SLOTS,
    "changes: @dataclass(frozen=True, slots=True)": SLOTS,
    "explain: @dataclass(frozen=True, slots=True)": SLOTS,
    "body: @dataclass(frozen=True, slots=True)": SLOTS,
    "categories: @dataclass(frozen=True, slots=True)": SLOTS,
    "handbook: rows = ([plain_date(day, language), _ids(changes.between(day - timedelta(days=1), day).began),":
        "One day before or two: no two turns of the law are a day apart.",
    "handbook: _ids(changes.between(day - timedelta(days=1), day).ended)] for day in changes.days())":
        "One day before or two: no two turns of the law are a day apart.",
    "handbook: IN_FULL = 9  # with more facts than this, the decision table is drawn from the situations":
        "No question has ten facts.",
}
