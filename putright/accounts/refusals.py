"""Why something was not done to a log-in."""

from django.utils.translation import gettext as _

from putright.people.refusals import Refused


class SamePerson(Refused):
    def __init__(self) -> None:
        super().__init__(_("A second person must agree: not the one who asked, and not the one it is about."))


class NoAdministrator(Refused):
    def __init__(self) -> None:
        super().__init__(_("One of the two must be an administrator. Ask an administrator to agree."))


class AlreadySettled(Refused):
    def __init__(self) -> None:
        super().__init__(_("Somebody has answered this already. Go back to the accounts and look again."))


class Unchanged(Refused):
    def __init__(self) -> None:
        super().__init__(_("Nothing would change. Change something, or go back."))


class LastOne(Refused):
    def __init__(self) -> None:
        super().__init__(_("This is the last administrator. Open another administrator’s account first."))


class ChangedSince(Refused):
    def __init__(self) -> None:
        super().__init__(_("This account was changed after that was asked. Say no to it, and ask again."))


class AskerLeft(Refused):
    def __init__(self) -> None:
        super().__init__(_("The person who asked has left. Say no to it, and ask again."))


class HasLeft(Refused):
    def __init__(self) -> None:
        super().__init__(_("This person has left. Open a new account if they come back."))


class LinkSpent(Refused):
    def __init__(self) -> None:
        super().__init__(_("This link has been used or is too old. Ask your administrator for a new one."))
