"""Is everything that should happen by itself happening?"""

from datetime import datetime, timedelta

from .models import Pulse

LATE_WORKER = timedelta(minutes=2)
LATE_WORK = timedelta(minutes=5)


def parts(*, at: datetime) -> dict[str, str]:
    """`database`, `worker` and `owed`, each `well` or a plain word for what is wrong. One query."""
    pulses = list(Pulse.objects.filter(at__gte=at - LATE_WORKER))
    late = [p for p in pulses if p.oldest_owed_at and at - p.oldest_owed_at > LATE_WORK]
    return {
        "database": "well",
        "worker": "well" if pulses else "no worker has gone round in the last two minutes",
        "owed": "work has been owed for more than five minutes" if late else ("well" if pulses else "not known"),
    }
