"""Which headings weeks have used, for the screen that changes the lists. A heading is on no case."""

from collections.abc import Mapping
from datetime import date

from putright.codes.usage import Use

from .models import Week
from .queries import LIST


def headings() -> Mapping[str, Use]:
    """Used on the first day of the newest week that had it. One query."""
    last: dict[str, date] = {}
    for first_day, codes in Week.objects.values_list("first_day", "headings"):
        for one in codes:
            last[one["code"]] = max(first_day, last.get(one["code"], first_day))
    return {code: Use(0, on) for code, on in last.items()}


USES = {LIST: headings}
