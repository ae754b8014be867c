"""Which award's mark letters carry on a day."""

from datetime import date

from ..models import Award


def newest() -> Award | None:
    return Award.objects.select_related("by").order_by("-pk").first()


def current(on: date) -> Award | None:
    """None when there is none, when it was stopped, or when its last day has gone by. One query."""
    row = newest()
    return row if row and row.picture and row.until >= on else None
