"""Which posts the office has, for the screen that changes the lists. A post is on no case."""

from collections.abc import Mapping
from datetime import date

from putright.codes.usage import Use

from .actions.posts import LIST
from .models import Candidate, Establishment, Holds


def posts() -> Mapping[str, Use]:
    """A post that somebody holds or may come to counts as used to this day's row; otherwise its last dated row. Three queries."""
    last: dict[str, date] = {}
    dated = (Establishment.objects.values_list("post", "since"), Holds.objects.values_list("post", "since"),
             Candidate.objects.values_list("post", "at__date"))  # fmt: skip
    for rows in dated:
        for post, on in rows:
            last[post] = max(on, last.get(post, on))
    return {post: Use(0, on) for post, on in last.items()}


USES = {LIST: posts}
