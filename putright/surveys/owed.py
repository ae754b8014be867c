"""What the rounds do: put in the surveys that come with Putright, as `surveys:come`, and ask about a finished case that no
final letter asked about, as `surveys:ask:<pk>`."""

from collections.abc import Iterator
from datetime import datetime

from putright.invited import queries as invites
from putright.invited import rules as settings
from putright.questionnaires import queries as asked
from putright.questionnaires import seeds

from . import queries
from .actions.sending import leave_unasked, write_to
from .refusals import NotNow

PREFIX = "surveys:"


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    if asked.not_there():
        yield f"{PREFIX}come", at
        return
    held = invites.settings_at(at)
    if held[settings.ALONE]:
        for pk, since in queries.to_ask(at, held).values_list("pk", "finished_at")[:limit]:
            yield f"{PREFIX}ask:{pk}", since


def fulfil(key: str, *, at: datetime) -> None:
    """Ask once, or write down why not; done again it changes nothing."""
    if key == f"{PREFIX}come":
        seeds.ensure(at)
        return
    held = invites.settings_at(at)
    case = queries.to_ask(at, held).select_related("complainant", "team").filter(pk=int(key.rsplit(":", 1)[1])).first()
    if case is None:
        return
    try:
        write_to(case, by=None, at=at, owed_key=f"survey:{case.reference}")
    except NotNow as refusal:
        leave_unasked(case, refusal.why, at=at)
