"""How long is left until a moment, in words that a small script then keeps current (scripts/countdown.js)."""

from datetime import UTC, datetime

from django.utils.translation import gettext as _
from markupsafe import Markup

TAG = '<strong class="govuk-tag govuk-tag--red" data-app-until="{}" data-app-left="{}" data-app-late="{}">{}</strong>'


def countdown(until: datetime, at: datetime) -> Markup:
    """“26 h 5 min left”, or how late it is. Real minutes, so that a night when the clocks change counts right.

    The words hold {h} and {m} for the script; without it they stand as they were when the page was made."""
    until, at = until.astimezone(UTC), at.astimezone(UTC)
    minutes = int(abs((until - at).total_seconds()) // 60)
    left, late = _("{h} h {m} min left"), _("{h} h {m} min late")
    now = (left if until > at else late).replace("{h}", str(minutes // 60)).replace("{m}", str(minutes % 60))
    return Markup(TAG).format(until.isoformat(), left, late, now)
