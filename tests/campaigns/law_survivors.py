"""Why a surviving mutant of the law need not be noticed: by what is changed, or by module, line and change."""

# Not tried, because nothing a test could see would differ; counted as survivors all the same.
NOT_TRIED: dict[str, str] = {
    "slots=True becomes False": "Without slots it only takes more memory; that it cannot be changed is tested.",
}
REASONS: dict[str, str] = {}
