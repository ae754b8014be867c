"""What somebody who waits is told: their place, and a guess that is called a guess."""

from datetime import datetime

from django.utils.translation import gettext as _

from . import queries, rules
from .models import ENDED, LIVE, Chat


def told(chat: Chat, *, at: datetime) -> str:
    """One or two sentences on where the chat stands. At most two queries."""
    if chat.state == ENDED:
        return _("The chat has ended.")
    if chat.state == LIVE:
        return _("You are chatting with %(name)s.") % {"name": chat.handler.name}
    place = queries.place(chat)
    return words(place, rules.guessed_wait(queries.recent_waits(at=at), place))


def words(place: int, minutes: int | None) -> str:
    first = _("You are next.") if place <= 1 else _("You are number %(place)s in the queue.") % {"place": place}
    if minutes is None:
        return f"{first} {_('We cannot say how long it will be.')}"
    if minutes == 1:
        return f"{first} {_('It may be about a minute. This is only a rough guess from recent chats.')}"
    guess = _("It may be about %(minutes)s minutes. This is only a rough guess from recent chats.") % {"minutes": minutes}
    return f"{first} {guess}"
