"""The one base of every refusal that a screen shows. It stands in the earliest room, so that every room can refuse."""


class Refused(Exception):
    """An action would not be done; `str()` is the sentence to show. Nothing was changed."""
