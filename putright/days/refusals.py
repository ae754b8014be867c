"""Why a week is not begun, or a day is not taken."""

from django.utils.translation import gettext as _

from putright.people.refusals import Refused


class TooFew(Refused):
    def __init__(self) -> None:
        super().__init__(
            _("There are fewer than five handlers. From so few, what is told of all could be traced to one, so nobody is asked.")
        )


class OpenAlready(Refused):
    def __init__(self) -> None:
        super().__init__(_("A week has been begun already. Begin the next one when it has ended."))


class NotThatWeek(Refused):
    def __init__(self) -> None:
        super().__init__(_("Choose a week that has not begun before today, and that was not written down before."))


class NoHeadings(Refused):
    def __init__(self) -> None:
        super().__init__(_("The list of headings needs one at least for work on contacts, and one for something else."))


class NotOpen(Refused):
    def __init__(self) -> None:
        super().__init__(_("This day can no longer be written down. Nothing was kept of what you wrote."))


class NotAsked(Refused):
    def __init__(self) -> None:
        super().__init__(_("Only handlers of the front team are asked."))


class TooLong(Refused):
    def __init__(self) -> None:
        super().__init__(_("That is more than 16 hours in one day. Check the numbers."))
