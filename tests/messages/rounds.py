"""Going round for what is owed here, and mail servers' reports as they really come."""

from putright.messages import owed
from putright.messages.actions import New


def new(key="1", **given):
    words = {"room": "nobody", "to": "kit@district.example", "language": "en", "subject": "Hello", "words": "One.\n\nTwo."}
    return New(**words | {"key": key} | given)


def keys(at):
    return [key for key, _since in owed.owed(at, limit=100)]


def go_round(at, times=2):
    """Each piece three times: it has one effect."""
    for _ in range(times):
        for key in keys(at):
            for _again in range(3):
                owed.fulfil(key, at=at)
