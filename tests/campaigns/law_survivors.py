"""Why a surviving mutant of the law need not be noticed: by what is changed, or by module, line and change."""

# Not tried, because nothing a test could see would differ; counted as survivors all the same.
NOT_TRIED: dict[str, str] = {
    "slots=True becomes False": "Without slots it only takes more memory; that it cannot be changed is tested.",
}
SAME_LENGTH = "The two are of one length; strict says so to the next who changes one of them."
EXAMPLES = "Which examples of a large table are tried, not what is found in them; other numbers would do as well."
_SHARES = "tables: _SHARES = (0.04, 0.1, 0.25, 0.5, 0.75)  # how many of the facts are yes: few rows decide when most do: "
_CHOOSE = "tables: yield {fact: Known.YES if choose.random() < share else Known.NO for fact in facts}"
_OTHER = "tables: other = Known.NO if sheet[fact] is Known.YES else Known.YES"
TWICE = "Two sheets that differ in one answer are met from both sides; one side is enough to see the row at work."
LAYOUT = "How the JSON is laid out; what it says is the same."
NEVER_TWO = "One day before or two: no two turns of the law are a day apart."
SINCE = "It needed noticing: a test written after this run does."
REASONS: dict[str, str] = {
    f"{_SHARES}0.04 becomes 1.04": EXAMPLES,
    f"{_SHARES}0.1 becomes 1.1": EXAMPLES,
    f"{_SHARES}0.25 becomes 1.25": EXAMPLES,
    f"{_SHARES}0.5 becomes 1.5": EXAMPLES,
    f"{_SHARES}0.75 becomes 1.75": EXAMPLES,
    f"{_CHOOSE}: condition turned round": EXAMPLES,
    f"{_CHOOSE}: Lt becomes LtE": "A number drawn by chance is never exactly the share.",
    f"{_OTHER}: NO becomes YES": TWICE,
    f"{_OTHER}: YES becomes NO": TWICE,
    'tables: return told + [f"{question.name}: no answer from {day.isoformat()} for {_said(sheet)}" for sheet in gaps[:1]]:'
    " 1 becomes 2": "A second example of a gap fails the build no more than the first.",
    "weigh: print(json.dumps(found, ensure_ascii=False, indent=2)): indent=2 becomes 3": LAYOUT,
    "weigh: print(json.dumps(found, ensure_ascii=False, indent=2)): ensure_ascii=False becomes True": LAYOUT,
    "handbook: rows = ([plain_date(day, language), _ids(changes.between(day - timedelta(days=1), day).began),:"
    " days=1 becomes 2": NEVER_TWO,
    "handbook: _ids(changes.between(day - timedelta(days=1), day).ended)] for day in changes.days()):"
    " days=1 becomes 2": NEVER_TWO,
    "terms: return find(question, read_facts(facts, {*question.facts, *vocabulary}), on=on): returns nothing":
        "Only the generated properties weigh a question that is not one of ours; they notice, and are left out here.",
    "tables: yield dict(zip(facts, answers, strict=True)): strict=True becomes False": SAME_LENGTH,
    "terms: return difflib.get_close_matches(written, sorted(right), n=1, cutoff=0.0)[0]: n=1 becomes 2":
        "The first of two is the one there was.",
    "terms: raise ValueError(\"The last path must hold whatever the facts are.\"): “raise ValueError('The last path must hold"
    " whatever” is left out": SINCE,
    'weigh: lines.append(f"      {words.fact_meaning(fact, language)}"): “lines.append(f\'      {words.fact_meaning(fact, lan”'
    " is left out": SINCE,
    "tables: _SEED = 20200201: 20200201 becomes 20200202": EXAMPLES,
    'commissioner: ("alleges_a_crime", "13(3)"), *zip(_GROUNDS, (f"15(3)({letter})" for letter in "abcde"), strict=True),:'
    " strict=True becomes False": SAME_LENGTH,
    "process_2014: return first_of(*((Known.YES, path, part) for path, part in zip(PATHS, held, strict=True))):"
    " strict=True becomes False": SAME_LENGTH,
    'promises: "iopc-referral": Period(Kind.END_OF_NEXT_DAY, 1, "CMR 2020 reg 4(2)", inferred=True),: 1 becomes 2':
        "The end of the next day takes no number: nothing reads it.",
}
