"""Why a surviving mutant of the law need not be noticed, by module and the line it changes."""

REASONS: dict[str, str] = {}
