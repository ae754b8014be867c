"""Why something was not done here."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused


class NotThatTeam(Refused):
    def __init__(self) -> None:
        super().__init__(_("That team cannot put this right. Choose a district or a department."))


class NotTheirs(Refused):
    """Somebody else was asked, or nobody was any more."""

    def __init__(self) -> None:
        super().__init__(_("This is not with your team, or no longer. Nothing was changed."))


class AlreadyWritten(Refused):
    def __init__(self) -> None:
        super().__init__(_("That is already written down. Look at the case, and add a note if it is wrong."))


class NotAChoice(Refused):
    def __init__(self) -> None:
        super().__init__(_("That cannot be chosen. Choose from the list, from today or a later day."))


class SayMore(Refused):
    """Words that must be there are not."""

    def __init__(self) -> None:
        super().__init__(_("Write what happened. An empty answer helps nobody."))
