"""Which award's mark letters carry on a day."""

from datetime import date

from putright.paper.head import Mark

from ..models import Award


def newest() -> Award | None:
    return Award.objects.select_related("by").order_by("-pk").first()


def current(on: date) -> Award | None:
    """None when there is none, when it was stopped, or when its last day has gone by. One query."""
    row = newest()
    return row if row and row.picture and row.until >= on else None


def mark(on: date) -> Mark | None:
    """The same, as it is drawn. One query."""
    row = current(on)
    return Mark(bytes(row.picture), {"en": row.said_en, "cy": row.said_cy}) if row else None
