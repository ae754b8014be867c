"""Which skills colleagues have, for the screen that changes the lists. A skill is on no case."""

from collections.abc import Mapping

from django.db.models import Max

from putright.codes.usage import Use

from .models import Skill


def skills() -> Mapping[str, Use]:
    """The last day for which a skill was given, so that no row of the list is ended before it."""
    found = Skill.objects.values("code").annotate(last=Max("since"))
    return {row["code"]: Use(0, row["last"]) for row in found}


USES = {"skills": skills}
