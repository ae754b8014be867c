"""Why the team is not asked, or an answer is not taken."""

from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from design.dates import day
from putright.people.refusals import Refused


class TooFew(Refused):
    def __init__(self) -> None:
        super().__init__(_("A team under five is not asked. With so few, an answer could be traced to whoever gave it."))


class SwitchedOff(Refused):
    def __init__(self) -> None:
        super().__init__(_("Your office has switched this off."))


class OpenAlready(Refused):
    def __init__(self) -> None:
        super().__init__(_("The team is being asked already."))


class TooSoon(Refused):
    def __init__(self, first: date) -> None:
        super().__init__(
            _("It is too soon. The team can be asked again from %(day)s, so that two results never differ by one person.")
            % {"day": day(first, get_language() or "en")}
        )


class NotThatDay(Refused):
    def __init__(self) -> None:
        super().__init__(_("Choose a last day from one week to six weeks from today."))


class NotOpen(Refused):
    def __init__(self) -> None:
        super().__init__(_("This is no longer being asked. Nothing was kept of what you wrote."))


class AnsweredAlready(Refused):
    def __init__(self) -> None:
        super().__init__(_("You have answered already. What you wrote now was not kept."))
