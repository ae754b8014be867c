"""A wrong build of chats, for the control arm: each process keeps its last eight messages in memory and says they are sent.

After twenty acknowledgements of four writers two such processes hold some that were acknowledged, and a kill loses them.
Stopped in good order it stores them first, so that only a kill tells it from ours."""

import threading
from itertools import count

from tests.campaigns.stopping import told_of_its_end  # isort: skip - it sets Django up, before any model
from putright.contacts.channels.chat import actions
from putright.contacts.channels.chat.models import Chat, Line

BEHIND = 8
store = actions.say
waiting: list[tuple] = []
lock = threading.Lock()
ahead = count(1)


def say_first(chat: Chat, words: str, key: object, *, by: object, at: object) -> Line:
    with lock:
        waiting.append((chat, words, key, by, at))
        while len(waiting) > BEHIND:
            write()
    return Line(chat=chat, seq=Chat.objects.get(pk=chat.pk).seq + next(ahead))


def write() -> None:
    chat, words, key, by, at = waiting[0]
    store(chat, words, key, by=by, at=at)
    waiting.pop(0)


def in_good_order() -> None:
    global BEHIND
    with lock:
        BEHIND = 0
        while waiting:
            write()


actions.say = say_first
application = told_of_its_end(in_good_order)
