"""Results, and until when a certificate holds. No Django."""

from datetime import date, timedelta

RESULTS = ("passed", "not_passed", "withdrawn")
ANSWERS = ("accept", "reject")
YEARS = (1, 3)
LONGEST = timedelta(days=120)  # an assessor's way in


def certificate_until(decided_on: date, years: int) -> date:
    """Its last day: the day before the same day that many years on; the 28th for the 29th of February."""
    day = min(decided_on.day, 28) if decided_on.month == 2 else decided_on.day
    return date(decided_on.year + years, decided_on.month, day) - timedelta(days=1)
