"""Why something in a chat was not done. Nothing typed is lost: every page shows it again."""

from django.utils.translation import gettext as _

from putright.people.refusals import Refused


class NothingTyped(Refused):
    def __init__(self) -> None:
        super().__init__(_("Write a message first."))


class Over(Refused):
    def __init__(self) -> None:
        super().__init__(_("This chat has ended. What you wrote last was not sent."))


class TooFast(Refused):
    def __init__(self) -> None:
        super().__init__(_("That is more messages than we can show at once. Wait half a minute, then send it again."))


class NotYours(Refused):
    def __init__(self) -> None:
        super().__init__(_("This chat is not with you now. Look at your chats again."))


class Taken(Refused):
    def __init__(self) -> None:
        super().__init__(_("A colleague took this chat before you, or the person has left."))


class Full(Refused):
    def __init__(self) -> None:
        super().__init__(_("You have as many chats as you chose to take at once. End one first, or choose a higher number."))


class NotTaking(Refused):
    def __init__(self) -> None:
        super().__init__(_("That colleague is not taking chats now. Choose somebody else."))


class BothLanguages(Refused):
    def __init__(self) -> None:
        super().__init__(_("Write the sentence in English and in Welsh."))
